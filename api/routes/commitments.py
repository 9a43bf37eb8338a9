"""What was promised, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from api.cursors import Pages
from api.deps import StoreDep
from api.replies import Format, answers, reply
from graph.answers import Answer, CommitmentDetail, CommitmentList, CommitmentRow
from graph.board import commitment, commitments, natural

router = APIRouter(tags=["commitments"])
COLUMNS = ("key", "chapter", "parent", "leaf", "text", "direction", "regularity", "state", "reason", "facts")
EVIDENCE = ("text", "record", "stage", "date_text", "background", "sources")


@router.get("/commitments", summary="协议条款一览", response_model=Answer[CommitmentList], responses=answers())
def get_commitments(
    request: Request,
    store: StoreDep,
    state: Annotated[Literal["linked", "none_found", "not_collected"] | None, Query(description="只要这种状态")] = None,
    direction: Annotated[Literal["西安→商洛", "商洛→西安", "both"] | None, Query(description="只要这个方向")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 200,
    cursor: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """All commitments in the order of the agreement; a leaf has a state, a parent has none of its own."""
    answer = commitments(store)
    rows = [
        row
        for row in answer.data.rows
        if (state is None or row.state == state) and (direction is None or row.direction == direction)
    ]
    pages = Pages(request)
    after = pages.after(cursor)
    rows = [row for row in rows if after is None or natural(row.key) > after]
    page = rows[:limit]
    following = pages.cursor(natural(page[-1].key) if len(rows) > limit else None)
    shown = answer.model_copy(
        update={
            "data": answer.data.model_copy(update={"rows": page, "next": following}),
            "meta": answer.meta.model_copy(update={"parameters": {"state": state, "direction": direction}}),
        }
    )
    return reply(shown, format, COLUMNS, _cells(page), pages.link(following))


@router.get("/commitments/{key}", summary="一条条款", response_model=Answer[CommitmentDetail], responses=answers(404))
def get_commitment(
    store: StoreDep,
    key: Annotated[str, Path(max_length=100, description="条款编号或节点编号", examples=["C3"])],
    format: Format = "json",
) -> Response:
    """One commitment with the facts that bear on it; as CSV, those facts."""
    answer = commitment(store, key)
    facts = (
        fact.model_dump(exclude={"sources"}) | {"sources": [f"{s.publisher}《{s.title}》" for s in fact.sources]}
        for fact in answer.data.evidence
    )
    return reply(answer, format, EVIDENCE, facts)


def _cells(rows: Iterable[CommitmentRow]) -> Iterable[dict[str, Any]]:
    return (row.model_dump() for row in rows)
