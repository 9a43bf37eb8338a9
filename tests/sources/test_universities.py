"""The Ministry's list of schools."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.sources.mapping import Mapped, made_up, mapped

ROW = {
    "序号": "1",
    "学校名称": "某大学",
    "学校标识码": "4161099999",
    "主管部门": "陕西省",
    "所在地": "西安市",
    "办学层次": "本科",
    "备注": "",
}


@pytest.fixture(scope="module")
def universities() -> Mapped:
    return mapped("universities")


def test_schools_by_city_level_and_owner(universities: Mapped) -> None:
    schools = [node for found in universities.nodes("University").values() for node in found]
    assert Counter(node.city for node in schools) == {"西安": 63, "商洛": 2}
    assert Counter(node.props["level"] for node in schools) == {"本科": 43, "专科": 22}
    assert Counter(node.props.get("note", "") for node in schools) == {"": 38, "民办": 27}
    assert len({node.keys["moe"] for node in schools}) == 65


def test_a_line_break_in_a_name_is_taken_out(universities: Mapped) -> None:
    assert "\n" in universities.rows["4161013682"].raw["学校名称"]
    assert "西安工业大学北方信息工程学院" in universities.nodes("University")


def test_a_renamed_school_is_one_node_with_its_former_name(universities: Mapped) -> None:
    (school,) = universities.nodes("University")["西安财经大学"]
    assert school.former == (("西安财经学院", "2018"),)
    assert "西安财经学院" not in universities.nodes("University")
    assert "西安财经学院行知学院" in universities.nodes("University")


def test_the_province_stands_for_its_government(universities: Mapped) -> None:
    governed = universities.ties("GOVERNED_BY")
    assert ("西北大学", "陕西省人民政府") in governed
    assert ("西安交通大学", "教育部") in governed
    assert Counter(end for _, end in governed)["陕西省教育厅"] == 27
    (school,) = universities.nodes("University")["西北大学"]
    assert school.props["authority"] == "陕西省"


def test_the_seat_is_the_one_of_the_list(universities: Mapped) -> None:
    assert {s for s, end in universities.ties("LOCATED_IN") if end == "商洛市"} == {"商洛学院", "商洛职业技术学院"}
    assert {tie.at.text for tie in universities.tie_claims("LOCATED_IN")} == {"2017-05-31"}


@pytest.mark.parametrize(
    ("column", "value"), [("所在地", "渭南市"), ("办学层次", "中专"), ("备注", "独立"), ("主管部门", "某部")]
)
def test_an_unknown_value_is_rejected(column: str, value: str) -> None:
    (reject,) = made_up("universities", ROW | {column: value}).rejected
    assert (reject.column, reject.value, reject.rule) == (column, value, "unknown-value")
    assert not made_up("universities", ROW).rejected
