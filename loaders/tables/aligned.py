"""Tables of a PDF without rules: a header of known words, and rows whose words stand in its columns."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from loaders.tables.bands import Band, bands_of, row_of
from loaders.tables.text import clean_header
from loaders.tables.textlines import TextLine
from loaders.tables.words import GROUP, NOTE, SERIAL, SUBGROUP, TOTAL

FEWEST = 3
"""Aligned rows from which lines below a header are a table."""
STRAY = 2
"""Lines in a row that fit no column and may stand within a table (group rows, a page's head)."""


@dataclass
class Block:
    """A table found on a page: `first` to `last` are its lines on the page, `rows` its lines of cells.

    `aligned` counts the rows that fit its columns; `joined` the lines that were taken for the continuation of a row;
    `groups` are the indexes of rows across all columns. `headed` says whether its header stands on this page,
    `follows` whether it goes on with the table of the page before, with that one's header again or without.
    """

    first: int
    last: int
    bands: list[Band]
    serial: bool
    rows: list[list[str]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    aligned: int = 0
    joined: int = 0
    headed: bool = True
    head: list[str] = field(default_factory=list)
    follows: bool = False


def find_blocks(lines: Sequence[TextLine], known: Callable[[str], bool], before: Block | None) -> list[Block]:
    """The tables among the lines of a page; `before` is the one that reached the end of the page before."""
    blocks: list[Block] = []
    heads = [at for at, line in enumerate(lines) if _is_head(line, known)]
    if before is not None:
        end = heads[0] if heads else len(lines)
        start = next((at for at in range(min(STRAY + 1, end)) if row_of(lines[at], before.bands)), None)
        if start is not None:
            while start and _hangs_on(lines[start - 1], lines[start], before.bands):
                start -= 1
            block = _read(lines, start, _stop(lines, start, end), before.bands, before.serial, follows=True)
            block.headed = False
            if block.aligned:
                blocks.append(block)
    for at in heads:
        if blocks and at <= blocks[-1].last:
            continue
        stop = next((head for head in heads if head > at), len(lines))
        stop = _stop(lines, at, stop)
        below = [line for line in lines[at + 1 : stop] if len(line.cells) > 1 and not _is_note(line)]
        bands = bands_of(lines[at], below)
        serial = clean_header(lines[at].cells[0].text).lower() in SERIAL
        head = row_of(lines[at], bands) or [cell.text for cell in lines[at].cells]
        block = _read(lines, at + 1, stop, bands, serial, follows=before is not None and before.head == head)
        block.first, block.head = at, head
        block.rows.insert(0, head)
        block.groups = [group + 1 for group in block.groups]
        if block.aligned:
            blocks.append(block)
    return blocks


def _hangs_on(line: TextLine, below: TextLine, bands: Sequence[Band]) -> bool:
    """Whether a line right above the first row of a page is the rest of the last row of the page before."""
    row = row_of(line, bands, 1)
    return row is not None and not row[0] and not _is_note(line) and below.top - line.top <= 2.5 * line.height


def _is_note(line: TextLine) -> bool:
    return bool(NOTE.match(line.text.replace(" ", "")))


def _stop(lines: Sequence[TextLine], start: int, stop: int) -> int:
    """Where a wide gap or the number of the page ends what stands together."""
    if stop == len(lines) and stop - start > 1 and lines[-1].text.isdecimal() and len(lines[-1].text) < 4:
        stop -= 1
    gaps = [lines[at].top - lines[at - 1].top for at in range(start + 1, stop)]
    wide = max(3 * median(gaps), 4 * lines[start].height) if gaps else 0.0
    return next((start + 1 + at for at, gap in enumerate(gaps) if gap > wide), stop)


def _is_head(line: TextLine, known: Callable[[str], bool]) -> bool:
    words = [clean_header(cell.text) for cell in line.cells]
    hits = sum(map(known, words))
    return len(words) > 1 and len(set(words)) == len(words) and hits > 1 and hits * 2 >= len(words)


def _read(lines: Sequence[TextLine], start: int, stop: int, bands: list[Band], serial: bool, *, follows: bool) -> Block:
    block = Block(start, start - 1, bands, serial, follows=follows)
    kept: list[tuple[int, list[str], str]] = []
    """Line, cells, and what it is: row, more (of a row) or group."""
    stray: list[tuple[int, list[str], str]] = []
    for at in range(start, stop):
        row = row_of(lines[at], bands, 1)
        what = _what(lines[at], row, serial)
        if what in ("row", "more"):
            kept += [*stray, (at, row or [], what)]
            stray = []
        else:
            stray.append((at, [lines[at].text, *[""] * (len(bands) - 1)], "group"))
            if len(stray) > STRAY:
                break
    if kept:
        block.last = kept[-1][0]
    _join(block, lines, kept)
    return block


def _what(line: TextLine, row: list[str] | None, serial: bool) -> str:
    """row, more (the continuation of one) or "" for a line that is neither."""
    if row is None:
        return ""
    filled = sum(map(bool, row))
    plain = line.text.replace(" ", "")
    if TOTAL.match(plain) and filled > 1:
        return "row"
    if NOTE.match(plain) or GROUP.match(plain) or SUBGROUP.match(plain):
        return ""
    if row[0] and (filled > 1 or len(row) == 1):
        return "row" if not serial or any(map(str.isdigit, row[0])) else ""
    if row[0]:
        return "" if serial else "more"
    return "row" if not serial and filled == len(row) - 1 and filled > 1 else "more"


def _join(block: Block, lines: Sequence[TextLine], kept: list[tuple[int, list[str], str]]) -> None:
    """The lines in order, each that continues a row joined to the row it stands nearest to."""
    rows = [at for at, _, what in kept if what == "row"]
    whole: dict[int, list[tuple[int, list[str]]]] = {at: [] for at in rows}
    ahead: list[list[str]] = []
    for at, row, what in kept:
        if what != "more":
            if what == "row":
                whole[at].append((at, row))
            continue
        near = _nearest(lines, rows, at)
        if near is None or (block.follows and at < rows[0] and not _centred(lines, rows, kept, at)):
            ahead.append(row)
        else:
            whole[near].append((at, row))
            block.joined += 1
    if ahead:
        block.rows.append(_together(ahead))
    for at, row, what in kept:
        if what == "group":
            block.groups.append(len(block.rows))
            block.rows.append(row)
        elif what == "row":
            block.rows.append(_together([row for _, row in sorted(whole[at])]))
            block.aligned += 1


def _nearest(lines: Sequence[TextLine], rows: Sequence[int], at: int) -> int | None:
    """The row whose first cell stands nearest to a line; of two as near the upper one."""
    return min(rows, key=lambda row: (abs(lines[row].top - lines[at].top), row), default=None)


def _centred(
    lines: Sequence[TextLine], rows: Sequence[int], kept: Sequence[tuple[int, list[str], str]], at: int
) -> bool:
    """Whether a line above the first row of a page belongs to that row, and not to the last of the page before.

    So it does where cells are centred in their rows: the row has a line as far below it, or other rows of the page
    have lines as far above; else where it stands nearer than lines usually do.
    """
    far = lines[rows[0]].top - lines[at].top
    more = [other for other, _, what in kept if what == "more" and other > rows[0]]
    nearest = {other: _nearest(lines, rows, other) or rows[0] for other in more}
    room = 0.2 * lines[at].height
    below = any(
        row == rows[0] and abs(lines[other].top - lines[row].top - far) < room for other, row in nearest.items()
    )
    above = max((lines[row].top - lines[other].top for other, row in nearest.items() if row > other), default=0.0)
    tops = [lines[other].top for other, _, _ in kept]
    return below or far < above + room or far < 0.75 * median(b - a for a, b in itertools.pairwise(tops))


def _together(rows: list[list[str]]) -> list[str]:
    """Lines of one row, cell by cell."""
    return ["\n".join(filter(None, cells)) for cells in zip(*rows, strict=True)]
