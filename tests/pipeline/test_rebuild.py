"""The graph derived again from files, journal and registry is the same graph, ids included."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import journal
from graph.errors import LoadInProgressError, SourceError
from graph.store import Store
from loaders.pipeline import load, load_all, rebuild
from loaders.spec import SourceSpec, bundled
from tests.pipeline.conftest import empty
from tests.pipeline.graphs import everything, named, nodes, ties
from tests.pipeline.sources import body, source, tie

SCHOOL = body("University", "编造大学", key="moe=1")


@pytest.fixture
def specs(tmp_path: Path) -> list[SourceSpec]:
    """Two sources; the second one's key joins two bodies of the first."""
    one = [tie(SCHOOL, "PARTNER_OF", body("Institute", "甲所", key="ror=1")), body("Institute", "乙所", key="uscc=2")]
    two = [body("Institute", "甲所", key="ror=1;uscc=2"), body("Enterprise", "编造锌业")]
    return [source(tmp_path / "one", one), source(tmp_path / "two", two, order=2)]


def test_a_rebuild_gives_the_same_graph(graph: Store, specs: list[SourceSpec]) -> None:
    for spec in reversed(specs):  # another order than that of the rebuild
        load(graph, spec)
    ids = [named(graph, name)["id"] for name in ("编造大学", "编造锌业")]
    graph.writing(lambda work: journal.append(work, "different", ids=ids, reason="编造的理由", who="测试"))
    before = nodes(graph), ties(graph), graph.reading(journal.entries)
    version = graph.state().version
    reports = rebuild(graph, specs)
    assert [answer.data.source for answer in reports] == ["one", "two"]
    assert (nodes(graph), ties(graph), graph.reading(journal.entries)) == before
    state = graph.state()
    assert (state.load_in_progress, state.version) == (False, version + 2)


def test_a_merge_that_people_decided_survives(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", [body("Enterprise", "编造锌业"), body("Enterprise", "商南锌业")])
    load(graph, spec)
    ids = [found["id"] for found in nodes(graph).values()]
    graph.writing(lambda work: journal.append(work, "same", ids=ids, reason="编造的理由", who="测试"))
    load(graph, spec, force=True)
    before = nodes(graph)
    assert len(before) == 1
    rebuild(graph, [spec])
    assert nodes(graph) == before


def test_a_graph_from_an_empty_server_is_the_same(graph: Store, specs: list[SourceSpec]) -> None:
    load_all(graph, specs)
    before = nodes(graph), ties(graph)
    empty(graph)
    rebuild(graph, specs)
    assert (nodes(graph), ties(graph)) == before


def test_a_broken_file_stops_a_rebuild_before_anything_is_emptied(graph: Store, specs: list[SourceSpec]) -> None:
    load_all(graph, specs)
    before = everything(graph)
    (specs[1].folder / "rows.csv").write_text("", encoding="utf-8")
    with pytest.raises(SourceError):
        rebuild(graph, specs)
    assert everything(graph) == before


def test_an_interrupted_rebuild_is_known_and_finished(graph: Store, specs: list[SourceSpec]) -> None:
    load_all(graph, specs)
    before = nodes(graph), ties(graph)

    def stop(_work: object, _version: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(graph, specs, after=[stop])
    assert graph.state().load_in_progress
    with pytest.raises(LoadInProgressError, match="上次重建中断"):
        load(graph, specs[-1])
    with pytest.raises(LoadInProgressError, match="上次重建中断"):
        load(graph, specs[0])  # unchanged as it is, it is not skipped either
    rebuild(graph, specs)
    assert (nodes(graph), ties(graph)) == before
    assert not graph.state().load_in_progress


def test_the_bundled_sources(graph: Store) -> None:
    """All of the real material: every row accounted for; a rebuild and a forced load give the same graph."""
    for answer in load_all(graph, bundled()):
        report = answer.data
        assert report.read == report.loaded + report.rejected + sum(report.left_out.values())
        assert (report.rejected, report.unmapped) == (0, [])
    before = nodes(graph), ties(graph)
    assert len(before[0]) > 1000
    rebuild(graph, bundled())
    assert (nodes(graph), ties(graph)) == before
    load_all(graph, bundled(), force=True)
    assert (nodes(graph), ties(graph)) == before
    assert not nodes(graph, retired=True)
    assert not ties(graph, retired=True)
