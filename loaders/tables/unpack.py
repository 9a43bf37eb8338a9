"""Packed files (xlsx, ods, docx) are looked through before any library unpacks them: size, wholeness, far-off cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from loaders.tables.refuse import cut_off, refused

MOST = 2 << 30
"""Bytes a file may unpack to: a sheet of a million rows by ten columns takes about 0.5 GiB."""
SUSPECT = 64 << 20
RATIO = 200
"""Unpacked over packed size that no real table reaches beyond `SUSPECT` bytes; deflate itself can do 1,032."""
SPARSE = 20_000_000
"""Cells of the rectangle a sheet spans, above which it must be filled to at least one part in `FILLED`."""
FILLED = 40
_CHUNK = 1 << 20
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{2,3})\d')


def checked(path: Path, archive: zipfile.ZipFile) -> None:
    """Reads every part once in pieces. Raises `SourceError` for a bomb, a damaged part, a sheet of far-off cells."""
    parts = archive.infolist()
    declared, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if declared > MOST or (declared > SUSPECT and declared > RATIO * max(packed, 1)):
        raise refused(path, "bomb", f"{declared >> 20} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise refused(path, "encrypted")
    try:
        for part in parts:
            _read(path, archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise cut_off(path, f"部件 {part.filename} 读不全") from error


def _read(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """One part to its end, which checks its length and checksum: what it declares is then true."""
    sheet = re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename.lstrip("/"))
    last_row, last_column, cells, tail = 0, 26, 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if not sheet:
                continue
            piece = tail + piece
            cut = piece.rfind(b">") + 1
            piece, tail = piece[:cut], piece[cut:]
            cells += piece.count(b"<c ")
            at = piece.rfind(b"<row")
            if at >= 0 and (row := _ROW.match(piece, at)):
                last_row = max(last_row, int(row[1]))
            for name in set(_FAR_COLUMN.findall(piece)):
                last_column = max(last_column, _column(name))
    if last_row * last_column > SPARSE and last_row * last_column > FILLED * cells:
        raise refused(path, "sparse", Path(part.filename).stem)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
