"""resources-without-xian-user: the reverse flow, from a resource of Shangluo to a user or market in Xi'an."""

from __future__ import annotations

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, said, states

RULE = "resources-without-xian-user"
SHANGLUO = {"city": "商洛", "county": "云溪县"}
NODES: list[Node] = [
    ("Place", "云溪县", {"city": "商洛", "kind": "县区"}),
    ("Place", "长宁市", {"city": "西安", "kind": "市"}),
    ("Chain", "云药", {}),
    ("Chain", "西安链", {}),
    *(("Product", name, SHANGLUO | {"kind": "药材"}) for name in ("云耳", "云石", "云茶", "云水")),
    ("Product", "厂里货", {"city": "未知"}),
    ("Product", "西安货", {"city": "西安"}),
    ("Enterprise", "云溪公司", SHANGLUO),
    ("Enterprise", "西安公司", {"city": "西安"}),
    ("Enterprise", "远方公司", {"city": "其他"}),
]
TIES: list[Tie] = [
    ("云溪县", "HAS_CHAIN", "云药", {}),
    ("西安公司", "IN_CHAIN", "西安链", {}),
    ("云药", "SHARED_WITH", "长宁市", {"stage": "signed"}),
    ("云耳", "SHARED_WITH", "西安公司", {}),
    ("云石", "SHARED_WITH", "远方公司", {}),
    ("云茶", "SHARED_WITH", "西安公司", {"stage": "planned"}),
    ("云水", "SHARED_WITH", "西安公司", {"inferred": True}),
    ("云溪公司", "OFFERS", "厂里货", {}),
]


def ask(work: Work) -> dict[str, Row]:
    return rows_of(work, RULE)


def test_states_of_the_resources_of_shangluo(store: Store) -> None:
    rows = planted(store, NODES, TIES, ask)
    assert states(rows) == {
        "云药": "linked",
        "云耳": "linked",
        "云石": "not_collected",
        "云茶": "not_collected",
        "云水": "not_collected",
        "厂里货": "not_collected",
    }
    assert said(rows["云药"], "仅已签约") == ["长宁市（已签约）"]
    assert said(rows["云耳"], "西安的用户") == ["西安公司"]
    assert said(rows["云石"], "其他用户") == ["远方公司（其他）"]
    assert said(rows["云茶"], "仅计划") == ["西安公司"]
    assert (rows["厂里货"]["county"], rows["云药"]["anchor_kind"]) == ("云溪县", "Chain")


def test_none_found_where_the_list_of_users_is_complete(store: Store) -> None:
    def covered(work: Work) -> dict[str, Row]:
        cover(work, RULE, "云溪县")
        return rows_of(work, RULE)

    found = states(planted(store, NODES, TIES, covered))
    assert {name for name, state in found.items() if state == "none_found"} == {"云石", "云茶", "云水", "厂里货"}
