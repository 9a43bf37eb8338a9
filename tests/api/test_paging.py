"""Lists by page: every row once, in one order, and no cursor but one that the question gave."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest

from tests.api.serving import assert_problem

LISTS = {
    "neighbors": "/v1/nodes/西安交通大学/neighbors?limit={limit}",
    "gap": "/v1/gaps/commitments-without-evidence?limit={limit}",
    "commitments": "/v1/commitments?state=not_collected&limit={limit}",
    "sources": "/v1/sources?limit={limit}",
    "coverage": "/v1/coverage?limit={limit}",
}


@pytest.fixture(params=list(LISTS))
def question(request: pytest.FixtureRequest) -> str:
    return LISTS[request.param]


def pages(client: httpx.Client, question: str, limit: int) -> list[list[dict[str, Any]]]:
    found, cursor = [], None
    while True:
        reply = client.get(question.format(limit=limit) + (f"&cursor={cursor}" if cursor else ""))
        assert reply.status_code == 200, reply.text
        found.append(reply.json()["data"]["rows"])
        cursor = reply.json()["data"]["next"]
        assert ("link" in reply.headers) is (cursor is not None)
        if cursor is None:
            return found
        assert len(found) < 100


def merged(question: str, **more: str) -> str:
    return question.format(limit=3) + "".join(f"&{name}={value}" for name, value in more.items())


def test_pages_make_the_whole(client: httpx.Client, question: str) -> None:
    (whole,) = pages(client, question, 200)
    by_seven = pages(client, question, 7)
    assert len(by_seven) > 1
    assert {len(page) for page in by_seven[:-1]} == {7}
    assert [row for page in by_seven for row in page] == whole
    assert len({json.dumps(row) for row in whole}) == len(whole)


def test_the_link_header_is_the_next_page_also_of_a_table(client: httpx.Client, question: str) -> None:
    reply = client.get(merged(question, format="csv"))
    target = reply.headers["link"].split(">")[0].lstrip("<")
    following = client.get(target)
    assert following.status_code == 200
    assert following.headers["content-type"].startswith("text/csv")
    assert following.content != reply.content


def test_cursors_made_up_are_refused(client: httpx.Client, question: str) -> None:
    true = client.get(question.format(limit=3)).json()["data"]["next"]
    key = json.loads(base64.urlsafe_b64decode(true + "=" * (-len(true) % 4)).partition(b" ")[2])
    plain = base64.urlsafe_b64encode(json.dumps(key).encode()).decode()
    nested = base64.urlsafe_b64encode(b"0" * 16 + b" " + b"[" * 340).decode().rstrip("=")
    for cursor in ("x", "", "AAAA", "..%2F", "%00", true[:-4], true[4:], plain, nested, "7", "null", "西安"):
        reply = client.get(f"{question.format(limit=3)}&cursor={cursor}")
        assert_problem(reply, 422, "invalid-parameter")
        assert "cursor" in reply.json()["detail"]


def test_a_cursor_of_another_question_is_refused(client: httpx.Client) -> None:
    cursor = client.get("/v1/commitments?state=not_collected&limit=3").json()["data"]["next"]
    assert client.get(f"/v1/commitments?state=not_collected&limit=9&cursor={cursor}").status_code == 200
    for other in ("/v1/commitments?limit=3", "/v1/commitments?state=linked&limit=3", "/v1/sources?limit=3"):
        assert_problem(client.get(f"{other}&cursor={cursor}"), 422, "invalid-parameter")
    of_coverage = client.get("/v1/coverage?about=Platform,CO_BUILT_BY&limit=1").json()["data"]["next"]
    assert_problem(client.get(f"/v1/coverage?limit=1&cursor={of_coverage}"), 422, "invalid-parameter")


@pytest.mark.parametrize("limit", ["0", "-1", "201", "99999999999999999999", "1.5", "ten", "", "1e2", "٣0x"])
def test_limits_out_of_range_are_refused(client: httpx.Client, question: str, limit: str) -> None:
    body = assert_problem(client.get(question.format(limit=limit)), 422, "invalid-parameter")
    assert [error["at"] for error in body["errors"]] == ["query.limit"]  # type: ignore[attr-defined]  # JSON has no types
