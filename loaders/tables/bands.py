"""The columns of a table without rules: bands from left to right, and what of a line stands in each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from loaders.tables.textlines import TextLine

_OVER = 2.0
"""Points by which a word may reach into the next column."""

Band = tuple[float, float]


def bands_of(head: TextLine, below: Sequence[TextLine]) -> list[Band]:
    """The columns: what is left between the white rivers that run down the table; else halfway between headers."""
    rivers = _merged([(cell.x0, cell.x1) for line in [head, *below] for cell in line.cells])
    holders = [next(at for at, band in enumerate(rivers) if band[0] <= cell.x0 <= band[1]) for cell in head.cells]
    if len(set(holders)) == len(head.cells):
        return _headed(rivers, holders, below, head.height * 1.5)
    cells = head.cells
    edges = [float("-inf"), *((a.x1 + b.x0) / 2 for a, b in itertools.pairwise(cells)), float("inf")]
    return list(itertools.pairwise(edges))


def _headed(rivers: list[Band], holders: Sequence[int], below: Sequence[TextLine], near: float) -> list[Band]:
    """Columns without a header go to the one beside them where that is near, or where nothing else stands under it."""
    filled = [{at for at, band in enumerate(rivers) if _holds(line, band)} for line in below]
    columns = [[at] for at in range(len(rivers))]
    for at in range(len(rivers)):
        if at in holders:
            continue
        beside = sorted(
            (other for other in (at - 1, at + 1) if other in holders),
            key=lambda other: max(rivers[at][0] - rivers[other][1], rivers[other][0] - rivers[at][1]),
        )
        for other in beside:
            gap = max(rivers[at][0] - rivers[other][1], rivers[other][0] - rivers[at][1])
            if gap < near or not any({at, other} <= line for line in filled):
                column = next(column for column in columns if other in column)
                column.append(at)
                columns.remove([at])
                break
    return sorted((min(rivers[at][0] for at in column), max(rivers[at][1] for at in column)) for column in columns)


def _holds(line: TextLine, band: Band) -> bool:
    return any(band[0] <= cell.x0 <= band[1] for cell in line.cells)


def _merged(spans: list[Band]) -> list[Band]:
    bands: list[Band] = []
    for left, right in sorted(spans):
        if bands and left <= bands[-1][1] + 1:
            bands[-1] = (bands[-1][0], max(bands[-1][1], right))
        else:
            bands.append((left, right))
    return bands


def row_of(line: TextLine, bands: Sequence[Band], fewest: int = 2) -> list[str] | None:
    """The cells of a line by column; None where a value reaches over columns or fewer than `fewest` are filled."""
    row = [""] * len(bands)
    for cell in line.cells:
        under = [at for at, (left, right) in enumerate(bands) if min(cell.x1, right) - max(cell.x0, left) > _OVER]
        if len(under) > 1:
            return None
        middle = (cell.x0 + cell.x1) / 2
        at = under[0] if under else min(range(len(bands)), key=lambda at: _away(bands[at], middle))
        row[at] = f"{row[at]} {cell.text}".strip()
    return row if sum(map(bool, row)) >= fewest else None


def _away(band: Band, x: float) -> float:
    return max(band[0] - x, x - band[1], 0.0)
