"""The whole search, with its reading from both ends, against a plain enumeration of the dumped graph."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import pytest

from graph.paths import PathQuestion, find_paths
from graph.schema import NODE_KINDS, WALKED
from graph.store import Store

NODES = "MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, n.transit AS transit, n.walk_degree AS degree"
TIES = "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, b.id AS b, type(r) AS type, properties(r) AS p"


@dataclass(frozen=True)
class Dump:
    """The graph as plain dictionaries: neighbours over ties that count, and what each node is."""

    ties: dict[str, set[str]]
    reified: frozenset[str]
    transit: frozenset[str]
    bodies: list[str]

    @classmethod
    def of(cls, store: Store) -> Dump:
        nodes = store.read_text(NODES, seconds=60)
        kinds = {row["id"]: next(label for label in row["labels"] if label in NODE_KINDS) for row in nodes}
        ties = defaultdict(set)
        for row in store.read_text(TIES, seconds=60):
            kept = row["p"]
            counts = kept["stage"] != "planned" and not kept.get("inferred") and kept.get("retired_in") is None
            if row["type"] in WALKED and counts:
                ties[row["a"]].add(row["b"])
                ties[row["b"]].add(row["a"])
        return cls(
            ties=dict(ties),
            reified=frozenset(id_ for id_, kind in kinds.items() if NODE_KINDS[kind].reified),
            transit=frozenset(row["id"] for row in nodes if row["transit"]),
            bodies=sorted(id_ for id_ in ties if kinds[id_] not in ("Place", "Park")),
        )

    def pair(self, chance: random.Random, max_hops: int) -> tuple[str, str]:
        """Two bodies, the second somewhere around the first, so that most pairs have something to find."""
        start = end = chance.choice(self.bodies)
        for _ in range(chance.randint(1, 2 * max_hops)):
            end = chance.choice(sorted(self.ties[end]))
        return (start, end) if end != start and end in self.bodies else self.pair(chance, max_hops)

    def paths(self, start: str, end: str, max_hops: int) -> set[tuple[str, ...]]:
        """All simple paths by recursion, longest 2 · max_hops ties; hops are counted once a path is whole."""
        return {path for path in self._walks((start,), end, 2 * max_hops) if self._hops(path) <= max_hops}

    def _walks(self, trail: tuple[str, ...], end: str, left: int) -> Iterator[tuple[str, ...]]:
        for other in self.ties.get(trail[-1], ()) if left else ():
            if other == end:
                yield (*trail, end)
            elif other not in trail and other in self.transit:
                yield from self._walks((*trail, other), end, left - 1)

    def _hops(self, path: tuple[str, ...]) -> int:
        runs = "".join("b" if id_ not in self.reified else "r" for id_ in path[1:-1]) + "b"
        return sum(ceil((len(run) + 1) / 2) for run in runs.split("b")[:-1])


def compare(store: Store, pairs: int, max_hops: int, seed: int) -> tuple[int, int]:
    """Ask for random pairs; returns how many pairs had paths, and how many paths there were."""
    dump, chance = Dump.of(store), random.Random(seed)
    with_paths = total = 0
    for _ in range(pairs):
        start, end = dump.pair(chance, max_hops)
        expected = dump.paths(start, end, max_hops)
        if len(expected) > 150:
            continue
        question = {"from": start, "to": end, "max_hops": max_hops, "k": 200}
        found = find_paths(store, PathQuestion.model_validate(question)).data
        assert {tuple(node.id for node in path.nodes) for path in found.paths} == expected
        with_paths, total = with_paths + bool(expected), total + len(expected)
    return with_paths, total


@pytest.mark.parametrize("max_hops", [1, 2, 3, 4])
def test_on_the_world(world_store: Store, max_hops: int) -> None:
    with_paths, _ = compare(world_store, 25, max_hops, seed=max_hops)
    assert with_paths >= 12  # else the comparison would be of nothing


def test_on_the_bundled_graph(bundled_store: Store) -> None:
    with_paths, total = compare(bundled_store, 40, 2, seed=11)
    assert with_paths >= 15
    assert total >= 30
