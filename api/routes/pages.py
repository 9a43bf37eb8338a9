"""The site's own pages: the first page, a commitment, the sources, a header template to fill in."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Path, Response

from api.deps import StoreDep
from api.pages import html
from api.replies import as_csv
from graph import gaps
from graph.board import commitment, commitments
from graph.errors import NotFoundError
from graph.library import coverage, sources
from graph.overview import overview, template_columns
from graph.views.bridge import bridge

router = APIRouter()
ALL = 200


@router.get("/")
def home(store: StoreDep) -> Response:
    """Commitments by chapter, what crosses between the cities, two boxes to ask, counts, what to load next."""
    board = commitments(store)
    glance = overview(store)
    rows = board.data.rows
    leaves = [row for row in rows if row.leaf]
    rules = gaps.rules()
    return html(
        "home.html.j2",
        meta=glance.meta,
        board=board.data,
        overview=glance.data,
        drawing=bridge(glance.data.pairs),
        chapters=[(title, list(group)) for title, group in groupby(rows, key=lambda row: row.chapter)],
        leaves=leaves,
        counts={
            state: sum(row.state == state for row in leaves) for state in ("linked", "none_found", "not_collected")
        },
        rules=rules,
        titles={rule.name: rule.title for rule in rules},
    )


@router.get("/views/commitment/{key}")
def commitment_page(store: StoreDep, key: Annotated[str, Path(max_length=100)]) -> Response:
    """One commitment with all that bears on it."""
    answer = commitment(store, key)
    return html("commitment.html.j2", meta=answer.meta, data=answer.data)


@router.get("/sources")
def sources_page(store: StoreDep) -> Response:
    """All sources: files as loaded, what they cover, publications cited."""
    rows = []
    after = ""
    while True:
        answer = sources(store, after=after, limit=ALL)
        rows += answer.data.rows
        if answer.data.next is None:
            break
        after = answer.data.next
    return html(
        "sources.html.j2",
        meta=answer.meta,
        files=[row for row in rows if row.loaded_source],
        cited=[row for row in rows if not row.loaded_source],
        coverage=coverage(store).data.rows,
    )


@router.get("/templates/{about}.csv")
def template(about: Annotated[str, Path(max_length=50)]) -> Response:
    """The headers of a list of this kind or tie, as an empty table."""
    columns = template_columns(about)
    if not columns:
        raise NotFoundError(f"没有 {about} 的表头模板", way_out="类别与关系见 /v1/schema")
    return Response(as_csv(columns, ()), media_type="text/csv; charset=utf-8")
