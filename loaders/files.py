"""Published files → rows, strictly: the declared encoding, the declared columns, nothing cut off.

Every fault is a `SourceError` that names the file and what was seen in it; nothing is guessed or skipped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from graph.errors import SourceError
from loaders.rows import Row
from loaders.spec import SourceSpec

KeyOf = Callable[[dict[str, str]], str]
REPLACEMENT = "\ufffd"
BEGINNING = 1 << 16
"""Bytes of a file in which something must stand."""


def read_text(spec: SourceSpec, name: str) -> str:
    """The whole file as text in the declared encoding. Raises `SourceError`: missing, empty, other encoding."""
    with _opened(spec, name) as file:
        data = file.read()
    if not data.strip():
        raise broken(spec, name, "文件是空的", "重新取得该文件")
    try:
        text = data.decode(spec.encoding)
    except UnicodeDecodeError as error:
        at = data[: error.start].count(b"\n") + 1
        raise broken(
            spec,
            name,
            f"不是 {spec.encoding} 编码（第 {at} 行起读不出）",
            f"把文件转成 {spec.encoding}，或改 source.yml 的 encoding",
        ) from error
    if REPLACEMENT in text:
        line = text[: text.index(REPLACEMENT)].count("\n") + 1
        raise broken(spec, name, f"第 {line} 行有转码丢失的字（�）", "从原始文件重新转码")
    return text.removeprefix("\ufeff")


class _Lines:
    """The lines of a file as they come, checked as `read_text` checks the whole: a large file is never held whole."""

    def __init__(self, spec: SourceSpec, name: str) -> None:
        self._spec, self._name = spec, name
        self._quotes = 0
        self._last = ""
        with _opened(spec, name) as file:
            if not file.read(BEGINNING).strip():
                read_text(spec, name)  # says so where nothing follows either

    def __iter__(self) -> Iterator[str]:
        with io.TextIOWrapper(_opened(self._spec, self._name), self._spec.encoding, newline="") as file:
            try:
                for number, line in enumerate(file):
                    if REPLACEMENT in line:
                        break
                    self._quotes += line.count('"')
                    self._last = line
                    yield line if number else line.removeprefix("\ufeff")
                else:
                    return
            except UnicodeDecodeError:
                pass
        read_text(self._spec, self._name)  # raises, and names the line
        raise broken(self._spec, self._name, "文件在读取时被改动", "等写它的程序结束后重新装载")

    def refuse_cut_in_quotes(self) -> None:
        """Raise `SourceError` when what was read ends within a quoted cell."""
        if not self._last.endswith("\n") and self._quotes % 2:
            raise broken(self._spec, self._name, "文件在引号中断开，像是被截断", "重新取得完整的文件")


def _opened(spec: SourceSpec, name: str) -> BinaryIO:
    path = spec.folder / name
    try:
        return path.open("rb")
    except OSError as error:
        raise broken(spec, name, f"读不到文件（{path}）", "补上该文件后重新装载") from error


def read_csv(spec: SourceSpec, name: str, key: str | KeyOf, *, delimiter: str = ",") -> Iterator[Row]:
    """Rows of a delimited file with one header row; rows without any content are passed over.

    `key` is the column, or a function of the cells by header, that identifies a row across versions of its source.
    """
    key_of = key if callable(key) else _column(key)
    lines = _Lines(spec, name)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(reader)]
        check_columns(spec, name, header, *(() if callable(key) else (key,)))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                seen = f"第 {reader.line_num} 行有 {len(cells)} 格，表头有 {len(header)} 列"
                raise broken(spec, name, f"{seen}，像是被截断或错位", "重新取得完整的文件")
            values = dict(zip(header, cells, strict=True))
            yield Row(name, reader.line_num, key_of(values), values)
        if delimiter == ",":
            lines.refuse_cut_in_quotes()
    except StopIteration as error:
        raise broken(spec, name, "文件没有表头", "重新取得该文件") from error
    except csv.Error as error:
        if delimiter == ",":
            lines.refuse_cut_in_quotes()
        raise broken(spec, name, f"第 {reader.line_num} 行不合表格格式：{error}", "重新取得完整的文件") from error


def read_xlsx(spec: SourceSpec, name: str, key: str | KeyOf, *, sheet: int = 0, header: int = 0) -> Iterator[Row]:
    """Rows of one sheet of a workbook (xlsx, xls, ods). `header` is the index of the header row, from 0.

    Calamine reads what other readers stop at: a missing drawing part, a sheet that says it is one cell large.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # a compiled reader, for the few sources that need it

    key_of = key if callable(key) else _column(key)
    path = spec.folder / name
    if not path.is_file():
        raise broken(spec, name, f"读不到文件（{path}）", "补上该文件后重新装载")
    if not path.stat().st_size:
        raise broken(spec, name, "文件是空的", "重新取得该文件")
    try:
        workbook = CalamineWorkbook.from_path(path)
        title = workbook.sheet_names[sheet]
        table = workbook.get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, OSError) as error:
        raise broken(spec, name, f"打不开这个表格文件：{error}", "重新取得完整的文件") from error
    if len(table) <= header:
        raise broken(spec, name, f"工作表“{title}”没有表头", "重新取得该文件")
    columns = [_cell(cell) for cell in table[header]]
    check_columns(spec, name, columns, *(() if callable(key) else (key,)))
    for number, cells in enumerate(table[header + 1 :], start=header + 2):
        values = {column: _cell(cell) for column, cell in zip(columns, cells, strict=True) if column}
        if any(values.values()):
            yield Row(name, number, key_of(values), values, sheet=title)


