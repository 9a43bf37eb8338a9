"""National key R&D projects: repeated announcements are one project, restricted by lead body."""

from __future__ import annotations

from collections import Counter

import pytest

from loaders.sources.projects.records import programme
from loaders.spec import find
from tests.sources.mapping import Mapped, made_up, mapped

ROW = {
    "年度": "2020",
    "公示日期": "20201223",
    "序号": "1",
    "项目编号": "2020YFA0000000",
    "项目名称": "某某研究",
    "项目牵头承担单位": "西安交通大学",
    "项目负责人": "",
    "中央财政经费（万元）": "",
    "项目实施周期（年）": "",
    "专项": "纳米科技",
}


@pytest.fixture(scope="module")
def projects() -> Mapped:
    return mapped("projects")


def only(cells: dict[str, str]) -> dict[str, object]:
    (found,) = made_up("projects", ROW | cells).nodes("Project").values()
    return found[0].props


def test_rows_left_out_by_rule(projects: Mapped) -> None:
    assert projects.left_out == {
        "牵头单位不是两市已知机构": 2526,
        "牵头单位名称含西安、商洛或陕西，所在地未收录": 13,
        "牵头单位在杨凌，不属两市": 3,
    }


def test_lead_bodies(projects: Mapped) -> None:
    leads = Counter(start for start, _ in projects.ties("UNDERTOOK"))
    assert leads == {
        "西安交通大学": 17,
        "西安电子科技大学": 3,
        "长安大学": 3,
        "西北工业大学": 2,
        "西北有色金属研究院": 2,
        "陕西延长石油（集团）有限责任公司": 2,
        "西安建筑科技大学": 1,
        "西安体育学院": 1,
        "西北大学": 1,
        "空军军医大学": 1,
    }


def test_a_project_announced_twice_is_one_and_the_later_row_fills_the_gap(projects: Mapped) -> None:
    numbers = Counter(out.nodes[0].keys["project_number"] for out in projects.loaded.values())
    assert Counter(numbers.values()) == {1: 27, 2: 6}
    first, second = (projects.loaded[f"{day}/2020YFC1512000"].nodes[0] for day in ("20201127", "20201223"))
    assert first.keys == second.keys == {"project_number": "2020YFC1512000"}
    assert first.name == second.name, "blanks inside the name are gone"
    assert (first.props.get("duration"), second.props["duration"]) == (None, 4.0)
    assert first.props["programme"] == second.props["programme"] == "重大自然灾害监测预警与防范"
    assert "全 息" in projects.rows["20201223/2020YFC1512000"].raw["项目名称"]


def test_rows_without_a_number_have_a_key_of_their_own(projects: Mapped) -> None:
    keys = [key for key, row in projects.rows.items() if not row.raw["项目编号"]]
    assert sorted(key.split("/", 1)[0] for key in keys) == ["20201127", "20201223"]
    assert made_up("projects", ROW | {"项目编号": ""}).nodes("Project")["某某研究"][0].keys == {}


def test_money_is_in_yuan_and_nothing_is_nothing() -> None:
    assert only({"中央财政经费（万元）": "1125.25"})["funding"] == 11_252_500.0
    assert "funding" not in only({"中央财政经费（万元）": "*"})
    (reject,) = made_up("projects", ROW | {"中央财政经费（万元）": "约 100"}).rejected
    assert (reject.column, reject.rule) == ("中央财政经费（万元）", "not-a-number")


@pytest.mark.parametrize(
    ("printed", "years"),
    [("3", 3.0), ("3.5", 3.5), ("5年", 5.0), ("2\u00a0年", 2.0), ("3. 5年", 3.5)],
)
def test_periods(printed: str, years: float) -> None:
    assert only({"项目实施周期（年）": printed})["duration"] == years


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("“科技冬奥”重点专项", "科技冬奥"),
        ("“重大自然灾害监测预警与防范", "重大自然灾害监测预警与防范"),
        ("重大自然灾害监测预誓与防范", "重大自然灾害监测预警与防范"),
        (
            "重大自然灾害监测预警与防范”重点专项（文化遗产保护利用专题任务）",
            "重大自然灾害监测预警与防范（文化遗产保护利用专题任务）",
        ),
        ("固废资源化定向", "固废资源化（定向）"),
        ("固废资源化（定向）", "固废资源化（定向）"),
    ],
)
def test_programmes(printed: str, name: str) -> None:
    assert programme(printed, find("projects")) == name


def test_numbers_provisional_or_starred() -> None:
    assert only({"项目编号": "SQ2018YFD000001"})["note"] == "项目编号为临时编号"
    assert only({"项目编号": "2019YFC1509800*"})["number"] == "2019YFC1509800"


def test_a_leader_leads_and_his_post_is_inferred(projects: Mapped) -> None:
    assert ("张勤", "特大滑坡实时监测预警与技术装备研发") in projects.ties("LED")
    posts = projects.tie_claims("WORKS_AT")
    assert all(tie.inferred for tie in posts)
    assert not any(tie.inferred for tie in projects.tie_claims("LED"))
    person = projects.nodes("Person")["张勤"][0]
    assert (person.within, person.city, person.props, person.keys) == ("长安大学", "", {}, {})


def test_variants_and_older_names_of_a_lead_body() -> None:
    result = made_up("projects", ROW | {"项目牵头承担单位": "中国人民解放军第四军医 大学"})
    assert result.ties("UNDERTOOK") == {("空军军医大学", "某某研究")}
    (tie,) = result.tie_claims("UNDERTOOK")
    assert tie.note == "公示日期 2020-12-23，原表作“中国人民解放军第四军医大学”"
    institute = made_up("projects", ROW | {"项目牵头承担单位": "中国科学院地球环 境硏究所"})
    assert institute.ties("UNDERTOOK") == {("中国科学院地球环境研究所", "某某研究")}
