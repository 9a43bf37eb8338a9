"""What every reader hands over: lines of cells as they stand in the file, before anyone asks which is the header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.tables.text import SEPARATOR, letter

Span = tuple[int, int, int, int]
"""First line, first column, last line, last column of a merged cell; from 0, within the grid."""

TOLD = 30
"""Addresses named in a note."""
_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)|Err:5\d\d"
)
"""Error values as Excel, WPS and LibreOffice (Err:5xx) print them, also into csv and html."""


@dataclass
class Grid:
    """Lines of cells. `first` is the number of the first line as a person counts it; `numbers` where they have gaps.

    `left` is the column of the file in which the first cells stand, from 0. `spans` are the merged cells, `marked` the
    count of lines at the top which the file itself calls header (<th>), `ragged` whether lines of another length are a
    fault of the line (csv).
    """

    name: str
    lines: list[list[str]]
    first: int = 1
    left: int = 0
    numbers: list[int] | None = None
    spans: list[Span] = field(default_factory=list)
    marked: int = 0
    ragged: bool = False
    notes: list[str] = field(default_factory=list)
    doubts: dict[int, str] = field(default_factory=dict)
    """Why the cells of a line, by its index, may not be what was meant."""
    _across: dict[int, list[tuple[int, int]]] | None = field(default=None, init=False, repr=False, compare=False)
    """By line, made when first asked for: the spans are complete by then."""

    def number(self, index: int) -> int:
        """The number of a line."""
        return self.numbers[index] if self.numbers is not None else self.first + index

    def fill_down(self) -> int:
        """Merged cells: the value in every line they cover, in their first column. Returns how many cells were filled.

        Across columns nothing is filled: whether a value counts for the next column too is not for a reader to say.
        """
        filled = 0
        for top, left, bottom, _ in self.spans:
            if top >= len(self.lines) or left >= len(self.lines[top]) or not self.lines[top][left]:
                continue
            for line in self.lines[top + 1 : bottom + 1]:
                line.extend([""] * (left + 1 - len(line)))
                filled += not line[left]
                line[left] = line[left] or self.lines[top][left]
        return filled

    def blank_errors(self) -> None:
        """Error values (#N/A, #REF!) become empty, and a note says where they stood."""
        places: list[str] = []
        printed: dict[str, None] = {}
        for index, line in enumerate(self.lines):
            if "#" not in (joined := SEPARATOR.join(line)) and "Err:" not in joined:
                continue
            for at, cell in enumerate(line):
                if _ERROR.fullmatch(cell):
                    printed[cell] = None
                    places.append(f"{letter(self.left + at)}{self.number(index)}")
                    line[at] = ""
        if places:
            more = f"……共 {len(places)} 处" if len(places) > TOLD else ""
            told = f"{len(places)} 格是错误值（{'、'.join(printed)}），读作空：{'、'.join(places[:TOLD])}{more}"
            self.notes.append(told)

    def across(self, index: int) -> list[tuple[int, int]]:
        """First and last column of the cells of a line that span columns."""
        if self._across is None:
            self._across = {}
            for top, left, bottom, right in self.spans:
                if right > left:
                    for line in range(top, min(bottom + 1, len(self.lines))):
                        self._across.setdefault(line, []).append((left, right))
        return self._across.get(index, [])


def width_of(lines: Iterable[list[str]]) -> int:
    """Columns up to the last one that holds anything."""
    widest = 0
    for line in lines:
        if len(line) > widest:
            for at in range(len(line) - 1, widest - 1, -1):
                if line[at]:
                    widest = at + 1
                    break
    return widest
