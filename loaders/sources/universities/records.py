"""The Ministry of Education's list of schools: one row a school, keyed by its ten-digit code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.claims import Claims
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import CoverageClaim, SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of the list."""
    yield from read_csv(spec, spec.files[0], lambda cells: cells["学校标识码"].strip())


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:  # noqa: ARG001 - the same form for every source
    """What a coverage counts: the schools of its city."""
    return row.key if row.raw["所在地"].strip() == claim.place else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A school, its seat and its authority. One name holds a line break; cleaning takes it out."""
    code, name = row.pop("学校标识码"), row.pop("学校名称")
    place = _known(row, out, "所在地", spec.lookups["cities"])
    level = _known(row, out, "办学层次", spec.lookups["levels"])
    remark = _known(row, out, "备注", spec.lookups["remarks"])
    authority = _known(row, out, "主管部门", spec.lookups["authorities"])
    row.ignore("序号")  # its number in the national list, which other years do not keep
    renamed = spec.lookups["renamed"].get(code)
    school = out.node(
        "University",
        renamed["name"] if renamed else name,
        keys={"moe": code},
        city=place.removesuffix("市"),
        former=((name, renamed["until"]),) if renamed else (),
        level=level,
        authority=authority,
        note=remark,
    )
    city = out.node("Place", place, keys={"division": spec.lookups["cities"][place]}, city=place.removesuffix("市"))
    out.tie("LOCATED_IN", school, city, at=spec.date)
    body = spec.lookups["authorities"][authority]
    note = "" if body == authority else f"原表作“{authority}”"
    out.tie("GOVERNED_BY", school, out.node("Agency", body), at=spec.date, note=note)


def _known(row: Row, out: Claims, column: str, allowed: dict[str, object] | list[str]) -> str:
    value = row.pop(column)
    if value not in allowed:
        out.reject(column, value, "unknown-value", f"“{column}”的取值“{value}”未见过")
    return value
