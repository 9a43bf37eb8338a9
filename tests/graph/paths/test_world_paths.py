"""Planted paths of the made-up world (tests/world/README.md), each found with its exact ties."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from graph.answers import Tie
from graph.errors import AmbiguousNameError, NotFoundError, UsageError
from graph.paths import PathQuestion
from graph.store import Store
from tests.graph.paths.asking import ask, chain, codes, through, world


def stated(ties: list[Tie]) -> list[list[str]]:
    return [tie.records for tie in ties]


def test_one_hop_over_a_reified_tie(world_store: Store) -> None:
    answer = world(world_store, "乙一矿业", "甲一大学", max_hops=1)
    (path,) = answer.paths
    chain(path)
    assert (path.hops, through(path)) == (1, "乙一矿业–甲乙共建中心–甲一大学")
    assert path.pattern == "Enterprise–CO_BUILT_BY–Platform–CO_BUILT_BY–University"
    assert stated(path.ties) == [["world:one-hop-f"], ["world:one-hop-u"]]
    assert [tie.verb for tie in path.ties] == ["参与共建", "由…共建"]
    assert [source.id for source in path.ties[0].sources] == ["Z1", "Z2"]
    assert path.sentence == (
        "乙一矿业（虚构）与甲一大学（虚构）共建甲乙共建中心（虚构）"
        "（虚构日报《两市共建纪实》，2024-01-02；虚构晚报《镜像上的一则消息》，11-27，原文未印年份，仅见于镜像）"
    )


def test_an_address_is_a_link_on_its_own_host_only(world_store: Store) -> None:
    (path,) = world(world_store, "乙一矿业", "甲一大学", max_hops=1).paths
    own, mirror = path.ties[0].sources
    assert (own.url, own.address_text) == ("https://made-up.example/z1", None)
    assert (mirror.url, mirror.address_text) == (None, None)
    (path,) = world(world_store, "乙二药业", "乙一矿业", max_hops=1).paths
    (repost,) = path.ties[0].sources
    assert (repost.url, repost.address_text) == (None, "http://made-up.example/z3")
    assert repost.publisher == "发布者未注明"


@pytest.mark.parametrize(
    ("start", "end", "hops", "nodes"),
    [
        ("乙二药业", "甲一大学", 2, "乙二药业–乙一矿业–甲乙共建中心–甲一大学"),
        ("乙三电子", "甲二大学", 2, "乙三电子–甲桥生–甲二大学"),
        ("乙六食品", "甲一大学", 2, "乙六食品–甲一服务团–甲一大学"),
        ("会一公司", "甲一研究所", 1, "会一公司–甲乙对接会–甲一研究所"),
        ("乙十三机械", "甲二大学", 1, "乙十三机械–甲二大学"),
        ("链一公司", "乙市科技局", 1, "链一公司–乙市科技局"),
        ("甲三学院", "乙五材料", 2, "甲三学院–两市大联盟–乙五材料"),
        ("乙四农业", "甲一区", 2, "乙四农业–甲飞地孵化器–甲一区"),
        ("乙四农业", "甲市", 2, "乙四农业–甲飞地孵化器–甲一区–甲市"),
        ("甲市", "乙四农业", 2, "甲市–甲一区–甲飞地孵化器–乙四农业"),
        ("乙三电子", "乙市", 1, "乙三电子–乙一镇–乙一县–乙市"),
        ("乙一矿业", "甲一区", 2, "乙一矿业–甲乙共建中心–甲一大学–甲一区"),
    ],
)
def test_the_best_path_and_its_hops(world_store: Store, start: str, end: str, hops: int, nodes: str) -> None:
    answer = world(world_store, start, end)
    assert answer.answer == "found"
    assert (answer.paths[0].hops, through(answer.paths[0])) == (hops, nodes)
    for path in answer.paths:
        chain(path)


def test_two_places_are_joined_by_the_bodies_in_them(world_store: Store) -> None:
    found = {through(path) for path in world(world_store, "甲市", "乙市").paths}
    assert found == {
        "甲市–甲一区–甲一大学–甲乙共建中心–乙一矿业–乙一县–乙市",
        "甲市–甲二区–甲二大学–乙二药业–乙二县–乙市",
    }


def test_a_place_is_never_a_step(world_store: Store) -> None:
    """链一公司 and 链二公司 share agency, chain and county, and nothing a path may walk."""
    assert codes(world(world_store, "链一公司", "链二公司")) == ["other_component"]


def test_two_ties_of_one_kind_stay_two_in_one_path(world_store: Store) -> None:
    (path,) = world(world_store, "乙二药业", "甲二大学", max_hops=1).paths
    assert stated(path.ties) == [["world:parallel-1"]]
    assert stated(path.also) == [["world:parallel-2"]]
    assert path.also[0].date_text == "2023-05-06"


def test_the_same_path_from_the_other_side(world_store: Store) -> None:
    there = world(world_store, "乙二药业", "甲一大学").paths
    back = world(world_store, "甲一大学", "乙二药业").paths
    assert [through(path).split("–")[::-1] for path in there] == [through(path).split("–") for path in back]
    assert [path.score for path in there] == [path.score for path in back]
    assert back[0].ties[0].verb == "参与共建"


def test_a_signed_intention_says_so(world_store: Store) -> None:
    (path,) = world(world_store, "乙十三机械", "甲二大学", max_hops=1).paths
    assert path.ties[0].stage == "signed"
    assert "已签约" in path.sentence
    assert "仅见于镜像" in path.sentence


def test_a_plan_is_shown_on_request_only(world_store: Store) -> None:
    (path,) = world(world_store, "乙十一能源", "甲一大学", min_stage="planned").paths
    assert "（计划；2025；" in path.sentence
    assert path.ties[0].in_force is False


def test_an_inferred_tie_is_shown_on_request_only(world_store: Store) -> None:
    (path,) = world(world_store, "推一公司", "甲一研究所", include_inferred=True).paths
    assert path.ties[0].inferred
    assert "推断" in path.sentence


def test_in_force_follows_from_the_dates(world_store: Store) -> None:
    def force(day: str, **more: object) -> list[bool | None]:
        answer = world(world_store, "新一公司", "甲二大学", as_of=day, max_hops=1, **more)
        return [tie.in_force for path in answer.paths for tie in path.ties]

    assert force("2020-06-01") == [True]
    assert force("2020-06-01", as_of_mode="certain") == [True]
    assert force("2018-06-01") == []


def test_an_act_counts_from_its_day_on(world_store: Store) -> None:
    assert world(world_store, "乙三电子", "甲二大学", as_of="2024-01-01").answer == "found"
    assert codes(world(world_store, "乙三电子", "甲二大学", as_of="2018-01-01")) == ["outside_as_of"]


def test_undated_ties_are_possible_but_not_certain(world_store: Store) -> None:
    question = {"max_hops": 1, "as_of": "2024-01-01"}
    assert world(world_store, "乙一矿业", "甲一大学", **question).answer == "found"
    certain = world(world_store, "乙一矿业", "甲一大学", **question, as_of_mode="certain")
    assert codes(certain) == ["outside_as_of"]


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({"via": ["乙一矿业（虚构）"]}, "found"),
        ({"via": ["甲二大"]}, "none"),
        ({"avoid": ["乙一矿业（虚构）"]}, "none"),
        ({"types": ["PARTNER_OF"]}, "none"),
        ({"types": ["PARTNER_OF", "CO_BUILT_BY"]}, "found"),
        ({"not_types": ["PARTNER_OF"]}, "none"),
        ({"sources": ["Z1"]}, "none"),
        ({"sources": ["Z1", "Z3"]}, "found"),
        ({"sources": ["world"]}, "found"),
        ({"marks": ["O"]}, "none"),
        ({"marks": ["O", "R"]}, "found"),
    ],
)
def test_filters(world_store: Store, more: dict[str, list[str]], answer: str) -> None:
    """乙二药业 –PARTNER_OF (Z3, R)– 乙一矿业 –CO_BUILT_BY (Z1, Z2; O)– 甲乙共建中心 – 甲一大学 is the only path."""
    given = world(world_store, "乙二药业", "甲一大学", max_hops=2, **more)
    assert given.answer == answer
    if answer == "none":
        assert codes(given)[0] == "filtered"


def test_ends_that_cannot_be(world_store: Store) -> None:
    with pytest.raises(UsageError, match="同一个节点"):
        ask(world_store, "甲二大", "甲二大学（虚构）")
    with pytest.raises(AmbiguousNameError):
        world(world_store, "丁香公司", "甲二大学")
    with pytest.raises(NotFoundError):
        world(world_store, "乙一矿业", "甲一大学", avoid=["没有这家"])


@pytest.mark.parametrize(
    "more", [{"max_hops": 5}, {"max_hops": 0}, {"k": 0}, {"types": ["IN_CHAIN"]}, {"hop": 2}, {"marks": ["X"]}]
)
def test_parameters_out_of_range(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PathQuestion.model_validate({"from": "a", "to": "b", **more})


def test_the_answer_is_the_same_each_time(world_store: Store) -> None:
    first = world(world_store, "甲市", "乙市", max_hops=4, k=200)
    assert first == world(world_store, "甲市", "乙市", max_hops=4, k=200)
