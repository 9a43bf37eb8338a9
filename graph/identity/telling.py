"""What the tables of names say about a pair: known to be one body, known to be two, or a short name of several."""

from __future__ import annotations

from graph.identity.abbreviations import schools_meant
from graph.identity.called import RELATIVE
from graph.identity.kinds import of_kind
from graph.identity.known import (
    how,
    is_listed,
    meanings,
    merged_into,
    name_of,
    only_in_register,
    place_of,
    standing_like,
)
from graph.identity.likeness import homophones, slip
from graph.identity.named import Verdict, different, queue, same
from graph.identity.regions import Region, region_in, relation
from graph.identity.takeapart import Parts

_HOW = {"short": "简称", "former": "曾用名", "english": "英文名", "stock": "证券简称", "other": "别名"}


def by_tables(
    one: Parts, other: Parts, places: tuple[Region, Region], kinds: tuple[str, str] = ("", "")
) -> Verdict | None:
    """The verdict of the tables; None where they know too little. `kinds` as the rows have them."""
    mine, sure_mine = meant(one, places[0], kinds[0])
    theirs, sure_theirs = meant(other, places[1], kinds[1])
    if mine and theirs:
        return _both_known(one, other, mine, theirs, sure=sure_mine and sure_theirs)
    return None


def slip_of_known(one: Parts, other: Parts, places: tuple[Region, Region]) -> Verdict | None:
    """Whether one name is known and the other, known to no table, is one character away from it."""
    mine, theirs = meant(one, places[0])[0], meant(other, places[1])[0]
    if bool(mine) == bool(theirs):
        return None
    return _slip_of_a_known_name(*((mine, other) if mine else (theirs, one)))


def meant(parts: Parts, place: Region, kind: str = "") -> tuple[frozenset[str], bool]:
    """The standing names a name may have, place and kind telling between several; and whether a table says so."""
    text = parts.text
    found = meanings(parts.printed) or (frozenset() if parts.site.text else meanings(text))
    if not found and parts.parents and not parts.site.text:
        found = meanings("".join(parts.parents) + parts.unit)
    sure = bool(found)
    if not found and not parts.parents and not parts.site.text:
        found, sure = schools_meant(text)
    if len(found) > 1 and place.codes:
        fitting = [name for name in found if place_of(name) and relation(region_in(place_of(name)), place) != "apart"]
        found = frozenset(fitting) if len(fitting) == 1 else found
    if text.startswith(RELATIVE):  # 省人民医院 is another body in each province
        lying = {name: relation(region_in(name_of(name)[:12]), place) for name in found}
        found = frozenset(name for name in found if lying[name] != "apart")
        sure = sure and all(told != "untold" for told in lying.values())
    return of_kind(found, kind), sure


def _both_known(
    one: Parts, other: Parts, mine: frozenset[str], theirs: frozenset[str], *, sure: bool
) -> Verdict | None:
    if mine == theirs and len(mine) == 1:
        name = next(iter(mine))
        says = "；".join(
            f"“{parts.text}”是{name_of(name)}的{_HOW.get(how(parts.text, name), '简称')}"
            for parts in (one, other)
            if parts.text != name
        )
        return same(says or "名称相同", 0.98) if sure else queue(f"按简称规则，{says}", 0.8)
    if mine & theirs:
        unclear = one if len(mine) > 1 else other
        names = "、".join(sorted(name_of(name) for name in (mine if unclear is one else theirs)))
        return queue(f"“{unclear.text}”可以指{names}", 0.6)
    if not sure or only_in_register(mine) or only_in_register(theirs):
        return None
    pair = [name_of(min(names)) for names in (mine, theirs)]
    for gone, kept in ((min(mine), min(theirs)), (min(theirs), min(mine))):
        if year := merged_into(gone, kept):
            return different(f"{name_of(gone)} {year} 年并入{name_of(kept)}，前后是两个主体", 0.4, veto=True)
    if len(mine) == len(theirs) == 1 and _upgraded(*pair):
        return queue(f"{pair[0]}与{pair[1]}可能是更名前后", 0.6)
    return different(f"已知是两个主体：{pair[0]} / {pair[1]}", 0.2, veto=True)


def _upgraded(one: str, other: str) -> bool:
    """学院 and 大学 of one stem, of which the list of schools holds at most one."""
    stems = one[:-2] == other[:-2] and {one[-2:], other[-2:]} == {"大学", "学院"}
    return stems and not (is_listed(one) and is_listed(other))


def another_name_of_a_school(one: Parts, other: Parts, places: tuple[Region, Region]) -> Verdict | None:
    """A listed school, and a school's name that no table knows, of the same region: most likely what it was called.

    Schools are few and listed; an unlisted one of the same seat that shares a word is for a person to look at.
    """
    mine, theirs = meant(one, places[0])[0], meant(other, places[1])[0]
    if bool(mine) == bool(theirs) or one.parents or other.parents or one.numbers != other.numbers:
        return None
    known, listed, unknown = (mine, one, other) if mine else (theirs, other, one)
    if len(known) != 1 or not {listed.form.sort, unknown.form.sort} <= _SCHOOLS:
        return None
    seat = region_in(place_of(next(iter(known)))) if place_of(next(iter(known))) else listed.region
    lying = relation(seat, unknown.region)
    if not listed.middle and unknown.core:
        return None
    if lying == "apart" or not (lying != "untold" or _pairs(listed.middle) & _pairs(unknown.middle)):
        return None
    return queue(f"“{unknown.text}”不在学校名录里，可能是{name_of(next(iter(known)))}的曾用名或新名", 0.5)


_SCHOOLS = frozenset({"university", "college", "school"})


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _slip_of_a_known_name(known: frozenset[str], unknown: Parts) -> Verdict | None:
    """An unknown name one character away from a known one, and from no other known one."""
    if len(known) != 1 or unknown.parents:
        return None
    name, text = next(iter(known)), unknown.text
    if len(name) < 5 or not slip(name, text):
        return None
    nearest = [other for other in standing_like(name) if other != name and (other == text or slip(other, text))]
    if nearest:
        return queue(f"“{text}”像是{name_of(name)}写错一字，也像{name_of(nearest[0])}", 0.6)
    if homophones(name, text) or sorted(name) == sorted(text):
        return same(f"“{text}”是{name_of(name)}的同音或颠倒之误，没有别的学校或机构相近", 0.88)
    return queue(f"“{text}”像是{name_of(name)}写错一字", 0.75)
