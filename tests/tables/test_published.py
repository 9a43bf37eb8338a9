"""Real files as published: the counts of rows are those counted on the files by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.tables import best_table, read_tables, split_names
from tests.tables.made import SOURCES, accounted

SCHOOLS = ["序号", "学校名称", "学校标识码", "主管部门", "所在地", "办学层次", "备注"]
COUNTS = [
    ("agri_parks/data/agri-park-batch-08.xlsx", 32, ["index", "batch", "name", "province"]),
    ("agri_parks/data/agri-park-batch-09.xlsx", 25, ["index", "batch", "name", "province"]),
    (
        "cars_experts/data/cars-experts-2017.xlsx",
        359,
        ["序号", "体系名称", "功能研究室", "岗位名称", "姓名", "工作单位"],
    ),
    ("field_stations_moe/data/field-stations-moe-2019.html", 52, ["序号", "野外站名称", "依托单位"]),
    ("stations/data/field-stations-2021.html", 69, ["序号", "国家野外站名称", "依托单位", "主管部门"]),
    ("instrument_checks/data/instrument-sharing-2018.html", 373, ["序号", "考核单位", "结果", "主管部门"]),
    ("instrument_checks/data/instrument-sharing-2019.html", 344, ["序号", "考核单位", "结果", "主管部门"]),
    ("key_agri_firms/data/key-agri-firms-2000-gbk.html", 151, ["名称"]),
    ("key_agri_firms/data/key-agri-firms-2019.html", 299, ["名称"]),
    ("key_agri_firms/data/key-agri-firms-2019.xlsx", 299, ["year", "batch", "index", "name", "province"]),
    ("universities/data/moe-2017-xian-shangluo.csv", 65, SCHOOLS),
    ("divisions/data/cities.csv", 342, ["code", "name", "provinceCode"]),
    ("divisions/data/streets-xian-shangluo.csv", 282, ["code", "name", "areaCode", "provinceCode", "cityCode"]),
]


@pytest.mark.parametrize(("file", "rows", "columns"), COUNTS, ids=[Path(file).name for file, _, _ in COUNTS])
def test_all_rows_of_real_files(file: str, rows: int, columns: list[str]) -> None:
    table = best_table(read_tables(SOURCES / file))
    assert (len(table.rows), table.columns) == (rows, columns)
    assert not [row for row in table.rows if row.doubt or row.group]
    first = min(line.number for line in [*table.rows, *table.skipped])
    assert accounted(table, range(first, first + len(table.rows) + len(table.skipped)))


def test_a_workbook_without_its_drawing_and_declared_as_one_cell() -> None:
    table = best_table(read_tables(SOURCES / "labs/data/state-key-labs-2019.xlsx"))
    assert len(table.rows) == 284
    assert table.rows[0].cells["index"] == "1"
    assert {row.cells["start_year"] for row in table.rows} == {""}


def test_numbers_lose_their_point_and_text_keeps_its_zero() -> None:
    row = best_table(read_tables(SOURCES / "agri_parks/data/agri-park-batch-08.xlsx")).rows[28]
    assert row.cells == {"index": "29", "batch": "08", "name": "陕西商洛国家农业科技园区", "province": "陕西"}
    assert row.number == 30


def test_merged_cells_are_filled_down() -> None:
    table = best_table(read_tables(SOURCES / "cars_experts/data/cars-experts-2017.xlsx"))
    assert all(row.cells["体系名称"] and row.cells["功能研究室"] for row in table.rows)
    assert "合并单元格向下填充 482 格" in table.notes


def test_the_card_of_a_ministry_page() -> None:
    tables = read_tables(SOURCES / "instrument_checks/data/instrument-sharing-2018.html")
    assert len(tables) == 1
    card = tables[0].document
    assert card["发文字号"] == "国科办基〔2018〕117号"
    assert (card["成文日期"], card["发布日期"]) == ("2018-12-26", "2018年12月27日")
    assert card["标题"].startswith("科技部办公厅 财政部办公厅关于发布")
    assert any("排版用的表" in note for note in tables[0].notes)


def test_line_breaks_inside_names() -> None:
    stations = best_table(read_tables(SOURCES / "field_stations_moe/data/field-stations-moe-2019.html"))
    assert stations.rows[0].cells["野外站名称"] == "塞罕坝森林草原过渡带教育部野外科学观测研究站"
    assert "西北农林科技大学" in {row.cells["依托单位"] for row in stations.rows}
    schools = best_table(read_tables(SOURCES / "universities/data/moe-2017-xian-shangluo.csv"))
    assert "西安工业大学北方信息工程学院" in {row.cells["学校名称"] for row in schools.rows}


def test_names_divided_by_breaks_in_a_gbk_page() -> None:
    table = best_table(read_tables(SOURCES / "key_agri_firms/data/key-agri-firms-2000-gbk.html"))
    names = [row.cells["名称"] for row in table.rows]
    assert (names[0], names[-1]) == ("北京顺鑫农业股份有限公司", "新疆天康技术发展公司")
    assert "绿都集团" in names
    assert "编码 gb18030" in table.notes
    assert not table.headed


def test_names_in_paragraphs_between_the_annex_and_the_footer() -> None:
    page = best_table(read_tables(SOURCES / "key_agri_firms/data/key-agri-firms-2019.html"))
    book = best_table(read_tables(SOURCES / "key_agri_firms/data/key-agri-firms-2019.xlsx"))
    assert [row.cells["名称"] for row in page.rows] == [row.cells["name"] for row in book.rows]


def test_several_bodies_in_one_cell() -> None:
    table = best_table(read_tables(SOURCES / "stations/data/field-stations-2021.html"))
    assert split_names(table.rows[0].cells["主管部门"]) == ["教育部", "甘肃省科学技术厅"]
    assert sum(len(split_names(cell)) > 1 for row in table.rows for cell in row.cells.values()) == 16
