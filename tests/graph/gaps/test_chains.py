"""chains-without-institute: which chains are Shangluo's, and what counts as an institute of one."""

from __future__ import annotations

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import Node, Tie, cover, planted, rows_of, said, states

RULE = "chains-without-institute"
NODES: list[Node] = [
    ("Place", "云溪市", {"city": "商洛", "kind": "市"}),
    ("Place", "云溪县", {"city": "商洛", "kind": "县区"}),
    *(("Chain", name, {}) for name in ("有院链", "签约链", "计划链", "无院链", "平台链", "西安链")),
    ("Platform", "云钒产业技术研究院", {"kind": "产业技术研究院", "city": "商洛"}),
    ("Platform", "云茶研究院", {"kind": "产业技术研究院", "city": "商洛"}),
    ("Platform", "云锌研究院", {"kind": "产业技术研究院", "city": "商洛"}),
    ("Platform", "联合中心", {"kind": "联合研究中心", "city": "未知", "county": "云溪县"}),
    ("Enterprise", "云溪公司", {"city": "商洛", "county": "云溪县"}),
    ("Enterprise", "西安公司", {"city": "西安"}),
]
TIES: list[Tie] = [
    ("云溪市", "HAS_CHAIN", "有院链", {}),
    ("云溪市", "HAS_CHAIN", "签约链", {}),
    ("云溪县", "HAS_CHAIN", "计划链", {}),
    ("云溪县", "HAS_CHAIN", "签约链", {}),
    ("云溪公司", "IN_CHAIN", "无院链", {}),
    ("西安公司", "IN_CHAIN", "无院链", {}),
    ("联合中心", "CO_BUILT_BY", "云溪公司", {}),
    ("联合中心", "IN_CHAIN", "平台链", {}),
    ("西安公司", "IN_CHAIN", "西安链", {}),
    ("云钒产业技术研究院", "IN_CHAIN", "有院链", {}),
    ("云茶研究院", "IN_CHAIN", "签约链", {"stage": "signed"}),
    ("云锌研究院", "IN_CHAIN", "计划链", {"stage": "planned"}),
]


def ask(work: Work) -> dict[str, Row]:
    return rows_of(work, RULE)


def test_states_of_the_chains_of_shangluo(store: Store) -> None:
    rows = planted(store, NODES, TIES, ask)
    assert states(rows) == {
        "有院链": "linked",
        "签约链": "linked",
        "计划链": "not_collected",
        "无院链": "not_collected",
        "平台链": "not_collected",
    }
    assert said(rows["有院链"], "产业技术研究院") == ["云钒产业技术研究院"]
    assert said(rows["签约链"], "产业技术研究院") == ["云茶研究院（仅已签约）"]
    assert [item["name"] for item in rows["无院链"]["candidates"]] == ["西安公司"]
    assert {name: row["county"] for name, row in rows.items()} == {
        "有院链": "",
        "签约链": "",
        "计划链": "云溪县",
        "无院链": "云溪县",
        "平台链": "云溪县",
    }


def test_filters(store: Store) -> None:
    by_chain = planted(store, NODES, TIES, lambda work: rows_of(work, RULE, chain="无院链"))
    by_county = planted(store, NODES, TIES, lambda work: rows_of(work, RULE, county="云溪县"))
    assert (list(by_chain), set(by_county)) == (["无院链"], {"签约链", "计划链", "无院链", "平台链"})


def test_a_list_of_one_county_is_not_enough_for_a_chain_of_the_whole_city(store: Store) -> None:
    def covered(work: Work) -> dict[str, str]:
        work.run_text("MATCH (n:Platform) WHERE n.name IN ['云钒产业技术研究院', '云茶研究院'] SET n.retired_in = 1")
        cover(work, RULE, "云溪县")
        return states(rows_of(work, RULE))

    found = planted(store, NODES, TIES, covered)
    assert found["无院链"] == "none_found"
    assert found["有院链"] == found["签约链"] == "not_collected"


def test_none_found_needs_the_institutes_and_their_chains_complete(store: Store) -> None:
    def covered(work: Work, partial: str = "") -> dict[str, str]:
        cover(work, RULE, "商洛市", partial=partial)
        return states(rows_of(work, RULE))

    assert planted(store, NODES, TIES, covered)["无院链"] == "none_found"
    assert planted(store, NODES, TIES, lambda work: covered(work, "IN_CHAIN"))["无院链"] == "not_collected"
