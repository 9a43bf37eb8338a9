"""An answer as a reply: JSON, or CSV that a spreadsheet opens (UTF-8 with BOM)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Query, Response
from pydantic import BaseModel

from api.problems import PROBLEM
from graph.spreadsheet import as_csv

Format = Annotated[Literal["json", "csv"], Query(description="json 或 csv（带 BOM 的 UTF-8，电子表格可直接打开）")]

Rows = Iterable[Mapping[str, Any]]

EVERY = (401, 405, 413, 422, 500, 503, 504)
"""Statuses that any question can end with."""
WORDS = {
    400: "请求体不是 UTF-8 的文字",
    401: "缺少密钥",
    404: "没有所指的对象",
    405: "不支持这种请求方法",
    409: "名称可以指几个对象，见 candidates",
    413: "请求体过大",
    415: "不支持这种内容类型",
    422: "参数有误，见 errors",
    500: "内部错误",
    503: "数据库连不上，见 Retry-After",
    504: "查询超时",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem replies of a route, for the OpenAPI document; those every route can give are always in."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"content": content, "description": WORDS[status]} for status in sorted({*EVERY, *statuses})}


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The replies of a route that answers a question: its answer also as CSV, and its problems."""
    table = {"text/csv": {"schema": {"type": "string"}}}
    return {200: {"content": table, "description": "答案"}, **problems(*statuses)}


def reply(
    answer: BaseModel, form: str, columns: Sequence[str], rows: Rows, headers: Mapping[str, str] | None = None
) -> Response:
    """The answer in the form asked for; `rows` are read only for CSV."""
    if form == "csv":
        kept = {"Content-Disposition": 'attachment; filename="xishang.csv"', **(headers or {})}
        return Response(as_csv(columns, rows), media_type="text/csv; charset=utf-8", headers=kept)
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json", headers=headers)
