"""How well bodies under the central government share their large instruments, checked in 2018 and 2019.

The lists have no column of places: a body is of the two cities when another source places it there. A body that stands
in one year only did not close: nothing is concluded from its absence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean
from loaders.claims import Claims
from loaders.files import read_html_table
from loaders.rows import Row
from loaders.sources.bodies import known_or_left_out, state
from loaders.sources.notices import check_card
from loaders.spec import CoverageClaim, Publication, SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of both years; key: year and number. Raises `SourceError` when a card names another document."""
    for file, told in spec.lookups["announcements"].items():
        check_card(spec, file, told["number"])
        for row in read_html_table(spec, file, "序号", table=1):
            yield Row(row.file, row.number, f"{told['year']}/{row.key}", row.cells)


def publications(folder: Path, spec: SourceSpec) -> list[Publication]:  # noqa: ARG001 - as above
    """The two announcements."""
    return [
        Publication(
            id=_publication(told["year"]),
            publisher=spec.publisher,
            title=f"关于发布{spec.title.split('（')[0]}的通知（{told['number']}）",
            date=told["date"],
            mark=spec.mark,
            licence=spec.licence,
        )
        for told in spec.lookups["announcements"].values()
    ]


def _publication(year: str) -> str:
    return f"instrument_checks_{year}"


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What the coverage counts: the bodies of its year."""
    return row.key if spec.lookups["announcements"][row.file]["date"] == claim.first else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A body, its authority and the result of one year."""
    row.ignore("序号")
    told = spec.lookups["announcements"][row.file]
    printed, result = clean(row.pop("考核单位")), row.pop("结果")
    if result not in spec.lookups["results"]:
        out.reject("结果", result, "unknown-result", f"考核结果“{result}”不是{'、'.join(spec.lookups['results'])}")
    body = known_or_left_out(spec, printed, "单位", out)
    out.sources[:] = [_publication(told["year"])]
    host = state(body, out)
    indicator = spec.lookups["indicator"]
    value = out.node(
        "Observation",
        f"{body.body}{indicator}（{told['year']}）：{result}",
        keys={"record": f"{spec.id}:{row.key}"},
        value=result,
        period=told["year"],
        status="stated",
        note="" if printed == body.body else f"原表作“{printed}”",
    )
    out.tie("HAS_VALUE", host, value, at=told["date"])
    out.tie("OF_INDICATOR", value, out.node("Indicator", indicator))
    authority = row.pop("主管部门")
    if authority not in spec.lookups["authorities"]:
        out.reject("主管部门", authority, "unknown-authority", f"主管部门“{authority}”不在对照表中")
    out.tie("GOVERNED_BY", host, out.node("Agency", spec.lookups["authorities"][authority]), at=told["date"])
