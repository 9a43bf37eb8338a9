"""Graphs that tests only read, each on a server of its own for the whole session, started at first use.

Community has one database a server, so the made-up world and the bundled sources cannot share one. Whoever writes uses
the fixtures of `tests/conftest.py` instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph import server
from graph.server.memory import Memory
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import load_all
from loaders.spec import bundled
from tests.world.loading import load_world

SMALL = Memory(heap=512, page_cache=256, transaction=256)
PATIENT = 60.0
"""Seconds a question may take here: the first ones of a fresh server are planned while other tests hold the machine."""


@pytest.fixture(scope="session")
def world_settings(new_home: Callable[[str], Settings], tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a running server that holds the made-up world."""
    settings = new_home("world").model_copy(update={"query_seconds": PATIENT})
    server.start(settings, memory=SMALL)
    with Store(settings) as store:
        load_world(store, tmp_path_factory.mktemp("world-source"))
    return settings


@pytest.fixture(scope="session")
def world_store(world_settings: Settings) -> Iterator[Store]:
    """The made-up world (tests/world/README.md). Read only."""
    with Store(world_settings) as store:
        yield store


@pytest.fixture(scope="session")
def bundled_settings(new_home: Callable[[str], Settings]) -> Settings:
    """Settings of a running server that holds all bundled sources."""
    settings = new_home("bundled").model_copy(update={"query_seconds": PATIENT})
    server.start(settings, memory=SMALL)
    with Store(settings) as store:
        load_all(store, bundled())
    return settings


@pytest.fixture(scope="session")
def bundled_store(bundled_settings: Settings) -> Iterator[Store]:
    """All bundled sources. Read only."""
    with Store(bundled_settings) as store:
        yield store
