"""One end's side of a path search: how far, in hops, it has reached into the region.

A hop is a step between bodies; a reified node between two bodies takes none. So a run of n ties between two bodies
costs ceil(n / 2) hops, and a state is (node, parity): parity 1 means that one tie of a pair is behind us and the next
is free. A body, and an end of the path, sets the parity back to 0. The last hop onto a place costs one hop.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.paths.region import Region

State = tuple[str, int]


def next_parity(region: Region, node: str, parity: int) -> int:
    """The parity after a tie onto `node`."""
    return 1 - parity if node not in region.ends and region.nodes[node].reified else 0


class Front:
    """All states that one end reaches within `level` hops, with their distance in hops."""

    def __init__(self, region: Region, end: str) -> None:
        self.region, self.end, self.level = region, end, 0
        self.hops: dict[State, int] = {(end, 0): 0}
        self._frontier: list[State] = [(end, 0)]
        self._half: list[State] = []

    @property
    def exhausted(self) -> bool:
        """Nothing further can be reached under the rules."""
        return not self._open(self._frontier)

    def cost(self) -> int:
        """How many ties the next hop would read, at most."""
        return sum(self.region.nodes[id_].degree for id_ in self._open(self._frontier) - self.region.read)

    def first_half(self) -> set[str]:
        """Nodes whose ties begin the next hop."""
        return self._open(self._frontier)

    def second_half(self) -> set[str]:
        """Relax the first tie of the hop; returns the reified nodes whose ties end it."""
        reached = self._relax(self._frontier, 1)
        self._half = [state for state in reached if state[1] == 1]
        self._frontier = [state for state in reached if state[1] == 0]
        return self._open(self._half)

    def finish(self) -> None:
        """Relax the second tie: the hop is done."""
        self._frontier += [state for state in self._relax(self._half, 0) if state[1] == 0]
        self._half, self.level = [], self.level + 1

    def reached(self) -> set[str]:
        """All nodes reached so far."""
        return {id_ for id_, _ in self.hops}

    def _open(self, states: Iterable[State]) -> set[str]:
        return {id_ for id_, _ in states if id_ == self.end or self.region.passable(id_)}

    def _relax(self, states: list[State], cost: int) -> list[State]:
        new: list[State] = []
        for id_, parity in states:
            if id_ != self.end and not self.region.passable(id_):
                continue
            hops = self.hops[id_, parity] + cost
            onward = [(other, next_parity(self.region, other, parity)) for other in self.region.edges.get(id_, ())]
            onward += [(body, 0) for body in self.region.located.get(id_, ())]
            for state in onward:
                if hops < self.hops.get(state, hops + 1):
                    self.hops[state] = hops
                    new.append(state)
        return new


def grow(region: Region, fronts: list[Front]) -> None:
    """One more hop from each of these ends, both in the same statements."""
    region.fetch(set().union(*(front.first_half() for front in fronts)))
    region.fetch(set().union(*(front.second_half() for front in fronts)))
    for front in fronts:
        front.finish()
