"""A Chromium for all browser tests, and a page that forbids whatever leaves its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Route, sync_playwright

from graph.views import write_page
from tests.browser.chromium import FLAGS, NoChromiumError, find

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything that opens a page carries the marker `browser`."""
    for item in items:
        if item.path.parent == HERE and "opened" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The installed Chromium, started once and closed after this folder, as its driver holds the thread's event loop.

    A machine without one fails here: under CI and elsewhere."""
    try:
        path = find()
    except NoChromiumError as problem:
        pytest.fail(str(problem), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@dataclass
class Opened:
    """A page in the browser, with all it said and all it asked for."""

    page: Page
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def run(self, script: str, argument: Any = None) -> Any:
        """The value of a piece of script in the page."""
        return self.page.evaluate(script, argument)

    def stable(self) -> float:
        """Milliseconds from opening to the last frame drawn. Polls, as the page's policy forbids eval."""
        for _ in range(400):
            value = self.run("window.xishangStable ?? null")
            if value is not None:
                return float(value)
            self.page.wait_for_timeout(25)
        raise AssertionError("no stable frame within 10 s")

    def spot(self, card: str) -> tuple[float, float]:
        """Where on the window the node or the middle of the tie with this card is drawn."""
        x, y = self.run(
            """(card) => {
                const { data, network } = xishang;
                const node = data.nodes.find((n) => n.card === card);
                const tie = data.edges.find((e) => e.card === card);
                const ends = node ? [node.id, node.id] : [tie.from, tie.to];
                const [a, b] = ends.map((id) => network.getPosition(id));
                const at = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
                const box = document.getElementById("picture").getBoundingClientRect();
                return [box.left + at.x, box.top + at.y];
            }""",
            card,
        )
        return float(x), float(y)

    def click(self, card: str) -> str:
        """Click on the canvas where this card is drawn; returns the text of the details."""
        self.page.mouse.click(*self.spot(card))
        return self.page.locator("#details").inner_text()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A function that writes html to a file and opens it. Afterwards: console clean, no dialog, nothing asked for."""
    contexts: list[tuple[BrowserContext, Opened, Path]] = []

    def open_page(html: str, width: int = 1280, height: int = 800) -> Opened:
        file = write_page(tmp_path / f"{request.node.name}-{len(contexts)}.html", html)
        context = browser.new_context(viewport={"width": width, "height": height})
        seen = Opened(context.new_page())

        def route(route: Route) -> None:
            seen.asked.append(route.request.url)
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                route.abort()

        def said(message: ConsoleMessage) -> None:
            seen.console.append(f"{message.type}: {message.text}")

        def dialog(shown: Dialog) -> None:
            seen.dialogs.append(shown.message)
            shown.dismiss()

        context.route("**/*", route)
        seen.page.on("console", said)
        seen.page.on("pageerror", lambda error: seen.console.append(f"error: {error}"))
        seen.page.on("dialog", dialog)
        seen.page.goto(file.as_uri())
        seen.stable()
        contexts.append((context, seen, file))
        return seen

    yield open_page
    for context, seen, file in contexts:
        context.close()
        assert seen.console == []
        assert seen.dialogs == []
        assert set(seen.asked) == {file.as_uri()}
