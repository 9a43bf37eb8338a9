"""Several sites of one body: what the city of a row says, and names that tell the place of the body themselves."""

from __future__ import annotations

from functools import lru_cache

from graph.identity.known import meanings
from graph.identity.regions import regions_anywhere
from graph.identity.spellings import folded, in_full
from graph.identity.takeapart import take_apart

BOTH = "两市"
"""A row that tells a site in each of the two cities."""
_BOTH = frozenset({"西安", "商洛"})


def cities_of(city: str) -> frozenset[str]:
    """The cities a row says of a body: none, one, or both.

    >>> cities_of(""), cities_of("西安"), sorted(cities_of("两市"))
    (frozenset(), frozenset({'西安'}), ['商洛', '西安'])
    """
    return _BOTH if city == BOTH else frozenset({city} - {""})


def same_city(one: str, other: str) -> bool:
    """Whether two rows may be at one site: a city that is not told contradicts none."""
    mine, theirs = cities_of(one), cities_of(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


@lru_cache(maxsize=50_000)
def tells_its_place(name: str, kind: str) -> bool:
    """Whether a folded name is one body wherever its sites are: a region in it, or a name the tables know as one.

    A registered name with its region is given once; 人民医院 and 兴农合作社 are in every county.

    >>> tells_its_place("西安宏兴乳业有限公司", "Enterprise"), tells_its_place("西北工业大学", "University")
    (True, True)
    >>> tells_its_place("编造总院西安研究所", "Institute"), tells_its_place("人民医院", "Institute")
    (True, False)
    >>> tells_its_place("宏兴乳业", "Enterprise"), tells_its_place("甲公司", "Enterprise")
    (False, False)
    """
    if kind in ("Person", "Place"):
        return False
    parts = take_apart(name)
    if len(meanings(in_full(folded(name)))) == 1:
        return True
    if not parts.form.sort or len(parts.middle) < 2:
        return False
    return bool(parts.region.codes) or any(region.level > 1 for region in regions_anywhere(name))


@lru_cache(maxsize=50_000)
def may_have_sites(name: str) -> bool:
    """Whether two bodies of this folded name in two cities may be one: no hospital, school or co-operative.

    >>> may_have_sites("宏兴乳业"), may_have_sites("人民医院"), may_have_sites("兴农核桃专业合作社")
    (True, False, False)
    """
    parts = take_apart(name)
    return len(parts.middle) >= 3 and parts.form.sort in _SITED


_SITED = frozenset({"", "firm", "works", "institute", "academy", "lab", "centre", "university", "bank", "press"})
