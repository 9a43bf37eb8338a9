"""State key laboratories of 2019: a row for each host of a laboratory, so a joint laboratory repeats its number.

The list is read whole (its coverage is the whole country); the column of places decides what is of the two cities.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.claims import Claims
from loaders.files import read_xlsx
from loaders.rows import Row
from loaders.sources.bodies import kind_of
from loaders.spec import CoverageClaim, SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of the sheet; key: number of the laboratory and host."""
    yield from read_xlsx(spec, spec.files[0], lambda cells: f"{cells['NO']}/{cells['institution']}")


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:  # noqa: ARG001 - the same form for every source
    """What the coverage counts: laboratories, not the rows of their hosts."""
    return row.raw["NO"].strip()


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A laboratory, its place, one host and the authority in charge."""
    printed_place = row.pop("province_raw")
    if not printed_place:
        out.reject("province_raw", "", "empty-place", "地点为空，无法判断是否在两市")
    if printed_place not in spec.lookups["places"]:
        out.leave_out("地点不在两市")
    place = spec.lookups["places"][printed_place]
    city = place["name"].removesuffix("市")
    year = row.pop("year")
    lab = out.node("Platform", row.pop("name"), city=city, kind="重点实验室", number=row.pop("NO"))
    row.ignore("type", "index", "area", "start_year")  # start_year is empty in all rows
    site = out.node("Place", place["name"], keys={"division": place["code"]}, city=city)
    out.tie("LOCATED_IN", lab, site, at=year)
    printed = row.pop("institution")
    name = spec.lookups["renamed"].get(printed, printed)
    former = ((printed, ""),) if name != printed else ()
    reason = f"名单所列实验室的地点为{place['name']}"
    host = out.node(kind_of(name), name, city=city, city_reason=reason, former=former)
    out.tie("HOSTS", host, lab, at=year)
    authority = row.pop("administrator")
    if authority not in spec.lookups["administrators"]:
        out.reject("administrator", authority, "unknown-authority", f"主管部门“{authority}”不在对照表中")
    body = spec.lookups["administrators"][authority]
    note = "" if body == authority else f"原表作“{authority}”"
    out.tie("GOVERNED_BY", lab, out.node("Agency", body), at=year, note=note)
