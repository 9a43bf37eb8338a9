"""The search itself: read the region between two ends, then list the simple paths in it.

Meet in the middle, by hops: the two ends grow until their levels add up to `max_hops`, always the one whose next hop
reads fewer ties, so that a hub as an end costs no more than its partner. A tie on a path of at most `max_hops` hops
is then read from one side or the other (a run of n ties costs ceil(n / 2) hops from either side).
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.paths.front import Front, grow
from graph.paths.region import FRAMES, Node, Region
from graph.paths.rules import Rules
from graph.paths.walk import CAP, Net, Onward, Walked, simple_paths
from graph.store import Work


@dataclass(frozen=True)
class Found:
    """What a search read and found. `exhausted` names the ends from which nothing further can be reached."""

    region: Region
    walked: Walked
    exhausted: tuple[str, ...]
    reached: dict[str, int]
    """Number of nodes that each end reached."""


def seek(work: Work, start: Node, end: Node, rules: Rules, max_hops: int, *, cap: int = CAP) -> Found:
    """All simple paths of at most `max_hops` hops between two nodes, up to the cap."""
    region = Region(work, rules, (start, end))
    fronts = (Front(region, start.id), Front(region, end.id))
    _grow_all(region, start, end, fronts, max_hops)
    net = net_of(region, start.id, end.id)
    walked = simple_paths(net, max_hops, via=frozenset(rules.via), cap=cap)
    return Found(
        region=region,
        walked=walked,
        exhausted=tuple(front.end for front in fronts if front.exhausted),
        reached={front.end: len(front.reached()) for front in fronts},
    )


def _grow_all(region: Region, start: Node, end: Node, fronts: tuple[Front, Front], max_hops: int) -> None:
    places = [node for node in (start, end) if node.kind in FRAMES and region.rules.located]
    if len(places) == 2:
        region.bodies_in(start.id)
    limits = {start.id: max_hops, end.id: max_hops}
    for place in places[-1:]:
        # The last hop onto this place is read by itself below, so its side need not grow past the ties it holds.
        limits = {id_: 1 if id_ == place.id else max(0, max_hops - 1) for id_ in limits}
    while sum(front.level for front in fronts) < max_hops:
        growing = [front for front in fronts if front.level < limits[front.end] and not front.exhausted]
        spare = max_hops - sum(front.level for front in fronts)
        if not growing or (not places and any(front.exhausted for front in fronts)):
            break
        growing.sort(key=lambda front: front.cost())
        grow(region, growing[:spare])
    for place in places[-1:]:
        other = fronts[0] if fronts[1].end == place.id else fronts[1]
        region.locate(place.id, other.reached())


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
