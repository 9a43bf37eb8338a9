"""Free Cypher, read-only, past the gates of `graph.free`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Request, Response

from api.audit import audit
from api.deps import StoreDep
from api.replies import Format, problems, reply
from graph.answers import Answer, CypherAnswer
from graph.catalogue import get
from graph.errors import XishangError
from graph.free import CypherQuestion, ask_cypher

router = APIRouter(tags=["cypher"])

EXAMPLE = {"statement": get("read/co_built").text, "parameters": {"limit": 50}, "limit": 50}


@router.post(
    "/cypher",
    summary="只读 Cypher",
    response_model=Answer[CypherAnswer],
    responses=problems(413),
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
    except XishangError as error:
        audit(request, question.statement, error.code)
        raise
    audit(request, question.statement, "answered")
    columns = answer.data.columns
    return reply(answer, format, columns, (dict(zip(columns, row, strict=True)) for row in answer.data.rows))
