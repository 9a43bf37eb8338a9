"""All simple paths between two ends of a region, shortest first, up to a cap.

Pure: it sees neighbours, hop costs and bounds, no database. Depth first, and never into a node from which the other
end is further than the hops that are left (exact distances, taken backwards from that end), so work goes only into
paths and into walks that fail by meeting themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

State = tuple[str, int]
CAP = 2_000
STEPS_AT_MOST = 400_000


@dataclass(frozen=True, slots=True)
class Onward:
    """A way from a node to a neighbour: `place` when it is the last hop onto (or the first from) a place."""

    other: str
    place: bool = False


@dataclass(frozen=True)
class Net:
    """What is walked: neighbours of each node in a fixed order, and which nodes are reified or ends."""

    onward: Mapping[str, tuple[Onward, ...]]
    reified: frozenset[str]
    ends: tuple[str, str]

    def cost(self, parity: int, way: Onward) -> int:
        """Hops that a way takes."""
        return 1 if way.place or parity == 0 else 0

    def parity(self, parity: int, way: Onward) -> int:
        """Parity after it."""
        return 1 - parity if way.other in self.reified and not way.place and way.other not in self.ends else 0


@dataclass
class Walked:
    """Simple paths with their hops; `capped` when there may be more."""

    paths: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    capped: bool = False
    steps: int = 0


def distances(net: Net, most: int) -> dict[State, int]:
    """Hops from each state to the second end, up to `most`; states further away are absent."""
    goal = net.ends[1]
    before: dict[State, list[tuple[State, int]]] = {}
    for node, ways in net.onward.items():
        for parity in (0, 1) if node in net.reified and node not in net.ends else (0,):
            for way in ways:
                after = (way.other, net.parity(parity, way))
                before.setdefault(after, []).append(((node, parity), net.cost(parity, way)))
    found: dict[State, int] = {(goal, 0): 0}
    queue: list[tuple[int, State]] = [(0, (goal, 0))]
    while queue:
        hops, state = heappop(queue)
        if hops > found[state]:
            continue
        for earlier, cost in before.get(state, ()):
            if hops + cost <= most and hops + cost < found.get(earlier, most + 1):
                found[earlier] = hops + cost
                heappush(queue, (hops + cost, earlier))
    return found


def simple_paths(net: Net, max_hops: int, *, via: frozenset[str] = frozenset(), cap: int = CAP) -> Walked:
    """All simple paths of at most `max_hops` hops that pass every node of `via`; those of one hop come first."""
    left = distances(net, max_hops)
    walked = Walked()
    shortest = left.get((net.ends[0], 0))
    if shortest is None:
        return walked
    for hops in range(shortest, max_hops + 1):
        _deepen(net, left, hops, via, cap, walked)
        if walked.capped:
            break
    return walked


def _deepen(net: Net, left: dict[State, int], hops: int, via: frozenset[str], cap: int, walked: Walked) -> None:
    """Add the simple paths of exactly `hops` hops."""
    start, goal = net.ends
    trail, on_trail = [start], {start}
    stack = [(iter(net.onward.get(start, ())), 0, 0)]
    while stack:
        ways, parity, used = stack[-1]
        way = next(ways, None)
        if way is None:
            stack.pop()
            on_trail.discard(trail.pop())
            continue
        walked.steps += 1
        if walked.steps > STEPS_AT_MOST:
            walked.capped = True
            return
        now, after = used + net.cost(parity, way), net.parity(parity, way)
        if way.other in on_trail or now + left.get((way.other, after), hops + 1) > hops:
            continue
        if way.other == goal:
            if now == hops and via <= on_trail:
                if len(walked.paths) == cap:
                    walked.capped = True
                    return
                walked.paths.append((hops, (*trail, goal)))
            continue
        trail.append(way.other)
        on_trail.add(way.other)
        stack.append((iter(net.onward.get(way.other, ())), after, now))
