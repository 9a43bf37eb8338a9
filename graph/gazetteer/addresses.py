"""The division and zone that an address lies in, as far as the address says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.gazetteer.model import Division
from graph.gazetteer.names import index, longest, name_key
from graph.gazetteer.places import below
from graph.gazetteer.tables import divisions
from graph.gazetteer.zones import Zone, zone
from graph.schema.values import is_nothing

# Behind a short name these make it the name of a road or a gate (长安路, 西安路, 商州大道), not a place.
ROAD = re.compile(
    r"[东西南北中]?(?:[一二三四五六七八九十]{0,2})(?:路|街(?!道)|大街|大道|道|巷|胡同|桥|门|广场|大厦|商厦|酒店|宾馆)"
)
PARTS = re.compile(r"[（(【\[]?(?:地址|住所|注册地址?|通讯地址)[:：]?|[）)】\]]$")


@dataclass(frozen=True)
class Located:
    """What an address says: the divisions it names on the way down (None where it names none), zone, and the rest."""

    province: Division | None
    city: Division | None
    county: Division | None
    town: Division | None
    zone: Zone | None
    rest: str
    unsure: tuple[Division, ...] = ()
    """What the name may mean when several divisions bear it."""

    @property
    def deepest(self) -> Division | None:
        """The smallest division named."""
        return self.town or self.county or self.city or self.province


def county_of(address: str) -> Division | None:
    """The county or district of an address, or None when it does not say one.

    >>> county_of("陕西省商洛市商州区大荆镇").name, county_of("西安市高新区科技路")
    ('商州区', None)
    """
    return locate(address).county


def locate(address: str, *, at: str = "") -> Located:
    """Read an address from the left: province, city, county, town, each below the one before, none of them needed.

    Provinces and cities may stand without 省 and 市; a county or town needs its full name, of today or of its time,
    since 长安路 is no 长安区. A town tells its county where the city is known. What several places may be is not
    told: 鼓楼区 alone gives nothing.
    """
    if is_nothing(address):
        return _located([], None, "")
    rest = PARTS.sub("", name_key(address))
    above: list[Division] = []
    while rest and (step := _step(above, rest, at)):
        above, rest = step
    certain = above[0] if len(above) == 1 else _common(above)
    city = certain.code[:4] if certain else ""
    unsure = tuple(above) if len(above) > 1 else ()
    return _located([certain] if certain else [], zone(rest, city), rest, unsure)


def _step(above: list[Division], rest: str, at: str) -> tuple[list[Division], str] | None:
    """The next name and what remains behind it."""
    names = index()
    for length in range(min(len(rest), longest()), 1, -1):
        if rest[:length] not in names:
            continue
        found = below(above, rest[:length], at, full_only=True)
        if not found:
            short = below(above, rest[:length], at)
            # Short only for provinces and cities; the whole text may be a short name too.
            found = [one for one in short if len(one.code) < (7 if length == len(rest) else 6)]
            if ROAD.match(rest[length:]):
                found = []
        if found:
            return found, rest[length:]
    return None


def _common(several: list[Division]) -> Division | None:
    """The smallest division that holds them all: two towns of one name in one city give the city."""
    for length in (6, 4, 2):
        codes = {one.code[:length] for one in several if len(one.code) >= length}
        if len(codes) == 1 and all(len(one.code) >= length for one in several):
            return divisions().get(codes.pop())
    return None


def _located(found: list[Division], at_zone: Zone | None, rest: str, unsure: tuple[Division, ...] = ()) -> Located:
    code = found[0].code if found else ""
    lengths = (2, 4, 6, 9)
    levels = [divisions().get(code[:length]) if len(code) >= length else None for length in lengths]
    return Located(levels[0], levels[1], levels[2], levels[3], at_zone, rest, unsure)
