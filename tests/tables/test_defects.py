"""Each form defect of published files, on made-up (虚构) files."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import SourceError
from loaders.tables import best_table, clean_header, read_tables, split_names
from tests.tables.made import HEADER, ROWS, accounted, html_table, page, text, values, why, xlsx


def test_title_and_annex_rows_group_rows_and_footers(tmp_path: Path) -> None:
    lines = [
        ["附件1"],
        ["虚构园区名单（公示）"],
        [],
        ["序号", "园区名称", "建设主体", "主导产业"],
        ["一、拟推荐航母示范园区"],
        ["1", "甲虚构园区", "甲公司", "茶"],
        ["二、拟推荐示范园区"],
        ["（一）种植类"],
        ["2", "乙虚构园区", "乙公司", "药"],
        ["（二）养殖类"],
        ["3", "丙虚构园区", "丙公司", "猪"],
        ["合计", "3个"],
        ["注：排名不分先后"],
        ["虚构县科技局"],
        ["联系人：虚某", "联系电话：0914-0000000"],
    ]
    (table,) = read_tables(xlsx(tmp_path / "名单.xlsx", lines))
    assert table.columns == lines[3]
    assert [row.group for row in table.rows] == [
        "一、拟推荐航母示范园区",
        "二、拟推荐示范园区 / （一）种植类",
        "二、拟推荐示范园区 / （二）养殖类",
    ]
    assert why(table) == {
        1: "title", 2: "title", 3: "blank", 4: "header", 5: "group", 7: "group", 8: "group", 10: "group",
        12: "footer", 13: "footer", 14: "footer", 15: "footer",
    }  # fmt: skip
    assert accounted(table, range(1, 16))
    assert "表头在第 4 行" in table.notes


def test_a_group_row_merged_over_the_table_needs_no_numeral(tmp_path: Path) -> None:
    lines = [
        ["企业名称", "证书编号", "发证日期"],
        ["商州区"],
        ["甲公司", "GR1", "2020-01-01"],
        ["洛南县"],
        ["乙公司", "", ""],
    ]

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:C2")
        sheet.merge_cells("A4:C4")

    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines, merge))
    # The last row has a name only, and is a row all the same.
    assert [(row.number, row.group) for row in table.rows] == [(3, "商州区"), (5, "洛南县")]


def test_blanks_and_line_breaks_in_headers_and_names(tmp_path: Path) -> None:
    lines = [
        ["序 号", "名   称", "中央财政经费\n（万元）"],
        ["1", "西安虚构\n研究院", "10"],
        ["2", "\u00a0乙\u3000公司 ", "20"],
    ]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert table.columns == ["序号", "名称", "中央财政经费(万元)"]
    assert [row.cells["名称"] for row in table.rows] == ["西安虚构研究院", "乙 公司"]
    assert clean_header("国家级库（圃）名称 ：") == "国家级库(圃)名称"


def test_blank_and_doubled_headers(tmp_path: Path) -> None:
    lines = [["序号", "单位名称", "", "备注", "备注"], ["1", "甲公司", "x", "p", "q"]]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    assert table.columns == ["序号", "单位名称", "列C", "备注", "备注（2）"]
    assert "空白表头：列C" in table.notes


def test_a_table_without_a_header(tmp_path: Path) -> None:
    lines = [["虚构省", "甲县、乙县"], ["虚构二省", "丙县"]]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert (table.headed, table.columns, values(table)) == (False, ["列A", "列B"], lines)
    assert "没有表头，各列按字母命名" in table.notes


def test_a_header_of_unknown_words_is_found_by_what_stands_below(tmp_path: Path) -> None:
    (table,) = read_tables(text(tmp_path / "a.csv", [["甲词", "乙词"], ["某", "12"], ["另", "30.5"]]))
    assert table.columns == ["甲词", "乙词"]
    (named,) = read_tables(
        text(tmp_path / "b.csv", [["甲词", "乙词"], ["某", "x"]]), known={"甲词", "乙词"}.__contains__
    )
    assert named.headed


def test_a_header_over_two_rows(tmp_path: Path) -> None:
    lines = [["序号", "单位名称", "经费", "", "备注"], ["", "", "拨款", "自筹", ""], ["1", "甲公司", "3", "4", ""]]

    def merge(sheet: Worksheet) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
            sheet.merge_cells(cells)

    expected = ["序号", "单位名称", "经费/拨款", "经费/自筹", "备注"]
    for table in [*read_tables(xlsx(tmp_path / "a.xlsx", lines, merge)), *read_tables(text(tmp_path / "a.csv", lines))]:
        assert table.columns == expected
        assert values(table) == [["1", "甲公司", "3", "4", ""]]
        assert why(table) == {1: "header", 2: "header"}
    body = (
        "<table><tr><th rowspan=2>序号</th><th rowspan=2>单位名称</th><th colspan=2>经费</th>"
        "<th rowspan=2>备注</th></tr>"
        "<tr><th>拨款</th><th>自筹</th></tr><tr><td>1</td><td>甲公司</td><td>3</td><td>4</td><td></td></tr></table>"
    )
    (html,) = read_tables(page(tmp_path / "a.html", body))
    assert (html.columns, values(html)) == (expected, [["1", "甲公司", "3", "4", ""]])


def test_the_upper_row_of_a_header_heads_groups_of_columns(tmp_path: Path) -> None:
    lines = [
        ["企业信息", "", "专利", ""],
        ["企业名称", "所在地", "申请号", "专利名称"],
        ["甲公司", "商州区", "1", "某法"],
    ]

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("C1:D1")

    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines, merge))
    assert table.columns == ["企业信息/企业名称", "企业信息/所在地", "专利/申请号", "专利/专利名称"]


def test_the_header_repeated_in_the_middle_and_column_numbers(tmp_path: Path) -> None:
    head = ["序号", "企业名称", "所在地", "备注"]
    lines = [head, ["1", "2", "3", "4"], ["1", "甲公司", "商州区", ""], head, ["2", "乙公司", "洛南县", ""]]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    assert [row.number for row in table.rows] == [3, 5]
    assert why(table) == {1: "header", 2: "header", 4: "header"}


def test_tables_one_below_the_other(tmp_path: Path) -> None:
    lines = [["表一"], HEADER, *ROWS, [], ["表二"], ["姓名", "工作单位", "职称"], ["虚一", "某校", "教授"]]
    path = xlsx(tmp_path / "a.xlsx", lines)
    first, second = read_tables(path)
    assert (first.columns, values(first), accounted(first, range(1, 7))) == (HEADER, ROWS, True)
    assert (second.sheet, second.columns, values(second)) == ("名单（2）", lines[7], [lines[8]])
    assert why(second) == {7: "title", 8: "header"}
    assert read_tables(path, sheet="名单（2）") == [second]


def test_a_page_whose_table_has_one_column(tmp_path: Path) -> None:
    names = [["企业名称"], ["甲公司"], ["乙公司"]]
    (table,) = read_tables(page(tmp_path / "a.html", html_table(names)))
    assert (table.columns, values(table)) == (["企业名称"], names[1:])


def test_rows_of_garbled_text_with_shifted_columns_are_kept_and_marked(tmp_path: Path) -> None:
    wrong = "陕西省商洛市".encode().decode("gbk", "replace")
    lines = [
        HEADER,
        ROWS[0],
        ["2", wrong, "", "洛南县"],
        ["3", "锟斤拷锟斤拷", "丹凤县"],
        ["4", "丁公司", "镇安县", "多出"],
    ]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    assert [row.doubt for row in table.rows] == ["", *["含乱码，可能串列"] * 2, "有 4 格，表头只有 3 格，可能串列"]
    assert "3 行可疑（乱码或串列）：第 3、4、5 行" in table.notes


def test_words_for_nothing_are_left_as_printed(tmp_path: Path) -> None:
    lines = [["企业名称", "注册日期", "注册资金"], ["甲公司", "0000-00-00", "N/A"], ["乙公司", "-", "*"]]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert values(table) == lines[1:]


def test_an_example_row_is_no_row(tmp_path: Path) -> None:
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", [HEADER, ["【示例】", "某公司", "某县"], *ROWS]))
    assert why(table)[2] == "example"
    assert values(table) == ROWS


def test_a_numbered_total_is_a_row(tmp_path: Path) -> None:
    lines = [HEADER, ["1", "合计划科技公司", "商州区"], ["2", "总计", "商州区"], ["", "合计", "2"], ["小 计", "", "2"]]
    (table,) = read_tables(text(tmp_path / "a.csv", lines))
    assert [row.number for row in table.rows] == [2, 3]
    assert why(table) == {1: "header", 4: "footer", 5: "footer"}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("教育部、甘肃省科学技术厅", ["教育部", "甘肃省科学技术厅"]),
        ("甲大学；乙大学,丙（虚构、两地）公司", ["甲大学", "乙大学", "丙（虚构、两地）公司"]),
        ("虚构研究中心（北京）、虚构院（西安，沣东）", ["虚构研究中心（北京）", "虚构院（西安，沣东）"]),
        ("张三、李四", ["张三", "李四"]),
        ("张三　李四", ["张三", "李四"]),
        ("甲镇、乙镇、甲镇等", ["甲镇", "乙镇"]),
        ("虚构 Science Ltd", ["虚构 Science Ltd"]),
        ("未配对（括号、乙", ["未配对（括号", "乙"]),
        ("", []),
    ],
)
def test_several_names_in_one_cell(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


def test_a_roster_whose_cells_are_links(tmp_path: Path) -> None:
    lines = [HEADER, *([f"<a href='x'>{cell}</a>" for cell in row] for row in ROWS * 5)]
    (table,) = read_tables(page(tmp_path / "a.html", html_table(lines)))
    assert len(table.rows) == 15


def test_years_as_headers_and_a_blank_header_at_the_end(tmp_path: Path) -> None:
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", [["地区", 2019, 2020], ["商州区", 1, 2], ["洛南县", 3, 4]]))
    assert table.columns == ["地区", "2019", "2020"]
    (blank,) = read_tables(text(tmp_path / "a.csv", [["姓名", "工作单位", ""], ["虚一", "某校", "数学"]]))
    assert (blank.columns, blank.rows[0].doubt) == (["姓名", "工作单位", "列C"], "")


def test_a_very_long_cell(tmp_path: Path) -> None:
    (table,) = read_tables(text(tmp_path / "a.csv", [["企业名称", "经营范围"], ["甲", "x" * 200_000], ["乙", "y"]]))
    assert len(table.rows[0].cells["经营范围"]) == 200_000


def test_best_table(tmp_path: Path) -> None:
    body = html_table([["甲", "乙"], ["丙", "丁"]]) + html_table([HEADER, *ROWS])
    tables = read_tables(page(tmp_path / "a.html", body))
    assert len(tables) == 2
    assert best_table(tables).columns == HEADER
    assert read_tables(tmp_path / "a.html", sheet="表2") == tables[1:]
    twice = read_tables(page(tmp_path / "b.html", html_table([HEADER, *ROWS]) * 2))
    with pytest.raises(SourceError, match="有 2 个表，分不出要哪一个：“表1”3 行，列：序号、企业名称、所在地") as caught:
        best_table(twice)
    assert caught.value.way_out == "用 --sheet 指明一个"
    with pytest.raises(SourceError, match="没有叫“表9”的表，只有：表1、表2"):
        read_tables(tmp_path / "b.html", sheet="表9")
