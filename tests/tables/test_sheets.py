"""Workbooks: what calamine does not give (merged cells of ods, error values), xlsb. Files are made up (虚构)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import SourceError
from loaders.tables import read_tables
from loaders.tables.opendocument import sheet_extras
from tests.tables.binary import COVERED, cell, open_sheet, row, xlsb
from tests.tables.made import DATA, HEADER, ROWS, accounted, text, values, why, without, xlsx

TOLD = "格是错误值"


def errors(notes: list[str]) -> list[str]:
    return [note for note in notes if TOLD in note]


def test_merged_cells_of_ods_are_filled_down(tmp_path: Path) -> None:
    rows = (
        row(cell("虚构名单", number_columns_spanned="3"), COVERED, COVERED)
        + row(cell(number_columns_repeated="3"), repeated=2)
        + row(cell("县区"), cell("企业名称"), cell("备注"))
        + row(cell("商州区", number_rows_spanned="3"), cell("甲公司"), cell("x"))
        + row(COVERED, cell("乙公司"), cell("同上", number_rows_spanned="2"))
        + row(COVERED, cell("丙公司"), COVERED)
        + row(cell("洛南县"), cell("丁公司"))
        + row(cell(number_columns_repeated="1024"), repeated=1_048_000)
    )
    (table,) = read_tables(open_sheet(tmp_path / "a.ods", rows))
    assert values(table) == [
        ["商州区", "甲公司", "x"],
        ["商州区", "乙公司", "同上"],
        ["商州区", "丙公司", "同上"],
        ["洛南县", "丁公司", ""],
    ]
    assert why(table) == {1: "title", 2: "blank", 3: "blank", 4: "header"}
    assert accounted(table, range(1, 9))
    assert "合并单元格向下填充 3 格" in table.notes


def test_rows_of_ods_that_repeat_and_span_columns(tmp_path: Path) -> None:
    rows = (
        row(cell("名称"), cell("类型"), cell("备注"))
        + row(cell("某镇", number_columns_spanned="2"), COVERED, cell("y"), repeated=2)
        + row(cell("末"), cell("类"), cell("z"))
    )
    made = open_sheet(tmp_path / "a.ods", rows)
    assert sheet_extras(made.read_bytes())["名单"].spans == [(1, 0, 1, 1), (2, 0, 2, 1)]
    assert values(read_tables(made)[0]) == [["某镇", "", "y"], ["某镇", "", "y"], ["末", "类", "z"]]


def test_a_merged_cell_of_ods_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    rows = row(cell("名称"), cell("类型")) + row(cell("甲", number_rows_spanned="1048576"), cell("乙"))
    (table,) = read_tables(open_sheet(tmp_path / "a.ods", rows + row(COVERED, cell("丙"))))
    assert values(table) == [["甲", "乙"], ["甲", "丙"]]


def test_more_merged_cells_than_any_roster_are_told(tmp_path: Path) -> None:
    merged = row(cell("甲", number_columns_spanned="2"), COVERED, repeated=900_000)
    made = open_sheet(tmp_path / "a.ods", row(cell("名称"), cell("类型")) + row(cell("某"), cell("乙")))
    padded = without(
        made, tmp_path / "b.ods", lambda _, part: part.replace(b"</table:table>", merged.encode() + b"</table:table>")
    )
    with pytest.raises(ValueError, match="merged cells"):
        sheet_extras(padded.read_bytes())


def test_errors_of_ods(tmp_path: Path) -> None:
    wrong = (
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#REF!</text:p></table:table-cell>"
    )
    rows = row(cell("名称"), cell("金额")) + row(cell("甲"), wrong) + row(cell("乙"), cell("Err:502"))
    (table,) = read_tables(open_sheet(tmp_path / "a.ods", rows))
    assert values(table) == [["甲", ""], ["乙", ""]]
    assert errors(table.notes) == ["2 格是错误值（#REF!、Err:502），读作空：B2、B3"]


def test_errors_of_xlsx_are_told_with_their_sheet_and_address(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for at, (place, code) in enumerate({"D5": "#N/A", "E6": "#REF!"}.items()):
            sheet[place] = code
            sheet[place].data_type = "e"
            sheet.cell(5 + at, 3, f"{at}号公司")
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("第二")
        other.append(["名称", "类型"])
        other.append(["#N/A", "乙"])

    blank: list[list[object]] = [[], [], [], ["", "", "企业名称", "金额", "经费"]]
    tables = read_tables(xlsx(tmp_path / "a.xlsx", blank, fill))
    assert [values(table) for table in tables] == [[["0号公司", "", ""], ["1号公司", "", ""]], [["", "乙"]]]
    assert errors(tables[0].notes) == ["2 格是错误值（#N/A、#REF!），读作空：D5、E6"]
    assert errors(tables[1].notes) == ["1 格是错误值（#N/A），读作空：A2"]


def test_the_stored_error_of_a_formula(tmp_path: Path) -> None:
    def stored(_: str, part: bytes) -> bytes:
        return part.replace(b'<c r="B2"><f>1/0</f>', b'<c r="B2" s="0" t="e"><f>1/0</f>').replace(
            b"<f>1/0</f><v></v>", b"<f>1/0</f><v>#DIV/0!</v>"
        ).replace(b"<f>1/0</f><v/>", b"<f>1/0</f><v>#DIV/0!</v>")  # fmt: skip

    made = xlsx(tmp_path / "a.xlsx", [["名称", "金额"], ["甲", "=1/0"], ["乙", 3]])
    (table,) = read_tables(without(made, tmp_path / "b.xlsx", stored))
    assert values(table) == [["甲", ""], ["乙", "3"]]
    assert errors(table.notes) == ["1 格是错误值（#DIV/0!），读作空：B2"]


def test_errors_of_an_old_workbook(tmp_path: Path) -> None:
    content = (DATA / "made-up-roster.xls").read_bytes()
    path = tmp_path / "a.xls"
    # The record of a number (RK, ten bytes) is made that of an error: what follows its code is not looked at.
    at = content.index(b"\x7e\x02\x0a\x00")
    path.write_bytes(content[:at] + b"\x05\x02" + content[at + 2 : at + 10] + b"\x2a\x01" + content[at + 12 :])
    (table,) = read_tables(path)
    assert len(table.rows) == 3
    (told,) = errors(table.notes)
    assert told.startswith("1 格是错误值（#N/A），读作空：")
    column = ord(told[-2]) - ord("A")
    assert next(row for row in table.rows if row.number == int(told[-1])).cells[table.columns[column]] == ""


def test_errors_that_excel_wrote_into_a_csv(tmp_path: Path) -> None:
    lines = [HEADER, ["1", "#N/A", "商州区"], ["2", "#号公司", "#VALUE!"], ["3", "丙", "#NAME?"]]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    assert values(table) == [["1", "", "商州区"], ["2", "#号公司", ""], ["3", "丙", ""]]
    assert errors(table.notes) == ["3 格是错误值（#N/A、#VALUE!、#NAME?），读作空：B2、C3、C4"]


def test_many_errors_are_counted(tmp_path: Path) -> None:
    lines = [["名称", "金额"], *[[f"甲{at}", "#N/A"] for at in range(40)]]
    (told,) = errors(read_tables(text(tmp_path / "a.csv", lines))[0].notes)
    assert told.endswith("B31……共 40 处")


def test_a_binary_workbook(tmp_path: Path) -> None:
    (table,) = read_tables(xlsb(tmp_path / "a.xlsb", [HEADER, *ROWS, ["4", 0x2A, "镇安县"]]))
    assert (table.format, table.sheet, table.columns) == ("xlsb", "名单", HEADER)
    assert values(table) == [*ROWS, ["4", "", "镇安县"]]
    assert errors(table.notes) == ["1 格是错误值（#N/A），读作空：B5"]
    with pytest.raises(SourceError, match="没有工作表“别的”，只有：名单"):
        read_tables(tmp_path / "a.xlsb", sheet="别的")


def test_merged_cells_of_a_binary_workbook_are_filled_down(tmp_path: Path) -> None:
    lines = [["县区", "企业名称"], ["商州区", "甲公司"], ["", "乙公司"], ["洛南县", "丙公司"]]
    (table,) = read_tables(xlsb(tmp_path / "a.xlsb", lines, [(1, 2, 0, 0)]))
    assert values(table) == [["商州区", "甲公司"], ["商州区", "乙公司"], ["洛南县", "丙公司"]]
    assert "合并单元格向下填充 1 格" in table.notes


def test_errors_that_do_not_say_where_they_stand_are_told_all_the_same(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = "#N/A"
        sheet["B2"].data_type = "e"

    made = xlsx(tmp_path / "a.xlsx", [["名称", "金额"], ["甲", ""]], fill)
    odd = without(made, tmp_path / "b.xlsx", lambda _, part: part.replace(b'<c r="B2" t="e"', b'<c t="e"'))
    (table,) = read_tables(odd)
    assert values(table) == [["甲", ""]]
    assert "合并单元格、错误值（#N/A 等）未能逐格查找，它们读作空" in table.notes


def test_the_address_of_an_error_in_the_second_table_of_a_sheet(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for at, line in enumerate([HEADER, *ROWS, [], ["姓名", "工作单位", "职称"], ["虚一", "#REF!", "教授"]]):
            for column, value in enumerate(line):
                sheet.cell(at + 2, column + 2, value)

    _, second = read_tables(xlsx(tmp_path / "a.xlsx", [], fill))
    assert errors(second.notes) == ["1 格是错误值（#REF!），读作空：C8"]
