"""What a file is, by its content; its ending only says what somebody meant it to be."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

import olefile  # type: ignore[import-untyped]  # the package ships no types

from loaders.tables.refuse import cut_off, locked, refused
from loaders.tables.unpack import checked

HEAD = 4096
_IMAGES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
_ARCHIVES = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<table[\s>]|<head[\s>]|<body[\s>]|<meta[\s>]", re.IGNORECASE)
_SHEET_XML = re.compile(rb'progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet')
_PROTECTED = 0x2F
"""The record FILEPASS of BIFF: the workbook that follows is encrypted ([MS-XLS] 2.4.117)."""


def kind_of(path: Path, content: bytes) -> tuple[str, list[str]]:
    """What a file is (xlsx, xlsb, xls, ods, docx, pdf, html or text), and notes on it.

    Raises `SourceError` for all else, and says what it is.
    """
    head = content[:HEAD]
    if not content.strip(b"\0\t\r\n \xef\xbb\xbf"):
        raise refused(path, "empty")
    for start, name in _IMAGES:
        if head.startswith(start) and not (name == "BMP" and content[2:6] != len(content).to_bytes(4, "little")):
            raise refused(path, "image", name)
    for start, name in _ARCHIVES:
        if head.startswith(start):
            raise refused(path, "archive", name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path, content)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(path, content), []
    if b"%PDF-" in head[:1024]:
        return "pdf", []
    return _textual(path, head), []


def _textual(path: Path, head: bytes) -> str:
    if head.lstrip().startswith(b"{\\rtf"):
        raise refused(path, "rtf")
    if re.match(rb"\s*MIME-Version:", head, re.IGNORECASE):
        raise refused(path, "mht")
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    plain = head.replace(b"\0", b"") if utf16 else head
    if _SHEET_XML.search(plain) and not re.search(rb"<html", plain, re.IGNORECASE):
        raise refused(path, "sheetml")
    if re.match(rb"[^\w]{0,16}<", plain) and _HTML.search(plain):
        return "html"
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml", plain):
        raise refused(path, "xml")
    return "text"


def _zipped(path: Path, content: bytes) -> tuple[str, list[str]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        raise cut_off(path, "压缩结构不完整") from error
    names = {name.lower().lstrip("/") for name in archive.namelist()}
    if any(name.endswith("ofd.xml") for name in names):
        raise refused(path, "ofd")
    try:
        types, manifest = _part(archive, "[content_types].xml"), _part(archive, "meta-inf/manifest.xml")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise cut_off(path, "部件目录读不全") from error
    except RuntimeError as error:
        # The module's way to say that a part has a password.
        raise locked(path) from error
    if b"encryption-data" in manifest or "encrypted-package" in names:
        raise locked(path)
    if (
        b"word.document.macroEnabled" in types
        or b"word.template.macroEnabled" in types
        or "word/vbaproject.bin" in names
    ):
        raise refused(path, "macro-doc")
    # Every .xlsb says macroEnabled; it is one with macros only if it holds a project.
    if (
        re.search(rb"excel\.(?:sheet|template|addin)\.macroEnabled", types)
        or any(name.endswith("vbaproject.bin") for name in names)
        or any("macrosheets/" in name for name in names)
    ):
        raise refused(path, "macro")
    if "ppt/presentation.xml" in names or b"presentationml" in types:
        raise refused(path, "slides")
    kind = _office(names, types, archive)
    if not kind:
        raise refused(path, "archive", "zip")
    return kind, checked(path, archive)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The start of a part, whatever the case of its name; empty where it is not there."""
    found = next((part for part in archive.namelist() if part.lower().lstrip("/") == name), "")
    return archive.open(found).read(1 << 20) if found else b""


def _office(names: set[str], types: bytes, archive: zipfile.ZipFile) -> str:
    for part, kind in (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"), ("word/document.xml", "docx")):
        if part in names:
            return kind
    if "content.xml" in names and "mimetype" in names:
        return "ods" if b"spreadsheet" in _part(archive, "mimetype") else ""
    # Parts may stand elsewhere: the main one is named by its content type.
    if b"spreadsheetml.sheet.main" in types:
        return "xlsx"
    return "docx" if b"wordprocessingml.document.main" in types else ""


def _compound(path: Path, content: bytes) -> str:
    """An OLE2 container: the name of its stream says which program wrote it."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            streams = {"/".join(parts).lower(): parts for parts in ole.listdir(streams=True, storages=True)}
            if "encryptedpackage" in streams:
                raise locked(path)
            if any(name.startswith(("_vba_project", "macros", "vba")) for name in streams):
                raise refused(path, "macro-doc" if "worddocument" in streams else "macro")
            if "worddocument" in streams:
                raise refused(path, "doc")
            if "powerpoint document" in streams:
                raise refused(path, "slides")
            book = streams.get("workbook") or streams.get("book")
            if book is None:
                raise refused(path, "compound")
            if _filepass(ole.openstream(book).read(1 << 16)):
                raise locked(path)
    except (OSError, IndexError, ValueError) as error:
        raise cut_off(path, "旧式 Office 文件的结构不完整") from error
    return "xls"


def _filepass(stream: bytes) -> bool:
    """Whether FILEPASS stands among the first records: id and length of two bytes each, then the body."""
    at = 0
    for _ in range(20):
        record, length = (
            int.from_bytes(stream[at : at + 2], "little"),
            int.from_bytes(stream[at + 2 : at + 4], "little"),
        )
        if record == _PROTECTED:
            return True
        at += 4 + length
    return False
