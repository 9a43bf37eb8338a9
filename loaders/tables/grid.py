"""What every reader hands over: lines of cells as they stand in the file, before anyone asks which is the header."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Span = tuple[int, int, int, int]
"""First line, first column, last line, last column of a merged cell; from 0, within the grid."""


@dataclass
class Grid:
    """Lines of cells. `first` is the number of the first line as a person counts it; `numbers` where they have gaps.

    `spans` are the merged cells, `marked` the count of lines at the top which the file itself calls header (<th>),
    `ragged` whether lines of another length are a fault of the line (csv).
    """

    name: str
    lines: list[list[str]]
    first: int = 1
    numbers: list[int] | None = None
    spans: list[Span] = field(default_factory=list)
    marked: int = 0
    ragged: bool = False
    notes: list[str] = field(default_factory=list)

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

    def across(self, index: int) -> list[tuple[int, int]]:
        """First and last column of the cells of a line that span columns."""
        return [(left, right) for top, left, bottom, right in self.spans if top <= index <= bottom and right > left]


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
