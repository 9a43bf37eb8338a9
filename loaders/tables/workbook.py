"""Workbooks (xlsx, xlsb, xls, ods) by calamine: values as shown by their formulas' last results, sheet by sheet."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import python_calamine

from loaders.tables.apart import sheet_of
from loaders.tables.excel import FAULTS, workbook_extras
from loaders.tables.extra import Extra
from loaders.tables.grid import Grid
from loaders.tables.opendocument import sheet_extras
from loaders.tables.refuse import cut_off, faulty, locked, refused

EXACT = 10**15
"""Whole numbers from here on have lost their last digits: a spreadsheet keeps 15."""
_FAULTS = (python_calamine.CalamineError, OSError, ValueError)


def read_workbook(path: Path, content: bytes, sheet: str, kind: str) -> list[Grid]:
    """One grid a sheet that holds something; `kind` is xlsx, xlsb, xls or ods.

    Hidden sheets are read only when named by `sheet`; all are told in notes.
    Raises `SourceError` for an unknown sheet, a password, or a damaged workbook.
    """
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise locked(path) from error
    except _FAULTS as error:
        raise cut_off(path, f"工作簿打不开（{error}）") from error
    if sheet not in book.sheet_names:
        sheet = sheet_of(sheet)
    if sheet and sheet not in book.sheet_names:
        raise faulty(path, f"没有工作表“{sheet}”，只有：{'、'.join(book.sheet_names)}", "用 --sheet 给出其中一个")
    grids, notes = [], []
    extras, untold = _extras(content, kind)
    notes += untold
    for at, meta in enumerate(book.sheets_metadata):
        if meta.typ in (python_calamine.SheetTypeEnum.MacroSheet, python_calamine.SheetTypeEnum.Vba):
            raise refused(path, "macro")
        if (sheet and meta.name != sheet) or meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        grid = _sheet(path, book, meta.name, extras.get(meta.name) or extras.get(at, Extra()))
        if not grid.lines:
            notes.append(f"工作表“{meta.name}”是空的")
        elif meta.visible != python_calamine.SheetVisibleEnum.Visible and not sheet:
            notes.append(f"隐藏的工作表“{meta.name}”（{len(grid.lines)} 行）未读，要读用 --sheet 指明")
        else:
            grids.append(grid)
    if not grids:
        raise faulty(path, "；".join(notes) or "没有工作表", "核对文件；隐藏的工作表用 --sheet 指明")
    for grid in grids:
        grid.notes = notes + grid.notes
    return grids


def _extras(content: bytes, kind: str) -> tuple[dict[str | int, Extra], list[str]]:
    """What calamine does not give, by sheet (or its place), and a note where it could not be looked up."""
    try:
        if kind != "ods":
            return workbook_extras(content), []
        named: dict[str | int, Extra] = {}
        named.update(sheet_extras(content))
        return named, []
    except FAULTS:
        return {}, ["合并单元格、错误值（#N/A 等）未能逐格查找，它们读作空"]


def _sheet(path: Path, book: python_calamine.CalamineWorkbook, name: str, extra: Extra) -> Grid:
    try:
        sheet = book.get_sheet_by_name(name)
        lines: list[list[Any]] = sheet.to_python(skip_empty_area=True)
        merged = sheet.merged_cell_ranges or []
    except _FAULTS as error:
        raise cut_off(path, f"工作表“{name}”读不出（{error}）") from error
    top, left = sheet.start or (0, 0)
    lost = 0
    for line in lines:
        for at, value in enumerate(line):
            if type(value) is not str:
                lost += type(value) in (int, float) and abs(value) >= EXACT
                line[at] = shown(value)
    for row, column, printed in extra.errors:
        # Calamine reads an error as empty; told as printed, it is blanked with its address in `Grid.blank_errors`.
        if 0 <= row - top < len(lines) and 0 <= column - left < len(lines[row - top]):
            lines[row - top][column - left] = printed
    # Rows that stand above the first filled one are lines of the file too.
    grid = Grid(name, [[] for _ in range(top if lines else 0)] + lines, left=left)
    ranges = [(a, b, c, d) for (a, b), (c, d) in merged] if extra.spans is None else extra.spans
    grid.spans = [(a, b - left, c, d - left) for a, b, c, d in ranges if b >= left]
    if lost:
        grid.notes.append(f"{lost} 格的长号码存成了数字，末几位已丢失，须向来源核对")
    return grid


def shown(value: object) -> str:
    """A cell's value as text: 1.0 → 1, dates ISO, booleans 是 and 否, other numbers to the 15 digits a sheet keeps."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) and abs(value) < 1e21 else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return "" if value is None else str(value)
