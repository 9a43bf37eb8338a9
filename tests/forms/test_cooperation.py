"""Rosters of who works with whom (虚构): where partners are, how far it has come, what is missing."""

from __future__ import annotations

import pytest

from loaders.rows import RejectedError
from tests.forms.rows import claimed
from tests.forms.test_rows import tie, ties


def test_cities_of_several_partners_stand_in_their_order() -> None:
    cells = {"平台名称": "虚构中心", "共建单位": "虚构大学、虚构矿业有限公司", "共建单位所在市": "西安市、商洛市"}
    out = claimed("Platform", cells)
    assert {("虚构大学", "LOCATED_IN", "西安市"), ("虚构矿业有限公司", "LOCATED_IN", "商洛市")} <= ties(out)
    one = claimed("Platform", cells | {"共建单位所在市": "西安市"})
    assert {("虚构大学", "LOCATED_IN", "西安市"), ("虚构矿业有限公司", "LOCATED_IN", "西安市")} <= ties(one)
    many = claimed("Platform", cells | {"共建单位": "虚构大学、虚构矿业有限公司、虚构学院"})
    assert [told.rule for told in many.not_placed] == ["seats-of-bodies"]
    assert not [tie for tie in many.ties if tie.type == "LOCATED_IN"]


def test_how_far_a_cooperation_has_come_says_nothing_of_where_the_firm_is() -> None:
    cells = {"企业名称": "虚构公司", "所在县区": "商州区", "合作单位": "虚构大学", "合作状态": "计划"}
    out = claimed("Enterprise", cells)
    assert (tie(out, "PARTNER_OF").status, tie(out, "LOCATED_IN").status) == ("planned", "stated")


def test_one_who_builds_with_others_is_reported_where_nothing_is_built() -> None:
    out = claimed("Enterprise", {"企业名称": "虚构公司", "共建单位": "虚构大学"})
    assert [(told.column, told.rule) for told in out.not_placed] == [("共建单位", "no-near-end")]


@pytest.mark.parametrize("cells", [{"派出单位": "虚构研究所"}, {"服务县区": "商州区"}])
def test_an_assignment_names_who_is_sent_and_to_whom(cells: dict[str, str]) -> None:
    with pytest.raises(RejectedError, match="至少要有一项"):
        claimed("Assignment", cells)
