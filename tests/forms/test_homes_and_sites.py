"""Whose person a row names, and on which side a body of several sites is; rows made up (虚构)."""

from __future__ import annotations

import pytest

from tests.forms.rows import claimed


@pytest.mark.parametrize(
    ("kind", "cells", "homes"),
    [
        (
            "Team",
            {"名称": "虚构服务团", "牵头单位": "虚构大学", "团队成员": "王虚构、李虚构"},
            {("王虚构", "虚构大学"), ("李虚构", "虚构大学")},
        ),
        (
            "Patent",
            {"专利号": "202310123456.6", "专利名称": "虚构装置", "申请人": "虚构大学", "发明人": "王虚构"},
            {("王虚构", "虚构大学")},
        ),
        (
            "Achievement",
            {"成果名称": "虚构成果", "完成单位": "虚构研究所", "主要完成人": "王虚构"},
            {("王虚构", "虚构研究所")},
        ),
    ],
)
def test_a_person_uses_the_body_of_another_column(
    kind: str, cells: dict[str, str], homes: set[tuple[str, str]]
) -> None:
    out = claimed(kind, cells)
    assert {(node.name, node.within) for node in out.nodes if node.kind == "Person"} == homes


@pytest.mark.parametrize(
    ("places", "side"),
    [
        ("商州区", "商洛"),
        ("商州区、山阳县", "商洛"),
        ("商州区、雁塔区", "两市"),
        ("渭滨区、雁塔区", "西安"),  # a site here decides, wherever the head office is
        ("渭滨区", "其他"),
    ],
)
def test_the_sites_of_a_row_say_the_side(places: str, side: str) -> None:
    out = claimed("Enterprise", {"企业名称": "虚构矿业有限公司", "所在县区": places})
    assert out.nodes[0].city == side
