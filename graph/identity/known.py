"""Bodies known by name: the tables of names, short names, former and English names, and what a text may mean.

`tables/*.csv` hold a row for each name (alias, name, kind, sort, since, until, reason); `tables/universities.csv` lists
the schools of the country, so that two full names of the list are known to be two bodies; `tables/ambiguous.csv` holds
short names that mean several bodies and never resolve in silence.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from graph.errors import SchemaError
from graph.identity.english import key_of
from graph.identity.spellings import folded, in_full

TABLE = Path(__file__).parent / "aliases.csv"
TABLES = Path(__file__).parent / "tables"
SORTS = frozenset({"short", "former", "english", "stock", "other"})
LONGEST = 30
"""No known name that other names start with is longer."""


@dataclass
class _Known:
    names: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sorts: dict[tuple[str, str], str] = field(default_factory=dict)
    english: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heads: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    listed: set[str] = field(default_factory=set)
    merged: dict[str, tuple[str, str]] = field(default_factory=dict)
    weak: set[str] = field(default_factory=set)


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """The rows of one table of this package, in order."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _known() -> _Known:
    known = _Known()
    formers: dict[str, str] = {}
    paths = [
        path for path in TABLES.glob("*.csv") if path.stem not in {"universities", "ambiguous", "merged", "english_ror"}
    ]
    for path in sorted(paths):
        for line, row in enumerate(rows_of(path.stem), start=2):
            if not row["alias"] or not row["name"] or not row["reason"] or row["sort"] not in SORTS:
                raise SchemaError(f"{path.name} 第 {line} 行有误：{row}")
            if row["sort"] == "former":
                formers[_key(row["alias"])] = _key(row["name"])
            _add(known, row["alias"], row["name"], row["sort"])
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            _add(known, row["alias"], row["name"], "short")
    for row in rows_of("universities"):
        key = _key(row["name"])
        known.names.setdefault(key, row["name"])
        known.places.setdefault(key, row["place"])
        known.listed.add(key)
        if key not in formers:
            known.meanings[key].add(key)
    for row in rows_of("english_ror"):  # last: its Chinese labels may be short or former names of bodies above
        key = _key(row["name"])
        if not known.meanings.get(key):
            known.names.setdefault(key, row["name"])
            known.meanings[key].add(key)
            known.weak.add(key)
        known.english[key_of(row["alias"])] |= known.meanings[key]
    for row in rows_of("merged"):
        key = _key(row["name"])
        known.names.setdefault(key, row["name"])
        known.meanings[key].add(key)
        known.names.setdefault(_key(row["into"]), row["into"])
        known.meanings[_key(row["into"])].add(_key(row["into"]))
        known.merged[key] = (_key(row["into"]), row["year"])
    for row in rows_of("ambiguous"):
        for name in row["names"].split(";"):
            known.names.setdefault(_key(name), name)
            if not known.meanings.get(_key(name)):
                known.meanings[_key(name)].add(_key(name))
            known.meanings[_key(row["alias"])].add(_key(name))
    for key in [key for key in known.names if "(" in key]:
        bare = key.replace("(", "").replace(")", "")
        if not known.meanings.get(bare):
            known.meanings[bare] = {key}
    _follow(known)
    for key in known.names:
        if 4 <= len(key) <= LONGEST:
            known.heads[key[:2]].append(key)
    return known


def _add(known: _Known, alias: str, name: str, sort: str) -> None:
    target = _key(name)
    known.names.setdefault(target, name)
    known.meanings[target].add(target)
    if alias.isascii():
        known.english[key_of(alias)].add(target)
    key = _key(alias)
    known.meanings[key].add(target)
    known.sorts.setdefault((key, target), sort)


def _follow(known: _Known) -> None:
    """A name that was itself changed leads to the name the body has now: 西安矿业学院 → 西安科技学院 → 西安科技大学."""
    gone = {key for (key, target), sort in known.sorts.items() if sort == "former" and key != target}
    for key in gone:
        known.meanings[key].discard(key)
    for targets in (*known.meanings.values(), *known.english.values()):
        for _ in range(3):
            for target in [t for t in targets if t in gone]:
                targets.discard(target)
                targets |= known.meanings[target]


@lru_cache(maxsize=100_000)
def _key(name: str) -> str:
    return in_full(folded(name))


def meanings(text: str) -> frozenset[str]:
    """The standing names (as keys) that a folded name in full may have; none where it is not known.

    >>> sorted(meanings("西安财经学院")), len(meanings("南大")) > 1, meanings("没有这个大学")
    (['西安财经大学'], True, frozenset())
    """
    return frozenset(_known().meanings.get(text, ()))


def english_meanings(text: str) -> frozenset[str]:
    """The same for a name in English, by its words; see `graph.identity.english`."""
    return frozenset(_known().english.get(key_of(text), ()))


def how(text: str, name: str) -> str:
    """How a text names a body: short, former, english, stock, other; "" for the name itself."""
    return _known().sorts.get((text, name), "")


def name_of(key: str) -> str:
    """A standing name as it is printed."""
    return _known().names.get(key, key)


def place_of(key: str) -> str:
    """The city of a listed school, "" where the list does not say."""
    return _known().places.get(key, "")


def is_standing(text: str) -> bool:
    """Whether a text is a name that a known body has now."""
    return text in _known().meanings.get(text, ())


def merged_into(one: str, other: str) -> str:
    """The year in which a body went into the other, or "": 山东医科大学 went into 山东大学 in 2000."""
    into, year = _known().merged.get(one, ("", ""))
    return year if into == other else ""


def only_in_register(names: frozenset[str]) -> bool:
    """Whether none of these names is in a table written by hand, only in ROR, whose labels may double a body."""
    return names <= _known().weak


def is_listed(name: str) -> bool:
    """Whether the list of schools of 2017 holds this name."""
    return _key(name) in _known().listed


def known_prefixes(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Known names that a text starts with, the longest first: the name, the rest, what it may mean."""
    found = _known().meanings
    for length in range(min(LONGEST, len(text) - 1), 1, -1):
        if text[:length] in found:
            yield text[:length], text[length:], frozenset(found[text[:length]])


def standing_like(start: str) -> list[str]:
    """Standing names that begin with the same two characters, to look for a slip of one character."""
    return _known().heads.get(start[:2], [])


def all_standing() -> list[str]:
    """Every standing name, as keys."""
    return sorted(_known().names)


def all_texts() -> list[str]:
    """Every text the tables know: standing, short and former names, as keys."""
    return sorted(_known().meanings)
