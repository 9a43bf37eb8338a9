"""A box for names: what each means, as a page and as a CSV to take along."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from api.deps import StoreDep
from api.pages import html
from graph.errors import UsageError, XishangError
from graph.name_list import COLUMNS, SURE_WORDS, names_pasted, shown_beside, table
from graph.resolve import AT_MOST, resolve_names
from graph.spreadsheet import as_csv

router = APIRouter()
Fields = dict[str, str]


async def fields_of(request: Request) -> Fields:
    """The fields of a form as a browser sends them, the last value of each."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, f"请求体应为 application/x-www-form-urlencoded，给的是 {kind or '（未注明）'}")
    try:
        found = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=10, errors="strict")
    except ValueError as error:
        raise UsageError("表单读不了", way_out="请从 /resolve 页面提交") from error
    return {name: values[-1] for name, values in found.items()}


@router.get("/resolve")
def box() -> Response:
    """The empty box."""
    return _page("")


@router.post("/resolve")
def resolved(store: StoreDep, fields: Annotated[Fields, Depends(fields_of)]) -> Response:
    """The table of what was pasted, or the same as CSV; what cannot be read is said above the box, which keeps it."""
    pasted = fields.get("names", "")
    try:
        answer = resolve_names(store, names_pasted(pasted))
    except XishangError as error:
        if error.status != 422:
            raise
        return _page(pasted, error=error, status=422)
    if fields.get("as") == "csv":
        headers = {"Content-Disposition": 'attachment; filename="xishang-resolve.csv"'}
        body = as_csv(COLUMNS, table(answer.data.rows))
        return Response(body, media_type="text/csv; charset=utf-8", headers=headers)
    return _page(pasted, answer=answer)


def _page(pasted: str, *, answer: object = None, error: XishangError | None = None, status: int = 200) -> Response:
    return html(
        "resolve.html.j2",
        status=status,
        meta=getattr(answer, "meta", None),
        answer=getattr(answer, "data", None),
        error=error,
        pasted=pasted,
        at_most=AT_MOST,
        words=SURE_WORDS,
        beside=shown_beside,
    )
