"""Every reply that is not a success is a whole problem, in the user's words; a browser gets it as a page."""

from __future__ import annotations

import httpx
import pytest

from tests.api.addresses import QUESTIONS
from tests.api.serving import assert_problem

CHINESE = ("参数", "没有", "不是", "应", "只能", "不能", "必填", "至少", "最多")

BAD_PARAMETERS = {
    "no question": ("/v1/search", "query.q"),
    "an empty question": ("/v1/search?q=", "query.q"),
    "a long question": (f"/v1/search?q={'长' * 201}", "query.q"),
    "an unknown format": ("/v1/search?q=西安&format=xml", "query.format"),
    "an empty format": ("/v1/gaps?format=", "query.format"),
    "an unknown parameter": ("/v1/search?q=西安&lmit=5", "query.lmit"),
    "an unknown parameter of a list": ("/v1/gaps?state=linked", "query.state"),
    "an unknown parameter of the schema": ("/v1/schema?x=1", "query.x"),
    "an unknown parameter of readyz": ("/readyz?x=1", "query.x"),
    "an unknown parameter of a path": ("/v1/paths?from=陕西锌业&to=西安交通大学&hops=2", "query.hops"),
    "a parameter twice": ("/v1/search?q=西安&limit=1&limit=2", "query.limit"),
    "an end twice": ("/v1/paths?from=陕西锌业&from=西安交通大学&to=商洛学院", "query.from"),
    "a path without an end": ("/v1/paths?from=陕西锌业", "query.to"),
    "too many hops": ("/v1/paths?from=陕西锌业&to=西安交通大学&max_hops=5", "query.max_hops"),
    "hops that are no number": ("/v1/paths?from=陕西锌业&to=西安交通大学&max_hops=many", "query.max_hops"),
    "an unknown mark": ("/v1/paths?from=陕西锌业&to=西安交通大学&marks=Q", "query.marks.0"),
    "an unknown stage": ("/v1/paths?from=陕西锌业&to=西安交通大学&min_stage=done", "query.min_stage"),
    "no date": ("/v1/paths?from=陕西锌业&to=西安交通大学&as_of=soon", "query.as_of"),
    "a date that is not": ("/v1/paths?from=陕西锌业&to=西安交通大学&as_of=2021-02-30", "query.as_of"),
    "a tie that is none": ("/v1/paths?from=陕西锌业&to=西安交通大学&types=LIKES", "query.types"),
    "an unknown state": ("/v1/commitments?state=done", "query.state"),
    "an unknown direction": ("/v1/commitments?direction=up", "query.direction"),
}

BAD_VALUES = {
    "blanks": "/v1/search?q=%20%20",
    "an unknown kind": "/v1/search?q=西安&kind=Dragon",
    "an unknown tie": "/v1/nodes/西安交通大学/neighbors?type=LIKES",
    "coverage of nothing": "/v1/coverage?about=Dragon",
    "a parameter the rule has not": "/v1/gaps/state-key-laboratories-by-city?nope=1",
    "a rule's parameter twice": "/v1/gaps/chains-without-institute?chain=新材料&chain=电子信息",
}

