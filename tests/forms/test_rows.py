"""Rosters of several kinds, row by row (虚构): what stands in the graph, what is reported, what is rejected."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.claims import Claims
from loaders.columns import map_columns
from loaders.forms import FORMS, Given
from loaders.forms.cells import private_columns
from loaders.forms.keys import RowKeys, row_key
from loaders.rows import RejectedError
from tests.forms.rows import claimed


def ties(out: Claims) -> set[tuple[str, str, str]]:
    """Ties as start, type, end."""
    return {(tie.start.name, tie.type, tie.end.name) for tie in out.ties}


def tie(out: Claims, type_: str) -> Any:
    """The one tie of a type."""
    (found,) = [one for one in out.ties if one.type == type_]
    return found


def test_a_demand_its_body_and_its_wish() -> None:
    out = claimed(
        "Demand",
        {
            "机构名称": "商洛虚构制药有限公司",
            "归口管理部门": "商洛市科技局",
            "所在地域": "陕西省商洛市商州区",
            "联系人": "王虚构",
            "技术需求名称": "虚构提取技术",
            "拟投入资金总额": "100万元",
            "合作意向单位": "西安虚构大学、虚构研究院",
        },
    )
    demand = out.nodes[0]
    assert (demand.within, demand.props["funding"]) == ("商洛虚构制药有限公司", 1_000_000.0)
    assert ties(out) == {
        ("商洛虚构制药有限公司", "NEEDS", "虚构提取技术"),
        ("商洛虚构制药有限公司", "GOVERNED_BY", "商洛市科技局"),
        ("商洛虚构制药有限公司", "LOCATED_IN", "商州区"),
        ("虚构提取技术", "COVERS", "西安虚构大学"),
        ("虚构提取技术", "COVERS", "虚构研究院"),
    }
    assert "王虚构" not in str(out.nodes)


def test_money_without_a_unit_is_reported_and_the_row_kept() -> None:
    out = claimed("Project", {"项目名称": "虚构项目", "金额": "100"})
    assert "funding" not in out.nodes[0].props
    (told,) = out.not_placed
    assert (told.column, told.rule) == ("金额", "money")
    assert claimed("Project", {"项目名称": "虚构项目", "经费（万元）": "100"}).nodes[0].props["funding"] == 1_000_000.0
    assert claimed("Enterprise", {"企业名称": "虚构公司", "注册资本(千元)": "5"}).nodes[0].props["capital"] == 5000.0


def test_a_signed_investment_is_no_result() -> None:
    cells = {"项目名称": "虚构投资", "投资方": "西安虚构投资有限公司", "总投资（亿元）": "3.5", "项目进展": "签约"}
    out = claimed("Project", cells)
    assert (out.nodes[0].props["kind"], out.nodes[0].props["investment"]) == ("investment", 350_000_000.0)
    assert tie(out, "INVESTED_IN").status == "signed"


@pytest.mark.parametrize(
    ("words", "status"),
    [("签约", "signed"), ("在建", "stated"), ("已投产", "result"), ("计划2026年建成", "planned"), ("未投产", "stated")],
)
def test_words_of_progress(words: str, status: str) -> None:
    out = claimed("Project", {"项目名称": "虚构", "承担单位": "虚构公司", "项目进展": words})
    assert tie(out, "UNDERTOOK").status == status


def test_a_leader_stands_within_the_lead_body_and_works_there_by_inference() -> None:
    cells = {
        "项目编号": "X1",
        "项目名称": "虚构",
        "承担单位": "虚构大学",
        "项目负责人": "王虚构",
        "立项时间": "2021-09",
    }
    out = claimed("Project", cells)
    person = next(node for node in out.nodes if node.kind == "Person")
    assert person.within == "虚构大学"
    assert tie(out, "WORKS_AT").inferred
    assert tie(out, "LED").at.text == "2021-09"


def test_a_person_without_a_body_is_reported() -> None:
    out = claimed("Project", {"项目名称": "虚构", "项目负责人": "王虚构"})
    assert [node.kind for node in out.nodes] == ["Project"]
    assert out.not_placed[0].rule == "no-home-body"


def test_a_home_body_stated_by_the_roster_is_not_inferred() -> None:
    out = claimed(
        "Assignment",
        {"姓名": "王虚构", "派出单位": "虚构大学", "服务对象": "商南县虚构茶叶专业合作社", "服务县区": "商南县"},
    )
    assert not tie(out, "WORKS_AT").inferred
    assert "王虚构" not in out.nodes[0].name
    assert ("商南县虚构茶叶专业合作社" in {node.name for node in out.nodes if node.kind == "Cooperative"}) is True


def test_a_commissioner_and_those_served() -> None:
    out = claimed(
        "Person",
        {
            "姓名": "王虚构",
            "派出单位": "虚构大学",
            "服务县区": "商南县",
            "服务乡镇": "城关街道",
            "服务对象": "虚构茶叶专业合作社、试马镇虚构村",
            "联系电话": "略",
        },
    )
    assert out.nodes[0].within == "虚构大学"
    served = {
        (one.end.kind, one.end.name, one.end.keys.get("division", one.end.within))
        for one in out.ties
        if one.type == "ASSIGNED_TO"
    }
    assert served == {
        ("Place", "商南县", "611023"),
        ("Place", "城关街道", "611023001"),
        ("Cooperative", "虚构茶叶专业合作社", ""),
        ("Place", "虚构村", "611023108"),
    }


def test_renamed_firms_are_one_body_with_a_former_name() -> None:
    out = claimed(
        "Enterprise",
        {"原企业名称": "西安甲虚构有限公司", "变更后企业名称": "西安乙虚构有限公司", "证书编号": "GR202161000123"},
    )
    assert (out.nodes[0].name, out.nodes[0].former) == ("西安乙虚构有限公司", (("西安甲虚构有限公司", "2025-06-01"),))
    dated = claimed("Enterprise", {"企业名称": "乙虚构公司", "曾用名": "甲虚构公司", "更名日期": "2024年3月"})
    assert dated.nodes[0].former == (("甲虚构公司", "2024-03"),)


def test_a_certificate_is_a_title_with_its_date_and_no_title_once_cancelled() -> None:
    cells = {"企业名称": "虚构公司", "证书编号": "GR202161000123", "发证日期": "2021-11-25"}
    assert tie(claimed("Enterprise", cells), "APPROVED_AS").at.text == "2021-11-25"
    assert not claimed("Enterprise", cells | {"取消年度": "2022"}).ties


def test_an_incubated_firm() -> None:
    cells = {
        "企业名称": "虚构公司",
        "所在园区": "虚构孵化器",
        "企业入驻时间": "2019-01",
        "总收入(千元)": "1200",
        "是否专精特新": "否",
    }
    out = claimed("Enterprise", cells, Given(source="s", date="2025-06-01", period="2024"))
    assert tie(out, "INCUBATED_IN").at.text == "2019-01"
    value = next(node for node in out.nodes if node.kind == "Observation")
    assert (value.props["number"], value.props["period"]) == (1_200_000.0, "2024")
    assert not [one for one in out.ties if one.type == "APPROVED_AS"]


def test_a_mixed_roster_names_each_by_its_kind() -> None:
    kinds = {
        name: claimed("Institute", {"单位名称": name}).nodes[0].kind
        for name in ("虚构大学", "虚构研究所", "虚构有限公司")
    }
    assert kinds == {"虚构大学": "University", "虚构研究所": "Institute", "虚构有限公司": "Enterprise"}


def test_a_patent_of_a_private_person_keeps_no_home_address() -> None:
    cells = {
        "专利名称": "一种虚构装置",
        "申请人": "王虚构",
        "发明人": "王虚构",
        "申请人地址": "陕西省西安市碑林区虚构路 1 号",
    }
    columns = map_columns(FORMS["Patent"], list(cells))
    assert private_columns(cells, columns) == ["申请人地址"]
    out = claimed("Patent", cells)
    assert [node.kind for node in out.nodes] == ["Patent"]
    assert not private_columns(cells | {"申请人": "虚构大学"}, columns)


def test_seats_of_several_columns_give_the_finest_and_tell_what_differs() -> None:
    cells = {"企业名称": "虚构公司", "所在省份": "甘肃省", "地区": "商洛市", "注册地址": "陕西省商洛市山阳县虚构路"}
    out = claimed("Enterprise", cells)
    assert ties(out) == {("虚构公司", "LOCATED_IN", "山阳县")}
    assert [told.column for told in out.not_placed] == ["所在省份"]
    assert (out.nodes[0].city, out.nodes[0].props["place"]) == ("商洛", "陕西省商洛市山阳县虚构路")


def test_towns_of_a_roster_of_titles() -> None:
    out = claimed("Place", {"省份": "陕西省", "示范镇（乡）名单": "柞水县下梁镇、洛南县古城镇", "称号": "虚构强镇"})
    assert ties(out) == {("下梁镇", "APPROVED_AS", "虚构强镇"), ("古城镇", "APPROVED_AS", "虚构强镇")}
    assert all(node.keys for node in out.nodes if node.kind == "Place")


def test_an_observation() -> None:
    out = claimed(
        "Observation",
        {
            "县区": "商州区",
            "指标名称": "虚构成交额",
            "数值": "1,200",
            "计量单位": "万元",
            "年份": "2024",
            "口径": "目标",
        },
    )
    node = next(node for node in out.nodes if node.kind == "Observation")
    assert (node.props["number"], node.props["unit"], node.props["period"]) == (1200.0, "万元", "2024")
    assert {one.status for one in out.ties} == {"target"}


def test_a_work_item_bears_on_its_commitment() -> None:
    out = claimed(
        "WorkItem", {"事项名称": "虚构事项", "对应条款": "c5", "责任单位": "商洛市虚构局", "进展情况": "已召开两次会议"}
    )
    assert ("虚构事项", "BEARS_ON", "C5") in ties(out)
    assert out.nodes[0].props["progress"] == "已召开两次会议"
    assert [told.rule for told in out.not_placed] == ["stage"]


@pytest.mark.parametrize(
    ("kind", "cells", "rule"),
    [
        ("Enterprise", {"企业名称": "12345", "地区": "商州区"}, "shifted"),
        ("Enterprise", {"企业名称": "虚构公司", "统一社会信用代码": "有限责任公司"}, "shifted"),
        ("Enterprise", {"企业名称": "ä¼\x81ä¸\x9aå\x90\x8d", "地区": ""}, "garbled"),
        ("Enterprise", {"企业名称": "锟斤拷锟斤拷", "地区": ""}, "garbled"),
        ("Enterprise", {"企业名称": "—", "地区": "商州区"}, "empty"),
        ("Person", {"姓名": "王虚构", "工作单位": "N/A"}, "empty"),
    ],
)
def test_rows_that_cannot_stand_are_rejected(kind: str, cells: dict[str, str], rule: str) -> None:
    with pytest.raises(RejectedError) as error:
        claimed(kind, cells)
    assert error.value.rule == rule
    assert error.value.column in cells
    assert error.value.reason


def test_a_value_that_cannot_be_read_leaves_the_row() -> None:
    out = claimed("Enterprise", {"企业名称": "虚构公司", "统一社会信用代码": "91610000MA6TG5YB15", "成立时间": "某年"})
    assert out.nodes[0].keys == {}
    assert [told.rule for told in out.not_placed] == ["uscc", "date"]


def key(kind: str, cells: dict[str, str]) -> str:
    """The key of a row."""
    return row_key(cells, map_columns(FORMS[kind], list(cells)))


def test_a_row_keeps_its_key_when_other_cells_change() -> None:
    firm = {"企业名称": "虚构公司", "统一社会信用代码": "91610000MA6TG5YB14", "注册地址": "一"}
    assert key("Enterprise", firm) == key("Enterprise", firm | {"企业名称": "改名公司", "注册地址": "二"})
    project = {"项目名称": "甲", "承担单位": "虚构大学", "经费": "1"}
    assert key("Project", project) == key("Project", project | {"经费": "2万元"})
    assert key("Project", project) == key("Project", dict(reversed(project.items())) | {"项目名称": "「甲」 "})
    assert key("Project", project) != key("Project", project | {"承担单位": "虚构学院"})


def test_a_key_holds_no_name_of_a_person() -> None:
    found = key("Person", {"姓名": "王虚构", "工作单位": "虚构大学"})
    assert "王虚构" not in found
    assert found != key("Person", {"姓名": "李虚构", "工作单位": "虚构大学"})


def test_rows_of_one_key_are_numbered() -> None:
    keys = RowKeys(map_columns(FORMS["Project"], ["项目编号", "项目名称"]))
    rows = [
        {"项目编号": "X1", "项目名称": "甲"},
        {"项目编号": "X1", "项目名称": "甲（成果二）"},
        {"项目编号": "", "项目名称": "乙"},
    ]
    assert [keys.key(row) for row in rows] == ["x1", "x1#2", "乙"]
    assert keys.key({"项目编号": "", "项目名称": ""}) == ""
