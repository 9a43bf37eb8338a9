"""What the graph rests on, and what it covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.cursors import Pages
from api.deps import StoreDep
from api.parameters import listed
from api.replies import Format, answers, reply
from graph.answers import Answer, CoverageList, SourceList, SourceRow
from graph.library import coverage_page, sources

router = APIRouter(tags=["sources"])
SOURCES = (
    "id",
    "publisher",
    "title",
    "date",
    "mark",
    "url",
    "licence",
    "records",
    "read",
    "loaded",
    "rejected",
    "version",
    "loaded_at",
    "retrieved",
    "age_days",
    "every",
    "due",
    "stale",
    "note",
)
COVERAGE = (
    "source",
    "publisher",
    "about",
    "subkind",
    "place",
    "state",
    "as_of",
    "declared",
    "loaded",
    "retrieved",
    "due",
    "stale",
    "note",
)


@router.get("/sources", summary="来源一览", response_model=Answer[SourceList], responses=answers())
def get_sources(
    request: Request,
    store: StoreDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """Publications and loaded files, by id, with the last good load of each and whether it is past its day. An address
    is a link only where the publisher's own host served it."""
    pages = Pages(request)
    after = pages.after(cursor)
    answer = sources(store, after=str(after[0]) if after else "", limit=limit)
    following = pages.cursor([answer.data.next] if answer.data.next else None)
    data = answer.data.model_copy(update={"next": following})
    return reply(answer.model_copy(update={"data": data}), format, SOURCES, _cells(data.rows), pages.link(following))


@router.get("/coverage", summary="收录范围", response_model=Answer[CoverageList], responses=answers())
def get_coverage(
    request: Request,
    store: StoreDep,
    about: Annotated[
        list[str] | None, Query(max_length=100, description="节点类别或关系", examples=[["Platform"]])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """What each list covers, in which place and period, complete or partial, declared and loaded."""
    pages = Pages(request)
    answer, last = coverage_page(store, about=listed(about), after=pages.after(cursor) or (), limit=limit)
    following = pages.cursor(last)
    data = answer.data.model_copy(update={"next": following})
    notes = (note.model_dump() for note in data.rows)
    return reply(answer.model_copy(update={"data": data}), format, COVERAGE, notes, pages.link(following))


def _cells(rows: Iterable[SourceRow]) -> Iterable[dict[str, Any]]:
    return (row.source.model_dump() | row.model_dump(exclude={"source"}) for row in rows)
