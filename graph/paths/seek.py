"""The search itself: read the region between two ends, then list the simple paths in it.

Meet in the middle, by hops: the two ends grow until their levels add up to `max_hops`, always the one whose next hop
reads fewer ties, so that a hub as an end costs no more than its partner. A tie on a path of at most `max_hops` hops
is then read from one side or the other (a run of n ties costs ceil(n / 2) hops from either side).
"""

from __future__ import annotations

from graph.paths.front import Front, grow
from graph.paths.region import FRAMES, Node, Region
from graph.paths.rules import Rules
from graph.paths.walk import CAP, Net, Onward, Walked, simple_paths
from graph.store import Work


class Search:
    """One search between two nodes under one set of rules; asked for more hops, it goes on where it stopped."""

    def __init__(self, work: Work, start: Node, end: Node, rules: Rules) -> None:
        self.region = Region(work, rules, (start, end))
        self.start, self.end = start, end
        self.fronts = (Front(self.region, start.id), Front(self.region, end.id))
        self._places = [node for node in (start, end) if node.kind in FRAMES and rules.located]
        if len(self._places) == 2:
            self.region.bodies_in(start.id)

    def paths(self, max_hops: int, *, cap: int = CAP) -> Walked:
        """All simple paths of at most `max_hops` hops, up to the cap."""
        self._grow(max_hops)
        net = net_of(self.region, self.start.id, self.end.id)
        return simple_paths(net, max_hops, via=frozenset(self.region.rules.via), cap=cap)

    @property
    def exhausted(self) -> tuple[str, ...]:
        """The ends from which nothing further can be reached; a place has further bodies, so it is never one."""
        done = (front.end for front in self.fronts if front.exhausted)
        return tuple(end for end in done if not self._places or end != self._places[-1].id)

    def reached(self, end: str) -> int:
        """How many nodes an end has reached, itself among them."""
        return len(next(front for front in self.fronts if front.end == end).reached())

    def _grow(self, max_hops: int) -> None:
        place = self._places[-1] if self._places else None
        # The last hop onto a place is read by itself below, so its side need not grow past the ties it holds.
        limits = {
            front.end: max_hops if place is None else 1 if front.end == place.id else max_hops - 1
            for front in self.fronts
        }
        while (spare := max_hops - sum(front.level for front in self.fronts)) > 0 and not self.exhausted:
            growing = [front for front in self.fronts if front.level < limits[front.end] and not front.exhausted]
            if not growing:
                break
            grow(self.region, sorted(growing, key=lambda front: front.cost())[:spare])
        if place is not None:
            other = self.fronts[0] if self.fronts[1].end == place.id else self.fronts[1]
            self.region.locate(place.id, other.reached())


def net_of(region: Region, start: str, end: str) -> Net:
    """The region as something to walk: nodes that may be passed, and the two ends."""
    onward: dict[str, tuple[Onward, ...]] = {}
    located: dict[str, set[str]] = {}
    for place, bodies in region.located.items():
        for body in bodies:
            located.setdefault(body, set()).add(place)
            located.setdefault(place, set()).add(body)
    for node in region.edges.keys() | located.keys():
        if node not in region.ends and not region.passable(node):
            continue
        walked = region.edges.get(node, {}).keys()
        ways = [Onward(other) for other in walked]
        ways += [Onward(other, place=True) for other in located.get(node, set()) - walked]
        onward[node] = tuple(sorted(ways, key=lambda way: way.other))
    reified = frozenset(id_ for id_, node in region.nodes.items() if node.reified)
    return Net(onward, reified, (start, end))
