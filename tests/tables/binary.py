"""Writes made-up (虚构) files in forms no library here writes: xlsb, ods with merged and repeated cells, locked ods."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from tests.tables.made import zipped

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
SHEETS = "application/vnd.oasis.opendocument.spreadsheet"


def record(number: int, body: bytes) -> bytes:
    """A record of a binary workbook; number and length in groups of seven bits ([MS-XLSB] 2.1.4)."""
    out = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length = len(body)
    while length >= 0x80:
        out += bytes([length & 0x7F | 0x80])
        length >>= 7
    return out + bytes([length]) + body


def wide(text: str) -> bytes:
    """A counted string of two bytes a character."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def relations(targets: dict[str, tuple[str, str]]) -> bytes:
    """A part of relations: id → last word of the type, target."""
    inner = "".join(
        f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, (kind, to) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'.encode()


def xlsb(path: Path, lines: Sequence[Sequence[str | int]], merged: Sequence[tuple[int, int, int, int]] = ()) -> Path:
    """A binary workbook of one sheet 名单; an int is an error's code; `merged` as first and last row, then column."""
    sheet = record(0x81, b"") + record(0x94, struct.pack("<IIII", 0, len(lines) - 1, 0, max(map(len, lines)) - 1))
    sheet += record(0x91, b"")
    for row, line in enumerate(lines):
        sheet += record(0x00, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0))
        for column, cell in enumerate(line):
            head = struct.pack("<II", column, 0)
            sheet += record(0x03, head + bytes([cell])) if isinstance(cell, int) else record(0x06, head + wide(cell))
    sheet += record(0x92, b"") + record(0xB1, struct.pack("<I", len(merged)))
    sheet += b"".join(record(0xB0, struct.pack("<IIII", *cells)) for cells in merged) + record(0xB2, b"")
    sheet += record(0x82, b"")
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide("名单")
    book = record(0x83, b"") + record(0x8F, b"") + record(0x9C, bundle) + record(0x90, b"") + record(0x84, b"")
    types = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    content_types = f'<Types><Override PartName="/xl/workbook.bin" ContentType="{types}"/></Types>'
    return zipped(
        path,
        {
            "[Content_Types].xml": content_types.encode(),
            "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.bin")}),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations({"rId1": ("worksheet", "worksheets/sheet1.bin")}),
            "xl/worksheets/sheet1.bin": sheet,
        },
    )


def open_sheet(path: Path, rows: str, manifest: str = "") -> Path:
    """An OpenDocument spreadsheet whose sheet 名单 has these rows in XML."""
    body = f'<office:spreadsheet><table:table table:name="名单">{rows}</table:table></office:spreadsheet>'
    content = f"<office:document-content {_ODS}><office:body>{body}</office:body></office:document-content>"
    kind = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    parts = {
        "mimetype": SHEETS.encode(),
        "META-INF/manifest.xml": f"<manifest:manifest {kind}>{manifest}</manifest:manifest>".encode(),
        "content.xml": content.encode(),
    }
    return zipped(path, parts)


def cell(text: str = "", **attributes: str) -> str:
    """A cell of it; attributes without their prefix (number_rows_spanned="2")."""
    given = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    value = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    return f"<table:table-cell{given}{value}"


def row(*cells: str, repeated: int = 1) -> str:
    """A row of it."""
    times = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{times}>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"
