"""A statement of a user as a capped table, with the nodes and ties that stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j import graph as driver_graph

from graph.answers import NodeRef, TableTie
from graph.store.plain import elements, kind_of, plain

MAX_ELEMENTS = 300
"""Nodes, and ties, kept for a picture: more cannot be read at a glance."""


@dataclass(frozen=True)
class Table:
    """Rows by column, whether more would follow, and the nodes and ties in them (each at most `MAX_ELEMENTS`)."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool
    nodes: list[NodeRef]
    ties: list[TableTie]


def read_table(session: neo4j.Session, text: str, values: Mapping[str, Any], *, cap: int, seconds: float) -> Table:
    """Run and read `cap` rows and one more, which only says that there is more."""
    result = session.run(neo4j.Query(text, timeout=seconds), dict(values))
    columns = list(result.keys())
    records = result.fetch(cap + 1)
    rows = [[plain(value) for value in record.values()] for record in records[:cap]]
    nodes: dict[str, NodeRef] = {}
    ties: dict[str, TableTie] = {}
    for element in elements(value for record in records[:cap] for value in record.values()):
        if isinstance(element, driver_graph.Node):
            if len(nodes) < MAX_ELEMENTS and "id" in element:
                nodes[element.element_id] = _node(element)
        elif len(ties) < MAX_ELEMENTS:
            ties[element.element_id] = _tie(element)
    shown = {node.id for node in nodes.values()}
    kept = [tie for tie in ties.values() if tie.start in shown and tie.end in shown]
    return Table(columns, rows, len(records) > cap, list(nodes.values()), kept)


def _node(node: driver_graph.Node) -> NodeRef:
    place = node.get("county") or node.get("place") or ""
    name = node.get("name") or node.get("title") or node["id"]
    return NodeRef(id=str(node["id"]), kind=kind_of(node), name=str(name), city=node.get("city") or "未知", place=place)


def _tie(tie: driver_graph.Relationship) -> TableTie:
    start, end = tie.start_node, tie.end_node
    assert start is not None
    assert end is not None
    return TableTie(
        id=str(tie.get("id", tie.element_id)), type=tie.type, start=str(start.get("id", "")), end=str(end.get("id", ""))
    )
