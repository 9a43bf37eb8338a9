"""Cells that hold no clean name: each gets a verdict with a reason, none crashes, none merges."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.judge import judge
from graph.identity.named import Named
from graph.identity.takeapart import take_apart

FULL = "西安建筑科技大学"
BAD = [
    *("", " ", "　", "厂", "有限公司", "研究院", "陕西省", "-", "无", "王强"),
    *("（）", "()", "（集团）", "大学", "第", "\n", "某" * 300),
]
ODD = [
    *(*BAD, "A", "3M", "TCL集团", "Xi'an Univ.", "西安交通大学、陕西师范大学"),
    *("((甲)", "甲)公司(", "2016", "第一", "・・", "1号"),
]


@pytest.mark.parametrize("bad", BAD)
def test_no_name_is_never_joined(bad: str) -> None:
    for other in (FULL, "甲乙科技有限公司", bad):
        verdict = judge(Named(bad), Named(other))
        assert verdict.verdict == "different"
        assert verdict.reason


def test_any_two_cells_get_a_verdict() -> None:
    for one, other in itertools.product(ODD, ODD):
        assert judge(Named(one, "厂", "不知道"), Named(other)).reason


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gets_the_same_verdict_in_both_directions(one: str, other: str) -> None:
    assert judge(Named(one), Named(other)).verdict == judge(Named(other), Named(one)).verdict


@given(st.text(alphabet="西安市陕省商洛第一二医院大学有限公司科技集团研究所（）()农民专业合作社厂分·、", max_size=20))
def test_any_name_can_be_taken_apart(name: str) -> None:
    assert take_apart(name).text is not None


def test_several_bodies_in_one_cell() -> None:
    verdict = judge(Named("西安交通大学、陕西师范大学"), Named("陕西师范大学"))
    assert (verdict.verdict, "先拆开" in verdict.reason) == ("queue", True)
    assert judge(Named("西安交通大学、陕西师范大学"), Named("西北大学")).verdict == "different"


def test_half_a_name_cut_by_a_column() -> None:
    verdict = judge(Named("陕西有色金属控股集团有限责"), Named("陕西有色金属控股集团有限责任公司"))
    assert verdict.verdict in ("queue", "same")
    assert judge(Named("西安建筑科技大"), Named(FULL)).verdict in ("queue", "same")


def test_a_gloss_and_wide_letters() -> None:
    assert judge(Named("西安建筑科技大學(xué)"), Named(FULL)).verdict == "same"
    assert judge(Named("ＴＣＬ科技集团股份有限公司"), Named("TCL科技集团股份有限公司")).verdict == "same"
