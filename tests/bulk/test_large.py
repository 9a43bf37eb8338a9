"""A large source is kept on disk and put together in parts: the same graph as when it is held in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.load.world import write_world
from graph.errors import SourceError
from graph.store import Store
from loaders import tally
from loaders.bulk import writers
from loaders.hiding import hide_person
from loaders.pipeline import load
from loaders.review import decide
from loaders.spec import SourceSpec, bundled
from loaders.stream import crew, groups, kept, nodes
from loaders.undo import undo
from tests.bulk.conftest import whole
from tests.pipeline.conftest import empty
from tests.pipeline.graphs import named
from tests.pipeline.sources import Cells, body, source, tie
from tests.pipeline.test_undo import state

SCHOOL = body("University", "编造大学", key="moe=1")
PROMISES = {"rows": 0, "loaded": 0, "max_rejects": 1.0}


@pytest.fixture
def kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every source is large, and a part is small."""
    monkeypatch.setattr(tally, "LARGE", 1)
    monkeypatch.setattr(kept, "PART", 7)
    monkeypatch.setattr(nodes, "BODIES", 11)
    monkeypatch.setattr(groups, "GROUP", 3)


@pytest.fixture
def crew_of_two(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, and other processes take the rows after the first part."""
    request.getfixturevalue("kept_apart")
    monkeypatch.setattr(crew, "HELPED", 7)
    monkeypatch.setattr(kept, "HELPED", 7)
    monkeypatch.setattr(kept, "hands", lambda: 2)


def loaded(graph: Store, specs: list[SourceSpec], writer: str) -> tuple[Any, ...]:
    """The whole graph after these loads, all written in this way, and what the loads said."""
    said = []
    for spec in specs:
        report = load(graph, spec).data
        assert report.writer == writer, spec.id
        said.append(report.model_copy(update={"writer": ""}))
    return whole(graph), said


def same(after: tuple[Any, ...], before: tuple[Any, ...]) -> None:
    """Part by part, so that a difference can be read."""
    (nodes_after, ties_after, loads_after), said_after = after
    (nodes_before, ties_before, loads_before), said_before = before
    assert said_after == said_before
    assert loads_after == loads_before
    assert (set(nodes_after) - set(nodes_before), set(nodes_before) - set(nodes_after)) == (set(), set())
    assert [one for one in zip(ties_after, ties_before, strict=True) if one[0] != one[1]] == []


@pytest.mark.parametrize("how", ["kept_apart", "crew_of_two"])
def test_a_made_up_world(graph: Store, tmp_path: Path, request: pytest.FixtureRequest, how: str) -> None:
    made = write_world(tmp_path, 400, 2000)
    specs = [made.bodies, made.projects]
    before = loaded(graph, specs, "transaction")
    empty(graph)
    request.getfixturevalue(how)
    same(loaded(graph, specs, "batches"), before)


def test_bundled_sources(graph: Store, request: pytest.FixtureRequest) -> None:
    """Each as the first load of a large source, onto the ones before it."""
    specs = list(bundled())
    before = loaded(graph, specs, "transaction")
    empty(graph)
    request.getfixturevalue("kept_apart")
    same(loaded(graph, specs, "batches"), before)


def rows() -> list[Cells]:
    """Ties stated in several rows, people with and without a home, a row left out, one rejected, one with a doubt."""
    firms = [tie(body("Enterprise", f"编造{n}业", key=f"uscc={n}"), "PARTNER_OF", SCHOOL, at="2019") for n in range(9)]
    again = [firms[0] | {"at": "2019-03", "note": "甲"}, firms[0] | {"at": "2019-03", "note": "乙"}]
    return [
        *firms,
        *again,
        tie(body("Enterprise", "编造3业"), "PARTNER_OF", body("University", "编造大学"), status="signed"),
        tie(body("Person", "张编造", within="编造大学"), "WORKS_AT", SCHOOL, note="张编造任主任"),
        tie(body("Person", "李编造"), "WORKS_AT", SCHOOL),
        tie(body("Person", "李编造"), "WORKS_AT", SCHOOL),
        body("Enterprise", "编造3业", key="uscc=33"),
        body("Enterprise", "别处的公司", fate="leave out"),
        body("Enterprise", "读不懂的公司", fate="reject"),
        body("Enterprise", "放不下的公司", fate="no place", note="不知放哪"),
        body("Enterprise", "行号重复的公司", id="r3"),
        body("Enterprise", "行号又重复的公司", id="r19"),
    ]


def versions_of(graph: Store, folder: Path, *, hide: bool = False) -> tuple[Any, ...]:
    """A small source, the rows on top of it, and their next version; before that a person may have asked to leave."""
    small = [
        tie(body("Enterprise", "编造1业", key="uscc=1"), "PARTNER_OF", SCHOOL, at="2018/", note="早先"),
        tie(body("Person", "张编造", within="编造大学"), "WORKS_AT", SCHOOL),
    ]
    load(graph, source(folder / "small", small, order=1))
    said = []
    if hide:
        person = named(graph, "张编造")["id"]
        graph.writing(lambda work: hide_person(work, person, reason="本人要求", who="测试"))
        graph.writing(lambda work: work.run_text("MATCH (j:Journal) SET j.at = 'then'"))
    for all_rows in (rows(), [*rows()[1:], body("Enterprise", "编造新来的")]):
        report = load(graph, source(folder / "large", all_rows, order=2, assertions=PROMISES)).data
        said.append(report.model_copy(update={"writer": ""}))
    return whole(graph), said


@pytest.mark.parametrize("how", ["kept_apart", "crew_of_two"])
@pytest.mark.parametrize("hide", [False, True])
def test_rows_of_every_fate_and_their_next_version(
    graph: Store, tmp_path: Path, request: pytest.FixtureRequest, hide: bool, how: str
) -> None:
    before = versions_of(graph, tmp_path, hide=hide)
    assert ("张编造" in str(before)) is not hide
    empty(graph)
    request.getfixturevalue(how)
    same(versions_of(graph, tmp_path, hide=hide), before)


@pytest.mark.usefixtures("kept_apart")
def test_cut_off_it_is_finished_by_the_next_load(graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = source(tmp_path / "large", rows(), assertions=PROMISES)
    load(graph, spec)
    before = whole(graph)
    empty(graph)

    def cut(*_: object, **__: object) -> None:
        raise RuntimeError("cut")

    with monkeypatch.context() as patched:
        patched.setattr(writers, "apply", cut)
        with pytest.raises(RuntimeError, match="cut"):
            load(graph, spec)
    assert graph.state().load_in_progress
    load(graph, spec)
    assert whole(graph) == before


@pytest.mark.usefixtures("kept_apart")
def test_offline(graph: Store, tmp_path: Path) -> None:
    made = write_world(tmp_path, 100, 400)
    for spec in (made.bodies, made.projects):
        load(graph, spec)
    before = whole(graph)
    empty(graph)
    load(graph, made.bodies)
    assert load(graph, made.projects, writer="offline").data.writer == "offline"
    assert whole(graph) == before


@pytest.mark.usefixtures("kept_apart")
def test_a_broken_promise_stops_it(graph: Store, tmp_path: Path) -> None:
    before = whole(graph)
    spec = source(tmp_path / "large", rows(), assertions=PROMISES | {"nodes": {"University": 2}})
    with pytest.raises(SourceError, match="University 节点 1 个，应不少于 2。"):
        load(graph, spec)
    assert whole(graph) == before


def test_it_is_taken_back(graph: Store, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    load(graph, source(tmp_path / "small", [SCHOOL, body("Enterprise", "编造1业", key="uscc=1")]))
    before = state(graph)
    request.getfixturevalue("kept_apart")
    assert load(graph, source(tmp_path / "large", rows(), assertions=PROMISES)).data.writer == "batches"
    assert state(graph) != before
    undo(graph)
    assert state(graph) == before


def merging(graph: Store, folder: Path) -> tuple[Any, ...]:
    """Bodies of a small source, two of them judged to be one, of which a large source then tells more: that two others
    are one by a former name, that two are apart by their numbers, and of ties between all of these."""
    firms = [body("Enterprise", f"编造{name}厂") for name in "松柏杨柳桃李梅兰"]
    small = [
        tie(firms[0], "PARTNER_OF", firms[1]),
        tie(firms[2], "PARTNER_OF", firms[3], note="早先"),
        tie(firms[4], "PARTNER_OF", firms[0]),
        tie(firms[5], "PARTNER_OF", firms[6]),
    ]
    load(graph, source(folder / "small", small, order=1))
    decide(graph, "same", [named(graph, firms[n]["name"])["id"] for n in (5, 6)], reason="编造", at="2026-01-01")
    large = [
        tie(firms[1] | {"former": "编造杨厂@2020"}, "PARTNER_OF", firms[4]),
        tie(firms[5] | {"key": "uscc=5"}, "PARTNER_OF", firms[7]),
        tie(firms[6], "PARTNER_OF", firms[3], note="另说"),
        tie(firms[2], "PARTNER_OF", firms[3], note="再说"),
        tie(firms[3] | {"key": "uscc=3"}, "PARTNER_OF", firms[0] | {"key": "uscc=1"}),
        tie(firms[3] | {"key": "uscc=33"}, "PARTNER_OF", firms[0]),
    ]
    report = load(graph, source(folder / "large", large, order=2)).data
    return whole(graph), report.model_copy(update={"writer": ""})


def test_bodies_of_the_graph_that_become_one(graph: Store, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    before = merging(graph, tmp_path)
    assert graph.read_text("MATCH (i:Identifier {scheme: 'merged'}) RETURN count(i) AS n") == [{"n": 2}]
    empty(graph)
    request.getfixturevalue("kept_apart")
    same(merging(graph, tmp_path), before)