def read_html_table(spec: SourceSpec, name: str, key: str | KeyOf, *, table: int = 0, header: int = 0) -> Iterator[Row]:
    """Rows of one table of a page. `table` and `header` count from 0; blanks in cells are folded.

    Raises `SourceError` when a row has more or fewer cells than the header: cut off, or merged cells.
    """
    from lxml import html  # a compiled parser, for the few sources that are pages

    key_of = key if callable(key) else _column(key)
    tables = html.fromstring(read_text(spec, name)).findall(".//table")
    if len(tables) <= table:
        raise broken(
            spec, name, f"页面里有 {len(tables)} 张表，没有第 {table + 1} 张", "页面可能被截断或改版，重新取得"
        )
    lines = [
        [" ".join("".join(map(str, cell.itertext())).split()) for cell in row.iterchildren("td", "th")]
        for row in tables[table].iter("tr")
    ]
    if len(lines) <= header:
        raise broken(spec, name, "表里没有表头", "页面可能被截断或改版，重新取得")
    columns = lines[header]
    check_columns(spec, name, columns, *(() if callable(key) else (key,)))
    for number, cells in enumerate(lines[header + 1 :], start=header + 2):
        if not any(cells):
            continue
        if len(cells) != len(columns):
            seen = f"第 {number} 行有 {len(cells)} 格，表头有 {len(columns)} 列"
            raise broken(spec, name, f"{seen}，像是被截断或有合并的格", "重新取得完整的页面")
        values = dict(zip(columns, cells, strict=True))
        yield Row(name, number, key_of(values), values)


def check_columns(spec: SourceSpec, name: str, seen: list[str], *needed: str) -> None:
    """Raise `SourceError` when a declared or needed column is missing or a header is there twice."""
    missing = [column for column in (*spec.columns, *needed) if column not in seen]
    if missing:
        raise broken(
            spec,
            name,
            f"缺列 {'、'.join(missing)}；见到的列：{'、'.join(seen)}",
            "可能是别的年份的文件；核对后改 source.yml 的 columns",
        )
    twice = sorted({column for column in seen if column and seen.count(column) > 1})
    if twice:
        raise broken(spec, name, f"列名重复：{'、'.join(twice)}", "核对文件的表头")


def broken(spec: SourceSpec, name: str, seen: str, way_out: str) -> SourceError:
    """The error for a file of a source, in the user's words."""
    return SourceError(f"来源 {spec.id} 的文件 {name}：{seen}", way_out=way_out, file=name, source=spec.id)


def _column(column: str) -> KeyOf:
    return lambda cells: cells[column].strip()


def _cell(value: object) -> str:
    """A cell as text; a whole number loses the `.0` that workbooks give to every number (2019.0 → 2019)."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
