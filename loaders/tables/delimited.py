"""Text files: values divided by , tab ; or |, or lines of a list."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from loaders.tables.grid import Grid
from loaders.tables.refuse import faulty

SEPARATORS = {",": "逗号", "\t": "制表符", ";": "分号", "|": "竖线", "，": "全角逗号"}
LOOKED_AT = 60
LONGEST_CELL = 20
"""Line breaks within one cell, above which a quotation mark that nobody closed has swallowed rows."""


def read_delimited(path: Path, text: str) -> tuple[Grid, str]:
    """The lines of a text and the separator found ("" for one value a line).

    A line is a record: one with a line break inside quotes counts once, as a spreadsheet shows it.
    Raises `SourceError` naming the line where a quotation mark is not closed.
    """
    # Cells are bounded by the file, which is in memory already; the module's own bound is for streams.
    csv.field_size_limit(max(len(text) + 1, 1 << 17))
    separator = find_separator(text)
    grid = Grid("", [], ragged=True)
    if not separator and (values := _one_column(text)):
        grid.lines = values
        return grid, ""
    if not separator:
        grid.lines = [[line] for line in re.split(r"\r\n|\n|\r", text.rstrip("\r\n"))]
        return grid, ""
    grid.lines = _strict(path, text, separator, grid)
    if not text.endswith(("\n", "\r")) and 1 < len(grid.lines[-1]) < len(grid.lines[0]):
        grid.notes.append(f"末行只有 {len(grid.lines[-1])} 格且没有换行，文件可能被截断")
    return grid, separator


def _one_column(text: str) -> list[list[str]]:
    """The values of a csv of one column in quotation marks ("甲，乙公司"); empty where that is not what it is."""
    if not text.lstrip("\ufeff").startswith('"'):
        return []
    try:
        records = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    except csv.Error:
        return []
    return records if all(len(record) < 2 for record in records) else []


def _strict(path: Path, text: str, separator: str, grid: Grid) -> list[list[str]]:
    """By the rules of RFC 4180; where a mark breaks them ("三区"人才) all are read as letters."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        at = len(lines) + 1
        grid.notes.append(f"第 {at} 行的引号不合规")
        plain = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE))
        if len({len(line) for line in plain if line}) == 1:
            return plain
        # Read leniently, such a mark is dropped; that no row was swallowed with it shows in the count of lines.
        lenient = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        lines = list(lenient)
        if lenient.line_num > len(lines):
            raise faulty(
                path, f"第 {at} 行起有引号没有配对，其后的行会丢失", "补上引号，或另存为 .xlsx 再装"
            ) from error
        if len(lines) == at:  # the mark is in the last line, whose values it has made one
            grid.doubts[at - 1] = "引号没有配对，几格可能并成了一格"
        return lines
    if reader.line_num > len(lines):
        swallowed = next((i for i, ln in enumerate(lines) if any(c.count("\n") > LONGEST_CELL for c in ln)), None)
        if swallowed is not None:
            told = f"第 {swallowed + 1} 行有一格跨了 {LONGEST_CELL} 行以上，像是引号没有配对"
            raise faulty(path, told, "补上引号，或另存为 .xlsx 再装")
    return lines


def find_separator(text: str) -> str:
    """The separator by which most lines fall into the same number of values, "" for none.

    >>> find_separator("名称;金额\\n甲;1,5\\n乙;2,0\\n")
    ';'
    """
    lines = text.lstrip("\ufeff").splitlines(keepends=True)[:LOOKED_AT]
    best, chosen = (0.0, 0), ""
    for separator in SEPARATORS:
        records = [record for record in csv.reader(lines, delimiter=separator) if any(map(str.strip, record))]
        counts = Counter(len(record) for record in records if len(record) > 1)
        if not counts:
            continue
        width, hits = max(counts.items(), key=lambda item: (item[1], item[0]))
        filled = len(records)
        score = (round(hits / filled, 1), width)
        enough = hits * 5 >= filled * 4 if separator == "，" else hits * 3 >= filled
        if enough and score > best:
            best, chosen = score, separator
    return chosen
