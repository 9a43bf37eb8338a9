"""What a source's last load was, when it is to be taken anew, and that answers name what is past its day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph import gaps
from graph.answers import SourceRow
from graph.attempts import attempts
from graph.due import today
from graph.errors import SourceError
from graph.library import coverage, sources
from graph.overview import overview
from graph.paths.find import find_paths
from graph.paths.question import PathQuestion
from graph.store import Store
from loaders.pipeline import load, load_all
from loaders.undo import undo
from tests.pipeline.graphs import everything
from tests.pipeline.sources import SHANGLUO, XIAN, body, source, tie

SCHOOL = body("University", "编造大学", city="西安")
FIRM = body("Enterprise", "编造锌业", city="商洛")
PARTNERS: dict[str, Any] = {"about": "PARTNER_OF", "place": "商洛市", "complete": True, "words": "编造的名单"}
ROWS = [XIAN, SHANGLUO, tie(SCHOOL, "LOCATED_IN", XIAN), tie(FIRM, "LOCATED_IN", SHANGLUO)]
PAST = "取自 2020-01-01，每 1 年更新一次，2021-01-01 起应换新版，已过期"


def row(store: Store, id_: str) -> SourceRow:
    """One source as it is listed."""
    return next(one for one in sources(store).data.rows if one.source.id == id_)


def test_the_state_of_each_source(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "old", ROWS, every="P1Y", retrieved="2020-01-01", coverage=[PARTNERS]))
    load(graph, source(tmp_path / "new", [FIRM], every="P3M", retrieved=today().isoformat()))
    load(graph, source(tmp_path / "once", [FIRM], retrieved="2020-01-01"))
    old, new, once = (row(graph, id_) for id_ in ("old", "new", "once"))
    assert (old.stale, old.due, old.note, old.last_load) == (True, "2021-01-01", PAST, "1")
    assert (new.stale, new.age_days, new.every, bool(new.due)) == (False, 0, "P3M", True)
    assert (once.stale, once.due, once.every, once.note) == (False, None, "", "")
    assert all(one.loaded_at and one.read == one.loaded for one in (old, new, once))
    assert [(one.id, one.note) for one in overview(graph).data.stale] == [("old", PAST)]
    [note] = coverage(graph).data.rows
    assert (note.stale, note.due, note.note) == (True, "2021-01-01", PAST)


def test_answers_name_a_list_that_is_past_its_day(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "old", ROWS, every="P1Y", retrieved="2020-01-01", coverage=[PARTNERS]))
    answer = gaps.ask(graph, "lead-firms-without-xian-partner", scope="all")
    [note] = [note for note in answer.meta.coverage if note.about == "PARTNER_OF"]
    assert (note.state, note.note) == ("complete", PAST)
    why = find_paths(graph, PathQuestion(start="编造大学", end="编造锌业")).data.why_none
    assert why is not None
    [note] = [note for note in why.coverage_missing if note.about == "PARTNER_OF"]
    assert (note.state, note.stale, note.note) == ("complete", True, PAST)
    load(graph, source(tmp_path / "old", ROWS, every="P1Y", retrieved=today().isoformat(), coverage=[PARTNERS]))
    why = find_paths(graph, PathQuestion(start="编造大学", end="编造锌业")).data.why_none
    assert why is not None
    assert not any(note.about == "PARTNER_OF" or note.stale for note in why.coverage_missing)


def test_a_reason_that_rests_on_it_says_so(graph: Store, tmp_path: Path) -> None:
    """None found, since every list the rule looks at is whole; each is past its day."""
    needs = gaps.find("one-sided-platforms").extras["coverage"]
    whole = [PARTNERS | need | {"place": "全国"} for need in needs]
    platform = body("Platform", "编造中心", city="商洛", sub="工程中心")
    rows = [*ROWS, tie(platform, "CO_BUILT_BY", FIRM), tie(platform, "LOCATED_IN", SHANGLUO)]
    load(graph, source(tmp_path / "old", rows, every="P1Y", retrieved="2020-01-01", coverage=whole))
    found = [finding for finding in gaps.ask(graph, "one-sided-platforms").data.rows if finding.state == "none_found"]
    assert found
    assert all(PAST in finding.reason for finding in found)


def test_a_failed_load_says_so_and_changes_nothing(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", ROWS))
    before = everything(graph)
    broken = source(tmp_path / "one", ROWS[:1], assertions={"rows": 4, "loaded": 0})
    with pytest.raises(SourceError, match="像是被截断"):
        load(graph, broken)
    assert everything(graph) == before
    failed = row(graph, "one").failed
    assert failed is not None
    assert (failed.code, "像是被截断" in failed.detail, bool(failed.way_out)) == ("source-broken", True, True)
    with pytest.raises(KeyboardInterrupt):
        load(graph, source(tmp_path / "two", ROWS), after=[_stop])
    assert attempts(graph.settings.home)["two"].detail == "装载被中断"
    load_all(graph, [source(tmp_path / "one", ROWS[:3]), source(tmp_path / "two", ROWS)])
    assert not attempts(graph.settings.home)


def _stop(_work: object, _version: int) -> None:
    raise KeyboardInterrupt


def test_all_loads_what_changed_and_nothing_else(graph: Store, tmp_path: Path) -> None:
    specs = [source(tmp_path / name, ROWS) for name in ("one", "two")]
    assert [answer.data.unchanged for answer in load_all(graph, specs)] == [False, False]
    before = everything(graph)
    assert [answer.data.unchanged for answer in load_all(graph, specs)] == [True, True]
    assert everything(graph) == before
    specs[1] = source(tmp_path / "two", ROWS[:2])
    assert [answer.data.unchanged for answer in load_all(graph, specs)] == [True, False]
    undo(graph)
    assert [answer.data.unchanged for answer in load_all(graph, specs)] == [True, False]


def test_a_note_that_cannot_be_read_is_no_failure(graph: Store) -> None:
    folder = graph.settings.home / "attempts"
    folder.mkdir(exist_ok=True)
    (folder / "torn.json").write_text(json.dumps({"at": 1})[:5], encoding="utf-8")
    assert "torn" not in attempts(graph.settings.home)
    (folder / "torn.json").unlink()
