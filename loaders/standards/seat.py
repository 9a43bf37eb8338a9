"""Where a body is, checked against its name: a place of the record that contradicts the name is not believed.

ROR has a hospital of Shangluo placed in Liaoning. What starts with the name of a division of the two cities and is
placed elsewhere counts to the city of its name, and the contradiction is reported; unless the name holds that other
place too (西安某大学深圳研究院 is in Shenzhen).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.gazetteer import Division, division
from graph.gazetteer.names import index, short_name
from loaders.claims import Claims
from loaders.standards.romanised import latin_key, places

CITIES = {"6101": "西安", "6110": "商洛"}


@dataclass(frozen=True)
class Printed:
    """A place as a record gives it: city, province or state, and country (ISO code or name), each may be empty."""

    city: str
    region: str = ""
    country: str = ""

    @property
    def text(self) -> str:
        """For messages."""
        return "，".join(part for part in (self.city, self.region, self.country) if part)

    @property
    def chinese(self) -> bool:
        """Whether it is, or may be, in China."""
        return self.country.lower() in ("", "cn", "china", "中国", "people's republic of china")


@dataclass(frozen=True)
class Seat:
    """`city` (西安, 商洛, 其他 or "") with its reason; `places` are the divisions the body lies in."""

    city: str
    reason: str
    places: tuple[Division, ...] = ()


def seat_of(names: Sequence[str], printed: Sequence[Printed], out: Claims, column: str) -> Seat:
    """The seat of a body of these names (the shown one first). Reports what contradicts the name or cannot be read."""
    stated = [(one, _stated(one)) for one in printed if one.text]
    here = tuple(found for _, found in stated if found is not None and found.code[:4] in CITIES)
    named = next((found for name in names if (found := named_for(name))), None)
    if named is not None and stated and not here and not any(_in_names(one, names) for one, _ in stated):
        city = CITIES[named.code[:4]]
        reason = f"名称以“{named.name}”开头；来源所记地点“{stated[0][0].text}”与名称不符，以名称为准"
        out.cannot_place(column, stated[0][0].text, "place-contradicts-name", reason)
        return Seat(city, reason)
    if here:
        cities = {CITIES[found.code[:4]] for found in here}
        if named is not None and CITIES[named.code[:4]] not in cities:
            why = f"名称以“{named.name}”开头，而来源记其在{here[0].name}；可能是飞地或分支，按来源所记"
            out.cannot_place(column, stated[0][0].text, "place-differs-from-name", why)
        city = next(iter(cities)) if len(cities) == 1 else ""
        return Seat(city, f"来源所记地点为{'、'.join(found.name for found in here)}", here)
    for one, found in stated:
        if found is None and _may_be_here(one):
            out.cannot_place(column, one.text, "place-unknown", f"认不出地点“{one.text}”")
            return Seat("", "")
    return Seat("其他", f"来源所记地点为 {stated[0][0].text}") if stated else Seat("", "")


def named_for(name: str) -> Division | None:
    """The division of the two cities that a name starts with: a city, or a county with 区 or 县; None for any other."""
    for length in range(min(len(name), 7), 1, -1) if name[:2] in _openings() else ():
        found = division(name[:length])
        if found is not None and (len(found.code) == 4 or name[length - 1] in "区县市"):
            return found if found.code[:4] in CITIES else None
    first = name.split(" ")[0] if name.isascii() else ""
    found_latin = [one for one in places(first) if len(one.code) == 4] if first else []
    return found_latin[0] if len(found_latin) == 1 and found_latin[0].code in CITIES else None


@cache
def _openings() -> frozenset[str]:
    """The first two characters of every name, full, short or old, that may lead to the two cities: most names have
    others and need no look."""
    ours = {name[:2] for name, named in index().items() if any(n.division.code[:4] in (*CITIES, "61") for n in named)}
    return frozenset(ours | {"中国", "中华"})


def _stated(one: Printed) -> Division | None:
    if not one.chinese:
        return None
    found = places(one.city, one.region) or [d for d in (division(one.city, within=one.region),) if d]
    # A name of several divisions is none of ours only if none of them is.
    ours = [d for d in found if d.code[:4] in CITIES]
    if ours and len(found) > 1:
        return None
    return found[0] if found else None


def _may_be_here(one: Printed) -> bool:
    """Whether a place that was not recognised may be in Shaanxi."""
    region = places(one.region) if one.region else []
    return one.chinese and (not region or any(d.code == "61" for d in region))


def _in_names(one: Printed, names: Sequence[str]) -> bool:
    key = latin_key(one.city)
    short = {short_name(found.name, found) or found.name for found in places(one.city)}
    return any(
        (key and key in latin_key(name)) or one.city in name or any(word in name for word in short) for name in names
    )
