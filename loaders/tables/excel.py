"""Error values (#N/A, #REF!) of Excel workbooks, which calamine reads as empty, and the merged cells of an xlsb.

Record numbers and codes: [MS-XLS] 2.4 and 2.5.10, [MS-XLSB] 2.4 and 2.5.98.2; xlsx: ECMA-376 18.18.11 (`t="e"`).
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator

import olefile  # type: ignore[import-untyped]  # the package ships no types
from lxml import etree

from loaders.tables.extra import Extra
from loaders.tables.grid import Span

Found = list[tuple[int, int, str]]
"""Row and column from 0, and the error as printed."""

CODES = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
FAULTS = (KeyError, ValueError, IndexError, struct.error, OSError, zipfile.BadZipFile, etree.XMLSyntaxError)
"""What a workbook with parts in unusual places may raise here; calamine has read its values all the same."""
_CHUNK = 1 << 20
_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_END = re.compile(rb"</(?:\w+:)?c>")
_XLS_SHEET, _XLS_FORMULA, _XLS_ERROR = 0x85, 0x06, 0x205
_XLSB_ROW, _XLSB_ERROR, _XLSB_FORMULA, _XLSB_SHEET, _XLSB_MERGED = 0x00, 0x03, 0x0B, 0x9C, 0xB0


def workbook_extras(content: bytes) -> dict[str | int, Extra]:
    """What is to be told of each sheet, by its name (xlsx, xlsb) or its place in the book (xls).

    Raises one of `FAULTS` where the parts are not where they should be.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return {sheet: Extra(errors) for sheet, errors in _xls(content)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        main = _targets(archive, "_rels/.rels", "")["officeDocument"]
        folder, name = posixpath.split(main)
        places = _targets(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
        binary = name.endswith(".bin")
        sheets = _xlsb_sheets(archive.read(main)) if binary else _xlsx_sheets(archive.read(main))
        found: dict[str | int, Extra] = {}
        for sheet, relation in sheets:
            part = places[relation]
            found[sheet] = _xlsb(archive.read(part)) if binary else Extra(_xlsx(archive, part))
        return found


def _targets(archive: zipfile.ZipFile, part: str, folder: str) -> dict[str, str]:
    """Parts by the id of their relation, and by the last word of its type."""
    found = {}
    for relation in etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False)):
        target = str(relation.get("Target", ""))
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[str(relation.get("Id"))] = whole
        found.setdefault(str(relation.get("Type", "")).rpartition("/")[2], whole)
    return found


def _xlsx_sheets(part: bytes) -> list[tuple[str, str]]:
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    sheets = []
    for sheet in root.iter("{*}sheet"):
        relation = next((str(value) for key, value in sheet.items() if str(key).endswith("}id")), "")
        sheets.append((str(sheet.get("name")), relation))
    return sheets


def _xlsx(archive: zipfile.ZipFile, part: str) -> Found:
    found: Found = []
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            piece = tail + piece
            # A cell is looked at whole: what stands behind the last end of one waits for the next piece.
            ends = [end.end() for end in _END.finditer(piece, max(0, len(piece) - 4096))]
            cut = ends[-1] if ends else 0
            piece, tail = (piece[:cut], piece[cut:]) if cut else (b"", piece)
            if b't="e"' not in piece:
                continue
            for attributes, inner in _CELL.findall(piece):
                place, value = _PLACE.search(attributes), _VALUE.search(inner)
                if place is None:
                    raise ValueError("an error cell that does not say where it stands")
                row, column = int(place[2]) - 1, _column(place[1].decode())
                found.append((row, column, value[1].decode() if value else "#N/A"))
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _xls(content: bytes) -> Iterator[tuple[int, Found]]:
    """A BIFF stream: id and length of two bytes each, then the body; the book lists where its sheets start."""
    with olefile.OleFileIO(io.BytesIO(content)) as ole:
        name = next(parts for parts in ole.listdir() if parts[-1].lower() in ("workbook", "book"))
        stream = ole.openstream(name).read()
    starts = [struct.unpack_from("<I", stream, at)[0] for record, at, _ in _records(stream, 0) if record == _XLS_SHEET]
    for sheet, start in enumerate(starts):
        found: Found = []
        for record, at, length in _records(stream, start):
            if record == _XLS_ERROR and length >= 8 and stream[at + 7]:
                code = stream[at + 6]
            elif (
                record == _XLS_FORMULA
                and length >= 14
                and stream[at + 12 : at + 14] == b"\xff\xff"
                and stream[at + 6] == 2
            ):
                code = stream[at + 8]
            else:
                continue
            row, column = struct.unpack_from("<HH", stream, at)
            found.append((row, column, CODES.get(code, "#N/A")))
        if found:
            yield sheet, found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Record, place of its body and length, up to the end (EOF, 0x0A) of the substream that starts at `at`."""
    while at + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        yield record, at + 4, length
        if record == 0x0A:
            return
        at += 4 + length


def _xlsb_sheets(part: bytes) -> list[tuple[str, str]]:
    """BrtBundleSh: state and id of four bytes each, then the relation and the name."""
    sheets = []
    for record, body in _binary(part):
        if record == _XLSB_SHEET:
            relation, at = _wide(body, 8)
            sheets.append((_wide(body, at)[0], relation))
    return sheets


def _wide(body: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * struct.unpack_from("<I", body, at)[0]
    return body[at + 4 : end].decode("utf-16-le"), end


def _xlsb(part: bytes) -> Extra:
    errors: Found = []
    spans: list[Span] = []
    row = 0
    for record, body in _binary(part):
        if record == _XLSB_ROW:
            row = struct.unpack_from("<I", body)[0]
        elif record in (_XLSB_ERROR, _XLSB_FORMULA):
            # Column of four bytes, style and flags of four, then the code.
            errors.append((row, struct.unpack_from("<I", body)[0], CODES.get(body[8], "#N/A")))
        elif record == _XLSB_MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            spans.append((top, left, bottom, right))
    return Extra(errors, spans)


def _binary(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Records of a binary part: number (one or two bytes) and length (up to four) in groups of seven bits."""
    at = 0
    while at < len(part):
        record, at = _varied(part, at, 2)
        length, at = _varied(part, at, 4)
        yield record, part[at : at + length]
        at += length


def _varied(part: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        byte = part[at]
        value |= (byte & 0x7F) << (7 * place)
        at += 1
        if byte < 0x80:
            break
    return value, at
