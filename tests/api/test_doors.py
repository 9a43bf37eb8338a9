"""Keys: without them on loopback only, with them for every question and page."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.keys import refuse_open_door
from graph.errors import UsageError
from graph.settings import Settings
from tests.api.serving import assert_problem, client_of, serving
from tests.conftest import environment_of

KEY, SECOND = "first-key", "zweiter-schlüssel"
GUARDED = ("/v1/schema", "/v1/search?q=西安", "/v1/gaps", "/docs", "/templates/platforms.csv")
OPEN = ("/livez", "/readyz", "/openapi.json", "/static/docs.js")


@pytest.fixture(scope="module")
def locked(api_settings: Settings) -> Iterator[httpx.Client]:
    with (
        serving(api_settings.model_copy(update={"api_keys": f"{KEY}, {SECOND}"})) as address,
        client_of(address) as client,
    ):
        yield client


def basic(key: str) -> str:
    return "Basic " + base64.b64encode(f"anybody:{key}".encode()).decode()


@pytest.mark.parametrize("path", GUARDED)
def test_without_a_key(locked: httpx.Client, path: str) -> None:
    body = assert_problem(reply := locked.get(path), 401, "key-required")
    assert reply.headers["www-authenticate"] == 'Bearer realm="xishang"'
    assert "Authorization" in str(body["way_out"])


@pytest.mark.parametrize("path", OPEN)
def test_what_needs_none(locked: httpx.Client, path: str) -> None:
    assert locked.get(path).status_code == 200


def test_cypher_without_a_key_is_not_run(locked: httpx.Client) -> None:
    assert_problem(locked.post("/v1/cypher", json={"statement": "RETURN 1"}), 401, "key-required")


@pytest.mark.parametrize("path", GUARDED)
def test_with_a_key(locked: httpx.Client, path: str) -> None:
    for headers in (
        {"Authorization": f"Bearer {KEY}"},
        {"Authorization": f"bearer {KEY}"},
        {"X-API-Key": KEY},
        {"Authorization": basic(SECOND)},
    ):
        assert locked.get(path, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer"},
        {"Authorization": KEY},
        {"Authorization": f"Digest {KEY}"},
        {"Authorization": "Basic !!!"},
        {"Authorization": basic("first-ke")},
        {"X-API-Key": f"{KEY}, other"},
        {"X-API-Key": KEY.upper()},
    ],
    ids=str,
)
def test_a_wrong_key(locked: httpx.Client, headers: dict[str, str]) -> None:
    assert_problem(locked.get("/v1/schema", headers=headers), 401, "key-required")


def test_a_browser_asks_for_the_key(locked: httpx.Client) -> None:
    reply = locked.get("/docs", headers={"Accept": "text/html"})
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"].startswith("Basic ")
    assert reply.headers["content-type"].startswith("text/html")


def test_the_document_says_that_keys_are_asked_for(locked: httpx.Client, client: httpx.Client) -> None:
    document = locked.get("/openapi.json").json()
    assert document["components"]["securitySchemes"].keys() == {"bearer", "key"}
    assert document["paths"]["/v1/search"]["get"]["security"] == [{"bearer": []}, {"key": []}]
    assert "security" not in document["paths"]["/livez"]["get"]
    assert "securitySchemes" not in client.get("/openapi.json").json()["components"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org", ""])
def test_another_address_needs_keys(api_settings: Settings, host: str) -> None:
    with pytest.raises(UsageError):
        refuse_open_door(host, api_settings)
    refuse_open_door(host, api_settings.model_copy(update={"api_keys": KEY}))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_loopback_needs_none(api_settings: Settings, host: str) -> None:
    refuse_open_door(host, api_settings)


def run(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("xishang")), "serve", *words]
    env = environment_of(settings) | {"XISHANG_API_KEYS": ""}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_the_command_refuses_an_open_door(api_settings: Settings) -> None:
    done = run(api_settings, "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 2
    assert "XISHANG_API_KEYS" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said(api_settings: Settings, address: str) -> None:
    done = run(api_settings, "--port", address.rpartition(":")[2])
    assert done.returncode == 2
    assert "--port" in done.stderr
