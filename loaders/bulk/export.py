"""Everything that a store holds, as prepared tables: bodies, ties, and all the books."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.errors import LocalServerError
from graph.schema import COMMON_EDGE, NODE_KINDS
from graph.store import Work
from loaders.prepared import Prepared

DATES = frozenset(p.name for p in COMMON_EDGE if p.type == "date")
"""Properties that the database holds as dates; the driver's rows give them as text (ISO 8601)."""


def export(work: Work, tables: Prepared) -> None:
    """Read all nodes and ties into tables. Raises LocalServerError for a tie whose ends are no entities.

    The mark that constraints and indexes are there is left out: a new store has none yet.
    """
    for row in work.each("read/export_nodes"):
        properties = _dated(row["properties"])
        if "GraphState" in row["labels"]:
            properties.pop("schema", None)
        tables.add("nodes", _name(row["labels"]), properties)
    for row in work.each("read/export_ties"):
        if row["a"] is None or row["b"] is None:
            raise LocalServerError(
                f"库里有不连接主体的关系 {row['type']}，离线装载带不过去", way_out="改用 --writer bolt 装载"
            )
        tables.add("ties", row["type"], {"a": row["a"], "b": row["b"]} | _dated(row["properties"]))
    tables.close()


def _name(labels: list[str]) -> str:
    """Labels in the order of `labels_of`: Entity, the kind, its groups."""
    kinds = [label for label in labels if label in NODE_KINDS]
    first = [label for label in ("Entity", *kinds) if label in labels]
    return ":".join([*first, *sorted(set(labels) - set(first))])


def _dated(properties: dict[str, Any]) -> dict[str, Any]:
    return {k: date.fromisoformat(v) if k in DATES and isinstance(v, str) else v for k, v in properties.items()}
