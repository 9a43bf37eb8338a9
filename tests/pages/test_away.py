"""The database goes away and comes back: a page that says so, and the same process answers again."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser

from graph.server.state import password_file
from graph.settings import Settings
from tests.api.serving import serving
from tests.pages.visits import visiting


class Line:
    """A loopback line to the database that can be cut: what is cut is the network, the database is the real one."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._ends: list[socket.socket] = []
        self._door = self._listen(0)
        self.port = int(self._door.getsockname()[1])

    def _listen(self, port: int) -> socket.socket:
        door = socket.socket()
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
        door.listen()
        threading.Thread(target=self._accept, args=(door,), daemon=True).start()
        return door

    def _accept(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = door.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_pass, args=(one, other), daemon=True).start()

    def cut(self) -> None:
        """Nobody gets through any more; new connections are refused."""
        for end in [self._door, *self._ends]:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends = []

    def mend(self) -> None:
        """The same port leads to the database again."""
        self._door = self._listen(self.port)


def _pass(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


@pytest.fixture
def line(bundled_settings: Settings) -> Iterator[Line]:
    """A line to the server of the bundled sources."""
    line = Line(bundled_settings.bolt_port)
    yield line
    line.cut()


def test_a_page_says_that_the_database_is_away_and_the_same_process_recovers(
    browser: Browser, bundled_settings: Settings, line: Line
) -> None:
    settings = bundled_settings.model_copy(
        update={
            "neo4j_uri": f"bolt://127.0.0.1:{line.port}",
            "neo4j_password": password_file(bundled_settings.home).read_text("utf-8").strip(),
            "api_keys": "",
        }
    )
    with serving(settings) as address, visiting(browser, address) as visit:
        visit.open("/")
        assert visit.page.locator(".board").is_visible()
        line.cut()
        reply = visit.page.goto(f"{address}/sources")
        assert reply
        assert reply.status == 503
        assert reply.headers["retry-after"].isdigit()
        assert reply.headers["cache-control"] == "no-store"
        assert visit.page.locator("h1").inner_text() == "数据库连不上"
        assert visit.page.locator(".status").inner_text() == "503"
        line.mend()
        visit.page.get_by_role("link", name="再试一次").click()
        visit.page.wait_for_selector("table")
        assert visit.page.locator("h1").inner_text() == "来源"
        visit.open("/")
        assert visit.page.locator(".board").is_visible()
        # The browser itself notes the 503 of a page; nothing else may have been said.
        assert all("503" in said for said in visit.console)
        visit.console.clear()
