"""What joins the two cities, as one drawing: bodies of Xi'an on the left, of Shangluo on the right, carriers between.

The order within a column follows the neighbours' mean place (barycentre heuristic, Sugiyama et al. 1981), a fixed
number of sweeps, so the same pairs give the same drawing. A pair without a carrier has a place of its own in the middle
column, so that its curve passes between the plates and not behind one. Each pair is one curve, also where several pass
the same carrier: then they enter its plate at different heights, so that each can be pointed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.answers import CityPair, NodeRef
from graph.schema import NODE_KINDS
from graph.views import style
from graph.views.words import wrap

HEAD, GAP = 34, 9
"""Room for the words above the columns, and between two plates."""
PLATE = 270
LEFTS = (0, 425, 850)
WIDTH = LEFTS[2] + PLATE
NAME_WIDTH, NAME_LINES = 15, 2
LINE, PADDING, PORT = 18, 8, 6
"""Height of a line of a name, of what surrounds it, and of one pair's place on a carrier."""
SWEEPS = 8

Slot = tuple[float, float]
"""Top and height."""
Columns = tuple[dict[str, NodeRef | None], dict[str, NodeRef | None], dict[str, NodeRef | None]]


@dataclass(frozen=True)
class Plate:
    """One body or carrier: its plate with its name on one or two lines, and the dot of its kind."""

    node: NodeRef
    column: int
    x: float
    y: float
    height: float
    colour: str
    fill: str
    rows: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return self.y + self.height / 2

    @property
    def dot(self) -> float:
        """Where the dot of its kind stands: on the side the ties come from; of a carrier on the left."""
        return self.x + (PLATE - 14 if self.column == 0 else 14)


@dataclass(frozen=True)
class Curve:
    """One pair as an SVG path."""

    pair: CityPair
    d: str


@dataclass(frozen=True)
class Bridge:
    """The whole drawing in user units, `width` × `height`; `kinds` and `stages` are what its legend has to explain."""

    plates: list[Plate]
    curves: list[Curve]
    kinds: list[str]
    stages: list[str]
    width: int
    height: int


def bridge(pairs: Sequence[CityPair]) -> Bridge:
    """The drawing of these pairs; empty for none."""
    columns: Columns = ({}, {}, {})
    neighbours: dict[str, set[str]] = defaultdict(set)
    passing: dict[str, list[CityPair]] = defaultdict(list)
    for pair in pairs:
        chain = (pair.xian.id, _between(pair), pair.shangluo.id)
        for column, key, node in zip(columns, chain, (pair.xian, pair.through, pair.shangluo), strict=True):
            column[key] = node
        for one, other in pairwise(chain):
            neighbours[one].add(other)
            neighbours[other].add(one)
        passing[chain[1]].append(pair)
    orders = _ordered([list(column) for column in columns], neighbours)
    slots, height = _slots(columns, orders, passing)
    plates = [_plate(columns[number][key], number, slots[key]) for number, order in enumerate(orders) for key in order]
    shown = [plate for plate in plates if plate]
    used = {plate.node.kind for plate in shown}
    return Bridge(
        shown,
        _curves(pairs, slots, passing),
        [kind for kind in NODE_KINDS if kind in used],
        [stage for stage in style.STAGE_WORDS if any(pair.stage == stage for pair in pairs)],
        WIDTH,
        round(height),
    )


def _between(pair: CityPair) -> str:
    """What stands in the middle column: the carrier, or for a direct tie a place of its own."""
    return pair.through.id if pair.through else f"{pair.xian.id} {pair.shangluo.id}"


def _ordered(columns: list[list[str]], neighbours: dict[str, set[str]]) -> list[list[str]]:
    for _ in range(SWEEPS):
        place = {node: number / max(len(column), 1) for column in columns for number, node in enumerate(column)}
        for column in columns:
            column.sort(key=lambda node: (_mean([place[other] for other in neighbours[node]]), node))
            place.update({node: number / len(column) for number, node in enumerate(column)})
    return columns


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _names(node: NodeRef) -> tuple[str, ...]:
    return tuple(wrap(node.name, NAME_WIDTH, NAME_LINES).split("\n"))


def _slots(
    columns: Columns, orders: list[list[str]], passing: dict[str, list[CityPair]]
) -> tuple[dict[str, Slot], float]:
    """Top and height of everything in a column, each column spread over the height of the tallest."""
    heights: dict[str, float] = {}
    for column in columns:
        for key, node in column.items():
            least = PORT * len(passing.get(key, ()))
            heights[key] = max(LINE * len(_names(node)), least) + PADDING if node else least
    tallest = max((sum(heights[key] + GAP for key in order) for order in orders), default=0.0)
    slots: dict[str, Slot] = {}
    for order in orders:
        spare = (tallest - sum(heights[key] + GAP for key in order)) / max(len(order), 1)
        y = HEAD + spare / 2
        for key in order:
            slots[key] = (round(y, 1), heights[key])
            y += heights[key] + GAP + spare
    return slots, HEAD + tallest


def _plate(node: NodeRef | None, column: int, slot: Slot) -> Plate | None:
    if node is None:
        return None
    fill = style.side(node.city).plate
    return Plate(node, column, LEFTS[column], *slot, style.colour_of(node.kind), fill, _names(node))


def _curves(pairs: Sequence[CityPair], slots: dict[str, Slot], passing: dict[str, list[CityPair]]) -> list[Curve]:
    curves = []
    for pair in pairs:
        start = (LEFTS[0] + PLATE, _middle(slots[pair.xian.id]))
        end = (LEFTS[2], _middle(slots[pair.shangluo.id]))
        same = sorted(passing[_between(pair)], key=lambda one: (slots[one.xian.id], slots[one.shangluo.id]))
        y = _middle(slots[_between(pair)]) + PORT * (same.index(pair) - (len(same) - 1) / 2)
        into, out = (LEFTS[1], y), (LEFTS[1] + PLATE, y)
        curves.append(Curve(pair, f"M{_at(start)}{_bend(start, into)}L{_at(out)}{_bend(out, end)}"))
    return curves


def _middle(slot: Slot) -> float:
    return slot[0] + slot[1] / 2


def _bend(start: tuple[float, float], end: tuple[float, float]) -> str:
    half = (end[0] - start[0]) / 2
    return f"C{_at((start[0] + half, start[1]))} {_at((end[0] - half, end[1]))} {_at(end)}"


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:g},{point[1]:g}"
