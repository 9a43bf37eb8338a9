"""Numbered lines that say more than a name, in made-up (虚构) files."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.tables import read_tables
from tests.tables.made import accounted, page, text, values, word


def write_text(path: Path, lines: list[str]) -> Path:
    return text(path / "a.txt", [[line] for line in lines])


def write_page(path: Path, lines: list[str]) -> Path:
    return page(path / "a.html", "".join(f"<p>{line}</p>" for line in lines))


def write_word(path: Path, lines: list[str]) -> Path:
    return word(path / "a.docx", lambda document: [document.add_paragraph(line) for line in lines] and None)


FORMS = pytest.mark.parametrize("write", [write_text, write_page, write_word])


@FORMS
@pytest.mark.parametrize(
    ("sign", "told"), [("，", "，"), (",", "，"), ("；", "；"), ("|", "|"), ("：", "："), ("——", "——"), ("  ", "空格")]
)
def test_a_consistent_mark_makes_columns(tmp_path: Path, write: object, sign: str, told: str) -> None:
    assert callable(write)
    names = [("甲社", "商州区"), ("乙社（原，丙社）", "洛南县"), ("丁社", "丹凤县"), ("戊社", "山阳县")]
    lines = ["虚构示范社名单", *[f"{at}.{name}{sign}{place}" for at, (name, place) in enumerate(names, 1)], "共 4 家"]
    (table,) = read_tables(write(tmp_path, lines))
    assert table.columns == ["序号", "名称", "列C"]
    assert values(table) == [[str(at), *pair] for at, pair in enumerate(names, 1)]
    assert f"每行按“{told}”分成 2 列" in table.notes
    assert accounted(table, range(1, 7))


def test_marks_of_both_widths_are_one_mark(tmp_path: Path) -> None:
    (table,) = read_tables(write_text(tmp_path, ["1、甲社,商州区，茶", "2、乙社，洛南县,药", "3、丙社，丹凤县，菌"]))
    assert values(table)[0] == ["1", "甲社", "商州区", "茶"]


@FORMS
def test_lines_that_do_not_divide_alike_stay_names(tmp_path: Path, write: object) -> None:
    assert callable(write)
    lines = ["1.甲社，商州区", "2.乙社", "3.丙社，丹凤县", "4.丁社，山阳县，茶"]
    (table,) = read_tables(write(tmp_path, lines))
    assert (table.columns, [row.cells["名称"] for row in table.rows]) == (
        ["序号", "名称"],
        [line[2:] for line in lines],
    )
    assert "3 行含“，”，各行不一致，未分列，一行一个名称" in table.notes


def test_a_row_in_doubt_is_not_divided(tmp_path: Path) -> None:
    lines = ["1.甲社，商州区", "2.乙社，洛南县", "（乙社的，分社）", "3.丙社，丹凤县"]
    (table,) = read_tables(write_text(tmp_path, lines))
    assert values(table)[2] == ["", "（乙社的，分社）", ""]
    assert table.rows[2].doubt


def test_a_csv_with_a_header_stays_a_csv(tmp_path: Path) -> None:
    (table,) = read_tables(
        text(tmp_path / "a.csv", [["名称", "所在地"], ["1.甲社", "商州区"], ["2.乙社", "洛南县"], ["3.丙社", "某"]])
    )
    assert table.columns == ["名称", "所在地"]
    assert values(table)[0] == ["1.甲社", "商州区"]


def test_a_long_numbered_line_is_no_lost_row(tmp_path: Path) -> None:
    lines = [f"{at}.虚构{at}号合作社，商州区{'某' * 80}村" for at in range(1, 9)]
    (table,) = read_tables(write_text(tmp_path, lines))
    assert len(table.rows) == 8
