"""From node sequences to ranked paths: the ties of each step, the score, the pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product

from graph.answers import Pattern
from graph.paths import rank
from graph.paths.question import LOCATED
from graph.paths.region import Edge, Region
from graph.paths.walk import Walked
from graph.schema import EDGE_KINDS

CHOICES_AT_MOST = 24
"""Of one node sequence with several kinds of ties between its nodes, at most so many choices, the strongest first."""


@dataclass(frozen=True)
class Trace:
    """One path before it is dressed for an answer: nodes in order, one edge a step, and in `also` the parallel ones."""

    hops: int
    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    also: tuple[Edge, ...]
    parts: dict[str, float]
    score: float
    pattern: str


def traces(region: Region, walked: Walked, day: str) -> list[Trace]:
    """All paths of a search, best first. `day` (YYYY-MM-DD or "") is the one on which a tie may be over."""
    found = [trace for hops, nodes in walked.paths for trace in _traces(region, hops, nodes, day)]
    return sorted(found, key=lambda trace: (-trace.score, trace.hops, trace.nodes, trace.pattern))


def patterns(found: list[Trace], *, capped: bool) -> list[Pattern]:
    """The metapaths of these paths, best first, with their counts."""
    by_pattern: dict[str, list[float]] = {}
    for trace in found:
        by_pattern.setdefault(trace.pattern, []).append(trace.score)
    listed = [
        Pattern(pattern=name, count=len(scores), at_least=capped, score=max(scores))
        for name, scores in by_pattern.items()
    ]
    return sorted(listed, key=lambda pattern: (-pattern.score, -pattern.count, pattern.pattern))


def over(edge: Edge, day: str) -> bool:
    """Whether a tie is known to have ended before the day; an act holds from its day on."""
    last = edge.times[3]
    return bool(day and last and last < day and EDGE_KINDS[edge.type].temporal == "state")


def _traces(region: Region, hops: int, sequence: tuple[str, ...], day: str) -> Iterator[Trace]:
    """The paths along one node sequence: one for each choice of tie kinds, since each is a pattern of its own."""
    steps = [_step(region, here, there, day) for here, there in pairwise(sequence)]
    degrees = [region.nodes[id_].degree for id_ in sequence[1:-1]]
    for choice in islice(product(*steps), CHOICES_AT_MOST):
        nodes = [sequence[0]]
        for step, there in zip(choice, sequence[1:], strict=True):
            nodes += [*step.via, there]
        edges = [edge for step in choice for edge in step.edges]
        found = rank.parts(
            hops,
            [(step.judged.type, step.judged.stage, step.judged.mark) for step in choice],
            degrees,
            over=any(over(step.judged, day) for step in choice),
        )
        also = tuple(edge for step in choice for edge in step.also)
        pattern = _pattern(region, nodes, edges)
        yield Trace(hops, tuple(nodes), tuple(edges), also, found, rank.total(found), pattern)


@dataclass(frozen=True)
class _Step:
    """One way from a node to the next: its ties in walking order, parallel ones of the same kind, places between."""

    edges: tuple[Edge, ...]
    also: tuple[Edge, ...] = ()
    via: tuple[str, ...] = ()

    @property
    def judged(self) -> Edge:
        """The tie that the score looks at: on the way onto a place, the one that says where the body is."""
        return next((edge for edge in self.edges if edge.type == LOCATED), self.edges[0])


def _step(region: Region, here: str, there: str, day: str) -> list[_Step]:
    """The ways from a node to the next, one for each kind of tie, the strongest first."""
    kinds: dict[str, list[Edge]] = {}
    parallel = region.edges.get(here, {}).get(there, {}).values()
    for edge in sorted(parallel, key=lambda edge: (over(edge, day), -edge.strength, edge.id)):
        kinds.setdefault(edge.type, []).append(edge)
    if kinds:
        return [_Step((best,), tuple(rest)) for best, *rest in kinds.values()]
    edges, via = _located(region, here, there)
    return [_Step(tuple(edges), (), tuple(via))]


def _located(region: Region, here: str, there: str) -> tuple[list[Edge], list[str]]:
    """The ties of the hop between a body and a place that is an end, and the places between, in walking order."""
    if here in region.located.get(there, {}):
        onto = region.located[there][here]
        return list(onto.edges), list(onto.via)
    off = region.located[here][there]
    return list(reversed(off.edges)), list(reversed(off.via))


def _pattern(region: Region, nodes: list[str], edges: list[Edge]) -> str:
    kinds = [region.nodes[id_].kind if id_ in region.nodes else "Place" for id_ in nodes]
    return "–".join([kinds[0], *(f"{edge.type}–{kind}" for edge, kind in zip(edges, kinds[1:], strict=True))])
