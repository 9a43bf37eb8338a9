"""The database stops and comes back: 503 with a way out meanwhile, answers afterwards, the worker never restarted."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from graph import server
from graph.settings import Settings
from tests.api.serving import assert_problem, client_of, serving
from tests.conftest import SMALL

pytestmark = pytest.mark.server
ASKED = ("/readyz", "/v1/search?q=西安", "/v1/nodes/uni-aaaaaaaa", "/v1/sources", "/v1/gaps", "/v1/commitments")


@pytest.fixture
def own(server_settings: Settings) -> Iterator[httpx.Client]:
    """A worker over the tests' own server, which is running again at the end whatever happens."""
    with serving(server_settings.model_copy(update={"api_keys": ""})) as address, client_of(address) as client:
        yield client
    server.start(server_settings, memory=SMALL)


def test_down_and_back(own: httpx.Client, server_settings: Settings) -> None:
    assert own.get("/readyz").status_code == 200
    assert own.get("/v1/sources").status_code == 200
    server.stop(server_settings)
    for question in ASKED:
        assert_unavailable(own.get(question))
    assert_unavailable(own.post("/v1/cypher", json={"statement": "RETURN 1 AS one"}))
    page = own.get("/", headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert page.headers["content-type"].startswith("text/html")
    assert "xishang db start" in page.text
    assert own.get("/livez").status_code == 200
    assert own.get("/v1/schema").status_code == 200
    server.start(server_settings, memory=SMALL)
    assert own.get("/readyz").status_code == 200
    assert own.get("/v1/sources").status_code == 200
    assert own.post("/v1/cypher", json={"statement": "RETURN 1 AS one"}).json()["data"]["rows"] == [[1]]


def assert_unavailable(reply: httpx.Response) -> None:
    body = assert_problem(reply, 503, "server-down")
    assert "xishang db start" in str(body["way_out"])
    assert reply.headers["retry-after"] == "5"


def test_a_worker_starts_without_a_database(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(home=tmp_path_factory.mktemp("nobody") / "home", neo4j_uri="", api_keys="")
    with serving(settings) as address, client_of(address) as client:
        assert_unavailable(client.get("/readyz"))
        assert client.get("/livez").status_code == 200
        assert_problem(client.get("/v1/search?q=西安&lmit=1"), 422, "invalid-parameter")
    assert not settings.home.exists()


def test_a_wrong_password_is_a_503(server_settings: Settings) -> None:
    settings = server_settings.model_copy(update={"neo4j_password": "wrong", "api_keys": ""})
    with serving(settings) as address, client_of(address) as client:
        assert_problem(client.get("/readyz"), 503, "wrong-password")
