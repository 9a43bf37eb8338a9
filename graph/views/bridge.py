"""What joins the two cities, as one drawing: bodies of Xi'an on the left, of Shangluo on the right, ties between.

Three columns (Xi'an, what stands between, Shangluo); the order within a column follows the neighbours' mean place
(barycentre heuristic, Sugiyama et al. 1981), a fixed number of sweeps, so the same pairs give the same drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.answers import CityPair, NodeRef
from graph.views import style

ROW, HEAD = 26, 34
WIDTH = 1000
LEFT, MIDDLE, RIGHT = 250, 500, 750
"""Where the columns stand; names grow outwards from the sides and to the right of the middle."""
SWEEPS = 8


@dataclass(frozen=True)
class Mark:
    """One body or carrier: where it stands, how it looks, which side its name is on."""

    node: NodeRef
    x: float
    y: float
    colour: str
    column: int


@dataclass(frozen=True)
class Line:
    """One tie between two marks; `pair` is the pair of ends it belongs to, for its link."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str
    stage: str
    pair: tuple[str, str]


@dataclass(frozen=True)
class Bridge:
    """The whole drawing in user units, `width` × `height`."""

    marks: list[Mark]
    lines: list[Line]
    width: int
    height: int


def bridge(pairs: Sequence[CityPair]) -> Bridge:
    """The drawing of these pairs; empty for none."""
    columns: tuple[dict[str, NodeRef], ...] = ({}, {}, {})
    neighbours: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        chain = [(0, pair.xian), *([(1, pair.through)] if pair.through else []), (2, pair.shangluo)]
        for column, node in chain:
            columns[column][node.id] = node
        for (_, one), (_, other) in pairwise(chain):
            neighbours[one.id].add(other.id)
            neighbours[other.id].add(one.id)
    orders = _ordered([list(column) for column in columns], neighbours)
    tallest = max((len(order) for order in orders), default=0)
    height = HEAD + ROW * tallest
    places: dict[str, tuple[float, float]] = {}
    for x, order in zip((LEFT, MIDDLE, RIGHT), orders, strict=True):
        step = (height - HEAD) / max(len(order), 1)
        for number, node in enumerate(order):
            places[node] = (x, HEAD + step * (number + 0.5))
    marks = [
        Mark(node, *places[node.id], style.colour_of(node.kind), column)
        for column, nodes in enumerate(columns)
        for node in nodes.values()
    ]
    return Bridge(marks, _lines(pairs, places), WIDTH, height)


def _ordered(columns: list[list[str]], neighbours: dict[str, set[str]]) -> list[list[str]]:
    for _ in range(SWEEPS):
        place = {node: number / max(len(column), 1) for column in columns for number, node in enumerate(column)}
        for column in columns:
            column.sort(key=lambda node: (_mean([place[other] for other in neighbours[node]]), node))
            place.update({node: number / len(column) for number, node in enumerate(column)})
    return columns


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _lines(pairs: Sequence[CityPair], places: dict[str, tuple[float, float]]) -> list[Line]:
    lines: dict[tuple[str, str], Line] = {}
    for pair in pairs:
        chain = [pair.xian.id, *([pair.through.id] if pair.through else []), pair.shangluo.id]
        for one, other in pairwise(chain):
            ends = (pair.xian.id, pair.shangluo.id)
            lines.setdefault((one, other), Line(*places[one], *places[other], pair.verb, pair.stage, ends))
    return list(lines.values())
