"""Posts of the modern agriculture industry system, 2017: who holds which post of which system, and the home body.

Names of natural persons in a public role; only those of a body of the two cities enter. Merged cells hold their value
in the first row only and are filled down.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean
from loaders.claims import Claims
from loaders.files import read_xlsx
from loaders.rows import Row
from loaders.sources.bodies import known_or_left_out, state
from loaders.spec import SourceSpec

SYSTEM, LABORATORY = "体系名称", "功能研究室"


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows, filled down; key: number of the post."""
    system = laboratory = ""
    for row in read_xlsx(spec, spec.files[0], "序号"):
        if row.cells[SYSTEM]:
            system, laboratory = row.cells[SYSTEM], ""
        laboratory = row.cells[LABORATORY] or laboratory
        filled = row.cells | {SYSTEM: system, LABORATORY: laboratory}
        yield Row(row.file, row.number, row.key, filled, row.sheet)


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A person with home body, system and post."""
    row.ignore("序号")
    printed = clean(row.pop("工作单位"))
    body = known_or_left_out(spec, printed, "工作单位", out)
    system, laboratory, post = (clean(row.pop(column)) for column in (SYSTEM, LABORATORY, "岗位名称"))
    home = state(body, out)
    person = out.node("Person", row.pop("姓名"), within=body.body)
    team = out.node("Team", f"国家{system}产业技术体系", kind="产业技术体系")
    role = f"{laboratory}{post}岗位专家"
    out.tie("WORKS_AT", person, home, at=spec.date)
    out.tie("MEMBER_OF", person, team, at=spec.date, role=role)
    out.tie("HAS_ROLE", person, out.node("Topic", "现代农业产业技术体系岗位专家"), at=spec.date, role=role)
