"""Where the header of a grid stands, how many lines it has, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from loaders.tables.grid import Grid, width_of
from loaders.tables.text import clean_header, letter

LOOKED_AT = 25
"""Lines from the top in which a header is looked for; titles, notices and 附件 rows are never more."""
DEEPEST = 3
_NUMBER = re.compile(r"^[-+]?[\d,.]+%?$|^\d{4}[-/.年]\d")
_YEAR = re.compile(r"^(?:19|20)\d\d年?度?$")
_WORD = re.compile(r"^[A-Za-z_][\w .()-]{0,40}$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Header:
    """Lines `first` to `last` of a grid are the header; `last` < `first` where it has none."""

    first: int
    last: int
    columns: list[str]

    @property
    def found(self) -> bool:
        """Whether the file has a header."""
        return self.last >= self.first


def find_header(grid: Grid, known: Callable[[str], bool]) -> Header:
    """The header of a grid: the first line that holds known words, else one that differs in kind from what follows."""
    at = _line(grid, known)
    if at is None:
        start = _first_full(grid)
        return Header(start, start - 1, _names([], width_of(grid.lines)))
    first, last = at, at
    if at and _heads_groups(grid, at - 1):
        first = at - 1
    while last + 1 < len(grid.lines) and last - first + 1 < DEEPEST and _continues(grid, last):
        last += 1
    labels = [_spread(grid, index, last) for index in range(first, last + 1)]
    if last + 1 < len(grid.lines) and _numbers_columns(grid.lines[last + 1], labels[-1]):
        last += 1
    return Header(first, last, _names(labels, max(width_of(grid.lines[last + 1 :]), width_of(labels))))


def _line(grid: Grid, known: Callable[[str], bool]) -> int | None:
    """The index of the line that is the header, or of its first."""
    full = _usual(grid)
    for index, line in enumerate(grid.lines[:LOOKED_AT]):
        cells = [clean_header(cell) for cell in line if cell]
        words = sum(map(known, cells))
        years = [cell for cell in cells if _YEAR.match(cell)]
        if words and len(years) > 1 and len(set(years)) == len(years):
            words += len(years)
        distinct = len(set(cells)) > 1 or full == 1
        if (
            distinct
            and words
            and words * (2 if words < 3 else 3) >= len(cells)
            and (words > 1 or full <= 2)
            and len(cells) * 2 >= full
        ):
            return index
    if grid.marked:
        filled = [index for index in range(min(grid.marked, len(grid.lines))) if len(set(grid.lines[index])) > 1]
        if filled:
            return filled[0]
    index = _first_full(grid)
    return index if index < len(grid.lines) and _differs(grid, index) else None


def _usual(grid: Grid) -> int:
    """How many cells the lines of the grid usually have filled."""
    counts = Counter(sum(map(bool, line)) for line in grid.lines[:200])
    counts.pop(0, None)
    # Titles, group rows and footers have one cell; in a table of several columns they do not count.
    if (several := counts.total() - counts[1]) > 1 and several * 5 >= counts[1]:
        counts.pop(1, None)
    return max(counts, key=lambda count: (counts[count], count)) if counts else 0


def _first_full(grid: Grid) -> int:
    """The first line that is about as full as most are: where a table without a header starts."""
    usual = _usual(grid)
    for index, line in enumerate(grid.lines[:LOOKED_AT]):
        if sum(map(bool, line)) * 2 > usual and (usual == 1 or len({cell for cell in line if cell}) > 1):
            return index
    return 0


def _differs(grid: Grid, index: int) -> bool:
    """A line of words without numbers above columns that hold numbers, or of foreign words above Chinese."""
    line, below = grid.lines[index], [below for below in grid.lines[index + 1 : index + 200] if any(below)]
    cells = [cell for cell in line if cell]
    if not below or len(set(cells)) < len(cells) or any(_NUMBER.match(cell) or len(cell) > 25 for cell in cells):
        return False
    columns = [[row[at] for row in below if at < len(row) and row[at]] for at, cell in enumerate(line) if cell]
    numbers = any(
        column and sum(bool(_NUMBER.match(cell)) for cell in column) > 0.8 * len(column) for column in columns
    )
    foreign = all(_WORD.match(cell) for cell in cells)
    return numbers or (foreign and any(_CHINESE.search(cell) for column in columns for cell in column))


def _heads_groups(grid: Grid, index: int) -> bool:
    """A line above the header whose merged cells each head some of its columns (企业信息 | 专利)."""
    cells = [cell for cell in grid.lines[index] if cell]
    return len(cells) > 1 and bool(grid.across(index)) and not any("：" in cell or ":" in cell for cell in cells)


def _continues(grid: Grid, index: int) -> bool:
    """Whether the next line divides the headers of this one (经费 over 拨款 and 自筹)."""
    line, below = grid.lines[index], grid.lines[index + 1]
    filled = {at for at, cell in enumerate(below) if cell and not (at < len(line) and line[at] == cell)}
    covered = {at for left, right in grid.across(index) for at in range(left, right + 1)}
    # Years under a merged 经费 are headers, other numbers are data.
    numbers = {at for at in filled if _NUMBER.match(below[at]) and not (at in covered and _YEAR.match(below[at]))}
    if not filled or numbers or any(len(below[at]) > 20 for at in filled):
        return False
    if not covered:
        gaps = {at for at in range(max(filled) + 1) if at >= len(line) or not line[at]} & filled
        covered = gaps | {at - 1 for at in gaps if at}
        return bool(gaps) and min(gaps) > 0 and len(filled) > 1 and filled <= covered and len(filled) < _usual(grid)
    return filled <= covered


def _spread(grid: Grid, index: int, last: int) -> list[str]:
    """The labels of a header line, a label that spans columns (without merged cells: precedes gaps) in each."""
    line = list(grid.lines[index])
    spans = grid.across(index)
    if index < last:
        line += [""] * (width_of(grid.lines[index : last + 1]) - len(line))
        if not spans:
            below = grid.lines[index + 1]
            spans = [(at - 1, at) for at, cell in enumerate(line) if at and not cell and at < len(below) and below[at]]
        for left, right in spans:
            for at in range(left + 1, min(right + 1, len(line))):
                line[at] = line[at] or line[left]
    return line


def _numbers_columns(line: list[str], labels: list[str]) -> bool:
    """A line under the header that only numbers the columns: 1 2 3 4."""
    wide = width_of([labels])
    return wide > 3 and [cell for cell in line if cell] == [str(at + 1) for at in range(wide)]


def _names(labels: list[list[str]], width: int) -> list[str]:
    """One name a column: its labels joined by /, 列A where it has none, （2） behind a name that came before."""
    names: list[str] = []
    for at in range(width):
        parts = dict.fromkeys(clean_header(line[at]) for line in labels if at < len(line) and line[at])
        name = "/".join(filter(None, parts)) or f"列{letter(at)}"
        count, unique = 1, name
        while unique in names:
            count += 1
            unique = f"{name}（{count}）"
        names.append(unique)
    return names
