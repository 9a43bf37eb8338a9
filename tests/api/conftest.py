"""One worker over the bundled sources for all tests here that only read."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from graph.settings import Settings
from tests.api.serving import client_of, serving


@pytest.fixture(scope="session")
def api_settings(bundled_settings: Settings) -> Settings:
    """The bundled graph, without keys, whatever the environment of the test run says."""
    return bundled_settings.model_copy(update={"api_keys": ""})


@pytest.fixture(scope="session")
def address(api_settings: Settings) -> Iterator[str]:
    """Where it listens."""
    with serving(api_settings) as address:
        yield address


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client that keeps its connections."""
    with client_of(address) as client:
        yield client
