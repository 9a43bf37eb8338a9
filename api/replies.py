"""An answer as a reply: JSON, or CSV that a spreadsheet opens (UTF-8 with BOM)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Query, Response
from pydantic import BaseModel

from api.problems import PROBLEM, Problem

Format = Annotated[Literal["json", "csv"], Query(description="json 或 csv（带 BOM 的 UTF-8，电子表格可直接打开）")]

# A cell that starts so would be run as a formula by a spreadsheet (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Rows = Iterable[Mapping[str, Any]]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem replies of a route, for the OpenAPI document; those every route can give are always in."""
    every = {401, 405, 422, 500, 503, 504, *statuses}
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"model": Problem, "content": content, "description": "problem"} for status in sorted(every)}


def reply(answer: BaseModel, form: str, columns: Sequence[str], rows: Rows) -> Response:
    """The answer in the form asked for; `rows` are read only for CSV."""
    if form == "csv":
        return Response(as_csv(columns, rows), media_type="text/csv; charset=utf-8")
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")


def as_csv(columns: Sequence[str], rows: Rows) -> bytes:
    """A table as CSV with BOM; lists are joined by ；, formulas are made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def cell(value: Any) -> str:
    """A value as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return str(value)
    text = "；".join(cell(item) for item in value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
