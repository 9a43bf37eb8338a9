"""Many clients at once, bodies too large, clients that hang up: the service goes on."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

import httpx
import pytest

from api.app import create_app
from api.cli import listening
from api.middleware import MAX_BODY
from graph.settings import Settings
from tests.api.addresses import QUESTIONS
from tests.api.serving import assert_problem, client_of, serving

CLIENTS = 50
JSON = {"Content-Type": "application/json"}


def connection(address: str) -> socket.socket:
    host, _, port = address.removeprefix("http://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=20)


def test_fifty_clients_at_once(address: str, client: httpx.Client) -> None:
    light = [QUESTIONS[name] for name in ("search", "node", "neighbors", "path", "sources", "schema", "rules")]
    alone = {question: client.get(question).content for question in light}

    def ask(question: str) -> tuple[str, httpx.Response]:
        with client_of(address) as own:
            return question, own.get(question)

    with ThreadPoolExecutor(CLIENTS) as many:
        replies = list(many.map(ask, islice(cycle(light), CLIENTS)))
    for question, reply in replies:
        assert reply.status_code == 200, f"{question}: {reply.text}"
        assert reply.content == alone[question]
    assert len({reply.headers["x-request-id"] for _, reply in replies}) == CLIENTS


@pytest.mark.parametrize("size", [MAX_BODY + 1, 3 * 1024 * 1024])
def test_a_body_too_large(client: httpx.Client, size: int) -> None:
    assert_problem(client.post("/v1/cypher", content=b" " * size, headers=JSON), 413, "body-too-large")


def test_a_body_too_large_without_a_length(client: httpx.Client) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 1024

    assert_problem(client.post("/v1/cypher", content=parts(), headers=JSON), 413, "body-too-large")


def test_the_largest_body_is_read(client: httpx.Client) -> None:
    body = b'{"statement": "RETURN 1 AS one"}'
    reply = client.post("/v1/cypher", content=body.ljust(MAX_BODY), headers=JSON)
    assert reply.json()["data"]["rows"] == [[1]]


def test_a_body_too_large_is_refused_on_any_route(client: httpx.Client) -> None:
    assert_problem(client.request("GET", "/livez", content=b" " * (MAX_BODY + 1)), 413, "body-too-large")


def test_clients_that_hang_up(address: str, client: httpx.Client) -> None:
    asked = b"GET /v1/gaps/commitments-without-evidence HTTP/1.1\r\nHost: x\r\n\r\n"
    half = b"POST /v1/cypher HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
    for sent in (asked, half, b"GET /v1/se", b"") * 5:
        with connection(address) as door:
            door.sendall(sent)
    assert client.get("/readyz").status_code == 200
    assert client.get(QUESTIONS["gap"]).status_code == 200


def test_no_http_is_no_end(address: str, client: httpx.Client) -> None:
    with connection(address) as door:
        door.sendall(b"\x16\x03\x01\x00 hello\r\n\r\n")
        assert door.recv(1024).startswith(b"HTTP/1.1 400")
    assert client.get("/livez").status_code == 200


def test_an_address_too_long(client: httpx.Client) -> None:
    reply = client.get(f"/v1/search?q={'x' * 60_000}")
    assert_problem(reply, 422, "invalid-parameter")


def test_a_fault_of_ours_shows_nothing_of_its_inside(api_settings: Settings) -> None:
    def broken() -> None:
        raise RuntimeError("the inside")

    app = create_app(api_settings)
    app.add_api_route("/v1/broken", broken)
    app.add_api_route("/broken", broken)
    with serving(api_settings, app) as address, client_of(address) as client:
        reply = client.get("/v1/broken")
        assert_problem(reply, 500, "internal-error")
        assert "inside" not in reply.text
        page = client.get("/broken", headers={"Accept": "text/html"})
        assert page.status_code == 500
        assert page.headers["x-request-id"] in page.text
        assert "inside" not in page.text
        assert client.get("/livez").status_code == 200


def test_a_door_is_closed_again() -> None:
    with listening("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
    with listening("127.0.0.1", port) as again:
        assert again.getsockname()[1] == port
