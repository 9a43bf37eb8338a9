"""PDF: tables without rules, rows that a page breaks in two, cells of several lines. Files are made up (虚构)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.tables import read_tables
from tests.tables.made import HEADER, ROWS, accounted, pdf, ruled, values, why, written

PLACES = (50, 120, 330)
UNRULED = "没有框线的表，按文字对齐分列"


def aligned(lines: Sequence[Sequence[str]], top: int = 700, pitch: int = 20, places: Sequence[int] = PLACES) -> str:
    """Lines of words that stand one below the other, without rules."""
    return "".join(
        written(x, top - pitch * at, cell)
        for at, line in enumerate(lines)
        for x, cell in zip(places, line, strict=False)
        if cell
    )


def test_a_table_without_rules(tmp_path: Path) -> None:
    around = (
        written(200, 740, "虚构企业名单")
        + written(50, 560, "注：排名不分先后")
        + written(50, 540, "电话：0914-2312345")
    )
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [around + aligned([HEADER, *ROWS])]))
    assert (table.columns, values(table)) == (HEADER, ROWS)
    assert {UNRULED, "在第 1 页", "另有 3 行文字不在表内"} <= set(table.notes)
    assert accounted(table, range(1, 5))


@pytest.mark.parametrize(
    "lines",
    [
        [HEADER, *ROWS[:2]],
        [["甲词", "乙词", "丙词"], *[["某甲", "某乙", "某丙"]] * 3],
        [["各县区科技局：", "请报送"], ["联系人：", "虚某"], ["电话：", "0914-2312345"], ["地址：", "某路"]],
    ],
    ids=["two rows", "no known header", "a letter"],
)
def test_what_is_no_table(tmp_path: Path, lines: list[list[str]]) -> None:
    with pytest.raises(SourceError, match="没有找到表格或名单"):
        read_tables(pdf(tmp_path / "a.pdf", [aligned(lines)]))


def test_cells_of_several_lines_above_and_below_their_row(tmp_path: Path) -> None:
    drawing = written(50, 700, "序号") + written(180, 700, "名   称") + written(400, 700, "依托单位")
    for at in range(3):
        y = 660 - at * 50
        drawing += written(120, y, f"虚构{'甲乙丙'[at]}地森林生态系统") + written(120, y - 12, "观测研究站")
        drawing += written(55, y - 6, str(at + 1)) + written(350, y - 6, "虚构大学")
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [drawing]))
    assert table.columns == ["序号", "名称", "依托单位"]
    assert values(table)[1] == ["2", "虚构乙地森林生态系统观测研究站", "虚构大学"]
    assert "第 1 页有 6 行没有首格，并入所属的一行" in table.notes


def test_groups_totals_and_names_with_room(tmp_path: Path) -> None:
    lines = [["序号", "姓名", "工作单位"], ["一、首席专家"], ["1", "张  三", "甲校"]]
    lines += [["二、岗位专家"], ["2", "李四", "乙校"], ["3", "王  五", "丙校"], ["合计", "3人"]]
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [aligned(lines)]))
    assert [(row.cells["姓名"], row.group) for row in table.rows] == [
        ("张 三", "一、首席专家"),
        ("李四", "二、岗位专家"),
        ("王 五", "二、岗位专家"),
    ]
    assert why(table) == {1: "header", 2: "group", 4: "group", 7: "footer"}


def test_a_column_without_a_header_and_first_cells_left_out(tmp_path: Path) -> None:
    lines = [["县区", "企业名称", "", "备注"], ["商州区", "甲公司", "茶", "x"], ["", "乙公司", "药", "y"]]
    lines += [["洛南县", "丙公司", "菌", "z"], ["丹凤县", "丁公司", "果", "w"]]
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [aligned(lines, places=(50, 150, 300, 400))]))
    assert table.columns == ["县区", "企业名称", "列C", "备注"]
    assert values(table)[:2] == [["商州区", "甲公司", "茶", "x"], ["", "乙公司", "药", "y"]]


MORE = [["4", "丁公司", "镇安县"], ["5", "戊公司", "山阳县"]]
BROKEN = "第 2 页的首行没有首格，接到上一页的末行"


@pytest.mark.parametrize("draw", [aligned, ruled], ids=["unruled", "ruled"])
@pytest.mark.parametrize("again", [False, True], ids=["bare", "header again"])
def test_a_row_broken_over_two_pages_is_one(tmp_path: Path, draw: object, again: bool) -> None:
    assert callable(draw)
    rest = [["", "（续名）", ""], *MORE]
    foot = written(280, 30, "- 1 -")
    pages = [draw([HEADER, *ROWS]) + foot, draw([HEADER, *rest] if again else rest) + written(280, 30, "2")]
    (table,) = read_tables(pdf(tmp_path / "a.pdf", pages))
    assert values(table) == [*ROWS[:2], ["3", "丙虚构公司（续名）", "丹凤县"], *MORE]
    assert BROKEN in table.notes
    assert accounted(table, range(1, 8 if again else 7))
    assert "另有 2 行文字不在表内" in table.notes


def test_the_first_row_of_a_page_with_its_cells_centred(tmp_path: Path) -> None:
    def draw(numbers: range, head: str) -> str:
        drawing = head
        for at, number in enumerate(numbers):
            y = 660 - at * 45
            parts = (f"虚构{number}号生态系统", "野外科学", "观测研究站")
            drawing += "".join(written(120, y - 12 * line, part) for line, part in enumerate(parts))
            drawing += written(55, y - 12, str(number)) + written(330, y - 12, "虚构大学")
        return drawing

    head = aligned([["序号", "名称", "依托单位"]])
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [draw(range(1, 5), head), draw(range(5, 8), "")]))
    assert [row.cells["名称"] for row in table.rows] == [f"虚构{at}号生态系统野外科学观测研究站" for at in range(1, 8)]
    assert table.notes.count(UNRULED) == 1


def test_a_page_that_starts_with_a_full_row_without_its_first_cell_is_told(tmp_path: Path) -> None:
    first = [["县区", "企业名称", "产业"], ["商州区", "甲公司", "茶"], ["洛南县", "乙公司", "药"]]
    pages = [ruled(first), ruled([["", "丙公司", "菌"], ["丹凤县", "丁公司", "果"]])]
    (table,) = read_tables(pdf(tmp_path / "a.pdf", pages))
    assert values(table)[2] == ["", "丙公司", "菌"]
    assert "第 2 页的首行没有首格，其余各格都有，作单独一行：请核对是否接上一页" in table.notes


def test_cells_of_several_lines_in_a_ruled_table(tmp_path: Path) -> None:
    drawing = ruled([HEADER, ["1", "", "商州区"], ROWS[1]])
    drawing += written(206, 669, "虚构甲地科技") + written(206, 657, "有限公司")
    (table,) = read_tables(pdf(tmp_path / "a.pdf", [drawing]))
    assert values(table)[0] == ["1", "虚构甲地科技有限公司", "商州区"]
