"""The six rules asked of the made-up world (tests/world/README.md): exact rows, planted negatives included."""

from __future__ import annotations

from typing import Any

import pytest

from graph.answers import Finding
from graph.gaps import ask
from graph.store import Store

LAST = "（虚构）"


def rows(store: Store, rule: str, **params: Any) -> dict[str, Finding]:
    """The findings by name of the anchor, without the ending that all names of the world share."""
    return {row.anchor.name.removesuffix(LAST): row for row in ask(store, rule, **params).data.rows}


def states(store: Store, rule: str, **params: Any) -> dict[str, str]:
    return {name: row.state for name, row in rows(store, rule, **params).items()}


def test_commitments(world_store: Store) -> None:
    found = rows(world_store, "commitments-without-evidence")
    assert {row.anchor.key: row.state for row in found.values()} == {"X1": "linked", "X2": "not_collected"}
    (fact,) = found["与乙市企业共建"].evidence
    assert (fact.text, fact.date_text) == ("甲乙共建中心（虚构）与与乙市企业共建（虚构）有关", "2023")
    assert [source.publisher for source in fact.sources] == ["虚构日报"]
    assert found["办培训会"].reason == "未收录依据：已装载的来源里未见与本条款有关的事实"


def test_lead_firms(world_store: Store) -> None:
    found = rows(world_store, "lead-firms-without-xian-partner")
    assert {name: row.state for name, row in found.items()} == {"乙一矿业": "linked", "链一公司": "not_collected"}
    assert found["乙一矿业"].reason == "西安研发伙伴：甲一大学（虚构）（经甲乙共建中心（虚构））"
    assert {source.id for fact in found["乙一矿业"].evidence for source in fact.sources} == {"Z1", "Z2"}
    assert found["链一公司"].chain == ["虚构矿链"]
    assert found["链一公司"].county == "乙一县（虚构）"


def test_all_firms_linked_and_why_the_others_are_not(world_store: Store) -> None:
    found = rows(world_store, "lead-firms-without-xian-partner", scope="all")
    assert {name for name, row in found.items() if row.state == "linked"} == {
        "乙一矿业",
        "乙二药业",
        "乙十三机械",
        "新一公司",
        "远四公司",
    }
    assert {row.state for row in found.values()} == {"linked", "not_collected"}
    assert found["乙十三机械"].reason == "仅已签约：甲二大学（虚构）（仅已签约）"
    assert found["乙十一能源"].reason.endswith("仅计划的西安伙伴：甲一大学（虚构）")
    assert found["乙四农业"].reason.endswith("入驻、走访或同场（不算研发联系）：甲飞地孵化器（虚构）")
    assert found["会一公司"].reason.endswith("入驻、走访或同场（不算研发联系）：甲一研究所（虚构）")
    # Retired, inferred, one agency, one chain, one county, one alliance of two cities, a team that was sent (help, no
    # research tie): none of these is a partner.
    bare = "未收录依据：未见与西安高校、科研院所的研发联系"
    nobody = ("乙十二化工", "推一公司", "链一公司", "链二公司", "乙五材料", "乙六食品", "孤一公司", "远三公司")
    assert {name: found[name].reason for name in nobody} == dict.fromkeys(nobody, bare)


def test_platforms(world_store: Store) -> None:
    found = rows(world_store, "one-sided-platforms")
    assert {name: row.state for name, row in found.items()} == {
        "甲乙共建中心": "linked",
        "乙二研究院": "not_collected",
        "只有乙方的平台": "not_collected",
    }
    assert found["只有乙方的平台"].reason == (
        "未收录依据：未见西安一侧的伙伴；商洛一侧：乙一矿业（虚构）、链一公司（虚构）"
    )
    everything = states(world_store, "one-sided-platforms", scope="all")
    assert everything.keys() - found.keys() == {"甲重点实验室之一", "甲重点实验室之二"}


def test_chains(world_store: Store) -> None:
    answer = ask(world_store, "chains-without-institute")
    assert {row.anchor.name: row.state for row in answer.data.rows} == {
        "虚构矿链": "not_collected",
        "虚构药链": "linked",
    }
    assert (answer.data.counts.linked, answer.data.counts.total) == (1, 2)


def test_resources(world_store: Store) -> None:
    found = rows(world_store, "resources-without-xian-user")
    assert {name: (row.anchor.kind, row.state) for name, row in found.items()} == {
        "虚构药材": ("Product", "linked"),
        "虚构矿石": ("Product", "not_collected"),
        "虚构矿链": ("Chain", "not_collected"),
        "虚构药链": ("Chain", "not_collected"),
    }
    assert found["虚构药材"].reason == "西安的用户或市场：甲飞地孵化器（虚构）"


def test_laboratories_by_a_whole_list(world_store: Store) -> None:
    cities = ["甲市（虚构）", "乙市（虚构）"]
    answer = ask(world_store, "state-key-laboratories-by-city", cities=cities)
    found = {row.anchor.name: row for row in answer.data.rows}
    assert {name: row.state for name, row in found.items()} == {"甲市（虚构）": "linked", "乙市（虚构）": "none_found"}
    assert found["甲市（虚构）"].reason == "名单所列 2 个：甲重点实验室之一（虚构）、甲重点实验室之二（虚构）"
    assert "测试（全部虚构）《虚构的两市世界》（截至 2024，自报 2 个，范围 全国）" in found["乙市（虚构）"].reason
    assert [(note.state, note.declared) for note in answer.meta.coverage] == [("complete", 2)]


@pytest.mark.parametrize(("county", "firms"), [("乙一县（虚构）", 4), ("乙二县（虚构）", 1)])
def test_a_county_as_denominator(world_store: Store, county: str, firms: int) -> None:
    rule = "lead-firms-without-xian-partner"
    narrowed = ask(world_store, rule, scope="all", county=county).data
    assert narrowed.counts.total == firms
    assert ask(world_store, rule, scope="all").data.by["county"][county] == narrowed.counts
