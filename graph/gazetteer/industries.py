"""Classes of economic activity, GB/T 4754-2017, by code or by exact name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.gazetteer.tables import rows
from graph.schema.values import fold

Level = Literal["门类", "大类", "中类", "小类"]
LEVELS: dict[int, Level] = {2: "大类", 3: "中类", 4: "小类"}
CODE = re.compile(r"(?P<section>[A-T])?(?P<digits>\d{2,4})?(?P<name>.*)")


@dataclass(frozen=True)
class IndustryClass:
    """A section (letter), division, group or class (2, 3, 4 digits) of GB/T 4754-2017."""

    code: str
    name: str
    level: Level
    section: str


def industry(text: str) -> IndustryClass | None:
    """The class of a code (C, 26, C26, 261, 2614, C2614), an exact name, or both that agree; None for anything else.

    A name that a class shares with the one above it (教育 is section P and division 83) is the broader one. Never a
    guess: 医药 is none, 医药制造业 is division 27.
    """
    key = fold(text)
    if key in _by_name():
        return _by_name()[key]
    match = CODE.fullmatch(key.upper())
    if match is None or not (match["section"] or match["digits"]):
        return None
    found = _by_code().get(match["digits"] or match["section"])
    if found is None or (match["section"] and found.section != match["section"]):
        return None
    named = match["name"].lower()
    return found if not named or named == fold(found.name) else None


@cache
def _by_code() -> dict[str, IndustryClass]:
    return {
        row["code"]: IndustryClass(row["code"], row["name"], LEVELS.get(len(row["code"]), "门类"), row["section"])
        for row in rows("industries.csv")
    }


@cache
def _by_name() -> dict[str, IndustryClass]:
    """Names of one class, or of several one below the other: then the broadest."""
    named: dict[str, list[IndustryClass]] = defaultdict(list)
    for one in _by_code().values():
        named[fold(one.name)].append(one)
    return {name: found[0] for name, several in named.items() if _in_line(found := sorted(several, key=_depth))}


def _depth(one: IndustryClass) -> int:
    return 1 if one.level == "门类" else len(one.code)


def _in_line(several: list[IndustryClass]) -> bool:
    """Whether each lies below the one before it."""
    first, *rest = (one.section + ("" if one.level == "门类" else one.code) for one in several)
    return all(code.startswith(first) for code in rest)
