"""Lines of a PDF page with the values that stand on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from loaders.tables.text import clean_cell
from loaders.tables.words import general

_ROOM = 0.6
"""Of the letters' height: words nearer than this are one value."""
_SPACED, _HEAD_SPACED = 2.0, 5.0
"""The same for two single characters: of a person's name (张  三), and of a header (名   称) where both make a word."""


@dataclass
class Words:
    """Words that stand together: from `x0` to `x1`."""

    x0: float
    x1: float
    text: str


@dataclass
class TextLine:
    """A line of a page with the values on it, from left to right."""

    top: float
    height: float
    cells: list[Words]

    @property
    def text(self) -> str:
        """The line as it reads."""
        return clean_cell(" ".join(cell.text for cell in self.cells))


def text_lines(page: Any) -> list[TextLine]:
    """The lines of a page of pdfplumber, top to bottom."""
    lines: list[TextLine] = []
    for word in sorted(page.extract_words(), key=lambda word: ((word["top"] + word["bottom"]) / 2, word["x0"])):
        height = word["bottom"] - word["top"]
        middle = word["top"] + height / 2
        words = Words(word["x0"], word["x1"], word["text"])
        if lines and abs(lines[-1].top + lines[-1].height / 2 - middle) < 0.3 * max(height, 1):
            lines[-1].cells.append(words)
        else:
            lines.append(TextLine(word["top"], height, [words]))
    for line in lines:
        line.cells = _values(sorted(line.cells, key=lambda words: words.x0), line.height)
    return lines


def _values(words: Sequence[Words], height: float) -> list[Words]:
    values: list[Words] = []
    for word in words:
        gap = word.x0 - values[-1].x1 if values else 0.0
        single = bool(values) and len(word.text) == 1 and len(values[-1].text) == 1 and word.text > "\u3400"
        room = _ROOM
        if single:
            room = _HEAD_SPACED if general(values[-1].text + word.text) else _SPACED
        if values and gap < height * room:
            values[-1] = Words(values[-1].x0, word.x1, f"{values[-1].text} {word.text}")
        else:
            values.append(word)
    return values
