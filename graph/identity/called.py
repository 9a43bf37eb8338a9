"""What the tables of names say at a load: the one body of a kind that a name means, and what a body is or was called.

Each is one look-up; no rule runs. A name that means several bodies of a kind, that is listed as ambiguous, or that is
itself the name a body has now means nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from graph.identity.known import is_standing, meanings, name_of, rows_of
from graph.identity.spellings import folded, in_full
from graph.schema.values import fold

TABLES = ("universities_called", "institutes", "academy_institutes", "hospitals", "firms", "parks")
HOSPITALS = "Institute"
"""The kind of a row without one: a hospital."""
RELATIVE = ("省", "市", "县", "区")
"""省人民医院 is another body in each province: a load does not know where it was printed and does not resolve it."""


@dataclass
class _Called:
    means: dict[tuple[str, str], str] = field(default_factory=dict)
    formers: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    others: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    renamed: set[tuple[str, str]] = field(default_factory=set)


@cache
def _called() -> _Called:
    """Read once (0.2 s). A name leads to the one its body has now, however often it was changed."""
    called = _Called()
    several = {fold(row["alias"]) for row in rows_of("ambiguous")}
    rows = [(row, row["kind"] or HOSPITALS) for table in TABLES for row in rows_of(table)]
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row, kind in rows:
        targets[kind, fold(row["alias"])] |= meanings(_key(row["name"]))
    for (kind, alias), names in targets.items():
        own = _key(alias)
        clear = len(names) == 1 and alias not in several and not alias.startswith(RELATIVE)
        if clear and (own in names or not is_standing(own)):
            called.means[kind, alias] = _printed(names)
    for row, kind in rows:
        name = called.means.get((kind, fold(row["alias"])))
        if name is None:
            continue
        if row["sort"] == "former":
            called.renamed.add((kind, fold(row["alias"])))
            called.formers[kind, fold(name)].append((_printed([row["alias"]]), row["until"]))
        elif row["sort"] != "english" and _key(row["alias"]) != _key(name):
            called.others[kind, fold(name)].append(row["alias"])
    return called


def _key(name: str) -> str:
    return in_full(folded(name))


def _printed(names: Iterable[str]) -> str:
    """A name with the brackets of Chinese print."""
    return name_of(next(iter(names))).replace("(", "（").replace(")", "）")


def means(kind: str, text: str) -> str:
    """The name of the one body of a kind that a folded name stands for; "" where it is none or several.

    >>> means("University", fold("西安矿业学院")), means("University", "南大"), means("Enterprise", "西安交大")
    ('西安科技大学', '', '')
    """
    return _called().means.get((kind, text), "")


@cache
def _of_any_kind() -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for (_, alias), name in _called().means.items():
        found[alias].add(name)
    return {alias: min(names) for alias, names in found.items() if len(names) == 1}


def means_of_any_kind(text: str) -> str:
    """The same where no kind is told: only a name that means one body over all kinds."""
    return _of_any_kind().get(text, "")


def was_renamed(kind: str, text: str) -> bool:
    """Whether a folded name is a former one: its body has another name now."""
    return (kind, text) in _called().renamed


def formers_of(name: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Former names of a body with the year each ended ("" = not known), by the name it has now.

    >>> formers_of("西安财经大学", "University")
    (('西安财经学院', '2018'),)
    """
    return tuple(_called().formers.get((kind, fold(name)), ()))


def others_of(name: str, kind: str) -> tuple[str, ...]:
    """Short names, stock names and second plaques of a body, without spellings that only write a word short."""
    return tuple(_called().others.get((kind, fold(name)), ()))
