"""The application as users meet it: one worker on a loopback port, in a thread of the test run."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from fastapi import FastAPI

from api.cli import listening, server_of
from graph.settings import Settings

STARTUP_SECONDS = 20


@contextmanager
def serving(settings: Settings, app: FastAPI | None = None) -> Iterator[str]:
    """Serve these settings, or the application given; yields the address, `http://127.0.0.1:…`."""
    with listening("127.0.0.1", 0) as door:
        server = server_of(settings, app)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        try:
            _wait(server, thread)
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(STARTUP_SECONDS)


def _wait(server: object, thread: threading.Thread) -> None:
    for _ in range(STARTUP_SECONDS * 50):
        if getattr(server, "started", False):
            return
        assert thread.is_alive(), "the server ended before it started"
        time.sleep(0.02)
    raise AssertionError("the server did not start")


def client_of(address: str, **headers: str) -> httpx.Client:
    """A client that follows nothing and waits as long as a question may take."""
    return httpx.Client(base_url=address, headers=headers, timeout=90, trust_env=False)


def assert_problem(reply: httpx.Response, status: int, code: str) -> dict[str, object]:
    """The reply is a whole problem of this status and type; returns its members."""
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    body: dict[str, object] = reply.json()
    assert (body["status"], body["type"]) == (status, code), body
    assert body["title"]
    assert body["detail"]
    assert body["instance"] == reply.request.url.path
    assert body["request_id"] == reply.headers["x-request-id"]
    assert isinstance(body["errors"], list)
    assert "server-timing" in reply.headers
    return body
