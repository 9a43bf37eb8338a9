"""Writes made-up (虚构) files in the forms bureaus publish; everything named in them is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from loaders.tables import Table

HEADER = ["序号", "企业名称", "所在地"]
ROWS = [["1", "甲虚构公司", "商州区"], ["2", "乙虚构公司", "洛南县"], ["3", "丙虚构公司", "丹凤县"]]
DATA = Path(__file__).parent / "data"
SOURCES = Path(__file__).parents[2] / "loaders" / "sources"


def accounted(table: Table, lines: range) -> bool:
    """Whether each line of the file is a row or skipped, none twice and none missing."""
    numbers = [row.number for row in table.rows] + [skipped.number for skipped in table.skipped]
    return sorted(numbers) == list(lines)


def values(table: Table) -> list[list[str]]:
    """The rows as lists."""
    return [list(row.cells.values()) for row in table.rows]


def why(table: Table) -> dict[int, str]:
    """Skipped lines: number → why."""
    return {skipped.number: skipped.why for skipped in table.skipped}


def xlsx(path: Path, lines: Sequence[Sequence[object]], then: Callable[[Worksheet], None] = lambda _: None) -> Path:
    """A workbook of one sheet; `then` does the rest to it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "名单"
    for line in lines:
        sheet.append(list(line))
    then(sheet)
    book.save(path)
    return path


def text(path: Path, lines: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> Path:
    """A text file of values without quotes."""
    path.write_bytes("".join(separator.join(line) + "\r\n" for line in lines).encode(encoding))
    return path


def page(path: Path, body: str, encoding: str = "utf-8", declared: str = "utf-8") -> Path:
    """A web page."""
    whole = f'<html><head><meta charset="{declared}"><title>虚构</title></head><body>{body}</body></html>'
    path.write_bytes(whole.encode(encoding))
    return path


def html_table(lines: Sequence[Sequence[str]], tag: str = "td") -> str:
    """A plain table of a page."""
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in line) + "</tr>" for line in lines)
        + "</table>"
    )


def word(path: Path, then: Callable[[docx.document.Document], None]) -> Path:
    """A Word document."""
    document = docx.Document()
    then(document)
    document.save(str(path))
    return path


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    """A zip archive of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def without(source: Path, target: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """A packed file with parts changed, or left out where `change` gives None."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    return zipped(target, {name: content for name, content in parts.items() if content is not None})


def ods(path: Path, lines: Sequence[Sequence[str]]) -> Path:
    """An OpenDocument spreadsheet with one sheet."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    names += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(f"<table:table-row>{''.join(map(cell.format, line))}</table:table-row>" for line in lines)
    table = f'<table:table table:name="名单">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}>{body}</office:document-content>'
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": content.encode()}
    return zipped(path, parts)


def pdf(path: Path, pages: Sequence[str]) -> Path:
    """A PDF whose pages have these drawings; text in a Chinese font that every reader knows by name."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages))), len(pages)),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 4>>/FontDescriptor 5 0 R/DW 1000>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 880/StemV 93>>",
    ]
    for at, drawing in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (7 + 2 * at)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing.encode()))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    path.write_bytes(out.getvalue())
    return path


def written(x: float, y: float, words: str) -> str:
    """Words drawn at a place of a page of a PDF."""
    return f"BT /F1 10 Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def ruled(lines: Sequence[Sequence[str]], top: float = 700, merged: Sequence[tuple[int, int, int]] = ()) -> str:
    """A ruled table drawn on a page of a PDF; `merged` cells as column, first and last line have no rule inside."""
    wide, high = 160, 24
    drawing = ""
    columns = len(lines[0])
    for row in range(len(lines) + 1):
        for column in range(columns):
            if not any(c == column and first < row <= last for c, first, last in merged):
                y, x = top - row * high, 40 + column * wide
                drawing += f"{x} {y} m {x + wide} {y} l S\n"
    for column in range(columns + 1):
        drawing += f"{40 + column * wide} {top} m {40 + column * wide} {top - len(lines) * high} l S\n"
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            drawing += written(46 + column * wide, top - row * high - 16, cell) if cell else ""
    return drawing


def renamed_stream(content: bytes, old: str, new: str) -> bytes:
    """An OLE2 file with a stream called otherwise: the name stands in 64 bytes of the directory, then its length."""
    at = content.rindex((old + "\0").encode("utf-16-le"))
    name = (new + "\0").encode("utf-16-le")
    return content[:at] + name.ljust(64, b"\0") + len(name).to_bytes(2, "little") + content[at + 66 :]
