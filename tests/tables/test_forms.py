"""The forms of files: workbooks, text, pages, Word, PDF, JSON; the content decides and not the ending."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import SourceError
from loaders.tables import read_tables
from tests.tables.made import (
    DATA,
    HEADER,
    ROWS,
    accounted,
    html_table,
    ods,
    page,
    pdf,
    ruled,
    text,
    values,
    why,
    without,
    word,
    written,
    xlsx,
)


def test_an_old_workbook() -> None:
    (table,) = read_tables(DATA / "made-up-roster.xls")
    assert table.format == "xls"
    assert table.columns == ["序号", "服务乡镇", "姓名", "选派日期", "金额"]
    assert values(table) == [
        ["1", "甲镇", "虚一", "2023-03-01", "1.5"],
        ["2", "甲镇", "虚二", "2023-03-02", "3"],
        ["3", "乙镇", "虚三", "2023-03-03", "4.5"],
    ]
    assert {"隐藏的工作表“内部”（2 行）未读，要读用 --sheet 指明", "工作表“空表”是空的"} <= set(table.notes)
    assert accounted(table, range(1, 6))


def test_a_hidden_sheet_is_read_when_named_and_a_wrong_name_is_told() -> None:
    (table,) = read_tables(DATA / "made-up-roster.xls", sheet="内部")
    assert values(table) == [["1", "虚构"]]
    with pytest.raises(SourceError, match="没有工作表“外部”，只有：名单、内部、空表"):
        read_tables(DATA / "made-up-roster.xls", sheet="外部")


def test_an_open_document_spreadsheet(tmp_path: Path) -> None:
    (table,) = read_tables(ods(tmp_path / "a.ods", [HEADER, *ROWS]))
    assert (table.format, table.columns, values(table)) == ("ods", HEADER, ROWS)


def test_values_of_a_workbook(tmp_path: Path) -> None:
    lines: list[list[object]] = [
        ["序号", "日期", "时间", "是否入选", "金额", "比例"],
        [1, datetime.date(2021, 5, 6), datetime.datetime(2021, 5, 6, 7, 8, 9), True, 1234567.5, 0.1 + 0.2],
    ]
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", lines))
    assert values(table) == [["1", "2021-05-06", "2021-05-06 07:08:09", "是", "1234567.5", "0.3"]]


def test_a_long_number_stored_as_a_number_is_told(tmp_path: Path) -> None:
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", [["序号", "统一社会信用代码"], [1, 916100001234567890]]))
    assert "1 格的长号码存成了数字，末几位已丢失，须向来源核对" in table.notes


def test_formulas_are_read_as_values(tmp_path: Path) -> None:
    def stored(_: str, content: bytes) -> bytes:
        return content.replace(b"<f>A2+1</f><v></v>", b"<f>A2+1</f><v>2</v>").replace(
            b"<f>A2+1</f><v/>", b"<f>A2+1</f><v>2</v>"
        )

    made = xlsx(tmp_path / "a.xlsx", [["数量", "合计数量"], [1, "=A2+1"]])
    (table,) = read_tables(without(made, tmp_path / "b.xlsx", stored))
    assert values(table) == [["1", "2"]]


def test_formulas_without_a_result_are_told(tmp_path: Path) -> None:
    (table,) = read_tables(xlsx(tmp_path / "a.xlsx", [["数量", "合计数量"], [1, "=A2+1"]]))
    assert values(table) == [["1", ""]]
    assert table.notes[0] == "1 格公式没有存下结果，读作空：用 Excel、WPS 打开保存一次再装"


def test_several_sheets_and_rows_above_the_first_filled_one(tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("第二")
    assert isinstance(first, Worksheet)
    for at, line in enumerate([HEADER, *ROWS]):
        for column, cell in enumerate(line):
            first.cell(4 + at, 3 + column, cell)
    second.append(["名称", "类型"])
    second.append(["甲", "乙"])
    book.save(tmp_path / "a.xlsx")
    tables = read_tables(tmp_path / "a.xlsx")
    assert [table.sheet for table in tables] == ["Sheet", "第二"]
    assert [row.number for row in tables[0].rows] == [5, 6, 7]
    assert values(tables[0]) == ROWS
    assert why(tables[0]) == {1: "blank", 2: "blank", 3: "blank", 4: "header"}


def test_a_sheet_that_declares_one_cell_and_names_a_part_that_is_missing(tmp_path: Path) -> None:
    def broken(name: str, content: bytes) -> bytes:
        if name == "xl/worksheets/sheet1.xml":
            content = content.replace(b'<dimension ref="A1:C4"', b'<dimension ref="A1"')
            return content.replace(b"</worksheet>", b'<drawing xmlns:r="r" r:id="rId9"/></worksheet>')
        return content

    made = xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS])
    (table,) = read_tables(without(made, tmp_path / "b.xlsx", broken))
    assert values(table) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("separator", "told"), [(",", ","), ("\t", "制表符"), (";", ";"), ("|", "|")])
def test_text_in_every_encoding_and_with_every_separator(
    tmp_path: Path, encoding: str, separator: str, told: str
) -> None:
    (table,) = read_tables(text(tmp_path / "a.csv", [HEADER, *ROWS], separator, encoding))
    assert (table.format, table.columns, values(table)) == ("csv", HEADER, ROWS)
    assert table.notes[:2] == [f"编码 {encoding}", f"分隔符 {told}"]


def test_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('名称,备注\n"甲,乙公司","第一行\n第二行"\n"""三区""人才",x\n', encoding="utf-8")
    assert values(read_tables(path)[0]) == [["甲,乙公司", "第一行第二行"], ['"三区"人才', "x"]]
    path.write_text('名称,备注\n"三区"人才,x\n', encoding="utf-8")
    (table,) = read_tables(path)
    assert values(table) == [['"三区"人才', "x"]]
    path.write_text('名称,备注\n甲,"x\n' + "乙,y\n" * 30, encoding="utf-8")
    (table,) = read_tables(path)
    assert (len(table.rows), values(table)[0]) == (31, ["甲", '"x'])
    path.write_text('名称,备注\n甲,"x\n' + "乙,y\n" * 30 + '"丙,丁",z\n戊,"w\n', encoding="utf-8")
    with pytest.raises(SourceError, match="第 2 行起有引号没有配对"):
        read_tables(path)


