"""Text around tables is counted, and telephone numbers are kept out of what is set aside. Files are made up (虚构)."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document

from loaders.tables import read_tables
from loaders.tables.aside import set_aside
from tests.tables.made import HEADER, ROWS, html_table, page, pdf, ruled, text, without, word, written


@pytest.mark.parametrize(
    "number",
    [
        "0914-2312345", "0914－2312345", "0914—2312345", "(0914)2312345", "（０９１４）２３１２３４５", "13800000001",
        "138 0000 0001", "029 88888888", "a.b@example.com", "电话2312345", "热线 12345 转 8",
    ],
)  # fmt: skip
def test_numbers_of_people_are_masked(number: str) -> None:
    kept = set_aside(1, f"联系人：虚某，{number}", "footer").text
    assert "已去除个人信息" in kept
    assert "2312345" not in kept
    assert "0001" not in kept


@pytest.mark.parametrize("line", ["2024年3月1日", "附件1", "合计 1234567.5", "国科办基〔2018〕117号", "共 30 家"])
def test_other_numbers_stay(line: str) -> None:
    assert set_aside(1, line, "title").text == line


def test_telephones_in_titles_and_footers_of_every_form(tmp_path: Path) -> None:
    foot = "联系电话：0914-2312345"
    names = [f"{at}. 虚构{at}号合作社" for at in range(1, 5)]
    found = [
        *read_tables(text(tmp_path / "a.csv", [[foot, "", ""], HEADER, *ROWS, [foot, "", ""]])),
        *read_tables(text(tmp_path / "a.txt", [[line] for line in [*names, foot]])),
        *read_tables(page(tmp_path / "a.html", "".join(f"<p>{line}</p>" for line in [*names, foot]))),
    ]
    for table in found:
        assert [line for line in table.skipped if "已去除个人信息" in line.text]
        assert not [line for line in table.skipped if "2312345" in line.text]


def test_lines_around_the_tables_of_a_document(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("虚构县企业名单")
        document.add_paragraph("计量单位：万元")
        table = document.add_table(rows=4, cols=3)
        for line, cells in zip(table.rows, [HEADER, *ROWS], strict=True):
            for cell, value in zip(line.cells, cells, strict=True):
                cell.text = value
        document.add_paragraph("")
        document.add_paragraph("虚构县科技局")

    (table,) = read_tables(word(tmp_path / "a.docx", fill))
    assert "另有 3 行文字不在表内，其中写有“计量单位：万元”" in table.notes


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    names = ["甲合作社", "乙合作社", "丙合作社"]
    made = word(tmp_path / "a.docx", lambda document: document.add_paragraph("某处") and None)
    inner = "".join(f"<w:p><w:r><w:t>{at}. {name}</w:t></w:r></w:p>" for at, name in enumerate(names, 1))
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twice = f"<mc:AlternateContent {spaces}>{both}</mc:AlternateContent>"
    changed = without(
        made,
        tmp_path / "b.docx",
        lambda name, part: part.replace(b"<w:t>", twice.encode() + b"<w:t>") if name == "word/document.xml" else part,
    )
    (table,) = read_tables(changed)
    assert [row.cells["名称"] for row in table.rows] == names
    assert [line.text for line in table.skipped] == ["某处"]


def test_lines_around_the_tables_of_a_pdf_and_of_a_page(tmp_path: Path) -> None:
    drawing = written(60, 760, "虚构名单") + ruled([HEADER, *ROWS]) + written(60, 560, "虚构市科技局")
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [drawing]))
    assert "另有 2 行文字不在表内" in table.notes
    menu = "".join(f"<div><a href='x'>栏目{at}</a></div>" for at in "甲乙丙")
    body = f"{menu}<p>正文一行</p>{html_table([HEADER, *ROWS])}<p>版权所有</p>"
    (table,) = read_tables(page(tmp_path / "a.html", body))
    assert "另有 5 行文字不在表内" in table.notes


def test_nothing_is_told_where_nothing_is_left(tmp_path: Path) -> None:
    (table,) = read_tables(page(tmp_path / "a.html", html_table([HEADER, *ROWS])))
    assert not [note for note in table.notes if "不在表内" in note]
