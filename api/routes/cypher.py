"""Free Cypher, read-only, past the gates of `graph.free`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Depends, HTTPException, Request, Response

from api.audit import audit
from api.deps import StoreDep
from api.replies import Format, answers, reply
from graph.answers import Answer, CypherAnswer
from graph.catalogue import get
from graph.errors import XishangError
from graph.free import CypherQuestion, ask_cypher

router = APIRouter(tags=["cypher"])

EXAMPLE = {"statement": get("read/co_built").text, "parameters": {"limit": 50}, "limit": 50}


async def json_only(request: Request) -> None:
    """Refuse a body that does not say it is JSON (415)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, f"请求体应为 application/json，给的是 {kind or '（未注明）'}")


@router.post(
    "/cypher",
    summary="只读 Cypher",
    response_model=Answer[CypherAnswer],
    responses=answers(400, 415),
    dependencies=[Depends(json_only)],
)
def post_cypher(
    request: Request,
    store: StoreDep,
    question: Annotated[CypherQuestion, Body(openapi_examples={"共建": {"value": EXAMPLE}})],
    format: Format = "json",
) -> Response:
    """Runs one read-only statement with a time limit and a row cap; `meta.truncated` says when rows were left."""
    try:
        answer = ask_cypher(store, question)
    except Exception as error:
        audit(request, question.statement, error.code if isinstance(error, XishangError) else "internal-error")
        raise
    audit(request, question.statement, "answered")
    columns = answer.data.columns
    return reply(answer, format, columns, (dict(zip(columns, row, strict=True)) for row in answer.data.rows))