def test_a_last_line_whose_mark_is_not_closed_is_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('名称,县区\n"甲,乙公司",商州区\n"未闭合,商州区\n', encoding="utf-8")
    (table,) = read_tables(path)
    assert [bool(row.doubt) for row in table.rows] == [False, True]
    assert "引号没有配对" in table.rows[1].doubt


CELLS = st.text(st.characters(categories=["L", "N"], include_characters='，,;"、（）'), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    encoding=st.sampled_from(["utf-8-sig", "gb18030", "utf-16"]),
)
def test_no_row_of_a_csv_is_lost(tmp_path: Path, rows: list[list[str]], encoding: str) -> None:
    path = tmp_path / "a.csv"
    quoted = [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [["编号", "名称", "类型"], *rows]
    ]
    path.write_bytes(("\n".join(quoted) + "\n").encode(encoding))
    (table,) = read_tables(path)
    assert accounted(table, range(1, len(rows) + 2))
    assert [row.cells["名称"] for row in table.rows] == [rows[row.number - 2][1] for row in table.rows]


def test_a_few_broken_characters_mark_their_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = "序号,企业名称\n" + "".join(f"{at},第{at}虚构公司\n" for at in range(1, 400))
    path.write_bytes(lines.encode("gb18030") + b"400,\xb3\xff\xff\n")
    (table,) = read_tables(path)
    assert [row.number for row in table.rows if row.doubt] == [401]
    assert table.notes[0].startswith("编码 gb18030，")


def test_a_page_in_gbk_with_two_tables_a_nested_one_and_a_menu(tmp_path: Path) -> None:
    menu = '<table><tr><td><a href="x">首页</a></td><td><a href="y">新闻</a></td></tr></table>'
    inner = html_table([["名称", "类型"], ["甲", "乙"]])
    frame = f"<table><tr><td>栏目</td></tr><tr><td>{inner}</td></tr></table>"
    body = menu + frame + html_table([HEADER, *ROWS])
    tables = read_tables(page(tmp_path / "a.htm", body, "gb18030", "gb2312"))
    assert [values(table) for table in tables] == [[["甲", "乙"]], ROWS]
    assert tables[0].notes[:2] == ["编码 gb18030", "另有 2 个排版用的表（菜单、按钮、页框）未作数据读"]


def test_rowspan_and_colspan(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>省份</td><td>县</td><td>镇</td></tr>"
        "<tr><td rowspan=2>虚构省</td><td rowspan='2'>甲县</td><td>一镇</td></tr><tr><td>二镇</td></tr>"
        "<tr><td colspan=3>二、另一省</td></tr><tr><td>某省</td><td colspan=2>乙县</td></tr></table>"
    )
    (table,) = read_tables(page(tmp_path / "a.html", body))
    assert values(table) == [["虚构省", "甲县", "一镇"], ["虚构省", "甲县", "二镇"], ["某省", "乙县", ""]]
    assert table.rows[2].group == "二、另一省"
    assert accounted(table, range(1, 6))


