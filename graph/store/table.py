"""A statement of a user as a capped table, with the nodes and ties that stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j import graph as driver_graph

from graph.answers import MOST_DRAWN
from graph.store.plain import elements, plain


@dataclass(frozen=True)
class Table:
    """Rows by column, whether more would follow, and the nodes and ties in them (each at most `MOST_DRAWN`).

    A node is a row of id, labels and properties; a tie one of id, type, start, end (ids) and properties. Only ties
    between two of the nodes are kept.
    """

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool
    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]


def read_table(session: neo4j.Session, text: str, values: Mapping[str, Any], *, cap: int, seconds: float) -> Table:
    """Run and read `cap` rows and one more, which only says that there is more."""
    result = session.run(neo4j.Query(text, timeout=seconds), dict(values))
    columns = list(result.keys())
    records = result.fetch(cap + 1)
    rows = [[plain(value) for value in record.values()] for record in records[:cap]]
    nodes: dict[str, dict[str, Any]] = {}
    ties: dict[str, dict[str, Any]] = {}
    for element in elements(value for record in records[:cap] for value in record.values()):
        if isinstance(element, driver_graph.Node):
            if len(nodes) < MOST_DRAWN and "id" in element:
                nodes[element.element_id] = _node(element)
        elif len(ties) < MOST_DRAWN:
            ties[element.element_id] = _tie(element)
    shown = {node["id"] for node in nodes.values()}
    kept = [tie for tie in ties.values() if tie["start"] in shown and tie["end"] in shown]
    return Table(columns, rows, len(records) > cap, list(nodes.values()), kept)


def _node(node: driver_graph.Node) -> dict[str, Any]:
    return {"id": str(node["id"]), "labels": sorted(node.labels), "properties": plain(node)}


def _tie(tie: driver_graph.Relationship) -> dict[str, Any]:
    ends = [str(node.get("id", "")) if node is not None else "" for node in (tie.start_node, tie.end_node)]
    return {
        "id": str(tie.get("id", tie.element_id)),
        "type": tie.type,
        "start": ends[0],
        "end": ends[1],
        "properties": plain(tie),
    }
