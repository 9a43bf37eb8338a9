"""Made up for the bench: projects with who undertakes them, partners and place. Nothing of it is real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.claims import Claims
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import SourceSpec

KINDS = {"大学": "University", "研究所": "Institute"}


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """Rows of `projects.csv`, keyed by the number of the project."""
    yield from read_csv(spec, "projects.csv", "项目编号")


def understand(row: Row, out: Claims, _spec: SourceSpec) -> None:
    """A project, the body that undertakes it, the bodies it is built with, and where it is."""
    number, year = row.pop("项目编号"), row.pop("年度")
    project = out.node("Project", row.pop("项目名称"), keys={"project_number": number}, number=number)
    lead = row.pop("承担单位")
    out.tie("UNDERTOOK", out.node(_kind(lead), lead), project, at=year)
    for partner in filter(None, row.pop("合作单位").split("、")):
        out.tie("CO_BUILT_BY", project, out.node(_kind(partner), partner), at=year, role="合作单位")
    out.tie("LOCATED_IN", project, out.node("Place", row.pop("实施地点")))


def _kind(name: str) -> str:
    return next((kind for end, kind in KINDS.items() if name.endswith(end)), "Enterprise")
