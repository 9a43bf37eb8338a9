"""Word documents (docx): tables with merged cells, and lists of paragraphs, numbered by hand or by the program."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

from loaders.tables.grid import Grid
from loaders.tables.lists import Line
from loaders.tables.refuse import cut_off
from loaders.tables.text import clean_cell

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_document(path: Path, content: bytes) -> tuple[list[Grid], list[Line]]:
    """All tables of a document, nested ones too, and its paragraphs outside them. Raises `SourceError` when damaged."""
    # python-docx takes a tenth of a second to import, and most loads have no Word file.
    import docx

    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except (KeyError, ValueError, OSError, AttributeError, SyntaxError) as error:
        raise cut_off(path, f"Word 文档打不开（{error}）") from error
    # A text box is stored twice, the second time for programs that are older than its form.
    for twin in list(body.iter(_FALLBACK)):
        twin.getparent().remove(twin)
    grids = [_grid(table, f"表{at + 1}") for at, table in enumerate(body.iter(f"{_W}tbl"))]
    counters: Counter[str] = Counter()
    lines: list[Line] = []
    for paragraph in body.iter(f"{_W}p"):
        if any(parent.tag == f"{_W}tbl" for parent in paragraph.iterancestors()):
            continue
        serial = _serial(paragraph, counters)
        for text in _text(paragraph).split("\n"):
            lines.append(Line(len(lines) + 1, clean_cell(text), 0, False, serial if text.strip() else ""))
    return grids, lines


def _grid(table: Any, name: str) -> Grid:
    """Lines of a table: `gridSpan` spans columns, `vMerge` without `restart` continues the cell above."""
    grid = Grid(name, [])
    open_cells: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(_own(table, "tr")):
        line: list[str] = []
        column = int(_value(row, f"{_W}trPr/{_W}gridBefore") or 0)
        if row.find(f"{_W}trPr/{_W}tblHeader") is not None and grid.marked == at:
            grid.marked = at + 1
        for cell in _own(row, "tc"):
            across = int(_value(cell, f"{_W}tcPr/{_W}gridSpan") or 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            line += [""] * (column - len(line))
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in open_cells:
                top, right = open_cells[column]
                grid.spans[:] = [s for s in grid.spans if (s[0], s[1]) != (top, column)]
                grid.spans.append((top, column, at, right))
                line.append("")
            else:
                open_cells.pop(column, None)
                line.append("\n".join(_text(p) for p in _own(cell, "p")))
                if merge is not None:
                    open_cells[column] = (at, column + across - 1)
                if across > 1:
                    grid.spans.append((at, column, at, column + across - 1))
            column += across
        grid.lines.append(line)
    return grid


def _own(element: Any, tag: str) -> list[Any]:
    """Children of a tag, also those in content controls and insertions; nested tables are not entered."""
    found = []
    for child in element:
        if child.tag == f"{_W}{tag}":
            found.append(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            found += _own(child, tag)
    return found


def _value(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else str(found.get(f"{_W}val") or "")


def _text(paragraph: Any) -> str:
    """The text of a paragraph; what was deleted with changes tracked is in other elements and stays out."""
    parts = []
    boxes = paragraph.find(f".//{_W}txbxContent") is not None
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        # The paragraphs of a text box are lines of their own.
        if boxes and next(node.iterancestors(f"{_W}p")) is not paragraph:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append(" " if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)


def _serial(paragraph: Any, counters: Counter[str]) -> str:
    """The number that Word prints before a paragraph of a numbered list, counted by list and level."""
    number = _value(paragraph, f"{_W}pPr/{_W}numPr/{_W}numId")
    style = _value(paragraph, f"{_W}pPr/{_W}pStyle")
    if not (number and number != "0") and "ListNumber" not in style.replace(" ", ""):
        return ""
    key = f"{number or style}/{_value(paragraph, f'{_W}pPr/{_W}numPr/{_W}ilvl') or 0}"
    counters[key] += 1
    return str(counters[key])
