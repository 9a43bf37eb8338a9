"""A graph with nothing in it: every page says so instead of failing."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from graph import gaps
from graph.settings import Settings
from graph.store import Store
from tests.api.serving import client_of, serving
from tests.pages.reading import parsed


@pytest.fixture
def empty_reader(empty_graph: Store, server_settings: Settings) -> Iterator[httpx.Client]:
    """A client on a site over the emptied graph of the session's own server."""
    assert empty_graph.state().version == 0
    with (
        serving(server_settings.model_copy(update={"api_keys": "", "query_seconds": 60.0})) as address,
        client_of(address, Accept="text/html") as client,
    ):
        yield client


def test_pages_of_an_empty_graph(empty_reader: httpx.Client) -> None:
    home = empty_reader.get("/")
    assert home.status_code == 200
    assert "还没有装载任何连接两市的关系" in home.text
    assert empty_reader.get("/sources").status_code == 200
    for rule in gaps.rules():
        for folder in ("views", "files"):
            reply = empty_reader.get(f"/{folder}/gap/{rule.name}")
            assert reply.status_code == 200, rule.name
            assert len(parsed(reply.text).findall(".//h1")) == 1
    # A server never loaded says so; one emptied by hand still has its indexes and says that the names are not there.
    path = empty_reader.get("/views/path?from=甲&to=乙")
    assert path.status_code == (404 if "还没有装载任何数据" in path.text else 200)
    assert "没有名为" in path.text or path.status_code == 404
    assert empty_reader.get("/views/node/甲").status_code == 404
    assert empty_reader.get("/views/commitment/C3").status_code == 404
