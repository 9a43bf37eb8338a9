"""Short names of schools by rule: 湖南科大 → 湖南科技大学, 西财 → 西安财经大学 or 西南财经大学.

With the region in full and one listed school that fits, the rule is as sure as a table. A shorter one (西财大) is only
a candidate for a person.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from graph.identity.forms import form_of
from graph.identity.known import all_standing, is_standing
from graph.identity.likeness import subsequence
from graph.identity.regions import take_regions
from graph.identity.words import rows

SUFFIXES = {short: tuple(fulls.split()) for short, fulls in rows("school_endings")}
"""Ends of short names and what they stand for: 科大 for 科技大学 and 科学技术大学."""


FIRMS_TOO = frozenset(("科技", "石油", "工程", "工商", "财经", "医学", "农林", "大"))
"""Ends that a firm's short name may have as well (西安石油): the school is only a candidate."""


@lru_cache(maxsize=200_000)
def schools_meant(text: str) -> tuple[frozenset[str], bool]:
    """Listed schools that a short name fits, and whether the rule is sure (the region in full, one school).

    >>> schools_meant("湖南科大"), schools_meant("没有这所学校")
    ((frozenset({'湖南科技大学'}), True), (frozenset(), False))
    """
    if len(text) > 9 or is_standing(text):
        return frozenset(), False
    region, rest = take_regions(text)
    if region.text and rest:
        full = {region.text + full for end, fulls in SUFFIXES.items() if rest == end for full in fulls}
        found = frozenset(name for name in full if is_standing(name))
        if found:
            return found, len(found) == 1 and rest not in FIRMS_TOO
    if len(text) <= 5 and text.endswith(("大", "院", "专")) and not text.endswith(("学院", "研究院")):
        found = frozenset(name for name in _of_initial().get(text[0], ()) if _fits(text, name))
        return (found, False) if len(found) <= 8 else (frozenset(), False)
    return frozenset(), False


def _fits(short: str, name: str) -> bool:
    ends = {"大": "大学", "院": "学院", "专": "专科学校"}
    if not name.endswith(("大学", "学院", "学校")) or len(name) - len(short) < 2:
        return False
    body, kind = short, ""
    for end, full in ends.items():
        if short.endswith(full):
            body, kind = short[: -len(full)], full
        elif short.endswith(end):
            body, kind = short[: -len(end)], full
    return name.endswith(kind) and subsequence(body, name[: -len(kind)])


@cache
def _of_initial() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in all_standing():
        if form_of(name)[1].sort in ("university", "college"):
            found[name[0]].append(name)
    return found
