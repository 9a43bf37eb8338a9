"""Lists that are no tables: numbered and plain lines, in made-up (虚构) files of every form."""

from __future__ import annotations

from pathlib import Path

from loaders.tables import read_tables
from tests.tables.made import HEADER, ROWS, accounted, html_table, page, text, word, xlsx


def test_numbered_lines_in_every_form(tmp_path: Path) -> None:
    names = ["甲虚构专业合作社", "乙虚构专业合作社", "丙虚构专业合作社"]
    lines = [
        "附件",
        "虚构市示范社名单",
        "一、商州区",
        f"1、{names[0]}",
        f"2. {names[1]}",
        "二、洛南县",
        f"1．{names[2]}",
        "电话：0914-0000000",
    ]
    found = [
        *read_tables(text(tmp_path / "a.txt", [[line] for line in lines])),
        *read_tables(page(tmp_path / "a.html", "".join(f"<p>{line}</p>" for line in lines))),
        *read_tables(page(tmp_path / "b.html", f"<div>{'<br>'.join(lines)}</div>")),
        *read_tables(
            word(tmp_path / "a.docx", lambda document: [document.add_paragraph(line) for line in lines] and None)
        ),
    ]
    assert [table.format for table in found] == ["txt", "html", "html", "docx"]
    for table in found:
        assert [row.cells["名称"] for row in table.rows] == names
        assert [row.group for row in table.rows] == ["一、商州区", "一、商州区", "二、洛南县"]
        assert accounted(table, range(1, 9))


def test_numbers_that_skip_or_repeat_lose_no_row(tmp_path: Path) -> None:
    lines = ["1.甲合作社", "2.乙合作社", "2.丙合作社", "5.丁合作社", "丁的分社", "6.戊合作社"]
    (table,) = read_tables(text(tmp_path / "a.txt", [[line] for line in lines]))
    assert [row.cells["序号"] for row in table.rows] == ["1", "2", "2", "5", "", "6"]
    assert [bool(row.doubt) for row in table.rows] == [False, False, False, False, True, False]
    assert "编号不连续：2→2、2→5" in table.notes


def test_menus_and_headings_beside_a_table_are_told_and_not_read(tmp_path: Path) -> None:
    menu = "<div>" + "".join(f"<div>栏目{at}号</div>" for at in "甲乙丙丁戊己庚辛壬") + "</div>"
    letter = "<p>1. 总体要求</p><p>2. 主要任务</p><p>3. 保障措施</p>"
    (table,) = read_tables(page(tmp_path / "a.html", menu + letter + html_table([HEADER, *ROWS])))
    assert "另有 1 段像名单的文字（栏目、小标题）未作数据读" in table.notes


def test_one_column_of_a_sheet_or_a_text(tmp_path: Path) -> None:
    names = [f"虚构{at}号公司" for at in "甲乙丙丁戊己庚辛"]
    for write in (lambda lines: xlsx(tmp_path / "a.xlsx", lines), lambda lines: text(tmp_path / "a.txt", lines)):
        (bare,) = read_tables(write([["附件"], ["虚构名单"], *([name] for name in names)]))
        assert (bare.columns, [row.cells["名称"] for row in bare.rows]) == (["名称"], names)
        (numbered,) = read_tables(write([["虚构名单"], *([f"{at}、{name}"] for at, name in enumerate(names, 1))]))
        assert [row.cells["名称"] for row in numbered.rows] == names
        (headed,) = read_tables(write([["企业名称"], *([name] for name in names)]))
        assert (headed.columns, headed.headed, len(headed.rows)) == (["企业名称"], True, 8)


def test_plain_lines_after_the_annex(tmp_path: Path) -> None:
    names = [f"虚构{at}号农业公司" for at in "一二三四五六七八九"]
    letter = "<div><p>各县区科技局：</p><p>现将名单予以公布。</p><p>虚构市科技局</p><p>2024年3月1日</p>"
    listed = "".join(f"<p>{name}</p>" for name in names)
    body = f"{letter}<p>附件</p><p>虚构企业名单</p>{listed}</div><p>电话：010-00000000</p>"
    (table,) = read_tables(page(tmp_path / "a.html", body))
    assert [row.cells["名称"] for row in table.rows] == names
    assert accounted(table, range(1, 17))
