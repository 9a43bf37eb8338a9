"""National key R&D projects with lead body and leader, as announced; a project announced twice is one node.

Both rows state the node by its number, so each fills what the other leaves empty. The lists have no column of places:
a project is of the two cities when its lead body is known there (`loaders/sources/bodies.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from graph.schema.values import clean, fold
from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.sources.bodies import known, state
from loaders.spec import CoverageClaim, SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows; key: day of the announcement and number of the project, or its name where it has no number."""
    yield from read_csv(spec, spec.files[0], _key)


def _key(cells: dict[str, str]) -> str:
    return f"{cells['公示日期']}/{_project(cells)}"


def _project(cells: dict[str, str]) -> str:
    return cells["项目编号"] or fold(cells["项目名称"])


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:  # noqa: ARG001 - the same form for every source
    """What the coverage counts: projects, not their announcements."""
    return _project(row.raw)


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A project, who undertakes it and who leads it."""
    row.ignore("年度", "序号")  # the folder's year is not always the project's; the number is one of the announcement
    printed = clean(row.pop("项目牵头承担单位"))
    body = known(spec, printed)
    if body is None:
        out.leave_out(_why_not(printed, spec))
    number = row.pop("项目编号").rstrip("*")
    project = out.node(
        "Project",
        row.pop("项目名称"),
        keys={"project_number": number} if number else {},
        kind="research",
        number=number,
        programme=programme(row.pop("专项"), spec),
        funding=yuan(row.pop("中央财政经费（万元）"), out, spec),
        duration=years(row.pop("项目实施周期（年）"), out, spec),
        note="项目编号为临时编号" if number.startswith("SQ") else "",
    )
    lead = state(body, out)
    day = row.pop("公示日期")
    note = f"公示日期 {day[:4]}-{day[4:6]}-{day[6:]}" + (f"，原表作“{printed}”" if printed != body.body else "")
    out.tie("UNDERTOOK", lead, project, role="牵头承担单位", note=note)
    leader = clean(row.pop("项目负责人"))
    if leader not in spec.lookups["nothing"]:
        _leader(leader, lead, project, out)


def _leader(name: str, lead: NodeClaim, project: NodeClaim, out: Claims) -> None:
    """The leader. The list puts him beside the lead body and does not say that he works there: that tie is inferred."""
    person = out.node("Person", name, within=lead.name)
    out.tie("LED", person, project, role="项目负责人")
    out.tie("WORKS_AT", person, lead, inferred=True, note="名单只列牵头单位与负责人，任职单位为推断")


def _why_not(lead: str, spec: SourceSpec) -> str:
    elsewhere = spec.lookups["elsewhere"].get(lead)
    if elsewhere:
        return f"牵头单位在{elsewhere}，不属两市"
    if any(hint in lead for hint in spec.lookups["name_hints"]):
        return "牵头单位名称含西安、商洛或陕西，所在地未收录"
    return "牵头单位不是两市已知机构"


def programme(cell: str, spec: SourceSpec) -> str:
    """A programme without stray quotation marks and the words that only some announcements add.

    `“科技冬奥”重点专项` → 科技冬奥; `固废资源化定向` and `固废资源化（定向）` → 固废资源化（定向）.
    """
    name = re.sub(r"[“”\"]|重点专项", "", clean(cell))
    name = re.sub(r"(?<![（])定向$", "（定向）", name)
    return str(spec.lookups["programmes"].get(name, name))


def yuan(cell: str, out: Claims, spec: SourceSpec) -> float | None:
    """Money printed in 万元 as yuan; `*` and nothing are nothing."""
    number = _number(cell, "中央财政经费（万元）", out, spec)
    return None if number is None else float(number * 10_000)


def years(cell: str, out: Claims, spec: SourceSpec) -> float | None:
    """A period in years: `3`, `5年`, `2 年` with a no-break space, `3. 5年` → 3.5."""
    number = _number(cell.rstrip("年"), "项目实施周期（年）", out, spec)
    return None if number is None else float(number)


def _number(cell: str, column: str, out: Claims, spec: SourceSpec) -> Decimal | None:
    text = re.sub(r"\s", "", cell)
    if text in spec.lookups["nothing"]:
        return None
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        out.reject(column, cell, "not-a-number", f"“{cell}”不是数")
    return Decimal(text)
