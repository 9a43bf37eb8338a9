"""Why there is no path: each planted reason is the one given, by itself."""

from __future__ import annotations

from graph.answers import Reason
from graph.store import Store
from tests.graph.paths.asking import ask, codes, world


def only_reason(store: Store, start: str, end: str, **more: object) -> Reason:
    answer = world(store, start, end, **more)
    assert len(codes(answer)) == 1
    assert answer.why_none is not None
    return answer.why_none.reasons[0]


def test_only_through_a_hub(world_store: Store) -> None:
    answer = world(world_store, "甲三学院", "乙五材料", hub_floor=6)
    assert codes(answer) == ["only_through_hubs"]
    assert [hub.name for hub in answer.hubs_not_crossed] == ["两市大联盟（虚构）"]
    assert answer.why_none is not None
    (reason,) = answer.why_none.reasons
    assert [(hub["name"], hub["walk_degree"]) for hub in reason.evidence["hubs"]] == [("两市大联盟（虚构）", 8)]
    assert "两市大联盟（虚构）" in reason.text


def test_the_hub_is_crossed_on_request_and_is_an_end_always(world_store: Store) -> None:
    assert world(world_store, "甲三学院", "乙五材料", hub_floor=6, hubs="transit").answer == "found"
    assert world(world_store, "甲三学院", "两市大联盟", hub_floor=6).answer == "found"


def test_only_planned(world_store: Store) -> None:
    reason = only_reason(world_store, "乙十一能源", "甲一大学")
    assert reason.code == "only_retired_or_planned"
    assert "（计划；" in reason.text


def test_only_retired(world_store: Store) -> None:
    assert only_reason(world_store, "乙十二化工", "甲一大学").code == "only_retired_or_planned"


def test_farther(world_store: Store) -> None:
    reason = only_reason(world_store, "远一公司", "甲二大学")
    assert (reason.code, reason.evidence["hops"]) == ("farther", 4)
    assert world(world_store, "远一公司", "甲二大学", max_hops=4).answer == "found"
    beyond = only_reason(world_store, "远一公司", "新一公司", max_hops=4)
    assert (beyond.code, beyond.evidence["hops"]) == ("farther", 5)


def test_other_component(world_store: Store) -> None:
    reason = only_reason(world_store, "孤一公司", "甲二大学")
    assert reason.code == "other_component"
    small, large = reason.evidence["components"]
    assert (small["nodes"], small["whole"]) == (2, True)
    assert large["nodes"] > 2


def test_a_body_without_any_tie(world_store: Store) -> None:
    reason = only_reason(world_store, "甲四学院", "甲二大学")
    assert reason.code == "other_component"
    assert reason.evidence["components"][0]["nodes"] == 1


def test_a_place_is_no_way_out_of_a_component(world_store: Store) -> None:
    reason = only_reason(world_store, "孤一公司", "甲市")
    assert reason.code == "other_component"
    assert [(part["nodes"], part["whole"]) for part in reason.evidence["components"]] == [(2, True), (1, False)]
    assert only_reason(world_store, "甲市", "孤一公司").code == "other_component"


def test_outside_the_day(world_store: Store) -> None:
    reason = only_reason(world_store, "新一公司", "甲二大学", as_of="2018-06-01")
    assert reason.code == "outside_as_of"
    assert "2018-06-01" in reason.text


def test_filtered_by_a_stage(world_store: Store) -> None:
    assert only_reason(world_store, "乙十三机械", "甲二大学", min_stage="started").code == "filtered"


def test_several_at_once(world_store: Store) -> None:
    """The hub and a filter both stand in the way: neither alone, and that is said."""
    answer = world(world_store, "甲三学院", "乙五材料", hub_floor=6, not_types=["MEMBER_OF"])
    assert codes(answer) == ["only_through_hubs"]
    assert answer.why_none is not None
    assert answer.why_none.reasons[0].text.startswith("几个条件同时放宽才连得上")


def test_what_would_join_is_an_inferred_tie(world_store: Store) -> None:
    answer = world(world_store, "推一公司", "甲一研究所")
    assert codes(answer) == ["other_component"]
    assert answer.why_none is not None
    (tie,) = answer.why_none.would_join
    assert (tie["type"], tie["inferred"], tie["records"]) == ("PARTNER_OF", True, ["world:inferred"])


def test_unknown_ends(world_store: Store) -> None:
    answer = ask(world_store, "乙一矿业厂区（虚构）", "甲二大")
    assert codes(answer) == ["unknown_end"]
    assert answer.start is None
    assert answer.end is not None
    assert answer.why_none is not None
    assert answer.why_none.nearest[0].name == "乙一矿业（虚构）"
    assert codes(ask(world_store, "没有甲", "没有乙")) == ["unknown_end", "unknown_end"]


def test_missing_coverage_is_named(world_store: Store) -> None:
    answer = world(world_store, "孤一公司", "甲二大学")
    assert answer.why_none is not None
    states = {note.about: note.state for note in answer.why_none.coverage_missing}
    assert states["PARTNER_OF"] == "partial"
    assert states["CO_BUILT_BY"] == "none"
    assert "ATTENDED" not in states
