"""What the graph rests on, and what it covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.cursors import decode, encode
from api.deps import StoreDep
from api.replies import Format, problems, reply
from graph.answers import Answer, CoverageList, SourceList, SourceRow
from graph.library import coverage, sources

router = APIRouter(tags=["sources"])
SOURCES = ("id", "publisher", "title", "date", "mark", "url", "licence", "records", "read", "loaded", "rejected")
COVERAGE = ("source", "publisher", "about", "place", "state", "as_of", "declared", "loaded")


@router.get("/sources", summary="来源一览", response_model=Answer[SourceList], responses=problems())
def get_sources(
    store: StoreDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """Publications and loaded files, by id. An address is a link only where the publisher's own host served it."""
    after = decode(cursor, (str,))
    answer = sources(store, after=str(after[0]) if after else "", limit=limit)
    following = encode(answer.data.next) if answer.data.next else None
    data = answer.data.model_copy(update={"next": following})
    return reply(answer.model_copy(update={"data": data}), format, SOURCES, _cells(data.rows))


@router.get("/coverage", summary="收录范围", response_model=Answer[CoverageList], responses=problems())
def get_coverage(
    store: StoreDep,
    about: Annotated[
        list[str] | None, Query(max_length=100, description="节点类别或关系", examples=[["Platform"]])
    ] = None,
    format: Format = "json",
) -> Response:
    """What each list covers, in which place and period, complete or partial, declared and loaded."""
    answer = coverage(store, about=tuple(about or ()))
    return reply(answer, format, COVERAGE, (note.model_dump() for note in answer.data.rows))


def _cells(rows: Iterable[SourceRow]) -> Iterable[dict[str, Any]]:
    return (row.source.model_dump() | row.model_dump(exclude={"source"}) for row in rows)
