"""A server of its own, and a home for the sources that these tests give; both are emptied before each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import cli, server
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import ensure_schema
from loaders.spec import GIVEN
from tests.conftest import SMALL, environment_of
from tests.given.given import Command, Given
from tests.pipeline.conftest import empty


@pytest.fixture(scope="package")
def own_settings(new_home: Callable[[str], Settings]) -> Iterator[Settings]:
    """Settings of the running server of this folder's tests; stopped when they are through."""
    settings = new_home("given")
    server.start(settings, memory=SMALL)
    yield settings
    server.stop(settings)


@pytest.fixture(scope="package")
def own_store(own_settings: Settings) -> Iterator[Store]:
    """An open store on it, with the schema applied."""
    with Store(own_settings) as opened:
        ensure_schema(opened)
        yield opened


@pytest.fixture
def given(own_store: Store, own_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """An empty graph, no source given yet, and a working folder to write files into."""
    empty(own_store)
    shutil.rmtree(own_settings.home / GIVEN, ignore_errors=True)
    monkeypatch.chdir(tmp_path)
    return Given(own_store, own_settings.home, tmp_path)


@pytest.fixture
def xishang(
    given: Given, own_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command line in this process, on that server and home."""
    for name, value in environment_of(own_settings).items():
        monkeypatch.setenv(name, value)
    capsys.readouterr()
    return Command(cli.run, capsys, given)
