"""Which body does a text mean?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.deps import StoreDep
from api.parameters import listed
from api.replies import Format, answers, reply
from graph.answers import Answer, SearchAnswer
from graph.search import search

router = APIRouter(tags=["search"])
COLUMNS = ("id", "kind", "name", "city", "place", "why", "certain", "score")


@router.get("/search", summary="按名称、简称、拼音或编号找", response_model=Answer[SearchAnswer], responses=answers())
def get_search(
    store: StoreDep,
    q: Annotated[str, Query(min_length=1, max_length=200, description="名称、简称、拼音或编号", examples=["西安交大"])],
    kind: Annotated[
        list[str] | None, Query(max_length=20, description="只要这些类别", examples=[["University"]])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 10,
    format: Format = "json",
) -> Response:
    """Hits in order: exact, alias, former name, then alike (`certain` false). An empty list when nothing fits."""
    answer = search(store, q, limit=limit, kinds=listed(kind))
    return reply(answer, format, COLUMNS, (hit.model_dump() for hit in answer.data.hits))
