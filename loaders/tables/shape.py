"""From lines of cells to a table: every line becomes a row or a `Skipped` that says why it is none."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from loaders.tables.aside import set_aside
from loaders.tables.grid import Grid, width_of
from loaders.tables.header import Header, find_header
from loaders.tables.model import Skipped, Table, TableRow
from loaders.tables.text import SEPARATOR, clean_cells, clean_header, garbled
from loaders.tables.words import (
    BEFORE_NO_ROW,
    CONTACT,
    COUNT,
    EXAMPLE,
    GROUP,
    NOTE,
    PART_TOTAL,
    SERIAL,
    SUBGROUP,
    TOTAL,
)

TOLD = 10
"""Line numbers named in a note; the rows themselves all carry their doubt."""
_NUMBER = re.compile(r"^\d+(?:\.\d+)?$")


def shape(grid: Grid, known: Callable[[str], bool], *, file: str, format: str) -> Table:
    """The table of a grid. `known` says which headers are known words, in the form of `clean_header`."""
    grid.lines = [clean_cells(line) for line in grid.lines]
    grid.blank_errors()
    filled = grid.fill_down()
    header = find_header(grid, known)
    columns = [sys.intern(name) for name in header.columns]
    table = Table(file, grid.name, format, columns, [], headed=header.found, notes=list(grid.notes))
    if filled:
        table.notes.append(f"合并单元格向下填充 {filled} 格")
    for index in range(header.first):
        _skip(table, grid, index, "title" if any(grid.lines[index]) else "blank")
    for index in range(header.first, header.last + 1):
        _skip(table, grid, index, "header")
    _Body(table, grid, header).read()
    _say_header(table, grid, header)
    doubtful = [row.number for row in table.rows if row.doubt]
    if doubtful:
        told = "、".join(map(str, doubtful[:TOLD])) + ("……" if len(doubtful) > TOLD else "")
        table.notes.append(f"{len(doubtful)} 行可疑（乱码或串列）：第 {told} 行")
    table.skipped.sort(key=lambda skipped: skipped.number)
    return table


def _skip(table: Table, grid: Grid, index: int, why: str) -> None:
    table.skipped.append(set_aside(grid.number(index), " ".join(filter(None, grid.lines[index])), why))


def _say_header(table: Table, grid: Grid, header: Header) -> None:
    if not header.found:
        table.notes.append("没有表头，各列按字母命名")
    elif header.first == header.last:
        table.notes.append(f"表头在第 {grid.number(header.first)} 行")
    else:
        table.notes.append(f"表头占第 {grid.number(header.first)}–{grid.number(header.last)} 行")
    blank = [name for name in table.columns if re.fullmatch(r"列[A-Z]+", name)]
    if header.found and blank:
        table.notes.append(f"空白表头：{'、'.join(blank)}")


class _Body:
    """The lines below the header, one after the other; holds the group they stand under and the groups without rows."""

    def __init__(self, table: Table, grid: Grid, header: Header) -> None:
        self.table, self.grid, self.start = table, grid, header.last + 1
        self.width = len(table.columns)
        self.heads = [
            [clean_header(cell) for cell in grid.lines[index]] for index in range(header.first, header.last + 1)
        ]
        heads = grid.lines[header.first : header.last + 1]
        self.first_words = {line[0].replace(" ", "") for line in heads if line}
        # Printed again at the top of each page.
        self.titles = {cell for line in grid.lines[: header.first] for cell in line if cell}
        self.spanned = bool(grid.spans)
        self.serial = bool(table.columns) and table.columns[0].lower() in SERIAL
        # A header may be blank; the line it stands in is as long all the same.
        self.named = max((len(line) for line in heads), default=self.width)
        self.group, self.top = "", ""
        self.idle: list[int] = []

    def read(self) -> None:
        table, columns, width = self.table, self.table.columns, self.width
        padding, named = [""] * width, self.named
        add, number = table.rows.append, self.grid.number
        end = self._end()
        for index in range(self.start, end):
            line = self.grid.lines[index]
            why = self._why(index, line)
            if why:
                _skip(table, self.grid, index, why)
                continue
            self.idle.clear()
            doubt = self.grid.doubts.get(index, "") or (self._extra(line) if len(line) > named else "")
            if len(line) != width:
                line = (line + padding)[:width]
            text = SEPARATOR.join(line)
            if not text.isascii() and garbled(text):
                doubt = "含乱码，可能串列"
            add(TableRow(number(index), dict(zip(columns, line, strict=True)), self.group, doubt))
        for index in range(end, len(self.grid.lines)):
            _skip(table, self.grid, index, "footer" if any(self.grid.lines[index]) else "blank")
        self._idle_groups()

    def _extra(self, line: list[str]) -> str:
        """A line of a csv that holds more cells than there are headers: some cell was divided, or a row has shifted."""
        held = width_of([line])
        return f"有 {held} 格，表头只有 {self.named} 格，可能串列" if self.grid.ragged and held > self.named else ""

    def _why(self, index: int, line: list[str]) -> str:
        """Why a line is no row, "" when it is one."""
        filled = len(line) - line.count("")
        if not filled:
            return "blank"
        first = line[0] or next(cell for cell in line if cell)
        if line[0].replace(" ", "") in self.first_words and self._repeats(line):
            return "header"
        if filled == 1 and first in self.titles:
            return "title"
        if filled > 1 and first[0] not in BEFORE_NO_ROW and not self.spanned and first[-1] not in "计:：":
            return ""
        if EXAMPLE.match(first):
            return "example"
        plain = first.replace(" ", "")
        if TOTAL.match(plain) and (self.width > 1 or filled == 1) and not self._named_so(line):
            return "footer"
        if filled > 1 and PART_TOTAL.match(plain) and not self._named_so(line) and _only_counts(line, first):
            return "footer"
        single = filled == 1 or self._spanned(index, line)
        if single and (NOTE.match(plain) or CONTACT.match(plain)):
            return "footer"
        if single and self._is_group(index, line, first):
            self._enter(index, first)
            return "group"
        if filled * 2 <= self.width and CONTACT.match(plain):
            return "footer"
        return ""

    def _named_so(self, line: list[str]) -> bool:
        """A row numbered like the others is a row, whatever its name."""
        return self.serial and bool(_NUMBER.match(line[0]))

    def _repeats(self, line: list[str]) -> bool:
        cells = [clean_header(cell) for cell in line]
        while cells and not cells[-1]:
            cells.pop()
        return any(cells and cells == _trimmed(head) for head in self.heads)

    def _spanned(self, index: int, line: list[str]) -> bool:
        return len({cell for cell in line if cell}) == 1 and bool(self.grid.across(index)) and self._full(index)

    def _full(self, index: int) -> bool:
        return any(right - left + 1 >= max(2, self.width - 1) for left, right in self.grid.across(index))

    def _is_group(self, index: int, line: list[str], first: str) -> bool:
        if self.width < 2 and not GROUP.match(first):
            return False
        if len(first) > 60 or _NUMBER.match(first):
            return False
        if GROUP.match(first) or SUBGROUP.match(first) or self._full(index):
            return True
        return self.serial and bool(line[0]) and self.width > 1

    def _enter(self, index: int, first: str) -> None:
        if SUBGROUP.match(first) and self.top:
            self.group = f"{self.top} / {first}"
        else:
            self.group = self.top = first
        self.idle.append(index)

    def _end(self) -> int:
        """Where the footer starts: a note of one cell with nothing but lines of one cell, none a group, after it."""
        lines = self.grid.lines
        end = len(lines)
        for index in range(len(lines) - 1, self.start - 1, -1):
            cells = {cell for cell in lines[index] if cell}
            if len(cells) > 1 or (self.width < 2 and cells and not NOTE.match(next(iter(cells)))):
                break
            if cells and NOTE.match(next(iter(cells)).replace(" ", "")):
                end = index
        return end

    def _idle_groups(self) -> None:
        """Group rows at the end with no row under them are signatures and dates, not groups."""
        numbers = {self.grid.number(index) for index in self.idle}
        self.table.skipped = [
            Skipped(skipped.number, skipped.text, "footer") if skipped.number in numbers else skipped
            for skipped in self.table.skipped
        ]


def _only_counts(line: list[str], first: str) -> bool:
    return all(cell == first or COUNT.match(cell) for cell in line if cell)


def _trimmed(cells: list[str]) -> list[str]:
    return cells[: width_of([cells])]
