"""The part of the graph that a path search has read: narrow rows of ties, fetched layer by layer from both ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.paths.rank import strength
from graph.paths.rules import Rules
from graph.schema import NODE_KINDS, labels_of
from graph.shown import kind_of as kind_of
from graph.store import Row, Work

TIES_AT_MOST = 40_000
"""A search reads at most so many ties; past it, nodes with the fewest ties are read first and the answer says so."""
BODIES_AT_MOST = 500
"""Of a place that both starts a path and has to be left by its bodies, at most so many bodies are taken."""
FRAMES = labels_of(("Place", "Park"))
"""Kinds that `LOCATED_IN` may lead onto as a last hop."""


@dataclass(frozen=True, slots=True)
class Node:
    """What a search knows of a node."""

    id: str
    kind: str
    degree: int

    @classmethod
    def of(cls, row: Row) -> Node:
        """A row with id, labels and degree."""
        return cls(row["id"], kind_of(row["labels"]), row["degree"])

    @property
    def reified(self) -> bool:
        """Whether the node stands for a tie with partners of its own."""
        return NODE_KINDS[self.kind].reified


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie as the search reads it; `start` and `end` as it is kept, whichever way it is walked."""

    id: str
    type: str
    start: str
    end: str
    stage: str = "started"
    mark: str = "O"
    inferred: bool = False
    times: tuple[str | None, ...] = (None, None, None, None)
    strength: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Located:
    """The last hop onto a place: `LOCATED_IN`, and `PART_OF` where the body is in a part of it; `via` are the parts."""

    edges: tuple[Edge, ...]
    via: tuple[str, ...]


class Region:
    """Nodes and ties read so far for one question; `fetch` reads the ties of further nodes, each node once."""

    def __init__(self, work: Work, rules: Rules, ends: Iterable[Node]) -> None:
        self._work, self.rules = work, rules
        self.nodes = {node.id: node for node in ends}
        self.ends = frozenset(self.nodes)
        self.edges: dict[str, dict[str, dict[str, Edge]]] = {}
        self.located: dict[str, dict[str, Located]] = {}
        self.read: set[str] = set()
        self.ghosts = 0
        """Inferred ties that were met and not taken."""
        self.rows = 0
        self.cut = False

    def fetch(self, ids: Iterable[str]) -> None:
        """Read the walkable ties of these nodes, as far as the bound on ties allows."""
        wanted = self._affordable(set(ids) - self.read)
        if not wanted:
            return
        self.read.update(wanted)
        ends, types = sorted(self.ends), list(self.rules.types)
        params = self.rules.params() | {"with_inferred": True}
        rows = self._work.run("paths/step", ids=wanted, types=types, ends=ends, **params)
        self.rows += len(rows)
        for row in rows:
            if row["inferred"] and not self.rules.with_inferred:
                self.ghosts += 1
                continue
            self._note(row["other"], row)
            edge = edge_of(row)
            self.edges.setdefault(edge.start, {}).setdefault(edge.end, {})[edge.id] = edge
            self.edges.setdefault(edge.end, {}).setdefault(edge.start, {})[edge.id] = edge

    def passable(self, id_: str) -> bool:
        """Whether a path may pass this node: no end, no hub, unless it was asked for by `via`."""
        return id_ not in self.ends and (self.nodes[id_].degree <= self.rules.floor or id_ in self.rules.via)

    def hubs(self) -> list[Node]:
        """The hubs that were met and not crossed, the largest first."""
        met = [n for n in self.nodes.values() if n.id not in self.ends and not self.passable(n.id)]
        return sorted(met, key=lambda node: (-node.degree, node.id))

    def locate(self, place: str, ids: Iterable[str]) -> None:
        """Read which of these nodes are in a place that is an end, or in a part of it."""
        inside = self._inside(place)
        filters = _without(self.rules.params(), "acts", "avoid")
        rows = self._work.run("paths/located", ids=sorted(ids), places=sorted(inside), **filters)
        self._take_located(place, inside, rows)

    def bodies_in(self, place: str) -> None:
        """Read the bodies of a place that starts a path; of a very large place only some, and the answer says so."""
        inside = self._inside(place)
        filters = _without(self.rules.params(), "acts")
        rows = self._work.run("paths/bodies_in", places=sorted(inside), limit=BODIES_AT_MOST + 1, **filters)
        self.cut = self.cut or len(rows) > BODIES_AT_MOST
        for row in rows[:BODIES_AT_MOST]:
            self._note(row["node"], row)
        self._take_located(place, inside, rows[:BODIES_AT_MOST])

    def _take_located(self, place: str, inside: dict[str, Row], rows: list[Row]) -> None:
        found = self.located.setdefault(place, {})
        for row in rows:
            chain = inside[row["other"]]
            steps = zip(chain["ties"], chain["nodes"], chain["nodes"][1:], strict=False)
            edges = (edge_of(row), *(Edge(tie, "PART_OF", a, b) for tie, a, b in steps))
            known = found.get(row["node"])
            if known is None or (len(edges), edges[0].id) < (len(known.edges), known.edges[0].id):
                found[row["node"]] = Located(edges, tuple(chain["nodes"][:-1]))

    def _inside(self, place: str) -> dict[str, Row]:
        chains: dict[str, Row] = {}
        for row in self._work.run("paths/inside", id=place):
            chains.setdefault(row["place"], row)
        return chains

    def _note(self, id_: str, row: Row) -> None:
        if id_ not in self.nodes:
            self.nodes[id_] = Node.of({**row, "id": id_})

    def _affordable(self, ids: set[str]) -> list[str]:
        room = TIES_AT_MOST - self.rows
        kept: list[str] = []
        for node in sorted((self.nodes[id_] for id_ in ids), key=lambda node: (node.degree, node.id)):
            if kept and node.degree > room:
                self.cut = True
                break
            room -= node.degree
            kept.append(node.id)
        return kept


def _without(params: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in params.items() if key not in names}


def edge_of(row: Row) -> Edge:
    """A row of `paths/step` as a tie in the direction it is kept."""
    start, end = (row["node"], row["other"]) if row["forward"] else (row["other"], row["node"])
    return Edge(
        row["id"],
        row["type"],
        start,
        end,
        row["stage"],
        row["mark"],
        row["inferred"],
        tuple(row["times"]),
        strength(row["type"], row["stage"], row["mark"]),
    )
