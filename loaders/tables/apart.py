"""Tables that stand one below the other in a sheet, taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.tables.grid import Grid
from loaders.tables.header import find_header
from loaders.tables.text import clean_cells, clean_header

_PART = re.compile(r"(?:（右\d*）)?(?:（\d+）)?$")


def sheet_of(name: str) -> str:
    """The worksheet of a table's name: 名单（2） is the second table of 名单, 名单（右） the one beside it."""
    return _PART.sub("", name, count=1)


def apart(grid: Grid, known: Callable[[str], bool]) -> list[Grid]:
    """The grid in parts, each with the header it starts with; the whole where there is one header only.

    Another table starts where, below a blank line or one of a single cell, at least two known headers stand and hardly
    anything else, and not the same headers again. The lines of one cell above it are its titles.
    """
    first = find_header(_cleaned_top(grid), known)
    if not first.found:
        return [grid]
    heads = {tuple(_heads(grid.lines[index])) for index in range(first.first, first.last + 1)}
    starts = [0]
    for index in range(first.last + 2, len(grid.lines)):
        above = grid.lines[index - 1]
        if len(above) - above.count("") > 1:
            continue
        words = _heads(grid.lines[index])
        if len(words) < 2 or len(set(words)) < len(words) or sum(map(known, words)) * 5 < len(words) * 4:
            continue
        if tuple(words) in heads:
            continue
        heads.add(tuple(words))
        starts.append(_title(grid, index))
    return [
        _part(grid, at, start, stop) for at, (start, stop) in enumerate(zip(starts, [*starts[1:], None], strict=True))
    ]


def _cleaned_top(grid: Grid) -> Grid:
    """The first lines as the header is looked for: what `shape` does to all of them."""
    return Grid(grid.name, [clean_cells(line) for line in grid.lines[:200]], spans=grid.spans, marked=grid.marked)


def _heads(line: list[str]) -> list[str]:
    return [clean_header(cell) for cell in line if cell.strip()]


def _title(grid: Grid, index: int) -> int:
    """The first of the lines of one cell that stand right above a header."""
    while index > 1 and len([cell for cell in grid.lines[index - 1] if cell]) == 1:
        index -= 1
    return index


def _part(grid: Grid, at: int, start: int, stop: int | None) -> Grid:
    if not at and stop is None:
        return grid
    end = len(grid.lines) if stop is None else stop
    spans = [(a - start, b, c - start, d) for a, b, c, d in grid.spans if start <= a and c < end]
    part = Grid(f"{grid.name}（{at + 1}）" if at else grid.name, grid.lines[start:end], spans=spans, ragged=grid.ragged)
    part.left = grid.left
    part.numbers = [grid.number(index) for index in range(start, end)]
    part.marked = 0 if at else grid.marked
    part.notes = [*grid.notes, f"同一张表里上下排着几个表，这是第 {at + 1} 个"]
    return part
