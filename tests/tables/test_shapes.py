"""Shapes that real files come in and nobody plans for; every file here is made up (虚构)."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import SourceError
from graph.schema.values import read_date
from loaders.tables import read_tables
from tests.tables.made import HEADER, ROWS, accounted, page, text, values, why, xlsx


def test_three_header_rows_with_years_under_merged_groups_and_a_title(tmp_path: Path) -> None:
    lines = [
        ["虚构经费表"],
        ["序号", "单位名称", "经费(万元)", "", "", "", "备注"],
        ["", "", "2023", "", "2024", "", ""],
        ["", "", "拨款", "自筹", "拨款", "自筹", ""],
        ["1", "甲公司", "1", "2", "3", "4", ""],
        ["2", "乙公司", "1", "2", "3", "4", "x"],
    ]

    def then(sheet: Worksheet) -> None:
        for place in ("A1:G1", "A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3", "G2:G4"):
            sheet.merge_cells(place)

    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines, then))
    years = [f"经费(万元)/{year}/{what}" for year in (2023, 2024) for what in ("拨款", "自筹")]
    assert table.columns == ["序号", "单位名称", *years, "备注"]
    assert values(table) == lines[4:]
    assert "表头占第 2–4 行" in table.notes


def test_title_header_and_page_number_printed_again_on_each_page(tmp_path: Path) -> None:
    lines = [["虚构名单"], HEADER, ROWS[0], ["第1页 共2页"], [], ["虚构名单"], HEADER, ROWS[1], ["第2页 共2页"]]

    def then(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A6:C6")

    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines, then))
    assert [(row.number, row.group) for row in table.rows] == [(3, ""), (8, "")]
    assert why(table) == {
        1: "title", 2: "header", 4: "footer", 5: "blank", 6: "title", 7: "header", 9: "footer"
    }  # fmt: skip


def test_totals_of_parts_in_the_middle(tmp_path: Path) -> None:
    lines = [
        ["县区", "企业名称", "金额(万元)"],
        ["商州区", "甲公司", "3"],
        ["商州区小计", "", "7"],
        ["洛南县", "丙公司", "3"],
        ["洛南县合计：", "1家", "3"],
        ["某区总计", "丁公司", "3"],
        ["合 计", "", "10"],
    ]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    # Beside 某区总计 stands a name: whatever it is, it is no total.
    assert [row.number for row in table.rows] == [2, 4, 6]
    assert why(table) == {1: "header", 3: "footer", 5: "footer", 7: "footer"}


@pytest.mark.parametrize("gap", [[], [""]], ids=["close", "apart"])
def test_the_same_table_beside_itself(tmp_path: Path, gap: list[str]) -> None:
    lines = [["虚构名单"], [*HEADER, *gap, *HEADER], [*ROWS[0], *gap, *ROWS[1]], [*ROWS[2]], ["注：虚构"]]
    left, right = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert [left.columns, right.columns] == [HEADER, HEADER]
    assert [values(left), values(right)] == [[ROWS[0], ROWS[2]], [ROWS[1]]]
    assert [left.sheet, right.sheet] == ["名单", "名单（右）"]
    assert accounted(left, range(1, 6))
    assert read_tables(tmp_path / "a.xlsx", sheet="名单（右）") == [right]


def test_another_table_beside_one(tmp_path: Path) -> None:
    other = ["序号", "姓名", "职称"]
    lines = [[*HEADER, "", *other], [*ROWS[0], "", "1", "虚一", "教授"], ["", "", "", "", "2", "#N/A", "讲师"]]
    left, right = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert [values(left), right.columns] == [[ROWS[0]], other]
    assert values(right) == [["1", "虚一", "教授"], ["2", "", "讲师"]]
    assert "1 格是错误值（#N/A），读作空：F3" in right.notes


def test_doubled_headers_of_one_table_are_no_second_table(tmp_path: Path) -> None:
    lines = [["类型", "序号", "姓名", "备注", "工作单位", "备注"], ["甲", "1", "虚一", "", "某校", ""]]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert table.columns == ["类型", "序号", "姓名", "备注", "工作单位", "备注（2）"]


def test_a_hidden_first_sheet_and_a_sheet_called_like_a_part(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("名单（2）")
    assert isinstance(first, Worksheet)
    first.title, first.sheet_state = "内部", "hidden"
    first.append(["名称", "类型"])
    for line in [HEADER, *ROWS]:
        second.append(line)
    book.active = 1
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx")
    assert (table.sheet, values(table)) == ("名单（2）", ROWS)
    assert "隐藏的工作表“内部”（1 行）未读，要读用 --sheet 指明" in table.notes
    assert values(read_tables(tmp_path / "a.xlsx", sheet="名单（2）")[0]) == ROWS


def test_numbers_kept_as_text_by_a_mark(tmp_path: Path) -> None:
    lines = [
        ["序号", "企业名称", "编码"],
        ["'1", "甲公司", "'00123"],
        ["‘2", "乙'公司", "’0914X"],
        ["3", "'丙'", "'12月"],
    ]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert values(table) == [["1", "甲公司", "00123"], ["2", "乙'公司", "0914X"], ["3", "'丙'", "'12月"]]
    path = tmp_path / "a.csv"
    path.write_text('企业名称,信用代码\n甲公司,="00916100001234567X"\n乙公司,=SUM(1)\n', encoding="utf-8")
    assert values(read_tables(path)[0]) == [["甲公司", "00916100001234567X"], ["乙公司", "=SUM(1)"]]


def test_dates_by_every_format_and_as_serials(tmp_path: Path) -> None:
    formats = [
        'yyyy"年"m"月"d"日"',
        '[$-804]yyyy"年"m"月"',
        '[DBNum1][$-804]yyyy"年"m"月"d"日"',
        "yyyy/m/d;@",
        "mmm-yy",
        "General",
    ]

    def then(sheet: Worksheet) -> None:
        for at, format in enumerate(formats):
            sheet.cell(at + 2, 2).number_format = format

    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", [["企业名称", "发证日期"], *[["甲", 44197]] * 6], then))
    dates = [row.cells["发证日期"] for row in table.rows]
    assert dates == ["2021-01-01"] * 5 + ["44197"]
    assert {read_date(date).text for date in dates} == {"2021-01-01"}


def test_quotation_marks_inside_cells_that_have_none_around(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('序号,名称,备注\n1,甲"三区"公司,x\n2,"乙,公司",他说"好"\n3,丙5"管,y\n', encoding="utf-8")
    assert values(read_tables(path)[0]) == [
        ["1", '甲"三区"公司', "x"],
        ["2", "乙,公司", '他说"好"'],
        ["3", '丙5"管', "y"],
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_chinese_through_and_through_without_a_mark(tmp_path: Path, encoding: str) -> None:
    lines = [["名称", "所在地"], *[["虚构甲乙丙丁戊己庚辛壬癸科技有限责任公司", "陕西省商洛市商州区某某镇某某村"]] * 5]
    (table,) = read_tables(text(tmp_path / "a.csv", lines, encoding=encoding))
    assert values(table) == lines[1:]
    assert table.notes[0] == f"编码 {encoding}"


def test_bytes_that_are_no_utf16_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("名称,类型\n甲\0,乙\n丙,丁\n".encode())
    with pytest.raises(SourceError, match="不是认得的文件格式"):
        read_tables(path)


def test_a_page_that_excel_or_wps_saved(tmp_path: Path) -> None:
    body = (
        "<table x:str><tr><td colspan=3>虚构名单</td></tr><tr><td>序号</td><td>企业名称</td><td>编码</td></tr>"
        "<tr><td x:num>1</td><td>甲公司<span style='mso-spacerun:yes'>&nbsp; </span></td>"
        '<td x:num="916100001234567">9.161E+14</td></tr>'
        '<tr><td x:num="2">2</td><td>乙公司</td><td x:num="44197">#####</td></tr>'
        '<tr><td x:num="3">3</td><td>丙公司</td><td x:num="1234.5">1,234.50</td></tr>'
        "<![if supportMisalignedColumns]><tr style='display:none'><td></td><td></td><td></td></tr><![endif]></table>"
    )
    (table,) = read_tables(page(tmp_path / "a.xls", body, "gb18030", "gb2312"))
    assert values(table) == [["1", "甲公司", "916100001234567"], ["2", "乙公司", "44197"], ["3", "丙公司", "1,234.50"]]


def test_an_answer_of_a_service_in_pages(tmp_path: Path) -> None:
    rows = [{"企业名称": "甲", "县": "商州"}, {"企业名称": "乙", "县": "洛南"}]
    path = tmp_path / "a.json"
    for total in (2, 200):
        path.write_text(json.dumps({"code": 0, "data": {"total": total, "pageNum": 1, "list": rows}}), encoding="utf-8")
        (table,) = read_tables(path)
        assert (table.sheet, values(table)) == ("data.list", [["甲", "商州"], ["乙", "洛南"]])
        told = "文件写明 data.total 为 200，里面只有 2 行：可能只是其中一页"
        assert (told in table.notes) == (total == 200)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_csv_of_one_column(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{mark}企业名称\n甲公司\n乙公司\n", encoding="utf-8")
    assert values(read_tables(path)[0]) == [["甲公司"], ["乙公司"]]
    path.write_text(f'{mark}"企业名称"\r\n"甲,公司"\r\n"乙公司"\r\n', encoding="utf-8")
    (table,) = read_tables(path)
    assert (table.columns, values(table)) == (["企业名称"], [["甲,公司"], ["乙公司"]])
    path.write_text(f'{mark}"三区"人才\n"乙"公司\n丙公司\n', encoding="utf-8")
    assert values(read_tables(path)[0])[0] == ['"三区"人才']
