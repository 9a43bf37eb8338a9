"""/v1/resolve and the page of the same name, over the bundled graph."""

from __future__ import annotations

import csv
import io

import httpx
import pytest

from graph.name_list import COLUMNS
from tests.api.serving import assert_problem

CSV = {"Content-Type": "text/csv"}
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


def test_one_name(client: httpx.Client) -> None:
    data = client.get("/v1/resolve", params={"name": "交大", "place": "西安"}).json()["data"]
    assert (data["same"], data["queue"], data["none"]) == (1, 0, 0)
    assert data["rows"][0]["best"]["name"] == "西安交通大学"
    assert client.get("/v1/resolve", params={"name": "交大"}).json()["data"]["rows"][0]["sure"] == "queue"


def test_a_list_as_json_and_as_csv_is_answered_alike(client: httpx.Client) -> None:
    names = ["西安交大", "不存在的虚构公司", "=cmd|' /C calc'!A0", ""]
    as_json = client.post("/v1/resolve", json=[{"name": name} for name in names])
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerows([["name"], *([name] for name in names[:3])])
    as_csv = client.post(
        "/v1/resolve", content=lines.getvalue().encode("gb18030"), headers=CSV | {"Accept": "text/csv"}
    )
    assert as_json.status_code == as_csv.status_code == 200, as_csv.text
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert as_csv.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(as_csv.content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[2]["name"].startswith("'=")
    told = as_json.json()["data"]["rows"]
    assert [row["sure"] for row in told] == ["same", "none", "none", "none"]
    assert [row["id"] for row in rows] == [row["best"]["id"] if row["best"] else "" for row in told[:3]]


def test_format_outweighs_accept(client: httpx.Client) -> None:
    given = {"json": [{"name": "西安交大"}], "headers": {"Accept": "text/csv"}}
    assert client.post("/v1/resolve?format=json", **given).headers["content-type"] == "application/json"  # type: ignore[arg-type]  # options of one call
    assert client.post("/v1/resolve?format=csv", json=[{"name": "甲"}]).headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"[]", "application/json", 422, "invalid-parameter"),
        (b"[{}]", "application/json", 422, "invalid-parameter"),
        (b'[{"name": 1}]', "application/json", 422, "invalid-parameter"),
        (b'[{"name": "a", "nmae": "b"}]', "application/json", 422, "invalid-parameter"),
        (b'[{"name": "a", "kind": "b"}]', "application/json", 422, "invalid-parameter"),
        (b'{"name": "a"}', "application/json", 422, "invalid-parameter"),
        (b"[", "application/json", 422, "invalid-parameter"),
        (b"\xff\xfe", "application/json", 422, "invalid-parameter"),
        (b"", "text/csv", 422, "source-broken"),
        (b"name\n", "text/csv", 422, "invalid-parameter"),
        ("甲公司\n".encode(), "text/csv", 422, "source-broken"),
        (b"name\na\n", "text/plain", 415, "unsupported-media-type"),
        (b"name\n" + "虚构公司\n".encode() * 10_000, "text/csv", 422, "invalid-parameter"),
        (b"name\n" + b"a" * 1024 * 1024, "text/csv", 413, "body-too-large"),
    ],
)
def test_what_cannot_be_answered_says_why(client: httpx.Client, body: bytes, kind: str, status: int, code: str) -> None:
    problem = assert_problem(client.post("/v1/resolve", content=body, headers={"Content-Type": kind}), status, code)
    assert problem["detail"]


def test_ten_thousand_names_are_told_how_many_fit(client: httpx.Client) -> None:
    body = "name\n" + "虚构公司\n" * 10_000
    problem = assert_problem(client.post("/v1/resolve", content=body.encode(), headers=CSV), 422, "invalid-parameter")
    assert "500" in str(problem["detail"])
    assert "xishang resolve" in str(problem["way_out"])


def test_the_page_and_its_csv(client: httpx.Client) -> None:
    assert 'name="names"' in client.get("/resolve").text
    pasted = "西安交大\r\n<b>不存在</b>\r\n交大\t西安\t高校"
    page = client.post("/resolve", data={"names": pasted, "as": "table"}, headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "是 2，待定 0，未找到 1" in page.text
    assert "<b>" not in page.text
    table = client.post("/resolve", data={"names": pasted, "as": "csv"})
    assert table.headers["content-disposition"].startswith("attachment")
    assert len(table.content.decode("utf-8-sig").splitlines()) == 4


def test_the_page_keeps_what_was_pasted_when_it_says_what_is_wrong(client: httpx.Client) -> None:
    page = client.post("/resolve", data={"names": "甲公司\t西安\t没有的类别"}, headers={"Accept": "text/html"})
    assert page.status_code == 422
    assert "没有这种类别" in page.text
    assert "甲公司" in page.text
    assert client.post("/resolve", data={"names": ""}).status_code == 422
    assert client.post("/resolve", content=b"names=%E4", headers=FORM).status_code == 422
    assert client.post("/resolve", content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
