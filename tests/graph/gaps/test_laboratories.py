"""state-key-laboratories-by-city: the control of the third state, from a list that presents itself as the whole."""

from __future__ import annotations

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, said, states

RULE = "state-key-laboratories-by-city"
CITIES = ["长宁市", "云溪市"]
LAB = {"kind": "重点实验室"}
NODES: list[Node] = [
    ("Place", "长宁市", {"kind": "市", "code": "9901"}),
    ("Place", "长宁区", {"kind": "县区"}),
    ("Place", "云溪市", {"kind": "市", "code": "9902"}),
    ("Platform", "甲国家重点实验室", LAB),
    ("Platform", "乙国家重点实验室", LAB),
    ("Platform", "丙全国重点实验室", LAB | {"records": ["other:1"]}),
    ("Platform", "丁省重点实验室", LAB | {"records": ["other:2"]}),
]
TIES: list[Tie] = [
    ("长宁区", "PART_OF", "长宁市", {}),
    ("甲国家重点实验室", "LOCATED_IN", "长宁市", {}),
    ("乙国家重点实验室", "LOCATED_IN", "长宁区", {}),
    ("丙全国重点实验室", "LOCATED_IN", "长宁市", {}),
    ("丁省重点实验室", "LOCATED_IN", "云溪市", {}),
]


def listed(work: Work) -> dict[str, Row]:
    cover(work, RULE, "全国")
    return rows_of(work, RULE, cities=CITIES)


def test_the_city_that_a_complete_list_leaves_out_is_none_found(store: Store) -> None:
    rows = planted(store, NODES, TIES, listed)
    assert states(rows) == {"长宁市": "linked", "云溪市": "none_found"}
    assert said(rows["长宁市"], "名单所列 2 个") == ["乙国家重点实验室", "甲国家重点实验室"]
    assert said(rows["长宁市"], "另有其他来源提到 1 个") == ["丙全国重点实验室"]
    assert rows["云溪市"]["covered"] == ["planted-state-key-laboratories-by-city-0"]


def test_without_a_complete_list_it_is_not_collected(store: Store) -> None:
    def partly(work: Work) -> dict[str, Row]:
        cover(work, RULE, "全国", partial="Platform")
        return rows_of(work, RULE, cities=CITIES)

    assert states(planted(store, NODES, TIES, partly)) == {"长宁市": "linked", "云溪市": "not_collected"}


def test_a_list_of_another_place_says_nothing(store: Store) -> None:
    def elsewhere(work: Work) -> dict[str, Row]:
        cover(work, RULE, "长宁市")
        return rows_of(work, RULE, cities=CITIES)

    assert states(planted(store, NODES, TIES, elsewhere))["云溪市"] == "not_collected"