def test_a_word_table_with_merged_cells_and_a_numbered_list(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("虚构县示范镇名单")
        table = document.add_table(rows=4, cols=3)
        for row, line in zip(table.rows, [HEADER, *ROWS], strict=True):
            for cell, value in zip(row.cells, line, strict=True):
                cell.text = value
        table.cell(2, 2).text = ""
        table.cell(1, 2).merge(table.cell(2, 2))
        for name in ("甲合作社", "乙合作社", "丙合作社"):
            document.add_paragraph(name, style="List Number")

    tables = read_tables(word(tmp_path / "a.docx", fill))
    assert [table.sheet for table in tables] == ["表1", "名单1"]
    assert [row[2] for row in values(tables[0])] == ["商州区", "商州区", "丹凤县"]
    assert values(tables[1]) == [["1", "甲合作社"], ["2", "乙合作社"], ["3", "丙合作社"]]


def test_what_was_deleted_with_changes_tracked_stays_out(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, value in zip((c for row in table.rows for c in row.cells), ["名称", "类型", "甲", "乙"], strict=True):
            cell.text = value
        run = table.cell(1, 1).paragraphs[0].runs[0]._r
        text_ = run.find(qn("w:t"))
        assert text_ is not None
        text_.tag = qn("w:delText")

    assert values(read_tables(word(tmp_path / "a.docx", fill))[0]) == [["甲", ""]]
    assert docx.__version__


def test_a_pdf_table_over_two_pages_with_its_header_repeated(tmp_path: Path) -> None:
    first = written(200, 740, "虚构企业名单") + ruled([HEADER, *ROWS[:2]])
    second = ruled([HEADER, ROWS[2], ["4", "丁虚构公司", "镇安县"]])
    tables = read_tables(pdf(tmp_path / "a.pdf", [first, second]))
    assert len(tables) == 1
    assert values(tables[0]) == [*ROWS, ["4", "丁虚构公司", "镇安县"]]
    assert why(tables[0]) == {1: "header", 4: "header"}
    assert accounted(tables[0], range(1, 7))
    assert "在第 1–2 页，表头重复的已略去" in tables[0].notes


def test_another_table_on_the_next_page_is_another_table(tmp_path: Path) -> None:
    other = [["姓名", "工作单位", "职称"], ["虚一", "某校", "教授"]]
    tables = read_tables(pdf(tmp_path / "a.pdf", [ruled([HEADER, *ROWS]), ruled(other)]))
    assert [table.columns for table in tables] == [HEADER, other[0]]


def test_merged_cells_of_a_pdf(tmp_path: Path) -> None:
    lines = [HEADER, ["1", "甲公司", "商州区"], ["2", "乙公司", ""], ["3", "丙公司", "洛南县"]]
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [ruled(lines, merged=[(2, 1, 2)])]))
    assert [row[2] for row in values(table)] == ["商州区", "商州区", "洛南县"]


def test_a_numbered_list_in_a_pdf(tmp_path: Path) -> None:
    lines = ["虚构名单", "1. 甲虚构园区", "2. 乙虚构园区", "3. 丙虚构园区"]
    drawing = "".join(written(60, 700 - 20 * at, line) for at, line in enumerate(lines))
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [drawing]))
    assert values(table) == [["1", "甲虚构园区"], ["2", "乙虚构园区"], ["3", "丙虚构园区"]]


def test_json_and_json_lines(tmp_path: Path) -> None:
    objects = [
        {"名 称": "甲", "数量": 1.0, "标签": ["a", "b"], "地址": {"县": "商州区"}},
        {"名 称": "乙", "是否": True, "数量": None},
    ]
    expected = [["甲", "1", "a、b", "商州区", ""], ["乙", "", "", "", "是"]]
    path = tmp_path / "a.json"
    for data in (objects, {"data": objects}, {"code": 0, "result": {"list": objects}}):
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        (table,) = read_tables(path)
        assert (table.columns, values(table)) == (["名称", "数量", "标签", "地址/县", "是否"], expected)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in objects), encoding="utf-8")
    (lines,) = read_tables(path)
    assert (lines.format, values(lines)) == ("jsonl", expected)
    path.write_text(json.dumps([HEADER, *ROWS]), encoding="utf-8")
    assert values(read_tables(path)[0]) == ROWS


def test_the_content_decides(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "a.csv", [HEADER, *ROWS])
    (table,) = read_tables(book)
    assert (table.format, table.notes[0]) == ("xlsx", "文件名以 .csv 结尾，内容是 xlsx，按内容读")
    (html,) = read_tables(page(tmp_path / "a.xls", html_table([HEADER, *ROWS])))
    assert (html.format, html.notes[0]) == ("html", "文件名以 .xls 结尾，内容是 html，按内容读")
    lines = word(
        tmp_path / "a.doc", lambda document: [document.add_paragraph(f"{at}. 虚构合作社") for at in (1, 2, 3)] and None
    )
    assert read_tables(lines)[0].notes[0] == "文件名以 .doc 结尾，内容是 docx，按内容读"
    assert values(read_tables(text(tmp_path / "a.xlsx", [HEADER, *ROWS]))[0]) == ROWS
