"""PDF with text: ruled tables, tables whose words are aligned, and lists in the text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from loaders.tables.aligned import FEWEST as ENOUGH
from loaders.tables.aligned import STRAY, Block, find_blocks
from loaders.tables.grid import Grid
from loaders.tables.lists import Line
from loaders.tables.pages import Part, joined
from loaders.tables.refuse import cut_off, locked, refused
from loaders.tables.text import clean_header
from loaders.tables.textlines import TextLine, text_lines

FEWEST = 8
"""Letters a page, on average, below which a PDF is taken for a scan."""
_SAME = 2.0
"""Points by which two edges may differ and still be one."""


def read_pdf(path: Path, content: bytes, known: Callable[[str], bool]) -> tuple[list[Grid], list[Line]]:
    """The tables, ruled or aligned under a header of `known` words, and the lines of text outside them.

    Raises `SourceError` for a scan, a password, damage.
    """
    # pdfplumber takes half a second to import, and most loads have no PDF.
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    if b"startxref" not in content[-2048:]:
        raise cut_off(path, "PDF 没有结尾")
    try:
        with pdfplumber.open(io.BytesIO(content)) as book:
            letters = 0
            pages = _Pages(known)
            for page in book.pages:
                letters += len(page.chars)
                pages.take(page)
                page.close()
            parts, lines = pages.parts(), pages.lines()
            if letters < FEWEST * max(1, len(book.pages)) and not any(any(map(any, part.lines)) for part in parts):
                raise refused(path, "scanned")
    except (PdfminerException, PSException, KeyError, TypeError, AttributeError) as error:
        if isinstance(error.args[0] if error.args else error, PDFPasswordIncorrect):
            raise locked(path) from error
        raise cut_off(path, f"PDF 读不出（{type(error).__name__}）") from error
    return joined(parts), lines


class _Pages:
    """What the pages hold, in order: ruled tables, tables by alignment, and lines of text in neither."""

    def __init__(self, known: Callable[[str], bool]) -> None:
        self.known = known
        self.ruled: list[tuple[float, Part]] = []
        self.blocks: list[tuple[int, float, Block]] = []
        self.texts: list[tuple[int, list[TextLine]]] = []
        self.open: Block | None = None

    def take(self, page: Any) -> None:
        """One page."""
        # A box around a text is no table.
        found = [table for table in page.find_tables() if len(table.cells) > 2]
        self.ruled += [(table.bbox[1], _part(table, page.page_number)) for table in found]
        outside = page
        for table in found:
            outside = outside.outside_bbox(table.bbox, relative=False, strict=False)
        lines = text_lines(outside)
        blocks = find_blocks(lines, self.known, self.open)
        self.open = blocks[-1] if blocks and len(lines) - blocks[-1].last - 1 <= STRAY else None
        self.texts.append((page.page_number, lines))
        self.blocks += [(page.page_number, lines[block.first].top, block) for block in blocks]

    def _tables(self) -> list[list[tuple[int, float, Block]]]:
        """The blocks that are tables: a header, and rows enough on its page and those that go on."""
        runs: list[list[tuple[int, float, Block]]] = []
        for found in self.blocks:
            if found[2].headed or not runs:
                runs.append([found])
            else:
                runs[-1].append(found)
        again = [_words(run[0][2]) for run in runs]
        enough = {
            tuple(words)
            for words in again
            if sum(one[2].aligned for run in runs if _words(run[0][2]) == words for one in run) >= ENOUGH
        }
        return [run for run, words in zip(runs, again, strict=True) if tuple(words) in enough]

    def parts(self) -> list[Part]:
        """The tables of all pages from the top down."""
        found = [(part.page, top, part) for top, part in self.ruled]
        for run in self._tables():
            for page, top, block in run:
                spans = [(at, 0, at, len(block.bands) - 1) for at in block.groups]
                part = Part(block.rows, page, spans, ["没有框线的表，按文字对齐分列"], goes_on=not block.headed)
                if block.joined:
                    part.notes.append(f"第 {page} 页有 {block.joined} 行没有首格，并入所属的一行")
                found.append((page, top, part))
        return [part for _, _, part in sorted(found, key=lambda one: one[:2])]

    def lines(self) -> list[Line]:
        """The lines of text that are in no table."""
        inside = {
            (page, at) for run in self._tables() for page, _, block in run for at in range(block.first, block.last + 1)
        }
        texts = [line.text for page, found in self.texts for at, line in enumerate(found) if (page, at) not in inside]
        return [Line(number, text) for number, text in enumerate(texts, 1)]


def _words(block: Block) -> list[str]:
    return [clean_header(cell) for cell in block.rows[0]]


def _part(table: Any, page: int) -> Part:
    """Lines of a ruled table; a cell that covers several lines or columns of the ruling is a merged one."""
    texts = table.extract()
    part = Part([[cell or "" for cell in line] for line in texts], page)
    tops = _edges(cell[1] for cell in table.cells)
    lefts = _edges(cell[0] for cell in table.cells)
    for x0, top, x1, bottom in table.cells:
        first, left = _index(tops, top), _index(lefts, x0)
        last = max(first, sum(edge < bottom - _SAME for edge in tops) - 1)
        right = max(left, sum(edge < x1 - _SAME for edge in lefts) - 1)
        if last > first or right > left:
            part.spans.append((first, left, last, right))
    part.spans.sort()
    return part


def _edges(values: Any) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))
