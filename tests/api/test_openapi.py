"""The OpenAPI document: whole, stable, and true on the bundled graph; docs/api.md names every route of it."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.problems import PROBLEM
from tests.contract.tree import ROOT

DOCUMENT: dict[str, Any] = create_app().openapi()
OPERATIONS = [(path, method) for path, item in DOCUMENT["paths"].items() for method in item]
WANTED = {
    "get_search": "/v1/search",
    "get_resolve": "/v1/resolve",
    "post_resolve": "/v1/resolve",
    "get_node": "/v1/nodes/{id}",
    "get_values": "/v1/nodes/{id}/values",
    "get_neighbours": "/v1/nodes/{id}/neighbors",
    "get_paths": "/v1/paths",
    "get_rules": "/v1/gaps",
    "get_gap": "/v1/gaps/{rule}",
    "get_commitments": "/v1/commitments",
    "get_commitment": "/v1/commitments/{key}",
    "get_sources": "/v1/sources",
    "get_coverage": "/v1/coverage",
    "get_schema": "/v1/schema",
    "post_cypher": "/v1/cypher",
    "livez": "/livez",
    "readyz": "/readyz",
}
"""Operation ids are names in the clients that are generated from the document: they stay."""


def operation(path: str, method: str) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][path][method]
    return found


def example(parameter: dict[str, Any]) -> Any:
    if "example" in parameter:
        return parameter["example"]
    return next(iter(parameter["schema"].get("examples") or ()), None)


def test_all_routes_are_there_under_their_names() -> None:
    assert {operation(path, method)["operationId"]: path for path, method in OPERATIONS} == WANTED


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_an_operation_is_described(path: str, method: str) -> None:
    found = operation(path, method)
    assert found["summary"]
    assert found["tags"]
    for parameter in found.get("parameters", ()):
        required = parameter["required"]
        assert not required or example(parameter) is not None, f"{parameter['name']} has no example"


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_problems_are_declared_as_problems(path: str, method: str) -> None:
    replies = operation(path, method)["responses"]
    assert replies.keys() >= {"200", "405", "422", "500", "503", "504"}
    for status, reply in replies.items():
        if status != "200":
            assert reply["content"] == {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if path.startswith("/v1"):
        assert replies["200"]["content"].keys() == {"application/json", "text/csv"}


def test_no_shape_of_the_framework_is_left() -> None:
    assert "HTTPValidationError" not in str(DOCUMENT)
    assert {"Problem", "FieldError"} <= DOCUMENT["components"]["schemas"].keys()


def test_the_document_is_served_as_it_is(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json() == DOCUMENT


@pytest.mark.parametrize(("path", "method"), [pair for pair in OPERATIONS if pair[1] == "get"])
@pytest.mark.parametrize("given", ["required", "all"])
def test_examples_are_true(client: httpx.Client, path: str, method: str, given: str) -> None:
    address, query = path, {}
    for parameter in operation(path, method).get("parameters", ()):
        value = example(parameter)
        if value is None or (given == "required" and not parameter["required"]):
            continue
        if parameter["in"] == "path":
            address = address.replace(f"{{{parameter['name']}}}", str(value))
        else:
            query[parameter["name"]] = value
    reply = client.get(address, params=query)
    assert reply.status_code == 200, reply.text
    assert_not_empty(reply.json())


def test_the_example_statement_is_answered(client: httpx.Client) -> None:
    body = operation("/v1/cypher", "post")["requestBody"]["content"]["application/json"]
    for shown in body["examples"].values():
        reply = client.post("/v1/cypher", json=shown["value"])
        assert reply.status_code == 200, reply.text
        assert reply.json()["data"]["rows"]
        assert reply.json()["data"]["nodes"]


def assert_not_empty(body: dict[str, Any]) -> None:
    data = body.get("data", body)
    assert data
    for name in ("hits", "rows", "paths", "rules"):
        assert data.get(name, True), f"{name} is empty"


def test_the_guide_names_every_route() -> None:
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(GET|POST) (/[^`]*)` \|", text, re.MULTILINE))
    routes = {(method.upper(), path) for path, method in OPERATIONS}
    assert listed == routes | {("GET", "/openapi.json"), ("GET", "/docs")}


def test_the_commands_of_the_guide_work(client: httpx.Client) -> None:
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    commands = re.findall(r"^curl (?:-G )?http://127\.0\.0\.1:8000(\S+)((?: --data-urlencode '[^']+')*)$", text, re.M)
    assert len(commands) >= 8
    for address, rest in commands:
        pairs = [part.partition("=")[::2] for part in re.findall(r"--data-urlencode '([^']+)'", rest)]
        reply = client.get(address, params=pairs or None)
        assert reply.status_code == 200, f"{address}: {reply.text}"
        if reply.headers["content-type"] == "application/json":
            assert_not_empty(reply.json())
