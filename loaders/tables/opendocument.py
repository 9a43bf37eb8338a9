"""What calamine leaves out of an OpenDocument sheet: merged cells, error values, and which sheets are hidden.

Rows and cells that repeat are written once with a count (OpenDocument 1.3, part 3, 19.675 and 19.679): they are
counted and never unrolled. `unpack.checked` has bounded the file before.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from loaders.tables.extra import Extra

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
MOST_ROWS = 1 << 20
"""Rows of a sheet; what lies below is padding, whatever the file says."""
MOST_SPANS = 200_000
"""Merged cells of a sheet that are read, rows that repeat counted; no roster has a tenth of it."""


def sheet_extras(content: bytes) -> dict[str, Extra]:
    """By sheet. Raises `etree.XMLSyntaxError` or `ValueError` for a part that is no such document."""
    extras: dict[str, Extra] = {}
    sheet, row = Extra(spans=[]), 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("content.xml") as stream:
        tags = (f"{_TABLE}table", f"{_TABLE}table-row")
        parsed = etree.iterparse(stream, events=("start", "end"), tag=tags, huge_tree=True, resolve_entities=False)
        for event, element in parsed:
            # Tables elsewhere (tracked changes, links to other files) are no sheets.
            if element.tag == tags[0]:
                if event == "start" and _parent(element) == f"{_OFFICE}spreadsheet":
                    sheet, row = extras.setdefault(str(element.get(f"{_TABLE}name")), Extra(spans=[])), 0
            elif event == "end" and next(element.iterancestors(tags[0]), None) is not None:
                repeats = _count(element, "number-rows-repeated")
                _row(element, row, repeats, sheet)
                row += repeats
                element.clear()
    return extras


def _parent(element: Any) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _count(element: Any, name: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{name}") or 1))


def _row(element: Any, row: int, repeats: int, sheet: Extra) -> None:
    column, spans = 0, sheet.spans if sheet.spans is not None else []
    for cell in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        if cell.tag == f"{_TABLE}table-cell":
            down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            error = cell.get(_ERROR) == "error"
            if down > 1 or across > 1 or error:
                for at in range(row, min(row + repeats, MOST_ROWS)):
                    if len(spans) + len(sheet.errors) >= MOST_SPANS:
                        raise ValueError(f"more than {MOST_SPANS} merged cells")
                    if error:
                        sheet.errors.append((at, column, _printed(cell)))
                    if down > 1 or across > 1:
                        spans.append((at, column, min(at + down, MOST_ROWS) - 1, column + across - 1))
        column += _count(cell, "number-columns-repeated")


def _printed(cell: Any) -> str:
    text = "".join(cell.itertext()).strip()
    return text if text.startswith(("#", "Err:")) else "#N/A"
