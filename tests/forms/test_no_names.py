"""Cells that hold no name (虚构): nothing, a number, a person; and names with a word for a seal behind them."""

from __future__ import annotations

import pytest

from loaders.rows import RejectedError
from tests.forms.rows import claimed


@pytest.mark.parametrize(
    ("kind", "cells", "told"),
    [
        ("Enterprise", {"企业名称": "无"}, "“企业名称”写的是“无”，等于没有填"),
        ("Enterprise", {"企业名称": "/"}, "“企业名称”写的是“/”，等于没有填"),
        ("Enterprise", {"企业名称": " "}, "“企业名称”没有内容"),
        ("Observation", {"对象": "商州区", "指标": "虚构指标", "数值": "未知"}, "“数值”写的是“未知”，等于没有填"),
    ],
)
def test_a_cell_that_says_nothing_is_told_as_it_stands(kind: str, cells: dict[str, str], told: str) -> None:
    with pytest.raises(RejectedError) as error:
        claimed(kind, cells)
    assert error.value.reason == told


def test_a_number_is_no_body_at_the_end_of_a_tie() -> None:
    out = claimed("Contract", {"合同名称": "虚构合同", "买方": "2023", "卖方": "西安虚构大学、2023"})
    assert [(told.column, told.value, told.rule) for told in out.not_placed] == [
        ("买方", "2023", "shifted"),
        ("卖方", "2023", "shifted"),
    ]
    assert {node.name for node in out.nodes} == {"虚构合同", "西安虚构大学"}


def test_the_word_for_a_seal_is_no_part_of_a_name() -> None:
    out = claimed(
        "Enterprise", {"企业名称": "商洛虚构有限公司（盖章）", "合作单位": "西安虚构大学（公章）、虚构研究所"}
    )
    assert {node.name for node in out.nodes} == {"商洛虚构有限公司", "西安虚构大学", "虚构研究所"}


def test_a_firm_is_not_called_like_a_person() -> None:
    with pytest.raises(RejectedError, match="像个人姓名"):
        claimed("Enterprise", {"企业名称": "王虚构"})
    assert claimed("Enterprise", {"企业名称": "虚构钒业"}).nodes[0].name == "虚构钒业"
