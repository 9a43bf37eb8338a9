"""A filled template: which kind it is, which sheet holds the table, what was stated about the roster."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.schema.values import is_nothing
from loaders.forms import FORMS

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

NOTES, HIDDEN, LISTS = "说明", "_xishang", "_lists"
VERSION = 1
EXAMPLE = "【示例】本行不会装载"
_EXAMPLE = re.compile(r"^\s*[【（(\[]?(?:填写)?(?:示例|样例)[】）)\]]?(?:$|[:：]|(?<=[】）)\]]))")

ASKED = {
    "发布单位": ("publisher", "谁发布或填报这份名单，写全称（必填）"),
    "名单名称": ("title", "这份名单叫什么；不填则用“发布单位 + 类别”"),
    "日期": ("date", "名单的日期，例如 2025-06-30"),
    "覆盖地点": ("place", "名单涵盖哪里，例如 商州区、商洛市、全国"),
    "覆盖期间": ("period", "名单涵盖的时间，例如 2025；没有就不填"),
    "是否完整": ("complete", "是：这个范围内的全部都在表里；否或不填：只是一部分"),
    "公布总数": ("declared", "发布单位自己说有多少个；没有就不填"),
}
"""Labels on the sheet 说明 → the name under which `stated_in_template` gives it, and what to write."""


def kind_of_template(path: Path) -> str | None:
    """The kind of a template of ours, None for any other file."""
    book = _opened(path)
    if book is None or HIDDEN not in book.sheet_names:
        return None
    cells = {str(row[0]): str(row[1]) for row in book.get_sheet_by_name(HIDDEN).to_python() if len(row) > 1}
    kind = cells.get("kind", "")
    return kind if kind in FORMS else None


def sheet_of_template(path: Path) -> str:
    """The name of the sheet that holds the table, "" when the file is no template of ours."""
    book = _opened(path)
    if book is None or HIDDEN not in book.sheet_names:
        return ""
    return next((name for name in book.sheet_names if name not in (NOTES, HIDDEN, LISTS)), "")


def stated_in_template(path: Path) -> dict[str, str]:
    """What the sheet 说明 says of the roster: publisher, title, date, place, period, complete, declared (as typed)."""
    book = _opened(path)
    if book is None or NOTES not in book.sheet_names:
        return {}
    stated = {}
    for row in book.get_sheet_by_name(NOTES).to_python():
        label = str(row[0]).strip() if row else ""
        if label in ASKED and len(row) > 1 and not is_nothing(_text(row[1])):
            stated[ASKED[label][0]] = _text(row[1])
    return stated


def is_example(cells: Mapping[str, str]) -> bool:
    """Whether a row is the example of a template: its first filled cell is marked 【示例】."""
    first = next((value for value in cells.values() if value.strip()), "")
    return _EXAMPLE.match(first) is not None


def _opened(path: Path) -> CalamineWorkbook | None:
    """The workbook, None where the file is none."""
    from python_calamine import CalamineError, CalamineWorkbook  # compiled, and needed only for workbooks

    if path.suffix.lower() not in (".xlsx", ".xlsm", ".xls", ".ods", ".et"):
        return None
    try:
        return CalamineWorkbook.from_path(path)
    except (CalamineError, OSError):
        return None


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
