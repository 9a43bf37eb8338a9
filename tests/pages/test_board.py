"""What the first page is made of: its drawing, the lists it asks for, what is kept between two loads."""

from __future__ import annotations

import threading
from collections import Counter
from itertools import pairwise

import pytest

from api.kept import Kept
from api.pages import short_cite, web
from graph import gaps
from graph.answers import CityPair, NodeRef, SourceRef
from graph.board import commitment, commitments
from graph.catalogue import catalogue
from graph.overview import overview, template_columns, wanted
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.store import GraphState, Store
from graph.views.bridge import WIDTH, bridge
from graph.views.style import STAGE_WORDS


def _pair(x: str, s: str, through: str = "", stage: str = "started") -> CityPair:
    return CityPair(
        xian=NodeRef(id=x, kind="University", name=f"甲{x}", city="西安"),
        shangluo=NodeRef(id=s, kind="Enterprise", name=f"乙{s}", city="商洛"),
        through=NodeRef(id=through, kind="Platform", name="很长的平台名称" * 6, city="两市") if through else None,
        verb="共建",
        stage=stage,
        mark="O",
    )


def test_plates_of_a_column_do_not_touch_and_stay_inside() -> None:
    pairs = [_pair(f"x{i}", f"s{j}", f"m{(i + j) % 3}" if j % 2 else "") for i in range(5) for j in range(4)]
    drawn = bridge(pairs)
    for column in range(3):
        plates = sorted((plate for plate in drawn.plates if plate.column == column), key=lambda plate: plate.y)
        assert plates
        assert all(one.y + one.height < other.y for one, other in pairwise(plates))
        assert plates[0].y >= 30
        assert plates[-1].y + plates[-1].height <= drawn.height
    assert drawn.width == WIDTH
    assert all(len(plate.rows) <= 2 for plate in drawn.plates)


def test_each_pair_is_a_curve_of_its_own() -> None:
    pairs = [_pair(f"x{i}", f"s{j}", "m") for i in range(3) for j in range(3)] + [_pair("x0", "s0")]
    drawn = bridge(pairs)
    assert len({curve.d for curve in drawn.curves}) == len(pairs)
    assert [curve.pair for curve in drawn.curves] == pairs
    assert bridge(pairs) == drawn


def test_no_pairs_no_drawing() -> None:
    assert bridge([]).plates == []


def test_pairs_join_the_cities_with_dates_and_sources(bundled_store: Store) -> None:
    data = overview(bundled_store).data
    assert len(data.pairs) >= 10
    keys = [(pair.xian.id, pair.through and pair.through.id, pair.shangluo.id) for pair in data.pairs]
    assert len(keys) == len(set(keys))
    for pair in data.pairs:
        assert (pair.xian.city, pair.shangluo.city) == ("西安", "商洛")
        assert pair.sources
        assert pair.mark in {source.mark for source in pair.sources} or len(pair.sources) > 1
        assert pair.stage in STAGE_WORDS
        assert pair.stage != "planned"


def test_the_agreement_is_cited_by_what_has_its_words(bundled_store: Store) -> None:
    answer = commitments(bundled_store)
    assert [source.id for source in answer.data.sources] == ["agreement"]
    assert {source.id for source in commitment(bundled_store, "C3").data.sources} == {"agreement"}
    assert {source.id for source in commitment(bundled_store, "C2a").data.sources} == {"agreement"}


def test_states_on_the_board_are_those_of_the_gap_rule(bundled_store: Store) -> None:
    rows = commitments(bundled_store).data.rows
    counts = gaps.ask(bundled_store, "commitments-without-evidence").data.counts
    states = Counter(row.state for row in rows if row.leaf)
    assert (states["linked"], states["none_found"], states["not_collected"]) == (
        counts.linked,
        counts.none_found,
        counts.not_collected,
    )
    assert all(row.state is None for row in rows if not row.leaf)


def test_every_rule_names_lists_that_fill_all_it_needs() -> None:
    keys: dict[str, str] = {}
    for name, query in catalogue().items():
        if not name.startswith("gaps/"):
            continue
        lists = query.extras["wanted"]
        assert {about for entry in lists for about in entry["about"]} == {
            need["about"] for need in query.extras["coverage"]
        }
        for entry in lists:
            assert keys.setdefault(entry["key"], entry["list"]) == entry["list"]
            assert template_columns(entry["key"]) == tuple(entry["columns"])
    assert not {key for key in (*NODE_KINDS, *EDGE_KINDS, "nothing") if template_columns(key)}


def test_wanted_lists_add_up_the_findings_that_wait_for_them(bundled_store: Store) -> None:
    answers = {rule.name: gaps.ask(bundled_store, rule.name) for rule in gaps.rules()}
    rows = wanted(answers.values())
    assert [row.findings for row in rows] == sorted((row.findings for row in rows), reverse=True)
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert row.findings == sum(answers[rule.name].data.counts.not_collected for rule in row.rules) > 0
    asked = {rule.name for row in rows for rule in row.rules}
    assert asked == {name for name, answer in answers.items() if answer.data.counts.not_collected}


def test_a_list_wanted_by_two_rules_is_one_row(bundled_store: Store) -> None:
    answer = gaps.ask(bundled_store, "one-sided-platforms")
    once, twice = wanted([answer]), wanted([answer, answer])
    assert [row.key for row in once] == [row.key for row in twice] == ["bases", "platforms"]
    assert twice[0].findings == 2 * once[0].findings


def test_a_list_that_is_complete_is_not_asked_for(bundled_store: Store) -> None:
    answer = gaps.ask(bundled_store, "one-sided-platforms")
    notes = [note.model_copy(update={"state": "complete"}) for note in answer.meta.coverage]
    complete = answer.model_copy(update={"meta": answer.meta.model_copy(update={"coverage": notes})})
    assert wanted([complete]) == []


def test_kept_is_made_once_for_a_state_and_again_for_the_next() -> None:
    kept: Kept[int] = Kept()
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    first = GraphState(1, "2026-01-01", False, "x")
    threads = [threading.Thread(target=kept.get, args=(first, make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.get(first, make) == 0
    assert made == [0]
    assert kept.get(GraphState(1, "2026-01-01", True, "x"), make) == 1
    assert kept.get(GraphState(2, "2026-01-02", False, "x"), make) == 2


def test_what_fails_is_not_kept() -> None:
    kept: Kept[int] = Kept()
    state = GraphState(1, None, False, None)
    with pytest.raises(ZeroDivisionError):
        kept.get(state, lambda: 1 // 0)
    assert kept.get(state, lambda: 7) == 7


def test_words_for_a_narrow_place() -> None:
    known = SourceRef(id="Z", publisher="虚构日报", title="纪实", date="2024-01-02", mark="O")
    assert short_cite(known) == "虚构日报，2024-01-02"
    assert (
        short_cite(known.model_copy(update={"publisher": "发布者未注明", "date": "11-27"}))
        == "《纪实》，11-27，原文未印年份"
    )
    assert web("https://made-up.example/") == "https://made-up.example/"
    assert web("javascript:alert(1)") == web(None) == ""
