"""One node, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from api.cursors import Pages
from api.deps import StoreDep
from api.parameters import listed
from api.replies import Format, answers, reply
from graph.answers import Answer, Neighbour, NeighbourList, NodeDetail, StatedList
from graph.neighbours import neighbours
from graph.search import node
from graph.stated import stated

router = APIRouter(tags=["nodes"])
COLUMNS = (
    "type",
    "verb",
    "other_id",
    "other_kind",
    "other_name",
    "other_city",
    "stage",
    "date_text",
    "records",
    "sources",
)

STATED = ("property", "zh", "value", "shown", "record", "rank", "sources")

NodeId = Annotated[str, Path(max_length=200, description="编号，或只指一个单位的名称", examples=["西安交通大学"])]


@router.get("/nodes/{id}", summary="一个节点", response_model=Answer[NodeDetail], responses=answers(404, 409))
def get_node(
    store: StoreDep,
    id: NodeId,
    limit: Annotated[int, Query(ge=1, le=200, description="最多列出多少条关系")] = 200,
    format: Format = "json",
) -> Response:
    """Its properties, names, sources and heaviest ties; an id that lost a merge still resolves."""
    answer = node(store, id, limit=limit)
    return reply(answer, format, COLUMNS, _cells(answer.data.ties))


@router.get(
    "/nodes/{id}/values",
    summary="各来源所述的值",
    response_model=Answer[StatedList],
    responses=answers(404, 409),
)
def get_values(store: StoreDep, id: NodeId, format: Format = "json") -> Response:
    """Every value its records state, with record and source: also those it is not shown with."""
    answer = stated(store, id)
    rows = (
        value.model_dump(include={"property", "zh", "value", "shown", "record", "rank"})
        | {"sources": [f"{source.publisher}《{source.title}》" for source in value.sources]}
        for value in answer.data.values
    )
    return reply(answer, format, STATED, rows)


@router.get(
    "/nodes/{id}/neighbors",
    summary="它的关系，按页",
    response_model=Answer[NeighbourList],
    responses=answers(404, 409),
)
def get_neighbours(
    request: Request,
    store: StoreDep,
    id: NodeId,
    type: Annotated[
        list[str] | None, Query(max_length=100, description="只要这些关系", examples=[["CO_BUILT_BY"]])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=2000, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """All ties by page, in the order type, name of the other end."""
    pages = Pages(request)
    after = [str(part) for part in pages.after(cursor) or ()]
    answer, last = neighbours(store, id, types=listed(type), after=after, limit=limit)
    following = pages.cursor(last)
    data = answer.data.model_copy(update={"next": following})
    shown = answer.model_copy(update={"data": data})
    return reply(shown, format, COLUMNS, _cells(data.rows), pages.link(following))


def _cells(rows: list[Neighbour]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            **row.tie.model_dump(include={"type", "verb", "stage", "date_text", "records"}),
            "other_id": row.other.id,
            "other_kind": row.other.kind,
            "other_name": row.other.name,
            "other_city": row.other.city,
            "sources": [f"{source.publisher}《{source.title}》" for source in row.tie.sources],
        }
