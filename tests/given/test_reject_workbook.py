"""The workbook of rejected rows: everything as received, texts only, marked, and read back by its hidden sheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from graph.answers import Reject
from graph.errors import SourceError, UsageError
from loaders.given.rejects import HIDDEN, NUMBER, REASON, SHEET, Origin, mended_rows, origin_of, write_rejects
from loaders.given.rows import KeptRow

ORIGIN = Origin("bz-1", "0" * 64, "Enterprise", "虚构名单.xlsx")
COLUMNS = ["名称", "代码"]
ROWS = {
    ("", 3): KeptRow(3, "", {"名称": "虚构公司", "代码": "007"}),
    ("表二", 12): KeptRow(12, "表二", {"名称": '=HYPERLINK("x")', "代码": ""}),
}
TOLD = [
    Reject(file="虚构名单.xlsx", row=3, column="代码", value="007", rule="uscc", reason="不是统一社会信用代码"),
    Reject(file="虚构名单.xlsx", sheet="表二", row=12, column="", value="", rule="doubt", reason="像是乱码"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of two rejected rows."""
    written = tmp_path / "虚构名单.rejects.xlsx"
    assert write_rejects(written, ORIGIN, COLUMNS, ROWS, TOLD) == 2
    return written


def test_rows_as_received_with_number_and_reason(path: Path) -> None:
    assert CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET).to_python() == [
        [NUMBER, *COLUMNS, REASON],
        ["3", "虚构公司", "007", "不是统一社会信用代码"],
        ["表二!12", '=HYPERLINK("x")', "", "像是乱码"],
    ]


def test_bad_cells_are_coloured_and_nothing_is_a_formula(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    coloured = {cell.coordinate for line in sheet.iter_rows() for cell in line if cell.fill.fill_type == "solid"}
    assert coloured == {"C2", "D2", "A3", "D3"}
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value is not None} == {"s"}
    assert book[HIDDEN].sheet_state == "hidden"


def test_read_back(path: Path) -> None:
    assert origin_of(path) == ORIGIN
    book = openpyxl.load_workbook(path)
    book[SHEET]["C2"] = 97
    book.save(path)
    rows = mended_rows(path, COLUMNS)
    assert [(row.place, row.cells, row.mended) for row in rows] == [
        (("", 3), {"名称": "虚构公司", "代码": "97"}, True),
        (("表二", 12), {"名称": '=HYPERLINK("x")', "代码": ""}, True),
    ]


def test_other_files_are_none(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    text = tmp_path / "broken.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    assert [origin_of(one) for one in (other, text, path.with_suffix(".csv"))] == [None, None, None]


@pytest.mark.parametrize(
    ("cell", "value", "why"),
    [("A2", "drei", "原行号“drei”不对"), ("A3", "3", "不对或重复"), ("B1", "名字", "缺列 名称")],
)
def test_what_must_stay_as_it_was(path: Path, cell: str, value: str, why: str) -> None:
    book = openpyxl.load_workbook(path)
    book[SHEET][cell] = value
    book.save(path)
    with pytest.raises(SourceError, match=why):
        mended_rows(path, COLUMNS)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="写不进"):
        write_rejects(tmp_path / "none" / "x.xlsx", ORIGIN, COLUMNS, ROWS, TOLD)
