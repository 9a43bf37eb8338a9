"""Where things stand, computed before the page is written so that the browser has nothing to settle.

All coordinates are in pixels at scale 1. The same input gives the same output: igraph's random numbers are seeded, and
the rest is plain geometry.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

SEED = 20211
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""left, top, width, height"""
Bend = tuple[str, str, int]
"""a bend of the tie between two nodes, in a column"""


def layers(paths: Iterable[Sequence[str]]) -> dict[str, int]:
    """Layer of each node: the furthest position it has in any path; the end of all paths stands alone on the right."""
    at: dict[str, int] = {}
    listed = [list(path) for path in paths]
    for path in listed:
        for position, node in enumerate(path):
            at[node] = max(at.get(node, 0), position)
    ends = {path[-1] for path in listed if len(path) > 1}
    last = max(at.values(), default=0)
    return at | dict.fromkeys(ends, last)


def columns(paths: Iterable[Sequence[str]], gap: Point) -> tuple[dict[str, Point], dict[tuple[str, str], list[Point]]]:
    """Left to right: one column a layer, ordered by igraph's Sugiyama so that few ties cross, centred on y = 0.

    `gap` is the distance between columns and between rows. A tie that leaps over a column would run through the nodes
    there, so it gets a bend of its own in each column it leaps over: the second value, by (start, end) as read.
    """
    listed = [list(path) for path in paths]
    layer = layers(listed)
    pairs = list(dict.fromkeys(pair for path in listed for pair in pairwise(path)))
    column_of: dict[str | Bend, int] = {name: column for name, column in layer.items()}  # noqa: C416 - widens the key
    links: list[tuple[str | Bend, str | Bend]] = []
    for a, b in pairs:
        step = 1 if layer[a] < layer[b] else -1
        chain: list[str | Bend] = [a, *((a, b, column) for column in range(layer[a] + step, layer[b], step)), b]
        column_of |= {item: item[2] for item in chain if isinstance(item, tuple)}
        links += pairwise(chain)
    rows = _ordered(column_of, links)
    points: dict[str, Point] = {}
    bends: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for column, members in rows.items():
        heights = [(0.5 if isinstance(item, tuple) else 1.0) * gap[1] for item in members]
        top = -sum(heights) / 2
        for item, height in zip(members, heights, strict=True):
            at = (column * gap[0], top + height / 2)
            top += height
            if isinstance(item, tuple):
                bends[item[:2]].append(at)
            else:
                points[item] = at
    for (a, b), corners in bends.items():
        corners.sort(reverse=layer[a] > layer[b])
    return points, dict(bends)


def _ordered(
    column_of: dict[str | Bend, int], links: list[tuple[str | Bend, str | Bend]]
) -> dict[int, list[str | Bend]]:
    """The members of each column from top to bottom, with few crossings."""
    # Loaded here: most commands draw nothing, and all come past this file.
    import igraph

    items = list(column_of)
    index = {item: i for i, item in enumerate(items)}
    igraph.set_random_number_generator(random.Random(SEED))
    graph = igraph.Graph(n=len(items), edges=[(index[a], index[b]) for a, b in links], directed=True)
    drawn = graph.layout_sugiyama(layers=[column_of[item] for item in items], hgap=1, vgap=1, maxiter=200)
    rows: dict[int, list[str | Bend]] = defaultdict(list)
    for i in sorted(range(len(items)), key=lambda i: (column_of[items[i]], drawn[i][0], i)):
        rows[column_of[items[i]]].append(items[i])
    return rows


def turned(point: Point, gap: Point, pitch: Point) -> Point:
    """The same place read top to bottom for a narrow screen: `gap` as it was laid, `pitch` across and down."""
    return point[1] / gap[1] * pitch[0], point[0] / gap[0] * pitch[1]


def best_columns(sizes: Sequence[int], cell: Point, head: float, aspect: float, widest: float) -> int:
    """How many columns show groups of `sizes` cells largest in a window of width / height = `aspect`.

    Never wider than `widest` pixels: what does not fit then goes on below, so one only has to scroll one way.
    """

    if not sizes:
        return 1

    def scale(count: int) -> float:
        rows = sum(math.ceil(size / count) for size in sizes)
        return min(aspect / (count * cell[0]), 1 / (rows * cell[1] + head * len(sizes)))

    return max(
        range(1, max(1, min(max(sizes, default=1), int(widest // cell[0]))) + 1),
        key=lambda count: (scale(count), -count),
    )


def grid(sizes: Sequence[int], cell: Point, head: float, count: int) -> tuple[list[list[Point]], list[Box]]:
    """Groups one below the other, `count` cells a row, `head` pixels for a group's heading.

    Returns the top middle of every cell by group, and a box around each group.
    """
    places: list[list[Point]] = []
    boxes: list[Box] = []
    top = 0.0
    for size in sizes:
        rows = math.ceil(size / count)
        places.append([((i % count + 0.5) * cell[0], top + head + i // count * cell[1]) for i in range(size)])
        boxes.append((0.0, top, count * cell[0], head + rows * cell[1]))
        top += head + rows * cell[1] + 10
    return places, boxes


def rings(
    right: list[str], left: list[str], between: list[str], box: Point, *, stretch: float = 1.5
) -> dict[str, Point]:
    """Neighbours around a centre at (0, 0), each on a ray of its own, each side as wide as it has members.

    `right` is centred on the right and `left` opposite; `between` takes what is left below and above. `box` is the room
    one node with its name needs; no two boxes overlap, and none covers the centre. `stretch` is the width of the rings
    over their height.
    """
    half = (len(between) + 1) // 2
    around = [*right, *between[:half], *left, *between[half:]]
    step = 360.0 / max(1, len(around))
    first = -step * (len(right) - 1) / 2 if right else 90.0 - step * (half - 1) / 2 if between else 180.0
    rays = [(member, first + step * i) for i, member in enumerate(around)]
    taken: list[Point] = [(0.0, 0.0)]
    placed: dict[str, Point] = {}
    # Every third ray first, so that a ring fills evenly and those between stand further out.
    for member, degrees in (ray for third in range(3) for ray in rays[third::3]):
        angle = math.radians(degrees)
        radius = 1.3 * box[1]
        while True:
            point = (round(stretch * radius * math.cos(angle), 1), round(radius * math.sin(angle), 1))
            if all(abs(point[0] - x) >= box[0] or abs(point[1] - y) >= box[1] for x, y in taken):
                break
            radius += box[1] / 8
        taken.append(point)
        placed[member] = point
    return placed
