"""The curated alias table: short and older names as newspapers and lists use them (`aliases.csv`).

A line says: this name, for a body of this kind, means that one. Nothing is guessed from it; a name that is not in the
table stays as it is. `keep_apart.csv` lists look-alikes that are known to be different bodies.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

from graph.errors import SchemaError
from graph.schema import NODE_KINDS
from graph.schema.values import clean, fold

TABLE = Path(__file__).parent / "aliases.csv"
APART = Path(__file__).parent / "keep_apart.csv"


@cache
def _table() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            key = (row["kind"], fold(row["alias"]))
            if row["kind"] not in NODE_KINDS or not row["name"] or not row["reason"] or key in found:
                raise SchemaError(f"别名表第 {line} 行有误：{row}")
            found[key] = clean(row["name"])
    return found


@cache
def _reverse() -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lists[fold(row["name"])].append(clean(row["alias"]))
    return {name: tuple(aliases) for name, aliases in lists.items()}


@cache
def _apart() -> frozenset[frozenset[str]]:
    with APART.open(encoding="utf-8", newline="") as file:
        return frozenset(frozenset((fold(row["one"]), fold(row["other"]))) for row in csv.DictReader(file))


def canonical(name: str, kind: str | None = None) -> str:
    """The name an alias stands for, or the name itself, cleaned. Without a kind: if the table has one meaning only."""
    folded = fold(name)
    if kind is not None:
        return _table().get((kind, folded), clean(name))
    meanings = {target for (_, alias), target in _table().items() if alias == folded}
    return meanings.pop() if len(meanings) == 1 else clean(name)


def aliases_of(name: str) -> tuple[str, ...]:
    """Curated aliases of a name, in the order of the table; empty when there are none."""
    return _reverse().get(fold(name), ())


def kept_apart(one: str, other: str) -> bool:
    """Whether two folded names are listed as look-alikes that are different bodies."""
    return frozenset((one, other)) in _apart()
