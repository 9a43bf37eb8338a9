"""A statement of a user as a capped table, with the nodes and ties that stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import neo4j
from neo4j import graph as driver_graph

from graph.answers import MOST_DRAWN
from graph.errors import UsageError
from graph.store.plain import elements, plain

MOST_SIZE = 8 * 2**20
"""Characters and items one answer may have over all its rows: what a worker of 200 MiB can turn into JSON."""


@dataclass(frozen=True)
class Table:
    """Rows by column, why they were cut if more would follow, and the nodes and ties in them (each at most
    `MOST_DRAWN`).

    A node is a row of id, labels and properties; a tie one of id, type, start, end (ids) and properties. Only ties
    between two of the nodes are kept.
    """

    columns: list[str]
    rows: list[list[Any]]
    truncated: Literal["", "limit", "size"]
    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]


def read_table(session: neo4j.Session, text: str, values: Mapping[str, Any], *, cap: int, seconds: float) -> Table:
    """Run and read rows up to `cap` or `MOST_SIZE`, whichever is first, and one more, which only says that there is
    more. Raises `UsageError` for a single row beyond `MOST_SIZE`."""
    result = session.run(neo4j.Query(text, timeout=seconds), dict(values))
    columns = list(result.keys())
    records: list[neo4j.Record] = []
    rows: list[list[Any]] = []
    truncated: Literal["", "limit", "size"] = ""
    left = MOST_SIZE
    for record in result:
        if len(rows) == cap:
            truncated = "limit"
            break
        row = [plain(value) for value in record.values()]
        left -= size_of(row)
        if left < 0:
            truncated = "size"
            break
        records.append(record)
        rows.append(row)
    if truncated == "size" and not rows:
        raise UsageError(
            f"一行就超过 {MOST_SIZE // 2**20} Mi 字，装不下", way_out="少返回一些：取几个属性，或把列表拆成行（UNWIND）"
        )
    nodes: dict[str, dict[str, Any]] = {}
    ties: dict[str, dict[str, Any]] = {}
    for element in elements(value for record in records for value in record.values()):
        if isinstance(element, driver_graph.Node):
            if len(nodes) < MOST_DRAWN and "id" in element:
                nodes[element.element_id] = _node(element)
        elif len(ties) < MOST_DRAWN:
            ties[element.element_id] = _tie(element)
    shown = {node["id"] for node in nodes.values()}
    kept = [tie for tie in ties.values() if tie["start"] in shown and tie["end"] in shown]
    return Table(columns, rows, truncated, list(nodes.values()), kept)


def size_of(value: Any) -> int:
    """Characters of a plain value's texts, and one for each item beside them."""
    if isinstance(value, str):
        return len(value) + 1
    if isinstance(value, list):
        return 1 + sum(map(size_of, value))
    if isinstance(value, dict):
        return 1 + sum(map(size_of, value)) + sum(map(size_of, value.values()))
    return 1


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
