"""One served site over the bundled sources, one browser, and a fresh window for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.settings import Settings
from tests.api.serving import client_of, serving
from tests.browser.chromium import FLAGS, NoChromiumError, find
from tests.pages.visits import Visit, visiting

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything that opens a window carries the marker `browser`."""
    for item in items:
        if item.path.parent == HERE and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The installed Chromium, closed after this folder, as its driver holds the thread's event loop.

    A machine without one fails here: under CI and elsewhere."""
    try:
        path = find()
    except NoChromiumError as problem:
        pytest.fail(str(problem), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="package")
def site(bundled_settings: Settings) -> Iterator[str]:
    """Address of the site over the bundled sources."""
    with serving(bundled_settings.model_copy(update={"api_keys": ""})) as address:
        yield address


@pytest.fixture(scope="package")
def reader(site: str) -> Iterator[httpx.Client]:
    """A client that asks for pages as a browser does."""
    with client_of(site, Accept="text/html,*/*;q=0.8") as client:
        yield client


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A window on the bundled site."""
    with visiting(browser, site) as seen:
        yield seen
