"""A local server of its own for these tests: its store is replaced under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph import server
from graph.settings import Settings
from graph.store import Store
from loaders.bulk import choice
from loaders.pipeline import ensure_schema
from tests.conftest import SMALL
from tests.pipeline.conftest import empty
from tests.pipeline.graphs import everything


@pytest.fixture(scope="package")
def bulk_settings(new_home: Callable[[str], Settings]) -> Iterator[Settings]:
    """Settings of the running server; stopped when these tests are through."""
    settings = new_home("bulk")
    server.start(settings, memory=SMALL)
    yield settings
    server.stop(settings)


@pytest.fixture
def graph(bulk_settings: Settings) -> Iterator[Store]:
    """An open store on it with the schema applied and an empty graph of version 0."""
    server.start(bulk_settings, memory=SMALL)
    with Store(bulk_settings) as store:
        ensure_schema(store)
        empty(store)
        yield store


@pytest.fixture
def small_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    """No load fits one transaction."""
    monkeypatch.setattr(choice, "ONE_TRANSACTION", 0)


TIMES = frozenset({"started", "finished", "loaded_at"})
"""Clock times; two runs differ in them and in nothing else."""


def whole(store: Store) -> tuple[Any, ...]:
    """All nodes and ties of every label, without clock times."""
    rows = store.read_text("MATCH (n) WHERE NOT (n:GraphState OR n:Load) RETURN labels(n) AS labels, n")
    nodes = sorted(str((sorted(row["labels"]), sorted(row["n"].items()))) for row in rows)
    return nodes, everything(store)[1], loads(store)


def loads(store: Store) -> list[dict[str, Any]]:
    """The loads as noted, without clock times."""
    rows = store.read_text("MATCH (l:Load) RETURN l ORDER BY l.id")
    return [{key: value for key, value in row["l"].items() if key not in TIMES} for row in rows]
