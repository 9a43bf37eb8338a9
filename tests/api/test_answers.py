"""Answers: one envelope, strong ETags, request ids, HEAD, and the same rows as a table."""

from __future__ import annotations

import csv
import io
import re

import httpx
import pytest

from tests.api.addresses import QUESTIONS, WITHOUT_GRAPH


def with_format(question: str, form: str) -> str:
    return f"{question}{'&' if '?' in question else '?'}format={form}"


@pytest.fixture(params=list(QUESTIONS))
def what(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_envelope(client: httpx.Client, what: str) -> None:
    reply = client.get(QUESTIONS[what])
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "application/json"
    body = reply.json()
    assert body.keys() == {"data", "meta"}
    assert body["data"]
    assert body["meta"]["statement"]
    assert bool(body["meta"]["graph_version"]) is (what not in WITHOUT_GRAPH)


def test_an_etag_is_strong_and_answers_304(client: httpx.Client, what: str) -> None:
    first, second = client.get(QUESTIONS[what]), client.get(QUESTIONS[what])
    assert first.content == second.content
    tag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', tag)
    assert second.headers["etag"] == tag
    for given in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        kept = client.get(QUESTIONS[what], headers={"If-None-Match": given})
        assert (kept.status_code, kept.content) == (304, b"")
        assert kept.headers["etag"] == tag
    assert client.get(QUESTIONS[what], headers={"If-None-Match": '"other"'}).status_code == 200


def test_another_answer_has_another_tag(client: httpx.Client) -> None:
    tags = {client.get(f"/v1/commitments/{key}").headers["etag"] for key in ("C2", "C3", "C4")}
    assert len(tags) == 3


def test_a_table_opens_in_a_spreadsheet(client: httpx.Client, what: str) -> None:
    reply = client.get(with_format(QUESTIONS[what], "csv"))
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert ".csv" in reply.headers["content-disposition"]
    assert reply.content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(reply.content.decode("utf-8-sig"), newline=""))
    assert rows
    assert {len(row) for row in rows} == {len(header)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_table_has_the_rows_of_the_answer(client: httpx.Client) -> None:
    hits = client.get("/v1/search?q=西安交大").json()["data"]["hits"]
    table = client.get("/v1/search?q=西安交大&format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [(row["id"], row["name"]) for row in rows] == [(hit["id"], hit["name"]) for hit in hits]
    assert rows[0]["name"] == "西安交通大学"
    assert rows[0]["certain"] == "是"


def test_head_is_get_without_the_body(client: httpx.Client, what: str) -> None:
    whole, head = client.get(QUESTIONS[what]), client.head(QUESTIONS[what])
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length"):
        assert head.headers[name] == whole.headers[name]


def test_the_request_id_is_kept_when_it_is_harmless(client: httpx.Client) -> None:
    given = client.get("/livez", headers={"X-Request-ID": "trace-7.a_b"})
    assert given.headers["x-request-id"] == "trace-7.a_b"
    for bad in ("a b", "x" * 65, "<script>", "a;b", ""):
        assert re.fullmatch("[0-9a-f]{32}", client.get("/livez", headers={"X-Request-ID": bad}).headers["x-request-id"])
    assert client.get("/livez").headers["x-request-id"] != client.get("/livez").headers["x-request-id"]


def test_the_time_taken_is_in_a_header_only(client: httpx.Client) -> None:
    reply = client.get(QUESTIONS["path"])
    assert re.fullmatch(r"total;dur=\d+\.\d", reply.headers["server-timing"])


def test_options_name_the_methods(client: httpx.Client) -> None:
    asked = client.options("/v1/search")
    assert (asked.status_code, asked.content) == (204, b"")
    assert asked.headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/v1/cypher").headers["allow"] == "OPTIONS, POST"


def test_every_answer_forbids_what_it_does_not_need(client: httpx.Client, what: str) -> None:
    reply = client.get(QUESTIONS[what])
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert "server" not in reply.headers


def test_a_path_is_found_with_its_sources(client: httpx.Client) -> None:
    data = client.get(QUESTIONS["path"]).json()["data"]
    assert data["answer"] == "found"
    assert data["from"]["name"].startswith("陕西锌业")
    assert data["to"]["name"] == "西安交通大学"
    for path in data["paths"]:
        assert all(tie["sources"] for tie in path["ties"])
        assert len(path["ties"]) == len(path["nodes"]) - 1


def test_a_list_is_given_by_commas_or_by_repeating(client: httpx.Client) -> None:
    commas = client.get("/v1/search?q=西安&kind=University,Park&limit=20").json()["data"]["hits"]
    repeated = client.get("/v1/search?q=西安&kind=University&kind=Park&limit=20").json()["data"]["hits"]
    assert commas == repeated
    assert {hit["kind"] for hit in commas} == {"University", "Park"}
    few = client.get("/v1/paths?from=陕西锌业&to=西安交通大学&types=CO_BUILT_BY,PARTNER_OF").json()["meta"]
    same = client.get("/v1/paths?from=陕西锌业&to=西安交通大学&types=CO_BUILT_BY&types=PARTNER_OF").json()["meta"]
    assert few["parameters"] == same["parameters"]
