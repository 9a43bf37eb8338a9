"""POST /v1/cypher: bodies that are no question, statements that are refused, limits, and the audit line."""

from __future__ import annotations

import json
import stat

import httpx
import pytest

from graph.settings import Settings
from tests.api.serving import assert_problem
from tests.free.statements import HOSTILE

JSON = {"Content-Type": "application/json"}
SLOW = "UNWIND range(1, 100000000) AS i UNWIND range(1, 1000) AS j WITH i, j WHERE i + j < 0 RETURN count(*) AS n"

BODIES = {
    "nothing": b"",
    "no JSON": b"RETURN 1",
    "half a JSON": b'{"statement": "RETURN 1"',
    "a list": b"[]",
    "a text": b'"RETURN 1"',
    "null": b"null",
    "no statement": b"{}",
    "an empty statement": b'{"statement": ""}',
    "a number as statement": b'{"statement": 1}',
    "more than is asked": b'{"statement": "RETURN 1", "database": "system"}',
    "a limit too high": b'{"statement": "RETURN 1", "limit": 5001}',
    "no limit": b'{"statement": "RETURN 1", "limit": 0}',
    "seconds too many": b'{"statement": "RETURN 1", "seconds": 61}',
    "seconds without end": b'{"statement": "RETURN 1", "seconds": Infinity}',
    "parameters as a list": b'{"statement": "RETURN 1", "parameters": [1]}',
    "an integer too large": b'{"statement": "RETURN $x", "parameters": {"x": 9223372036854775808}}',
    "half a character": b'{"statement": "RETURN $x", "parameters": {"x": "\\ud800"}}',
    "half a character as name": b'{"statement": "RETURN 1", "parameters": {"\\udfff": 1}}',
    "half a character in the statement": b'{"statement": "RETURN \'\\ud800\'"}',
    "a null character": b'{"statement": "RETURN 1\\u0000"}',
    "too deep": b'{"statement": "RETURN $x", "parameters": {"x": ' + b"[" * 40 + b"]" * 40 + b"}}",
    "no such parameter": b'{"statement": "RETURN $x"}',
    "a syntax error": b'{"statement": "RETRUN 1"}',
    "no such function": b'{"statement": "RETURN apoc.version()"}',
}


@pytest.mark.parametrize("what", list(BODIES))
def test_a_faulty_body_is_refused(client: httpx.Client, what: str) -> None:
    assert_problem(client.post("/v1/cypher", content=BODIES[what], headers=JSON), 422, "invalid-parameter")


def test_a_body_that_is_no_text(client: httpx.Client) -> None:
    assert_problem(client.post("/v1/cypher", content=b"\x80{}", headers=JSON), 400, "bad-request")
    nested = b'{"statement": "RETURN $x", "parameters": {"x": ' + b"[" * 30_000 + b"]" * 30_000 + b"}}"
    assert client.post("/v1/cypher", content=nested, headers=JSON).status_code in (400, 422)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_content_type_is_refused(client: httpx.Client, kind: str) -> None:
    body = b'{"statement": "RETURN 1 AS one"}'
    assert_problem(
        client.post("/v1/cypher", content=body, headers={"Content-Type": kind}), 415, "unsupported-media-type"
    )
    ok = client.post("/v1/cypher", content=body, headers={"Content-Type": "application/json; charset=utf-8"})
    assert ok.json()["data"]["rows"] == [[1]]


@pytest.mark.parametrize("what", list(HOSTILE)[::8])
def test_a_hostile_statement_is_refused(client: httpx.Client, what: str) -> None:
    reply = client.post("/v1/cypher", json={"statement": HOSTILE[what]})
    assert reply.status_code == 422
    assert reply.json()["type"] in ("statement-refused", "invalid-parameter")


def test_a_slow_statement_meets_its_limit(client: httpx.Client) -> None:
    body = assert_problem(client.post("/v1/cypher", json={"statement": SLOW, "seconds": 0.3}), 504, "time-limit")
    assert body["way_out"]


def test_a_table_that_is_cut_says_so(client: httpx.Client) -> None:
    statement = "MATCH (u:University) RETURN u.name AS name ORDER BY name"
    body = client.post("/v1/cypher", json={"statement": statement, "limit": 3}).json()
    assert len(body["data"]["rows"]) == 3
    assert body["meta"]["truncated"] == {"shown": 3, "found_at_least": 4, "why": "到了行数上限"}
    table = client.post("/v1/cypher?format=csv", json={"statement": statement, "limit": 3})
    names = table.content.decode("utf-8-sig").split()
    assert names == ["name", *(row[0] for row in body["data"]["rows"])]


LONG = "reduce(text = 'aaaaaaaaaa', i IN range(1, 10) | text + text)"


def test_an_answer_too_large_is_cut_and_says_so(client: httpx.Client) -> None:
    statement = f"UNWIND range(1, 2000) AS i RETURN {LONG} AS text"
    reply = client.post("/v1/cypher", json={"statement": statement, "limit": 2000})
    assert len(reply.content) < 9 * 2**20
    truncated = reply.json()["meta"]["truncated"]
    assert truncated["why"] == "到了内容大小上限"
    assert truncated["shown"] == len(reply.json()["data"]["rows"]) < 2000


def test_one_row_too_large_is_refused(client: httpx.Client) -> None:
    body = {"statement": f"RETURN [i IN range(1, 1000) | {LONG}] AS texts"}
    refused = assert_problem(client.post("/v1/cypher", json=body), 422, "invalid-parameter")
    assert "UNWIND" in str(refused["way_out"])


def test_every_statement_is_noted_where_only_its_owner_reads(client: httpx.Client, api_settings: Settings) -> None:
    asked = {"answered": "RETURN 'noted' AS x", "statement-refused": "CREATE (n) RETURN n"}
    for word, statement in asked.items():
        client.post("/v1/cypher", json={"statement": statement}, headers={"X-Request-ID": f"audit-{word}"})
    file = api_settings.home / "audit.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    noted = {line["outcome"]: line["statement"] for line in lines if line["request_id"].startswith("audit-")}
    assert noted == asked
