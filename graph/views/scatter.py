"""Where nodes stand that have no order of their own: tied ones near each other, no name over another.

Each connected part is laid out by igraph (Kamada & Kawai 1989; Fruchterman & Reingold 1991 for large ones, seeded),
then boxes that overlap are pushed apart, then the parts are set side by side in rows. The same input gives the same
places. All coordinates are in pixels at scale 1.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from graph.views.layout import SEED, Point

if TYPE_CHECKING:
    # Loaded in the functions below: most commands draw nothing, and all come past this file.
    import igraph

BOX: Point = (136.0, 78.0)
"""Room for a node with two lines of name."""
LENGTH = 175.0
"""Usual length of a tie: room for its name between the two nodes."""
LARGE = 60
"""Nodes above which the slower of the two layouts is not used."""
PUSHES = 80


def scatter(ids: Sequence[str], pairs: Sequence[tuple[str, str]], *, aspect: float) -> dict[str, Point]:
    """A place for each id; `pairs` are its ties, `aspect` width over height of the window."""
    import igraph  # see above

    index = {id_: i for i, id_ in enumerate(ids)}
    links = sorted({(min(index[a], index[b]), max(index[a], index[b])) for a, b in pairs if a != b})
    graph = igraph.Graph(n=len(ids), edges=links)
    parts = sorted((sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part))
    single = [part[0] for part in parts if len(part) == 1]
    blocks = [(part, _part(graph.induced_subgraph(part), aspect)) for part in parts if len(part) > 1]
    if single:
        across = max(1, round(math.sqrt(len(single) * aspect * BOX[1] / BOX[0])))
        blocks.append((single, [(i % across * BOX[0], i // across * BOX[1]) for i in range(len(single))]))
    return {ids[i]: at for i, at in _packed(blocks, aspect)}


def _part(graph: igraph.Graph, aspect: float) -> list[Point]:
    """One connected part, from (0, 0) on."""
    import igraph  # see above

    igraph.set_random_number_generator(random.Random(SEED))
    drawn = graph.layout_kamada_kawai() if graph.vcount() <= LARGE else graph.layout_fruchterman_reingold(niter=400)
    points = [(float(x), float(y)) for x, y in drawn]
    usual = median(math.dist(points[e.source], points[e.target]) for e in graph.es) or 1.0
    wide = math.sqrt(aspect)
    spread = [(x / usual * LENGTH * wide, y / usual * LENGTH / wide) for x, y in points]
    return _from_zero(_apart(spread))


def _apart(points: list[Point]) -> list[Point]:
    """Boxes that overlap pushed apart, each pair along the way that is shorter."""
    at = [list(point) for point in points]
    for _ in range(PUSHES):
        moved = False
        order = sorted(range(len(at)), key=lambda i: (at[i][0], i))
        for place, i in enumerate(order):
            for j in order[place + 1 :]:
                right, down = at[j][0] - at[i][0], at[j][1] - at[i][1]
                if right >= BOX[0]:
                    break
                if abs(down) >= BOX[1] or abs(right) >= BOX[0]:
                    continue
                moved = True
                _push(at[i], at[j], right, down)
        if not moved:
            break
    return [(x, y) for x, y in at]


def _push(one: list[float], other: list[float], right: float, down: float) -> None:
    """Both go half of the way; a hair more, so that rounding does not leave them touching."""
    missing = ((BOX[0] - abs(right)) / 2 + 0.5, (BOX[1] - abs(down)) / 2 + 0.5)
    axis = 0 if missing[0] < missing[1] else 1
    step = math.copysign(missing[axis], (right, down)[axis])
    one[axis] -= step
    other[axis] += step


def _from_zero(points: list[Point]) -> list[Point]:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return [(x - left, y - top) for x, y in points]


def _packed(blocks: list[tuple[list[int], list[Point]]], aspect: float) -> list[tuple[int, Point]]:
    """The parts in rows from left to right, about `aspect` times as wide as high in all."""
    sizes = [(max(x for x, _ in at) + BOX[0], max(y for _, y in at) + BOX[1]) for _, at in blocks]
    room = sum((width + BOX[0] / 3) * (height + BOX[1] / 3) for width, height in sizes)
    widest = max([width for width, _ in sizes] + [math.sqrt(room * aspect)], default=0.0)
    placed: list[tuple[int, Point]] = []
    left = top = tall = 0.0
    for (members, at), (width, height) in zip(blocks, sizes, strict=True):
        if left and left + width > widest:
            left, top, tall = 0.0, top + tall + BOX[1] / 3, 0.0
        placed += [(i, (left + x, top + y)) for i, (x, y) in zip(members, at, strict=True)]
        left, tall = left + width + BOX[0] / 3, max(tall, height)
    return placed
