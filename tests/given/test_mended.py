"""Rejected rows, mended and loaded again, make the source that the clean file would have made. All rows are made up."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graph.errors import SourceError, UsageError
from loaders.given.rejects import SHEET
from tests.given.given import BAD_CODE, CODES, Given, firms
from tests.pipeline.conftest import empty
from tests.pipeline.graphs import everything, nodes, ties


def broken(count: int = 6) -> list[list[str]]:
    rows = firms(count)
    rows[1][1] = rows[4][1] = ""
    return rows


def mend(path: Path, *names: str) -> None:
    """Write names into the rejected rows, in their order."""
    book = openpyxl.load_workbook(path)
    for at, name in enumerate(names, start=2):
        book[SHEET].cell(at, 3).value = name
    book.save(path)


NAMES = ("虚构2号矿业有限公司", "虚构5号矿业有限公司")


def test_mended_rows_join_the_load(given: Given) -> None:
    first = given.load(given.csv("虚构.csv", broken()), max_rejects=1.0)
    assert (first.read, first.loaded, first.rejected, first.rejects_file) == (6, 4, 2, "虚构.rejects.xlsx")
    workbook = given.folder / first.rejects_file
    mend(workbook, *NAMES)
    second = given.load(workbook)
    assert (second.source, second.read, second.loaded, second.rejected, second.new) == (first.source, 6, 6, 0, 2)
    mended = nodes(given.store), ties(given.store)
    assert given.load(workbook).unchanged
    assert given.load(given.folder / "虚构.csv").unchanged
    empty(given.store)
    given.load(given.csv("虚构.csv", firms(6)), force=True)
    assert (nodes(given.store), ties(given.store)) == mended


def test_what_is_still_wrong_is_rejected_again(given: Given) -> None:
    workbook = given.folder / given.load(given.csv("虚构.csv", broken()), max_rejects=1.0).rejects_file
    mend(workbook, NAMES[0])
    again = given.load(workbook)
    assert (again.loaded, again.rejected, again.rejects_file) == (5, 1, "虚构.rejects.xlsx")
    mend(workbook, NAMES[1])
    assert given.load(workbook).loaded == 6


def test_mended_rows_stay_when_the_same_file_is_forced_again(given: Given) -> None:
    path = given.csv("虚构.csv", broken())
    workbook = given.folder / given.load(path, max_rejects=1.0).rejects_file
    mend(workbook, *NAMES)
    given.load(workbook)
    before = nodes(given.store), ties(given.store)
    report = given.load(path, force=True)
    assert report.loaded == 6
    assert (nodes(given.store), ties(given.store)) == before


def test_a_workbook_without_its_source(given: Given) -> None:
    with pytest.raises(Exception, match="拒收 2 行"):
        given.load(given.csv("虚构.csv", broken()))
    with pytest.raises(SourceError, match="还没有装载") as error:
        given.load(given.folder / "虚构.rejects.xlsx")
    assert "--max-rejects 100%" in error.value.way_out


def test_a_workbook_of_an_earlier_version(given: Given) -> None:
    workbook = given.folder / given.load(given.csv("虚构.csv", broken()), max_rejects=1.0).rejects_file
    kept_as = workbook.rename(given.folder / "旧.rejects.xlsx")
    given.load(given.csv("新.csv", firms(6)))
    before = everything(given.store)
    with pytest.raises(SourceError, match="另一版"):
        given.load(kept_as)
    assert everything(given.store) == before


def test_a_number_that_was_never_there(given: Given) -> None:
    workbook = given.folder / given.load(given.csv("虚构.csv", broken()), max_rejects=1.0).rejects_file
    book = openpyxl.load_workbook(workbook)
    book[SHEET]["A2"] = "99"
    book.save(workbook)
    with pytest.raises(SourceError, match="原行号 99 不在"):
        given.load(workbook)


def test_a_workbook_in_which_nothing_was_mended(given: Given) -> None:
    workbook = given.folder / given.load(given.csv("虚构.csv", broken()), max_rejects=1.0).rejects_file
    before = everything(given.store)
    with pytest.raises(UsageError, match="没有改正过的行：2 行都与原来的一样"):
        given.load(workbook)
    assert everything(given.store) == before
    mend(workbook, NAMES[0])
    report = given.load(workbook)
    assert report.taken is not None
    assert report.taken.notes == ["并入改正过的 1 行（虚构.rejects.xlsx），另有 1 行没有改动"]


def test_a_value_that_was_left_out_is_mended_in_the_workbook(given: Given) -> None:
    rows = firms(3)
    rows[1][2] = BAD_CODE
    first = given.load(given.csv("虚构.csv", rows))
    assert (first.loaded, first.rejected, first.rejects_file) == (3, 0, "虚构.rejects.xlsx")
    workbook = given.folder / first.rejects_file
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    assert [sheet.cell(2, at).value for at in (1, 3, 4)] == ["3", rows[1][1], BAD_CODE]
    assert str(sheet.cell(2, sheet.max_column).value).startswith("【本行已装载，缺“统一社会信用代码”】")
    sheet.cell(2, 4).value = CODES[0]
    book.save(workbook)
    second = given.load(workbook)
    assert (second.loaded, second.not_placed, second.rejects_file) == (3, [], "")
    [row] = given.store.read_text(
        "MATCH (i:Identifier {value: $code}) MATCH (n {id: i.entity}) RETURN n.name AS name", {"code": CODES[0]}
    )
    assert row["name"] == rows[1][1]
