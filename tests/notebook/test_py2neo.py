"""The contract of docs/py2neo.md on a real server: each call gives what its driver twin gives, the rest fails as said.

Reading is asked of the bundled sources; what writes, of the session's scratch server, in a label of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas
import py2neo
import pytest
from py2neo.errors import ClientError

from graph.settings import Settings
from graph.store import Store
from tests.conftest import environment_of
from tests.notebook.page import block, rows

LABEL = "Py2neoScratch"
NODES = "MATCH (n:Py2neoScratch) RETURN properties(n) AS kept ORDER BY n.name, n.size"
TIES = (
    "MATCH (a:Py2neoScratch)-[r]->(b) "
    "RETURN a.name AS a, type(r) AS t, properties(r) AS kept, b.name AS b ORDER BY a, b"
)
WIPE = "MATCH (n:Py2neoScratch) DETACH DELETE n"
START = "UNWIND ['甲', '乙'] AS name CREATE (:Py2neoScratch {name: name})"

Names = dict[str, Any]


def opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    """The names of the page after both of its blocks under "Open" were run as a reader would."""
    for name, value in environment_of(settings).items():
        monkeypatch.setenv(name, value)
    names: Names = {}
    for kind in ("py2neo", "driver"):
        exec(block("Open", kind), names)
    yield names
    names["driver"].close()


@pytest.fixture
def reading(bundled_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    for names in opened(bundled_settings, monkeypatch):
        exec(block("Read", "statements"), names)
        yield names


@pytest.fixture
def writing(server_settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    for names in opened(server_settings, monkeypatch):
        exec(block("Write", "statements"), names)
        try:
            yield names
        finally:
            text(store, WIPE)


def text(store: Store, statement: str) -> list[dict[str, Any]]:
    return store.writing(lambda work: work.run_text(statement))


@pytest.mark.parametrize(("what", "old", "new"), rows("Read"), ids=lambda cell: str(cell)[:20])
def test_a_question_gives_the_same_by_both(what: str, old: str, new: str, reading: Names) -> None:
    one, other = eval(old, reading), eval(new, reading)
    if isinstance(one, pandas.DataFrame | pandas.Series):
        assert not one.empty
        assert one.equals(other)
    else:
        assert one, what
        assert one == other


def test_a_question_cannot_write_but_run_can(writing: Names, store: Store) -> None:
    graph: py2neo.Graph = writing["graph"]
    with pytest.raises(ClientError, match="AccessMode"):
        graph.query(START)
    assert text(store, NODES) == []
    graph.run(START)
    assert [row["kept"]["name"] for row in text(store, NODES)] == ["乙", "甲"]


@pytest.mark.parametrize(("what", "old", "new"), rows("Write"), ids=lambda cell: str(cell)[:20])
def test_a_write_leaves_the_same_by_both(what: str, old: str, new: str, writing: Names, store: Store) -> None:
    left: list[Any] = []
    for code in (old, new):
        text(store, WIPE)
        text(store, START)
        before = text(store, NODES), text(store, TIES)
        eval(code, writing)
        left.append((text(store, NODES), text(store, TIES)))
        assert left[-1] != before, what
    assert left[0] == left[1]


def test_schema_calls_fail_as_the_page_says_and_their_twins_work(writing: Names) -> None:
    for old, fault, new in rows("Schema: does not work"):
        with pytest.raises(ClientError) as failed:
            eval(old, writing)
        assert f"{failed.value.category}.{failed.value.title}" == fault, old
        eval(new, writing)
    names: Callable[..., Any] = writing["read"]
    assert not [row for row in names("SHOW INDEXES").records if LABEL in (row["labelsOrTypes"] or ())]


def test_the_tables_are_read() -> None:
    assert [len(rows(heading)) for heading in ("Read", "Write", "Schema: does not work")] == [10, 6, 6]
