"""Which side a place is on: 西安, 商洛, 其他, or "" when it is not told; always with the reason (model.md, "Sides")."""

from __future__ import annotations

from typing import NamedTuple

from graph.gazetteer.addresses import locate
from graph.gazetteer.model import Division
from graph.gazetteer.zones import Zone
from graph.schema.values import read_date

CITIES = {"6101": "西安", "6110": "商洛"}


class Side(NamedTuple):
    """`side` is 西安, 商洛, 其他 or ""; `reason` says why, in Chinese."""

    side: str
    reason: str


def side_of(place: Division | str, *, at: str = "") -> Side:
    """The side of a division or of an address. `at`: the date it is asked for ("" = today).

    A county decides by its code. 西咸新区 and its new towns are managed by Xi'an and count as 西安 from the date for
    which that is evidenced; before it they lie in two cities and only a county tells. 杨凌 is 其他. A province alone,
    or a place that several cities have, is not told.
    """
    if isinstance(place, Division):
        return _of_division(place)
    located = locate(place, at=at)
    deepest = located.deepest
    if located.zone is not None:
        found = _of_zone(located.zone, at)
        # A managed zone is on the side of its manager whatever county it lies in: 渭城区空港新城 since 2022-09.
        if located.county is None or (located.zone.since and found.side):
            return found
    if located.unsure:
        names = "、".join(f"{one.city or one.province}{one.name}" for one in located.unsure)
        return Side("", f"有 {len(located.unsure)} 个同名的区划：{names}")
    if deepest is None:
        return Side("", f"地址没有写明省市：{place.strip()}" if place.strip() else "没有地址")
    return _of_division(deepest)


def _of_division(place: Division) -> Side:
    if place.code == "610403":
        return Side("其他", "杨凌是省属示范区，不属西安")
    side = CITIES.get(place.code[:4])
    if side:
        return Side(side, f"{place.county or place.city}属{place.city}" if place.county else f"位于{place.city}")
    if place.code == "61":
        return Side("", "只写到陕西省，没有写明哪个市")
    return Side("其他", f"位于{place.province}{place.city if place.city != place.province else ''}，不属两市")


def _of_zone(zone: Zone, at: str) -> Side:
    day = read_date(at).last if at else None
    known = read_date(zone.since).first if zone.since else None
    if day is not None and known is not None and day < known:
        return Side("", f"{zone.name}在 {zone.since} 以前是否由西安市代管，没有依据")
    return Side(zone.side, zone.reason)