MISSING = {
    "an address": ("/nothing-here", "not-found"),
    "an address under v1": ("/v1/nothing-here", "not-found"),
    "v1 itself": ("/v1", "not-found"),
    "a slash at the end": ("/v1/search/?q=西安", "not-found"),
    "a file": ("/static/nothing.css", "not-found"),
    "a way out of the files": ("/static/..%2f..%2fpyproject.toml", "not-found"),
    "an id": ("/v1/nodes/uni-aaaaaaaa", "not-found"),
    "a name": ("/v1/nodes/绝无此名的研究院", "not-found"),
    "neighbours of a name": ("/v1/nodes/绝无此名的研究院/neighbors", "not-found"),
    "a rule": ("/v1/gaps/no-such-rule", "not-found"),
    "a rule by a way": ("/v1/gaps/..%2Fread%2Fsearch", "not-found"),
    "a commitment": ("/v1/commitments/C999", "not-found"),
    "script as a name": ("/v1/nodes/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "not-found"),
    "a null byte as a name": ("/v1/nodes/x%00y", "not-found"),
}

METHODS = [(method, path) for path in ("/", "/v1/search", "/static/site.css") for method in ("PUT", "DELETE", "PATCH")]


@pytest.mark.parametrize("what", list(BAD_PARAMETERS))
def test_a_faulty_parameter_is_named(client: httpx.Client, what: str) -> None:
    question, place = BAD_PARAMETERS[what]
    body = assert_problem(client.get(question), 422, "invalid-parameter")
    errors: list[dict[str, str]] = body["errors"]  # type: ignore[assignment]  # JSON has no types
    assert [error["at"] for error in errors] == [place]
    assert any(word in errors[0]["reason"] for word in CHINESE), errors
    assert body["way_out"]


@pytest.mark.parametrize("what", list(BAD_VALUES))
def test_a_value_that_is_none_of_ours_is_refused(client: httpx.Client, what: str) -> None:
    assert assert_problem(client.get(BAD_VALUES[what]), 422, "invalid-parameter")["way_out"]


@pytest.mark.parametrize("what", list(QUESTIONS))
def test_no_route_ignores_a_typing_mistake(client: httpx.Client, what: str) -> None:
    question = QUESTIONS[what]
    body = assert_problem(client.get(f"{question}{'&' if '?' in question else '?'}lmit=1"), 422, "invalid-parameter")
    assert "lmit" in str(body["detail"])


@pytest.mark.parametrize("what", list(MISSING))
def test_what_is_not_there(client: httpx.Client, what: str) -> None:
    address, code = MISSING[what]
    assert_problem(client.get(address), 404, code)


def test_a_name_nearly_right_names_its_like(client: httpx.Client) -> None:
    body = assert_problem(client.get("/v1/nodes/西安交通大"), 404, "not-found")
    assert "西安交通大学" in str(body["nearest"])


def test_a_name_of_several_is_never_a_guess(client: httpx.Client) -> None:
    for question in ("/v1/nodes/城关街道", "/v1/nodes/城关街道/neighbors"):
        body = assert_problem(client.get(question), 409, "ambiguous-name")
        candidates: list[dict[str, str]] = body["candidates"]  # type: ignore[assignment]  # JSON has no types
        assert len(candidates) > 1
        assert {candidate["name"] for candidate in candidates} == {"城关街道"}
        assert client.get(f"/v1/nodes/{candidates[0]['id']}").status_code == 200


@pytest.mark.parametrize(("method", "path"), METHODS)
def test_a_wrong_method_names_the_right_ones(client: httpx.Client, method: str, path: str) -> None:
    reply = client.request(method, path)
    assert_problem(reply, 405, "method-not-allowed")
    if path != "/static/site.css":
        assert reply.headers["allow"] == "GET, HEAD, OPTIONS"


def test_get_of_a_post_route(client: httpx.Client) -> None:
    assert_problem(client.get("/v1/cypher"), 405, "method-not-allowed")


def test_a_browser_gets_a_page(client: httpx.Client) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    reply = client.get("/nothing-here?<script>", headers=browser)
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["x-request-id"] in reply.text
    assert "没有这个地址" in reply.text
    assert "<script>" not in reply.text
    assert_problem(client.get("/v1/nothing-here", headers=browser), 404, "not-found")
    assert_problem(client.get("/nothing-here"), 404, "not-found")
    wrong = client.get("/views/path?from=陕西锌业", headers=browser)
    assert wrong.status_code == 422
    assert "必填" in wrong.text


def test_a_problem_is_not_kept(client: httpx.Client) -> None:
    assert client.get("/v1/nope").headers["cache-control"] == "no-store"


HOSTILE = [
    "<script>alert(1)</script>",
    "西安 AND (name:*",
    'a"b\\',
    "*:*",
    "~~~",
    "name:[* TO *]",
    "/.*/",
    '+-&&||!(){}[]^"~*?:\\/',
    "{{7*7}}",
    "' OR 1=1 //",
    "\u202e倒",
    "a\0b",
    "𠮷野家",
]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_only_text(client: httpx.Client, text: str) -> None:
    reply = client.get("/v1/search", params={"q": text})
    if reply.status_code == 200:
        assert reply.json()["data"]["query"] == text
        assert not any(hit["certain"] for hit in reply.json()["data"]["hits"])
    else:
        assert_problem(reply, 422, "invalid-parameter")
    path = client.get("/v1/paths", params={"from": text, "to": "西安交通大学"})
    assert path.status_code in (200, 404, 422), path.text
