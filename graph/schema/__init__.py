"""The single source of truth: every kind of node and tie, declared once. Imports nothing of ours but its own parts.

`NODE_KINDS` maps labels and `EDGE_KINDS` types to their classes; importing this package fills both.
"""

from __future__ import annotations

from functools import cache

from graph.schema import agreement, agreement_edges, edges, frame, frame_edges, nodes, resources, work, work_edges
from graph.schema.edges import COMMON_EDGE
from graph.schema.kinds import EDGE_KINDS, HUB_FLOOR, NODE_KINDS, EdgeKind, NodeKind, Prop
from graph.schema.nodes import COMMON

__all__ = [
    "COMMON",
    "COMMON_EDGE",
    "EDGE_KINDS",
    "GROUPS",
    "HUB_FLOOR",
    "NODE_KINDS",
    "WALKED",
    "EdgeKind",
    "NodeKind",
    "Prop",
    "accepts",
    "agreement",
    "agreement_edges",
    "edges",
    "frame",
    "frame_edges",
    "labels_of",
    "nodes",
    "resources",
    "work",
    "work_edges",
]

GROUPS: dict[str, tuple[str, ...]] = {
    group: tuple(label for label, kind in NODE_KINDS.items() if group in kind.groups)
    for group in ("Organisation", "Carrier", "Resource")
}

WALKED: tuple[str, ...] = tuple(sorted(t for t, kind in EDGE_KINDS.items() if kind.walk == "always"))
"""Tie types a path may walk anywhere."""


@cache
def labels_of(names: tuple[str, ...]) -> frozenset[str]:
    """Labels meant by a tuple of labels and groups."""
    return frozenset(label for name in names for label in GROUPS.get(name, (name,)))


def accepts(edge: type[EdgeKind], start: str, end: str) -> bool:
    """Whether a tie of this kind may go from a node of label `start` to one of label `end`."""
    return start in labels_of(edge.endpoints[0]) and end in labels_of(edge.endpoints[1])


for _edge in EDGE_KINDS.values():
    _unknown = (labels_of(_edge.endpoints[0]) | labels_of(_edge.endpoints[1])) - NODE_KINDS.keys()
    if _unknown:
        raise TypeError(f"{_edge.type}: endpoints of unknown kinds {sorted(_unknown)}")
