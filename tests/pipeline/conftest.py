"""A server of its own for these tests: they empty the graph, break loads and kill processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph import server
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import ensure_schema
from tests.conftest import SMALL, environment_of


@pytest.fixture(scope="package")
def own_settings(new_home: Callable[[str], Settings]) -> Iterator[Settings]:
    """Settings of the running server of this folder's tests; stopped when they are through."""
    settings = new_home("pipeline")
    server.start(settings, memory=SMALL)
    yield settings
    server.stop(settings)


@pytest.fixture(scope="package")
def own_environment(own_settings: Settings) -> dict[str, str]:
    """The environment under which a process talks to that server."""
    return environment_of(own_settings)


@pytest.fixture(scope="package")
def own_store(own_settings: Settings) -> Iterator[Store]:
    """An open store on it, with the schema applied."""
    with Store(own_settings) as opened:
        ensure_schema(opened)
        yield opened


@pytest.fixture
def graph(own_store: Store) -> Store:
    """The store with an empty graph of version 0."""
    empty(own_store)
    return own_store


def empty(store: Store) -> None:
    """Take everything out but the note that the schema is applied."""
    store.writing(lambda work: work.run_text("MATCH (n) WHERE NOT n:GraphState DETACH DELETE n"))
    store.writing(lambda work: work.run_text("MATCH (g:GraphState) SET g = {id: g.id, schema: g.schema, version: 0}"))
