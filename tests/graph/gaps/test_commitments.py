"""commitments-without-evidence: linked by any live fact; background when all of it ended before the signature."""

from __future__ import annotations

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, states

RULE = "commitments-without-evidence"
LEAF = {"leaf": True, "direction": "both"}
NODES: list[Node] = [
    ("Agreement", "甲乙协议", {}),
    ("Agency", "甲局", {"city": "西安"}),
    ("Commitment", "Z1 有近事", {"key": "Z1", **LEAF}),
    ("Commitment", "Z2 只有旧事", {"key": "Z2", **LEAF}),
    ("Commitment", "Z3 上级", {"key": "Z3", "leaf": False}),
    ("Commitment", "Z3a 没有事", {"key": "Z3a", **LEAF}),
    ("Commitment", "Z3b 只有退役的事", {"key": "Z3b", **LEAF}),
    ("Commitment", "Z10 推断的事", {"key": "Z10", **LEAF}),
    ("Commitment", "Z11 只有计划", {"key": "Z11", **LEAF}),
    ("Commitment", "Z12 起于旧时仍在", {"key": "Z12", **LEAF}),
    ("University", "甲大学", {"city": "西安"}),
    ("Enterprise", "乙公司", {"city": "商洛"}),
    ("Observation", "合同额 2023", {"value": "5", "unit": "元"}),
    ("Indicator", "合同额", {}),
]
TIES: list[Tie] = [
    ("甲局", "SIGNED", "甲乙协议", {"date_text": "2021", "stage": "signed"}),
    *(("甲乙协议", "HAS_COMMITMENT", name, {}) for name in ("Z1 有近事", "Z2 只有旧事", "Z3 上级", "Z12 起于旧时仍在")),
    ("Z3a 没有事", "PART_OF", "Z3 上级", {}),
    ("甲大学", "PARTNER_OF", "乙公司", {"records": ["t:row1"], "date_text": "2023-07", "sources": ["S"]}),
    ("甲大学", "BEARS_ON", "Z1 有近事", {"records": ["t:row1"], "date_text": "2023-07"}),
    ("乙公司", "HAS_VALUE", "合同额 2023", {}),
    ("合同额 2023", "OF_INDICATOR", "合同额", {}),
    ("合同额 2023", "BEARS_ON", "Z1 有近事", {"records": ["t:row2"], "date_text": "2018"}),
    ("甲大学", "BEARS_ON", "Z2 只有旧事", {"records": ["t:row3"], "date_text": "2018-05-31"}),
    ("甲大学", "BEARS_ON", "Z2 只有旧事", {"records": ["t:row4"], "date_text": "2016/2020-12"}),
    ("甲大学", "BEARS_ON", "Z3b 只有退役的事", {"retired_in": 3, "date_text": "2023"}),
    ("甲大学", "BEARS_ON", "Z10 推断的事", {"inferred": True, "date_text": "2023"}),
    ("乙公司", "BEARS_ON", "Z11 只有计划", {"stage": "planned", "date_text": "05-27"}),
    ("乙公司", "BEARS_ON", "Z12 起于旧时仍在", {"date_text": "2016/"}),
]


def ask(work: Work) -> dict[str, Row]:
    return rows_of(work, RULE)


def test_states_of_every_leaf_in_the_order_of_the_agreement(store: Store) -> None:
    rows = planted(store, NODES, TIES, ask)
    assert [row["anchor_key"] for row in rows.values()] == ["Z1", "Z2", "Z3a", "Z3b", "Z10", "Z11", "Z12"]
    assert states(rows) == {
        "有近事": "linked",
        "只有旧事": "linked",
        "没有事": "not_collected",
        "只有退役的事": "not_collected",
        "推断的事": "not_collected",
        "只有计划": "linked",
        "起于旧时仍在": "linked",
    }


def test_only_background_is_said_and_a_date_without_a_year_is_no_background(store: Store) -> None:
    rows = planted(store, NODES, TIES, ask)
    said = {name: [part["text"] for part in row["parts"] if part] for name, row in rows.items()}
    assert said["只有旧事"] == ["仅有协议签署之前的背景事实（2 条）"]
    assert said["有近事"] == ["有关的事实 2 条", "其中签署之前的背景 1 条", "最近一条的日期 2023-07"]
    assert said["只有计划"] == ["有关的事实 1 条", "都只是计划或已签约"]
    assert said["起于旧时仍在"] == ["有关的事实 1 条"]


def test_the_evidence_is_the_fact_behind_the_bearing(store: Store) -> None:
    row = planted(store, NODES, TIES, ask)["有近事"]
    facts = {item["records"][0]: item for item in row["evidence"]}
    tie, value = facts["t:row1"], facts["t:row2"]
    assert (tie["type"], tie["start"], tie["end"], tie["background"]) == ("PARTNER_OF", "甲大学", "乙公司", False)
    assert (value["type"], value["start"], value["end"], value["value"], value["unit"]) == (
        "HAS_VALUE",
        "乙公司",
        "合同额",
        "5",
        "元",
    )
    assert value["background"] is True


def test_none_found_only_with_a_complete_list_of_the_facts(store: Store) -> None:
    def covered(work: Work) -> dict[str, Row]:
        cover(work, RULE, "全国")
        return rows_of(work, RULE)

    found = states(planted(store, NODES, TIES, covered))
    assert found["没有事"] == "none_found"
    assert found["有近事"] == "linked"


def test_one_direction_only(store: Store) -> None:
    assert planted(store, NODES, TIES, lambda work: rows_of(work, RULE, direction="西安→商洛")) == {}
