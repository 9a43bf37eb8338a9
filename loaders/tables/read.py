"""Any published file → its tables, by what the file is and not by what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import html

from loaders.tables.apart import apart
from loaders.tables.beside import beside
from loaders.tables.delimited import SEPARATORS, read_delimited
from loaders.tables.document import read_document
from loaders.tables.encoding import decode
from loaders.tables.grid import Grid, width_of
from loaders.tables.header import LOOKED_AT
from loaders.tables.lists import Line, find_lists, is_title, mostly_numbered
from loaders.tables.model import Table
from loaders.tables.objects import looks_like_json, read_json
from loaders.tables.page import lines_of, parse, tables_of
from loaders.tables.pdf import read_pdf
from loaders.tables.refuse import faulty, refused
from loaders.tables.shape import shape
from loaders.tables.sniff import kind_of
from loaders.tables.text import clean_cells, clean_header
from loaders.tables.words import general, known_or_general
from loaders.tables.workbook import read_workbook

ENDINGS = {
    "xlsx": {"xlsx"},
    "xlsb": {"xlsb"},
    "xls": {"xls", "et"},
    "ods": {"ods"},
    "docx": {"docx"},
    "pdf": {"pdf"},
    "html": {"html", "htm", "shtml", "xhtml"},
    "csv": {"csv", "tsv", "txt", "tab"},
    "txt": {"txt", "csv"},
    "json": {"json", "geojson"},
    "jsonl": {"jsonl", "ndjson", "json"},
}
"""Endings under which each form is usually published; another one is told in the notes."""

_UNIT = re.compile(r"(?:计量|金额)?单位\s*[:：]\s*(?:人民币)?[十百千万亿]*(?:美|港)?元")
"""A line above a table that says in what its sums are."""
_SENTENCE = re.compile(r"[。！？]\s*\S|[。！？；]\s*$|.{80}")


def read_tables(path: Path, *, known: Callable[[str], bool] = known_or_general, sheet: str = "") -> list[Table]:
    """All tables of a file: xlsx, xlsb, xls, ods, csv, tsv, txt, html, docx, pdf with text, json, jsonl.

    `known` says whether a header (in the form of `clean_header`) is a known word: the header row is found by it and
    by the general words of published tables. `sheet` names one table: a worksheet, or 表1, 名单1 … as they are called.
    Every line of a table is one of its rows or one of its `skipped`. Nothing is chosen here: see `best_table`.
    Raises `SourceError` (Chinese: what the file is, what to do) for files that are missing, damaged, protected, with
    macros, scans, images, archives, or hold no table.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise faulty(path, f"读不到（{error.strerror}）", "核对路径和权限") from error

    def heads(header: str) -> bool:
        return known(header) or general(header)

    kind, notes = kind_of(path, content)
    tables = _READERS[kind](path, content, heads, sheet)
    tables = [table for table in tables if table.rows or table.skipped]
    if sheet:
        named = [table for table in tables if table.sheet == sheet]
        if not named:
            seen = "、".join(table.sheet or "（无名）" for table in tables)
            raise faulty(path, f"没有叫“{sheet}”的表，只有：{seen}", "用 --sheet 给出其中一个")
        tables = named
    if not tables:
        raise refused(path, "no-table")
    for table in tables:
        table.notes = [*notes, *table.notes]
        ending = path.suffix.lower().lstrip(".")
        if ending not in ENDINGS[table.format]:
            table.notes.insert(0, f"文件名以 .{ending} 结尾，内容是 {table.format}，按内容读")
    return tables


FEW = 3
"""Rows from which a table with a header is taken for what the page is about."""
Known = Callable[[str], bool]


def _shaped(path: Path, grids: list[Grid], known: Known, format: str) -> list[Table]:
    tables: list[Table] = []
    for grid in grids:
        tables += _column(path, grid, known, format) or [
            shape(part, known, file=path.name, format=format)
            for half in beside(grid, known)
            for part in apart(half, known)
        ]
    return tables


def _column(path: Path, grid: Grid, known: Known, format: str) -> list[Table]:
    """The list in a grid of one column without a header: numbered lines, or plain names under a title."""
    if width_of(grid.lines) > 1:
        return []
    grid.lines = [clean_cells(line) for line in grid.lines]
    grid.blank_errors()
    lines = [Line(grid.number(at), line[0] if line else "") for at, line in enumerate(grid.lines)]
    top = [line.text for line in lines if line.text][:FEW]
    if any(known(clean_header(text)) and not is_title(text) for text in top):
        return []
    lists = find_lists(lines, file=path.name, format=format)
    for at, table in enumerate(lists):
        table.sheet = f"{grid.name}（{at + 1}）" if at else grid.name
        table.notes = [*grid.notes, *table.notes]
    return lists


