"""lead-firms-without-xian-partner: what counts as a partner, from which side, through what, and what never counts."""

from __future__ import annotations

from graph.gaps.rules import find
from graph.schema import EDGE_KINDS
from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, said, states

RULE = "lead-firms-without-xian-partner"
SHANGLUO = {"city": "商洛", "county": "云溪县"}
XIAN = {"city": "西安"}
FIRMS = ["共建", "直接", "只签", "只计划", "未知", "外地", "入驻", "同场", "走访", "推断", "退役", "空白"]
NODES: list[Node] = [
    *(("Enterprise", f"{name}公司", SHANGLUO) for name in FIRMS),
    ("Enterprise", "他县公司", {"city": "商洛", "county": "月河县"}),
    ("Enterprise", "西安公司", XIAN),
    ("University", "长宁大学", XIAN),
    ("Institute", "长宁研究院", XIAN),
    ("Institute", "无址研究所", {"city": "未知"}),
    ("University", "远方大学", {"city": "其他", "city_reason": "所在地 远方市"}),
    ("Platform", "联合中心", {"city": "商洛"}),
    ("Base", "示范基地", {"city": "商洛"}),
    ("Park", "孵化器", XIAN),
    ("Event", "对接会", {}),
    ("Agency", "云溪局", SHANGLUO),
    ("Topic", "锌产业链链主", {}),
    ("Chain", "云锌", {}),
]
TIES: list[Tie] = [
    ("联合中心", "CO_BUILT_BY", "共建公司", {}),
    ("联合中心", "CO_BUILT_BY", "长宁大学", {}),
    ("联合中心", "IN_CHAIN", "云锌", {}),
    ("直接公司", "PARTNER_OF", "长宁研究院", {}),
    ("长宁大学", "PARTNER_OF", "只签公司", {"stage": "signed"}),
    ("长宁大学", "PARTNER_OF", "只计划公司", {"stage": "planned"}),
    ("示范基地", "CO_BUILT_BY", "未知公司", {}),
    ("无址研究所", "OPERATES", "示范基地", {}),
    ("外地公司", "PARTNER_OF", "远方大学", {}),
    ("入驻公司", "INCUBATED_IN", "孵化器", {}),
    ("长宁大学", "MEMBER_OF", "孵化器", {}),
    ("同场公司", "ATTENDED", "对接会", {}),
    ("长宁大学", "ATTENDED", "对接会", {}),
    ("走访公司", "VISITED", "长宁大学", {}),
    ("推断公司", "PARTNER_OF", "长宁大学", {"inferred": True}),
    ("退役公司", "PARTNER_OF", "长宁大学", {"retired_in": 2}),
    # Both deal with one bureau: no link.
    ("空白公司", "PARTNER_OF", "云溪局", {}),
    ("长宁大学", "PARTNER_OF", "云溪局", {}),
    ("空白公司", "HAS_ROLE", "锌产业链链主", {}),
    ("空白公司", "IN_CHAIN", "云锌", {}),
    ("长宁研究院", "IN_CHAIN", "云锌", {}),
    ("西安公司", "IN_CHAIN", "云锌", {"inferred": True}),
]
LINKED = {"共建公司", "直接公司", "只签公司"}


def everything(work: Work) -> dict[str, Row]:
    return rows_of(work, RULE, scope="all")


def test_states_and_groups_of_all_firms(store: Store) -> None:
    rows = planted(store, NODES, TIES, everything)
    assert {name for name, state in states(rows).items() if state == "linked"} == LINKED
    assert {state for name, state in states(rows).items() if name not in LINKED} == {"not_collected"}
    assert {name: row["group"] for name, row in rows.items()} == {
        "共建公司": "与西安研发单位有联系",
        "直接公司": "与西安研发单位有联系",
        "只签公司": "与西安研发单位仅已签约",
        "只计划公司": "仅计划",
        "未知公司": "伙伴所在地未知",
        "外地公司": "伙伴只在商洛或外地",
        "入驻公司": "只有入驻或会面",
        "同场公司": "只有入驻或会面",
        "走访公司": "只有入驻或会面",
        "推断公司": "未见研发联系",
        "退役公司": "未见研发联系",
        "空白公司": "未见研发联系",
        "他县公司": "未见研发联系",
    }


def test_the_reason_names_partner_node_between_and_side(store: Store) -> None:
    rows = planted(store, NODES, TIES, everything)
    assert said(rows["共建公司"], "西安研发伙伴") == ["长宁大学（经联合中心）"]
    assert said(rows["只签公司"], "仅已签约") == ["长宁大学（仅已签约）"]
    assert said(rows["未知公司"], "所在地未知") == ["无址研究所（经示范基地）"]
    assert said(rows["外地公司"], "其他伙伴") == ["远方大学（其他：所在地 远方市）"]
    assert said(rows["入驻公司"], "入驻、走访") == ["孵化器"]
    assert [item["type"] for item in rows["共建公司"]["evidence"]] == ["CO_BUILT_BY", "CO_BUILT_BY"]


def test_the_default_scope_is_the_chain_leaders(store: Store) -> None:
    rows = planted(store, NODES, TIES, lambda work: rows_of(work, RULE))
    assert list(rows) == ["空白公司"]
    assert rows["空白公司"]["chains"] == ["云锌"]


def test_candidates_are_xian_bodies_of_the_chain_by_a_stated_tie_and_marked_as_inference(store: Store) -> None:
    row = planted(store, NODES, TIES, lambda work: rows_of(work, RULE))["空白公司"]
    assert [item["name"] for item in row["candidates"]] == ["长宁大学", "长宁研究院"]
    assert "推断" in row["note"]
    assert planted(store, NODES, TIES, everything)["共建公司"]["candidates"] == []


def test_filters_by_county_and_by_chain_even_through_a_platform(store: Store) -> None:
    assert list(planted(store, NODES, TIES, lambda work: rows_of(work, RULE, scope="all", county="月河县"))) == [
        "他县公司"
    ]
    chain = planted(store, NODES, TIES, lambda work: rows_of(work, RULE, scope="all", chain="云锌"))
    assert set(chain) == {"共建公司", "空白公司"}


def test_none_found_needs_every_tie_complete_at_that_place_and_no_partner_of_unknown_side(store: Store) -> None:
    def covered(work: Work) -> dict[str, Row]:
        cover(work, RULE, "云溪县")
        return everything(work)

    found = states(planted(store, NODES, TIES, covered))
    assert found["空白公司"] == "none_found"
    assert found["他县公司"] == "not_collected"
    assert found["未知公司"] == "not_collected"
    assert found["共建公司"] == "linked"


def test_one_incomplete_list_among_all_is_not_enough(store: Store) -> None:
    def covered(work: Work) -> dict[str, Row]:
        cover(work, RULE, "商洛市", partial="SOLD_TO")
        return everything(work)

    assert set(states(planted(store, NODES, TIES, covered)).values()) == {"linked", "not_collected"}


def test_the_rule_looks_at_every_tie_that_counts_as_working_together() -> None:
    counted = {name for name, kind in EDGE_KINDS.items() if kind.cooperation}
    query = find(RULE)
    assert set(query.extras["looks_at"]) == counted
    assert {need["about"] for need in query.extras["coverage"]} == counted
    assert all(query.text.count(name) >= 3 for name in counted)
