"""The rosters added with the reader of any table: what each says of the two cities, and what it must not conclude."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.sources.key_agri_firms import records as key_agri_firms
from loaders.spec import find
from tests.sources.mapping import Mapped, made_up, mapped


@pytest.fixture(scope="module")
def checks() -> Mapped:
    return mapped("instrument_checks")


@pytest.fixture(scope="module")
def industries() -> Mapped:
    return mapped("industries")


def test_checks_name_the_bodies_of_ours_in_each_year(checks: Mapped) -> None:
    by_year = {year: {key for key in checks.loaded if key.startswith(year)} for year in ("2018", "2019")}
    assert (len(by_year["2018"]), len(by_year["2019"])) == (8, 7)
    assert checks.loaded["2018/350"].nodes[0].name == "中国科学院西安光学精密机械研究所"
    assert checks.loaded["2018/350"].nodes[1].props["value"] == "较差"
    assert not {"西北民族大学", "西北农林科技大学"} & checks.nodes("University").keys(), "a name tells no place"


def test_checks_stand_under_the_announcement_of_their_year(checks: Mapped) -> None:
    assert checks.loaded["2018/26"].sources == ["instrument_checks_2018"]
    assert checks.loaded["2019/20"].sources == ["instrument_checks_2019"]


def test_another_announcement_is_refused() -> None:
    spec = find("instrument_checks")
    file = "data/instrument-sharing-2018.html"
    told = spec.lookups["announcements"] | {
        file: spec.lookups["announcements"][file] | {"number": "国科办基〔2017〕1号"}
    }
    with pytest.raises(SourceError, match="发文字号"):
        mapped("instrument_checks", spec.model_copy(update={"lookups": spec.lookups | {"announcements": told}}))


def test_an_unknown_result_or_authority_rejects_the_row() -> None:
    cells = {"序号": "1", "考核单位": "长安大学", "结果": "优良", "主管部门": "教育部"}
    assert [r.rule for r in made_up("instrument_checks", cells).rejected] == ["unknown-result"]
    cells |= {"结果": "优秀", "主管部门": "某局"}
    assert [r.rule for r in made_up("instrument_checks", cells).rejected] == ["unknown-authority"]


def test_stations_of_the_ministry_of_education() -> None:
    stations = mapped("field_stations_moe")
    assert stations.ties("HOSTS") == {
        ("长安大学", "旱区地球关键带多尺度多变量科学教育部野外科学观测研究站"),
        ("长安大学", "黄土高原水循环与地质环境教育部野外科学观测研究站"),
    }
    assert stations.left_out["依托单位在杨凌示范区，不属两市"] == 1, "broken over two lines: 西北农林 科技大学"


def test_experts_are_filled_down_and_only_those_of_ours_enter() -> None:
    experts = mapped("cars_experts")
    assert list(experts.nodes("Person")) == ["胡新中"]
    (tie,) = experts.tie_claims("MEMBER_OF")
    assert (tie.end.name, tie.role) == ("国家燕麦荞麦产业技术体系", "加工研究室燕麦食品加工岗位专家")
    assert all(row.raw["体系名称"] and row.raw["功能研究室"] for row in experts.rows.values())


def test_the_park_of_shangluo_is_the_only_one_of_ours() -> None:
    parks = mapped("agri_parks")
    assert parks.ties("LOCATED_IN") == {("陕西商洛国家农业科技园区", "商洛市")}
    assert parks.tie_claims("APPROVED_AS")[0].role == "第八批"
    assert parks.tie_claims("APPROVED_AS")[0].at.text == "2018-12-07"


def test_every_industry_hangs_on_a_section(industries: Mapped) -> None:
    above = {(tie.start.keys["gbt4754"], tie.end.keys["gbt4754"]) for tie in industries.tie_claims("BROADER")}
    parent = dict(above)
    assert len(parent) == len(above), "one above each"
    for code in parent:
        steps = 0
        while code in parent:
            code, steps = parent[code], steps + 1
        assert code.isalpha()
        assert steps <= 3


def test_a_group_without_a_row_takes_the_name_of_its_only_class(industries: Mapped) -> None:
    names = {node.keys["gbt4754"]: node.name for found in industries.nodes("Industry").values() for node in found}
    assert len([code for code in names if len(code) == 3]) == 473
    group = next(code[:3] for code in names if len(code) == 4 and code.endswith("0"))
    assert names[group] == names[f"{group}0"]
    assert names["3741"] == "飞机制造", "printed without its code"
    assert names["374"] == "航空、航天器及设备制造"


def test_a_code_of_the_wrong_length_is_rejected() -> None:
    cells = {"level": "3", "section": "A", "division": "1", "group": "011", "class": "", "name": "某类", "remark": ""}
    assert [r.rule for r in made_up("industries", cells).rejected] == ["code"]


def test_firms_are_of_ours_by_the_opening_of_their_name_only() -> None:
    firms = mapped("key_agri_firms")
    assert firms.ties("APPROVED_AS") == {
        ("西安宏兴乳业有限公司", "农业产业化国家重点龙头企业"),
        ("山阳县恒瑞肉制品有限公司", "农业产业化国家重点龙头企业"),
    }
    assert firms.left_out["陕西的企业，名称不含两市地名，所在地未收录"] == 9, "6 of 2019, 3 of 2000"
    assert firms.rows["1/新疆天康技术发展公司"].number == 164, "the last one ended in a full stop"


def test_a_table_that_says_another_thing_than_its_notice_is_refused(tmp_path: Path) -> None:
    spec = find("key_agri_firms")
    for file in spec.files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes((spec.folder / file).read_bytes())
    notice = tmp_path / spec.files[1]
    notice.write_text(notice.read_text(encoding="utf-8").replace("西安宏兴乳业", "西安某某乳业"), encoding="utf-8")
    with pytest.raises(SourceError, match="西安宏兴乳业"):
        list(key_agri_firms.read(tmp_path, spec.model_copy(update={"folder": tmp_path})))
