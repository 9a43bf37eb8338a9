"""The curated alias table: short and older names as newspapers and lists use them (`aliases.csv`).

A line says: this name, for a body of this kind, means that one. Where it says nothing, the tables of names are asked
(`graph.identity.called`). Nothing is guessed; a name that is in no table stays as it is. `keep_apart.csv` lists
look-alikes that are known to be different bodies.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

from graph.errors import SchemaError
from graph.identity.called import formers_of, means, means_of_any_kind, others_of, was_renamed
from graph.identity.known import TABLE
from graph.schema import NODE_KINDS
from graph.schema.values import clean, fold

APART = Path(__file__).parent / "keep_apart.csv"
MOST_ALIASES = 8
"""So many other names of a body go into the text it is searched by; the tables hold up to thirty of a large one."""


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


@cache
def _any_kind() -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for (_, alias), target in _table().items():
        found[alias].add(target)
    return {alias: targets.pop() if len(targets) == 1 else "" for alias, targets in found.items()}


def canonical(name: str, kind: str | None = None) -> str:
    """The name an alias stands for, or the name itself, cleaned. Without a kind: if the tables have one meaning only.

    >>> canonical("西安建大", "University"), canonical("西安财经学院", "University"), canonical("南大", "University")
    ('西安建筑科技大学', '西安财经大学', '南大')
    """
    folded = fold(name)
    if kind is not None:
        return _table().get((kind, folded)) or means(kind, folded) or clean(name)
    listed = _any_kind().get(folded)
    return clean(name) if listed == "" else listed or means_of_any_kind(folded) or clean(name)


def shown_as(name: str, kind: str) -> str:
    """The name to show for one that a source prints: for a curated alias or a former name the one of now, else itself.

    A share's name or a second plaque stays as printed; the full name of the tables is one more name of the body.

    >>> shown_as("西安矿业学院", "University"), shown_as("西部超导", "Enterprise")
    ('西安科技大学', '西部超导')
    """
    listed = _table().get((kind, fold(name)))
    return listed or (canonical(name, kind) if was_renamed(kind, fold(name)) else clean(name))


def aliases_of(name: str, kind: str | None = None) -> tuple[str, ...]:
    """Other names of a body to be found by, eight at most: curated ones, then with a kind those of the tables."""
    listed = _reverse().get(fold(name), ())
    called = (*others_of(name, kind), *(former for former, _ in formers_of(name, kind))) if kind else ()
    return tuple({fold(alias): alias for alias in (*listed, *called)}.values())[:MOST_ALIASES]


def kept_apart(one: str, other: str) -> bool:
    """Whether two folded names are listed as look-alikes that are different bodies."""
    return frozenset((one, other)) in _apart()
