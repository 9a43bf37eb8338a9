"""One real Neo4j for the whole session, with a home of its own; started at first use, stopped at the end by pid.

The home is a temporary folder; the jars come from the user's cache, so a second run fetches nothing.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import server
from graph.server.memory import Memory
from graph.settings import Settings
from graph.store import Store

pytest_plugins = ["tests.ran", "tests.world.fixtures"]

SMALL = Memory(heap=512, page_cache=256, transaction=256)
"""The floor that every machine gets: what passes here fits the smallest laptop."""


def pytest_configure() -> None:
    """A terminated session stops its server too, as Ctrl-C does: pytest's own exit runs the fixtures' ends."""
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("terminated", returncode=143))


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_of(home: Path) -> Settings:
    """Settings of a local server in `home`, whatever the environment of the test run says about servers."""
    return Settings(
        home=home,
        bolt_port=free_port(),
        mirror=Settings().mirror,
        neo4j_uri="",
        neo4j_user="neo4j",
        neo4j_password="",
        neo4j_database="neo4j",
    )


def environment_of(settings: Settings) -> dict[str, str]:
    """The environment under which a command run by a test uses these settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "XISHANG_"))}
    return kept | {
        "XISHANG_HOME": str(settings.home),
        "XISHANG_CACHE": str(settings.cache),
        "XISHANG_BOLT_PORT": str(settings.bolt_port),
        "XISHANG_JAR_MIRROR": settings.mirror,
        # An empty value in the environment also outweighs a `.env` of the working folder.
        "NEO4J_URI": "",
        "NEO4J_PASSWORD": "",
    }


@pytest.fixture(scope="session")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Settings]]:
    """Makes settings of a fresh home; whatever runs there at the end of the session is stopped."""
    made: list[Settings] = []

    def make(name: str) -> Settings:
        made.append(settings_of(tmp_path_factory.mktemp(name) / "home"))
        return made[-1]

    yield make
    for settings in made:
        server.stop(settings)


@pytest.fixture(scope="session")
def server_settings(new_home: Callable[[str], Settings]) -> Settings:
    """Settings of the session's own running server."""
    settings = new_home("server")
    server.start(settings, memory=SMALL)
    return settings


@pytest.fixture(scope="session")
def server_env(server_settings: Settings) -> dict[str, str]:
    """The environment in which a command (`subprocess`) talks to the session's server."""
    return environment_of(server_settings)


@pytest.fixture(scope="session")
def store(server_settings: Settings) -> Iterator[Store]:
    """One open store on the session's server, for tests that only read what another fixture has loaded."""
    with Store(server_settings) as opened:
        yield opened


@pytest.fixture
def empty_graph(store: Store) -> Store:
    """The session's store with every node and tie removed; constraints and indexes stay."""
    store.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))
    return store
