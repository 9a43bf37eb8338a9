"""Tables of a PDF that go on over pages, put together; a row that a page breaks in two is one again."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.tables.grid import Grid, Span
from loaders.tables.text import clean_header
from loaders.tables.words import SERIAL, general


@dataclass
class Part:
    """A table on one page. `goes_on` is whether it has no header of its own and continues the one before."""

    lines: list[list[str]]
    page: int
    spans: list[Span] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    goes_on: bool = False

    @property
    def wide(self) -> int:
        """Cells of its longest line."""
        return max(map(len, self.lines), default=0)


def joined(parts: list[Part]) -> list[Grid]:
    """Tables that go on over pages as one: the first of the next page, when it is as wide."""
    grids: list[Grid] = []
    last: Part | None = None
    for part in parts:
        follows = last is not None and part.page == last.page + 1 and part.wide == last.wide
        if follows and grids and (part.goes_on or not _starts_anew(part, grids[-1])):
            _append(grids[-1], part)
        else:
            grid = Grid(
                f"表{len(grids) + 1}", part.lines, spans=part.spans, notes=[f"在第 {part.page} 页", *part.notes]
            )
            grids.append(grid)
        last = part
    return grids


def _heads(lines: list[list[str]]) -> list[list[str]]:
    return [[clean_header(cell) for cell in line if cell] for line in lines[:5]]


def _starts_anew(part: Part, grid: Grid) -> bool:
    """Whether a table on the next page has a header of its own that the one before does not have."""
    words = [clean_header(cell) for cell in part.lines[0] if cell]
    return len(words) > 1 and sum(map(general, words)) * 2 >= len(words) and words not in _heads(grid.lines)


def _append(grid: Grid, part: Part) -> None:
    note = _mend(grid, part)
    shift = len(grid.lines)
    grid.lines += part.lines
    grid.spans += [(top + shift, left, bottom + shift, right) for top, left, bottom, right in part.spans]
    grid.notes[0] = grid.notes[0].split("–")[0].rstrip("页 ") + f"–{part.page} 页，表头重复的已略去"
    grid.notes += [told for told in [*part.notes, note] if told and told not in grid.notes]


def _mend(grid: Grid, part: Part) -> str:
    """The first row of a page without a first cell goes to the last row of the page before; says what was done."""
    heads = _heads(grid.lines)
    at = 0
    while at < len(part.lines) and [clean_header(cell) for cell in part.lines[at] if cell] in heads:
        at += 1
    if at == len(part.lines) or part.lines[at][0] or not any(part.lines[at]) or not grid.lines:
        return ""
    row = part.lines[at]
    serial = any(line and line[0].lower() in SERIAL for line in heads)
    merged = any(top <= at < bottom for top, _, bottom, _ in part.spans)
    if merged or (not serial and all(row[1:])):
        return f"第 {part.page} 页的首行没有首格，其余各格都有，作单独一行：请核对是否接上一页"
    above = grid.lines[-1]
    wide = max(len(above), len(row))
    grid.lines[-1] = [
        "\n".join(filter(None, pair)) for pair in zip(_padded(above, wide), _padded(row, wide), strict=True)
    ]
    del part.lines[at]
    part.spans = [
        (top - (top > at), left, bottom - (bottom > at), right)
        for top, left, bottom, right in part.spans
        if not top == bottom == at
    ]
    return f"第 {part.page} 页的首行没有首格，接到上一页的末行"


def _padded(line: list[str], wide: int) -> list[str]:
    return line + [""] * (wide - len(line))
