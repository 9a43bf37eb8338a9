"""A large source is kept on disk and put together in parts: the same graph as when it is held in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.load.world import write_world
from graph.store import Store
from loaders import reading
from loaders.pipeline import load
from loaders.spec import SourceSpec, bundled
from loaders.stream import kept, nodes
from tests.bulk.conftest import whole
from tests.pipeline.conftest import empty


@pytest.fixture
def kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every source is large, and a part is small."""
    monkeypatch.setattr(reading, "LARGE", 1)
    monkeypatch.setattr(kept, "PART", 7)
    monkeypatch.setattr(nodes, "BODIES", 11)


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


def test_a_made_up_world(graph: Store, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = write_world(tmp_path, 400, 2000)
    specs = [made.bodies, made.projects]
    before = loaded(graph, specs, "transaction")
    empty(graph)
    request.getfixturevalue("kept_apart")
    same(loaded(graph, specs, "batches"), before)


def test_bundled_sources(graph: Store, request: pytest.FixtureRequest) -> None:
    """Each as the first load of a large source, onto the ones before it."""
    specs = list(bundled())
    before = loaded(graph, specs, "transaction")
    empty(graph)
    request.getfixturevalue("kept_apart")
    same(loaded(graph, specs, "batches"), before)
