"""A page of a served site in the browser, with all it said, all it asked for and every dialog it opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

STABLE_SECONDS = 20


@dataclass
class Visit:
    """One window on the site; `console`, `dialogs` and `outside` have to stay empty."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a path of the site, or to a whole address."""
        self.page.goto(path if ":" in path.partition("/")[0] else f"{self.address}{path}")

    def run(self, script: str, argument: Any = None) -> Any:
        """The value of a piece of script in the page."""
        return self.page.evaluate(script, argument)

    def drawn(self) -> None:
        """Wait until the picture stands still. Polls, as the page's policy forbids eval."""
        for _ in range(STABLE_SECONDS * 20):
            if self.run("window.xishangStable ?? null") is not None:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no picture on {self.page.url}")

    def click_card(self, card: str) -> str:
        """Click the picture where the tie or node with this card is drawn; the text of the details."""
        x, y = self.run(
            """(card) => {
                const { data, network } = xishang;
                const node = data.nodes.find((n) => n.card === card);
                const tie = data.edges.find((e) => e.card === card);
                const ends = node ? [node.id, node.id] : [tie.from, tie.to];
                const [a, b] = ends.map((id) => network.getPosition(id));
                // A third of the way: the middle of a tie is where its name stands.
                const at = network.canvasToDOM({ x: a.x + (b.x - a.x) / 3, y: a.y + (b.y - a.y) / 3 });
                const box = document.getElementById("picture").getBoundingClientRect();
                return [box.left + at.x, box.top + at.y];
            }""",
            card,
        )
        self.page.mouse.click(x, y)
        return self.page.locator("#details").inner_text()


@contextmanager
def visiting(browser: Browser, address: str, width: int = 1280, height: int = 900) -> Iterator[Visit]:
    """A visit to the site; at its end nothing may have been said, asked outside, or popped up."""
    context = browser.new_context(viewport={"width": width, "height": height})
    seen = Visit(context.new_page(), address)

    def said(message: ConsoleMessage) -> None:
        seen.console.append(f"{message.type}: {message.text} ({seen.page.url})")

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "file:", "data:", "about:")):
            seen.outside.append(request.url)

    def popped(dialog: Dialog) -> None:
        seen.dialogs.append(dialog.message)
        dialog.dismiss()

    seen.page.on("console", said)
    seen.page.on("pageerror", lambda error: seen.console.append(f"error: {error}"))
    seen.page.on("request", asked)
    seen.page.on("dialog", popped)
    try:
        yield seen
    finally:
        context.close()
    assert seen.console == []
    assert seen.dialogs == []
    assert seen.outside == []
