"""Findings kept (`write/gap_findings`): since when a state holds, what a load opened and what it closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.gaps import record_findings
from graph.gaps.record import changed, since
from graph.gaps.rows import finding_id
from graph.store import Row, Store, Work
from tests.graph.gaps.planting import PREFIX, Node, Tie, planted

RULE = "one-sided-platforms"
NODES: list[Node] = [
    ("Platform", "联合中心", {"city": "商洛"}),
    ("Platform", "旧中心", {"city": "商洛"}),
    ("Enterprise", "云溪公司", {"city": "商洛"}),
    ("University", "长宁大学", {"city": "西安"}),
]
TIES: list[Tie] = [
    ("联合中心", "CO_BUILT_BY", "云溪公司", {}),
    ("联合中心", "CO_BUILT_BY", "长宁大学", {"retired_in": 1}),
    ("旧中心", "CO_BUILT_BY", "云溪公司", {}),
]
JOINT, OLD = (finding_id(RULE, PREFIX + name) for name in ("联合中心", "旧中心"))
FIRST, SECOND, THIRD = 1_000_001, 1_000_002, 1_000_003
"""Versions far above those of whatever else the store holds."""


def kept(work: Work) -> dict[str, Row]:
    """The findings of the planted platforms, by id."""
    return {row["id"]: row for row in work.run("read/gap_findings", rule=RULE) if row["id"] in (JOINT, OLD)}


def after(steps: Callable[[Work], Any]) -> Callable[[Work], Any]:
    """First a load's findings, then the steps."""

    def ask(work: Work) -> Any:
        record_findings(work, FIRST)
        return steps(work)

    return ask


def link(work: Work) -> None:
    work.run_text(
        "MATCH (:Platform {id: $id})-[t:CO_BUILT_BY]->() SET t.retired_in = null", {"id": PREFIX + "联合中心"}
    )


def test_every_finding_of_a_first_load_is_new(store: Store) -> None:
    found = planted(store, NODES, TIES, after(kept))
    assert {(row["state"], row["previous"], row["since_version"]) for row in found.values()} == {
        ("not_collected", None, FIRST)
    }
    told = changed(list(found.values()), FIRST, {JOINT, OLD})
    assert (set(told.new), told.closed, told.since_version) == ({JOINT, OLD}, [], str(FIRST - 1))


def test_a_load_that_changes_nothing_moves_no_since(store: Store) -> None:
    def again(work: Work) -> tuple[dict[str, Row], dict[str, Row]]:
        before = kept(work)
        record_findings(work, SECOND)
        return before, kept(work)

    before, found = planted(store, NODES, TIES, after(again))
    assert before == found
    told = changed(list(found.values()), SECOND, {JOINT, OLD})
    assert (told.new, told.closed) == ([], [])


def test_a_hole_that_closes_and_opens_again(store: Store) -> None:
    def close_and_open(work: Work) -> list[dict[str, Row]]:
        link(work)
        record_findings(work, SECOND)
        closed = kept(work)
        work.run_text("MATCH (:University {id: $id})-[t]-() SET t.retired_in = 3", {"id": PREFIX + "长宁大学"})
        record_findings(work, THIRD)
        return [closed, kept(work)]

    closed, opened = planted(store, NODES, TIES, after(close_and_open))
    assert (closed[JOINT]["state"], closed[JOINT]["since_version"]) == ("linked", SECOND)
    assert changed(list(closed.values()), SECOND, {JOINT, OLD}).closed == [JOINT]
    assert (opened[JOINT]["state"], opened[JOINT]["previous"]) == ("not_collected", "linked")
    assert changed(list(opened.values()), THIRD, {JOINT, OLD}).new == [JOINT]
    assert opened[OLD]["since_version"] == FIRST


def test_an_anchor_that_is_no_longer_there_closes_its_finding(store: Store) -> None:
    def vanish(work: Work) -> dict[str, Row]:
        work.run_text("MATCH (p:Platform {id: $id}) SET p.retired_in = 9", {"id": PREFIX + "旧中心"})
        record_findings(work, SECOND)
        return kept(work)

    found = planted(store, NODES, TIES, after(vanish))
    assert found[OLD]["gone"] is True
    assert changed(list(found.values()), SECOND, {JOINT}).closed == [OLD]
    assert set(since(list(found.values()))) == {JOINT}


def test_since_is_the_time_of_the_load_that_first_saw_the_state(store: Store) -> None:
    def with_load(work: Work) -> dict[str, str]:
        work.run_text("CREATE (:Load {id: $id, finished: '2026-11-24T08:00:00+08:00'})", {"id": FIRST})
        return since(list(kept(work).values()))

    assert planted(store, NODES, TIES, after(with_load))[JOINT] == "2026-11-24T08:00:00+08:00"
    assert planted(store, NODES, TIES, after(lambda work: since(list(kept(work).values()))))[JOINT] == f"v{FIRST}"
