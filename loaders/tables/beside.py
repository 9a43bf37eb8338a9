"""Tables that stand side by side in a sheet, taken apart."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from loaders.tables.grid import Grid, width_of
from loaders.tables.header import LOOKED_AT
from loaders.tables.text import clean_header
from loaders.tables.words import SERIAL


def beside(grid: Grid, known: Callable[[str], bool]) -> list[Grid]:
    """The tables of a sheet from left to right; the whole where there is one only.

    Another table starts where the header starts anew: with the first header again, or with 序号 behind a column that
    is empty all the way down. The lines above the header stay with the first table.
    """
    head = _head(grid, known)
    if head is None:
        return [grid]
    words = [clean_header(cell) for cell in grid.lines[head]]
    starts = _starts(grid, head, words)
    if any(left < start <= right for start in starts for top, left, bottom, right in grid.spans if bottom >= head):
        return [grid]
    if not starts:
        return [grid]
    edges = [0, *starts, width_of(grid.lines)]
    return [_part(grid, at, left, right, head) for at, (left, right) in enumerate(itertools.pairwise(edges))]


def _head(grid: Grid, known: Callable[[str], bool]) -> int | None:
    """The first line that holds twice two known headers."""
    for index, line in enumerate(grid.lines[:LOOKED_AT]):
        words = [clean_header(cell) for cell in line if cell.strip()]
        if len(words) > 3 and sum(map(known, words)) * 5 >= len(words) * 4:
            return index
    return None


def _starts(grid: Grid, head: int, words: list[str]) -> list[int]:
    first = next(at for at, word in enumerate(words) if word)
    filled = [word for word in words if word]
    again = [at for at, word in enumerate(words) if word == words[first] and at > first]
    if again:
        edges = [first, *again, len(words)]
        runs = [[word for word in words[a:b] if word] for a, b in itertools.pairwise(edges)]
        same = all(run == runs[0] for run in runs)
        apart = all(not words[at - 1] and _empty(grid, head, at - 1) for at in again)
        if min(map(len, runs)) > 1 and sum(map(len, runs)) == len(filled) and (same or apart):
            return again
    return [
        at
        for at, word in enumerate(words)
        if at > first + 2 and word.lower() in SERIAL and not words[at - 1] and _empty(grid, head, at - 1)
        and sum(map(bool, words[at:])) > 1
    ]  # fmt: skip


def _empty(grid: Grid, head: int, column: int) -> bool:
    return not any(len(line) > column and line[column].strip() for line in grid.lines[head:])


def _part(grid: Grid, at: int, left: int, right: int, head: int) -> Grid:
    lines = []
    for index, line in enumerate(grid.lines):
        above = index < head
        lines.append([] if above and at else line if above else line[left:right])
    while at and lines and not any(map(str.strip, lines[-1])):
        lines.pop()
    part = Grid(f"{grid.name}（{'右' * (at > 0)}{at + 1 if at > 1 else ''}）" if at else grid.name, lines)
    part.first, part.left, part.numbers, part.marked = grid.first, grid.left + left, grid.numbers, grid.marked
    part.ragged = False
    part.spans = [(a, b - left, c, d - left) for a, b, c, d in grid.spans if left <= b and d < right and (c >= head)]
    if not at:
        part.spans += [span for span in grid.spans if span[2] < head]
    part.notes = [*grid.notes, f"同一张表里左右并排几个表，这是左起第 {at + 1} 个"]
    return part
