"""The tables of `data/`, each read once and on first use."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.gazetteer.model import LEVELS, Division, administrative

DATA = Path(__file__).parent / "data"
# Rows of the statistical tables that are no places: what hangs below them hangs below the province.
NO_PLACES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


@dataclass(frozen=True)
class Change:
    """A division that got another name or code in that year; codes are short."""

    year: int
    old_code: str
    old_name: str
    new_code: str
    new_name: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of `data/`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def changes() -> tuple[Change, ...]:
    """Changes of the two cities and their counties, oldest first."""
    found = (
        Change(int(row["year"]), row["old_code"], row["old_name"], row["new_code"], row["new_name"])
        for row in rows("changes.csv")
    )
    return tuple(sorted(found, key=lambda change: change.year))


@cache
def divisions() -> dict[str, Division]:
    """All divisions by short code: the country down to its counties, streets and towns of the two cities."""
    names = {row["code"]: row["name"] for table in ("divisions.csv", "towns.csv") for row in rows(table)}
    former, elsewhere = _former(), {row["code"]: int(row["elsewhere"]) for row in rows("towns.csv")}
    return {
        code: _division(code, names, former.get(code, ()), elsewhere.get(code, 0))
        for code, name in names.items()
        # A county row with the name of its city stands for it: 东莞 (441900) and 嘉峪关 (620201) have no counties.
        if name not in NO_PLACES and administrative(code) and not (len(code) == 6 and names.get(code[:4]) == name)
    }


@cache
def latest() -> dict[str, str]:
    """The code that stands today by a code that no longer does, or that only stands for a city without counties."""
    successors = {change.old_code: change.new_code for change in changes()}
    names = {row["code"]: row["name"] for row in rows("divisions.csv")}
    found = {code: code[:4] for code, name in names.items() if len(code) == 6 and names.get(code[:4]) == name}
    for code in successors:
        last = code
        while last in successors:
            last = successors[last]
        found[code] = last
    return found


def _former() -> dict[str, tuple[tuple[str, int], ...]]:
    names: dict[str, list[tuple[str, int]]] = {}
    for change in changes():
        if change.old_name != change.new_name:
            names.setdefault(latest()[change.old_code], []).append((change.old_name, change.year))
    return {code: tuple(found) for code, found in names.items()}


def _division(code: str, names: dict[str, str], former: tuple[tuple[str, int], ...], elsewhere: int) -> Division:
    province, city = names[code[:2]], names.get(code[:4], "") if len(code) > 2 else ""
    if city in NO_PLACES:
        city = province if code[:2] in MUNICIPALITIES else ""
    county = names.get(code[:6], "") if len(code) > 4 else ""
    return Division(code, names[code], LEVELS[len(code)], province, city, county, former, elsewhere)