def _workbook(kind: str) -> Callable[[Path, bytes, Known, str], list[Table]]:
    def read(path: Path, content: bytes, known: Known, sheet: str) -> list[Table]:
        return _shaped(path, read_workbook(path, content, sheet, kind), known, kind)

    return read


def _page(path: Path, content: bytes, known: Known, sheet: str) -> list[Table]:  # noqa: ARG001 - all readers take it
    text, encoding = decode(path, content)
    root: html.HtmlElement = parse(path, text)
    try:
        grids, notes, card = tables_of(root)
        lines = lines_of(root)
    except RecursionError as error:
        raise faulty(path, "网页的标签嵌套过深", "用浏览器打开，把表格复制到 .xlsx 再装") from error
    tables = _shaped(path, grids, known, "html")
    lists = find_lists(lines, file=path.name, format="html")
    if any(table.headed and len(table.rows) >= FEW for table in tables):
        # Beside a table with a header, short runs of lines are the page's menus or the headings of its letter.
        kept = [table for table in lists if _is_list(table)]
        if len(kept) < len(lists):
            notes.append(f"另有 {len(lists) - len(kept)} 段像名单的文字（栏目、小标题）未作数据读")
        lists = kept
    tables = _with_rest(tables, lists, lines)
    for table in tables:
        table.document = dict(card)
        table.notes = [f"编码 {encoding}", *notes, *table.notes]
    return tables


def _is_list(table: Table) -> bool:
    """A long numbered list, or one under a title such as 附件 or …名单."""
    titles = [line.text for line in table.skipped if line.why == "title"][-3:]
    return (len(table.rows) >= 2 * FEW and "序号" in table.columns) or any(is_title(title) for title in titles)


def _document(path: Path, content: bytes, known: Known, sheet: str) -> list[Table]:  # noqa: ARG001 - as above
    grids, lines = read_document(path, content)
    return _with_rest(_shaped(path, grids, known, "docx"), _lists(path, lines, "docx"), lines)


def _pdf(path: Path, content: bytes, known: Known, sheet: str) -> list[Table]:  # noqa: ARG001 - as above
    grids, lines = read_pdf(path, content, known)
    return _with_rest(_shaped(path, grids, known, "pdf"), _lists(path, lines, "pdf"), lines)


def _lists(path: Path, lines: list[Line], format: str) -> list[Table]:
    return find_lists(lines, file=path.name, format=format)


def _with_rest(tables: list[Table], lists: list[Table], lines: list[Line]) -> list[Table]:
    """Tables and lists; the lines of text that are in neither are counted in the notes of the tables."""
    taken = {row.number for table in lists for row in table.rows}
    taken |= {line.number for table in lists for line in table.skipped}
    rest = [line.text for line in lines if line.text and line.number not in taken]
    if rest:
        unit = next((found[0] for text in rest if (found := _UNIT.search(text))), "")
        for table in tables:
            table.notes.append(f"另有 {len(rest)} 行文字不在表内" + (f"，其中写有“{unit}”" if unit else ""))
    return tables + lists


def _text(path: Path, content: bytes, known: Known, sheet: str) -> list[Table]:  # noqa: ARG001 - as above
    text, encoding = decode(path, content)
    if looks_like_json(text):
        tables, grids = read_json(path, text)
        tables += _shaped(path, grids, known, "json")
    else:
        grid, separator = read_delimited(path, text)
        if separator and not _headed(grid, known) and mostly_numbered(lines := text.splitlines()):
            # "1.甲社，商州区": a list whose lines hold marks, and no table.
            grid, separator = Grid("", [[line] for line in lines]), ""
        told = f"分隔符 {separator if separator.strip() else SEPARATORS[separator]}" if separator else "每行一个值"
        grid.notes.insert(0, told)
        tables = _shaped(path, [grid], known, "csv" if separator else "txt")
        if not separator and tables[0].columns == ["列A"] and any(_SENTENCE.search(line[0]) for line in grid.lines):
            raise refused(path, "no-table")
    for table in tables:
        table.notes.insert(0, f"编码 {encoding}")
    return tables


def _headed(grid: Grid, known: Known) -> bool:
    """Whether one of the first lines holds two known headers."""
    return any(sum(known(clean_header(cell)) for cell in line if cell) > 1 for line in grid.lines[:LOOKED_AT])


_READERS: dict[str, Callable[[Path, bytes, Known, str], list[Table]]] = {
    **{kind: _workbook(kind) for kind in ("xlsx", "xlsb", "xls", "ods")},
    "docx": _document,
    "pdf": _pdf,
    "html": _page,
    "text": _text,
}
