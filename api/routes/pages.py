"""The site's own pages: the first page, a commitment, the sources, a header template to fill in."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.deps import StoreDep
from api.kept import Kept
from api.pages import html, page, text_of
from graph import catalogue, gaps
from graph.answers import SourceRow
from graph.attempts import attempts
from graph.board import commitment, commitments
from graph.errors import NotFoundError
from graph.library import coverage, sources
from graph.overview import overview, template_columns
from graph.spreadsheet import as_csv
from graph.store import Store
from graph.views import style
from graph.views.bridge import Bridge, bridge

router = APIRouter()
ALL = 200
STATES = ("linked", "none_found", "not_collected")


@router.get("/")
def home(request: Request, store: StoreDep) -> Response:
    """Commitments by chapter, what crosses between the cities, two boxes to ask, counts, what to load next."""
    kept: Kept[str] = request.app.state.home
    return page(kept.get(store.state(), lambda: home_text(store)))


def home_text(store: Store) -> str:
    """The first page as html text."""
    board = commitments(store)
    glance = overview(store)
    rows = board.data.rows
    leaves = [row for row in rows if row.leaf]
    drawing = bridge(glance.data.pairs)
    return text_of(
        "home.html.j2",
        meta=glance.meta,
        board=board.data,
        overview=glance.data,
        drawing=drawing,
        key=legend(drawing),
        chapters=[(title, list(group)) for title, group in groupby(rows, key=lambda row: row.chapter)],
        leaves=leaves,
        counts={state: sum(row.state == state for row in leaves) for state in STATES},
        rules=gaps.rules(),
        statements=statements("read/commitments", "gaps/commitments-without-evidence", "report/counts_by_city"),
    )


def legend(drawing: Bridge) -> dict[str, list[tuple[str, str]]]:
    """What the colours of the drawing mean: kinds by their dots, cities by their plates."""
    cities = dict.fromkeys(plate.node.city for plate in drawing.plates)
    return {
        "kinds": [(kind, style.colour_of(kind)) for kind in drawing.kinds],
        "cities": [(city, style.side(city).plate) for city in cities],
    }


def statements(*names: str) -> list[tuple[str, str]]:
    """Statements a page rests on beside that of its footer, with their text."""
    return [(name, catalogue.get(name).text) for name in names]


@router.get("/views/commitment/{key}")
def commitment_page(store: StoreDep, key: Annotated[str, Path(max_length=100)]) -> Response:
    """One commitment with all that bears on it."""
    answer = commitment(store, key)
    rests_on = statements("gaps/commitments-without-evidence")
    return html("commitment.html.j2", meta=answer.meta, data=answer.data, statements=rests_on)


@router.get("/sources")
def sources_page(store: StoreDep) -> Response:
    """All sources: files as loaded, what they cover, publications cited."""
    rows: list[SourceRow] = []
    after = ""
    while True:
        answer = sources(store, after=after, limit=ALL)
        rows += answer.data.rows
        if answer.data.next is None:
            break
        after = answer.data.next
    loaded = {row.source.id for row in rows if row.loaded_source}
    return html(
        "sources.html.j2",
        meta=answer.meta,
        files=[row for row in rows if row.loaded_source],
        stale=sum(row.stale for row in rows),
        broken=[row for row in rows if row.loaded_source and row.failed],
        unloaded={id_: one for id_, one in attempts(store.settings.home).items() if id_ not in loaded},
        cited=sorted((row for row in rows if not row.loaded_source), key=_by_number),
        coverage=coverage(store).data.rows,
        statements=statements("read/coverage"),
    )


def _by_number(row: SourceRow) -> tuple[str, int, str]:
    """S2 before S10."""
    match = re.fullmatch(r"(\D*)(\d+)(.*)", row.source.id)
    return (match[1], int(match[2]), match[3]) if match else (row.source.id, 0, "")


@router.get("/templates/{key}.csv")
def template(key: Annotated[str, Path(max_length=50)]) -> Response:
    """The headers of a wanted list as an empty table, which loads as it is."""
    columns = template_columns(key)
    if not columns:
        raise NotFoundError(
            f"没有 {key} 的表头模板",
            way_out="名单见首页“接下来装载什么”；各类的填报模板用命令取：xishang template Enterprise -o 企业.xlsx",
        )
    headers = {"Content-Disposition": f'attachment; filename="{key}.csv"'}
    return Response(as_csv(columns, ()), media_type="text/csv; charset=utf-8", headers=headers)
