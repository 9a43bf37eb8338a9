"""Nodes and ties of a user's rows as every answer shows them: with stage, dates and who stated them."""

from __future__ import annotations

from typing import Any

from graph.answers import SourceRef, TableNode, TableTie
from graph.citation import sources_of
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.shown import tie_of
from graph.store import Row, Store

NO_STAGE = "started"
"""Stage of a tie that carries none: a tie that keeps the books (STATED_IN and its like) simply is."""


def dressed(store: Store, nodes: list[Row], ties: list[Row]) -> tuple[list[TableNode], list[TableTie]]:
    """Nodes and ties of a `Table` as shown; sources are read once for all of them."""
    wanted = {id_ for row in (*nodes, *ties) for id_ in _listed(row, "sources")}
    sources = store.reading(lambda work: sources_of(work, wanted)) if wanted else {}
    return [_node(row, sources) for row in nodes], [_tie(row, sources) for row in ties]


def _node(row: Row, sources: dict[str, SourceRef]) -> TableNode:
    kept = row["properties"]
    name = kept.get("name") or kept.get("title") or kept.get("text") or row["id"]
    return TableNode(
        id=row["id"],
        kind=next((label for label in row["labels"] if label in NODE_KINDS), next(iter(row["labels"]), "")),
        name=str(name),
        city=str(kept.get("city") or "未知"),
        place=str(kept.get("county") or kept.get("place") or ""),
        retired=kept.get("retired_in") is not None,
        sources=[sources[id_] for id_ in _listed(row, "sources") if id_ in sources],
    )


def _tie(row: Row, sources: dict[str, SourceRef]) -> TableTie:
    kept = {"stage": NO_STAGE} | {key: value for key, value in row["properties"].items() if value is not None}
    retired = kept.get("retired_in") is not None
    if row["type"] in EDGE_KINDS:
        tie = tie_of(row | {"properties": kept}, sources, forward=True, day="")
        return TableTie(**tie.model_dump(exclude={"sources"}), sources=tie.sources, retired=retired)
    return TableTie(
        id=row["id"],
        type=row["type"],
        verb=row["type"],
        forward=True,
        start=row["start"],
        end=row["end"],
        stage=str(kept["stage"]),
        status=str(kept.get("status", "")),
        records=_listed(row, "records"),
        sources=[sources[id_] for id_ in _listed(row, "sources") if id_ in sources],
        retired=retired,
    )


def _listed(row: Row, name: str) -> list[str]:
    """A property that should be a list of ids; a store of another hand may hold anything there."""
    value: Any = row["properties"].get(name)
    return [str(item) for item in value] if isinstance(value, list) else []
