"""Packed files (xlsx, ods, docx) are looked through before any library unpacks them: size, wholeness, far-off cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from loaders.tables.refuse import cut_off, locked, refused

MOST = 2 << 30
"""Bytes a file may unpack to: a sheet of a million rows by ten columns takes about 0.5 GiB."""
SUSPECT = 64 << 20
RATIO = 200
"""Unpacked over packed size that no real table reaches beyond `SUSPECT` bytes; deflate itself can do 1,032."""
SPARSE = 20_000_000
"""Cells of the rectangle a sheet spans, above which it must be filled to at least one part in `FILLED`."""
FILLED = 40
_CHUNK = 1 << 20
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NO_RESULT = re.compile(rb"(?:</f>|<f\b[^>]*/>)(?:<v\s*/>|<v></v>)?</c>")
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{2,3})\d')


def checked(path: Path, archive: zipfile.ZipFile) -> list[str]:
    """Reads every part once in pieces; returns notes. Raises `SourceError` for bombs, damage, far-off cells."""
    parts = archive.infolist()
    declared, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if declared > MOST or (declared > SUSPECT and declared > RATIO * max(packed, 1)):
        raise refused(path, "bomb", f"{declared >> 20} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise locked(path)
    empty = 0
    for part in parts:
        try:
            empty += _read(path, archive, part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise cut_off(path, f"部件 {part.filename} 读不全") from error
    if any(part.filename == "content.xml" for part in parts):
        _repeated(path, archive)
    return [f"{empty} 格公式没有存下结果，读作空：用 Excel、WPS 打开保存一次再装"] if empty else []


def _read(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """One part to its end, which checks its length and checksum; returns how many formulas hold no result."""
    sheet = re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename.lstrip("/"))
    last_row, last_column, cells, empty, tail = 0, 26, 0, 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if not sheet:
                continue
            piece = tail + piece
            cut = piece.rfind(b">") + 1
            piece, tail = piece[:cut], piece[cut:]
            cells += piece.count(b"<c ")
            if b"<f" in piece:
                empty += len(_NO_RESULT.findall(piece))
            at = piece.rfind(b"<row")
            if at >= 0 and (row := _ROW.match(piece, at)):
                last_row = max(last_row, int(row[1]))
            for name in set(_FAR_COLUMN.findall(piece)):
                last_column = max(last_column, _column(name))
    if last_row * last_column > SPARSE and last_row * last_column > FILLED * cells:
        raise refused(path, "sparse", Path(part.filename).stem)
    return empty


def _repeated(path: Path, archive: zipfile.ZipFile) -> None:
    """An OpenDocument sheet says how often a row and a cell repeat: refused when too many that hold something do."""
    cells, row = 0, 0
    with archive.open("content.xml") as stream:
        try:
            for _, element in etree.iterparse(stream, events=("end",), huge_tree=True, resolve_entities=False):
                name = etree.QName(element).localname
                if name == "table-cell" and (len(element) or element.get(f"{_OFFICE}value-type")):
                    row += int(element.get(f"{_TABLE}number-columns-repeated") or 1)
                elif name == "table-row":
                    cells, row = cells + row * int(element.get(f"{_TABLE}number-rows-repeated") or 1), 0
                    element.clear()
        except (etree.XMLSyntaxError, ValueError) as error:
            raise cut_off(path, "部件 content.xml 读不全") from error
    if cells > SPARSE:
        raise refused(path, "bomb", f"{cells} 格")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
