"""PDF with text: ruled tables, those that go on over pages joined, and lists in the text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from loaders.tables.grid import Grid
from loaders.tables.lists import Line
from loaders.tables.refuse import cut_off, refused
from loaders.tables.text import clean_cell, clean_header
from loaders.tables.words import general

FEWEST = 8
"""Letters a page, on average, below which a PDF is taken for a scan."""
_SAME = 2.0
"""Points by which two edges may differ and still be one."""


def read_pdf(path: Path, content: bytes) -> tuple[list[Grid], list[Line]]:
    """The ruled tables and the lines of text outside them. Raises `SourceError` for a scan, a password, damage."""
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
            parts: list[_Part] = []
            lines: list[Line] = []
            for page in book.pages:
                letters += len(page.chars)
                # A box around a text is no table.
                found = [table for table in page.find_tables() if len(table.cells) > 2]
                parts += [_part(table, page.page_number) for table in found]
                outside = page
                for table in found:
                    outside = outside.outside_bbox(table.bbox, relative=False, strict=False)
                for line in outside.extract_text_lines(strip=True, return_chars=False):
                    lines.append(Line(len(lines) + 1, clean_cell(line["text"])))
                page.close()
            if letters < FEWEST * max(1, len(book.pages)) and not any(any(map(any, part.lines)) for part in parts):
                raise refused(path, "scanned")
    except (PdfminerException, PSException, KeyError, TypeError, AttributeError) as error:
        if isinstance(error.args[0] if error.args else error, PDFPasswordIncorrect):
            raise refused(path, "encrypted") from error
        raise cut_off(path, f"PDF 读不出（{type(error).__name__}）") from error
    return _joined(parts), lines


class _Part(Grid):
    """A table on one page."""

    page: int = 0


def _part(table: Any, page: int) -> _Part:
    """Lines of a ruled table; a cell that covers several lines or columns of the ruling is a merged one."""
    texts = table.extract()
    part = _Part("", [[cell or "" for cell in line] for line in texts])
    part.page = page
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


def _starts_anew(part: _Part, grid: Grid) -> bool:
    """Whether a table on the next page has a header of its own that the one before does not have."""
    words = [clean_header(cell) for cell in part.lines[0] if cell]
    heads = [[clean_header(cell) for cell in line if cell] for line in grid.lines[:5]]
    return len(words) > 1 and sum(map(general, words)) * 2 >= len(words) and words not in heads


def _joined(parts: list[_Part]) -> list[Grid]:
    """Tables that go on over pages as one: the first of the next page, when it is as wide."""
    grids: list[Grid] = []
    last: _Part | None = None
    for part in parts:
        wide = max(map(len, part.lines), default=0)
        follows = last is not None and part.page == last.page + 1 and wide == max(map(len, last.lines), default=0)
        if follows and grids and not _starts_anew(part, grids[-1]):
            grid = grids[-1]
            shift = len(grid.lines)
            grid.lines += part.lines
            grid.spans += [(top + shift, left, bottom + shift, right) for top, left, bottom, right in part.spans]
            grid.notes[0] = grid.notes[0].split("–")[0].rstrip("页 ") + f"–{part.page} 页，表头重复的已略去"
        else:
            grid = Grid(f"表{len(grids) + 1}", part.lines, spans=part.spans, notes=[f"在第 {part.page} 页"])
            grids.append(grid)
        last = part
    return grids
