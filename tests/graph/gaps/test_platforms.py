"""one-sided-platforms: sides are those of the partners, never of the platform's own place."""

from __future__ import annotations

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, said, states

RULE = "one-sided-platforms"
SHANGLUO = {"city": "商洛", "county": "云溪县"}
PLATFORMS = ["两侧", "只西安", "只商洛", "未知侧", "计划侧", "两地单位"]
NODES: list[Node] = [
    *(("Platform", f"{name}中心", SHANGLUO) for name in PLATFORMS),
    ("Base", "外人基地", SHANGLUO),
    ("Platform", "依托实验室", {"city": "西安"}),
    ("Enterprise", "云溪公司", SHANGLUO),
    ("University", "长宁大学", {"city": "西安"}),
    ("Institute", "无址研究所", {"city": "未知"}),
    ("Institute", "两地研究所", {"city": "两市"}),
    ("University", "远方大学", {"city": "其他"}),
    ("Person", "某甲", {}),
    ("Chain", "云锌", {}),
]
TIES: list[Tie] = [
    ("两侧中心", "CO_BUILT_BY", "云溪公司", {}),
    ("长宁大学", "MEMBER_OF", "两侧中心", {"stage": "signed"}),
    ("两侧中心", "IN_CHAIN", "云锌", {}),
    ("只西安中心", "CO_BUILT_BY", "长宁大学", {}),
    ("某甲", "LED", "只西安中心", {}),
    ("只商洛中心", "CO_BUILT_BY", "云溪公司", {}),
    ("只商洛中心", "CO_BUILT_BY", "远方大学", {}),
    ("未知侧中心", "CO_BUILT_BY", "云溪公司", {}),
    ("未知侧中心", "CO_BUILT_BY", "无址研究所", {}),
    ("计划侧中心", "CO_BUILT_BY", "云溪公司", {}),
    ("计划侧中心", "CO_BUILT_BY", "长宁大学", {"stage": "planned"}),
    ("两地单位中心", "CO_BUILT_BY", "两地研究所", {}),
    ("外人基地", "CO_BUILT_BY", "远方大学", {}),
    ("长宁大学", "HOSTS", "依托实验室", {}),
]
EXPECTED = {
    "两侧中心": ("linked", "两侧都有"),
    "只西安中心": ("not_collected", "只有西安一侧"),
    "只商洛中心": ("not_collected", "只有商洛一侧"),
    "未知侧中心": ("not_collected", "只有商洛一侧"),
    "计划侧中心": ("not_collected", "只有商洛一侧"),
    "两地单位中心": ("linked", "两侧都有"),
}


def test_states_and_groups(store: Store) -> None:
    rows = planted(store, NODES, TIES, lambda work: rows_of(work, RULE))
    assert {name: (row["state"], row["group"]) for name, row in rows.items()} == EXPECTED
    assert said(rows["两侧中心"], "西安一侧") == ["长宁大学（仅已签约）"]
    assert said(rows["只商洛中心"], "外地") == ["远方大学（其他）"]
    assert said(rows["只商洛中心"], "未见西安") == []


def test_scope_all_adds_platforms_that_only_rest_on_a_body(store: Store) -> None:
    rows = planted(store, NODES, TIES, lambda work: rows_of(work, RULE, scope="all"))
    assert set(rows) == {*EXPECTED, "依托实验室"}


def test_filter_by_chain(store: Store) -> None:
    assert list(planted(store, NODES, TIES, lambda work: rows_of(work, RULE, chain="云锌"))) == ["两侧中心"]


def test_none_found_needs_complete_lists_and_no_partner_of_unknown_side(store: Store) -> None:
    def covered(work: Work) -> dict[str, Row]:
        cover(work, RULE, "商洛市")
        return rows_of(work, RULE)

    found = states(planted(store, NODES, TIES, covered))
    assert found["只商洛中心"] == found["计划侧中心"] == "none_found"
    assert found["未知侧中心"] == "not_collected"
