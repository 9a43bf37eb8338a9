"""What the kind of a row says beside the names. It decides where a name is silent, never against a name's own form."""

from __future__ import annotations

from graph.identity.forms import form_of
from graph.identity.named import Verdict, different, queue
from graph.schema import NODE_KINDS

BY_FORM = {
    "firm": "Enterprise",
    "works": "Enterprise",
    "coop": "Cooperative",
    "park": "Park",
    "hatchery": "Park",
    "lab": "Platform",
    "university": "University",
    "agency": "Agency",
    "society": "Association",
}
"""Forms that only one kind of body bears; a 学院 may be a school or a 科学院, a 中心 anything."""
NEVER_ONE = frozenset(
    frozenset(pair.split())
    for pair in (
        "Cooperative Enterprise",
        "Cooperative Association",
        "Park Platform",
        "University Enterprise",
        "University Agency",
        "Agency Enterprise",
        "Agency Cooperative",
    )
)
"""Kinds of which no two are one body; where registers differ (a firm that was an institute) nothing is said."""
_SPOKEN_OF = frozenset({"University", "Enterprise"})


def kind_told(name: str, kind: str) -> str:
    """The kind of a folded name in full: by its form, else as its row has it.

    >>> kind_told("兴农核桃专业合作社", "Enterprise"), kind_told("兴农核桃", "Cooperative"), kind_told("兴农", "")
    ('Cooperative', 'Cooperative', '')
    >>> kind_told("中国石油大学(北京)", "")
    'University'
    """
    return BY_FORM.get(form_of(name.partition("(")[0] if name.endswith(")") else name)[1].sort, kind)


def by_kinds(one: tuple[str, str], other: tuple[str, str]) -> Verdict | None:
    """The verdict of the kinds of two (name in full, kind of the row); None where they say nothing.

    >>> by_kinds(("兴农核桃", "Cooperative"), ("兴农核桃有限公司", "")).verdict
    'different'
    >>> by_kinds(("兴农核桃", "Cooperative"), ("兴农核桃", "")), by_kinds(("兴农", ""), ("兴农", ""))
    (None, None)
    """
    told = (kind_told(*one), kind_told(*other))
    if "Person" in (one[1], other[1]):
        return _people(one, other)
    if frozenset(told) in NEVER_ONE:
        zh = [NODE_KINDS[kind].zh for kind in told]
        return different(f"主体类别不同：{zh[0]} / {zh[1]}", 0.2, veto=True)
    return None


def _people(one: tuple[str, str], other: tuple[str, str]) -> Verdict:
    """A name alone never makes two people one; a person is no body."""
    kinds = {one[1], other[1]} - {""}
    if kinds != {"Person"}:
        return different("一个是人，一个是机构", 0.0, veto=True)
    if one[0] == other[0]:
        return queue("同名的人不一定是同一人：要有 ORCID，或由人判定", 0.5)
    return different("人名不同", 0.1)


def of_kind(names: frozenset[str], kind: str) -> frozenset[str]:
    """The standing names that fit the kind of a row, where exactly one does; else all.

    >>> sorted(of_kind(frozenset({"华北电力大学", "中国华电集团"}), "University"))
    ['华北电力大学']
    """
    if kind not in _SPOKEN_OF or len(names) < 2:
        return names
    fitting = frozenset(name for name in names if kind_told(name, "") == kind)
    return fitting if len(fitting) == 1 else names
