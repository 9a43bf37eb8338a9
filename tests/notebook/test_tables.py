"""Answers as pandas and polars tables, and pictures in a notebook's frame."""

from __future__ import annotations

import html
import re
from pathlib import Path

import polars
import pytest
from playwright.sync_api import sync_playwright

from graph import notebook
from graph.errors import RefusedStatementError, UsageError
from graph.notebook import cypher, find_gaps, find_path, node, picture, search, to_pandas, to_polars
from graph.store import Store
from tests.browser.chromium import FLAGS, find


def test_all_answers_are_tables_with_the_same_columns_in_both(bundled_store: Store) -> None:
    answers = (
        search(bundled_store, "西安交大"),
        find_path(bundled_store, "陕西锌业", "西安交通大学"),
        find_gaps(bundled_store, "commitments-without-evidence"),
        node(bundled_store, "陕西锌业"),
        cypher(bundled_store, "MATCH (u:University)-[r]-(x) RETURN u, r, x, u.name AS name LIMIT 20"),
    )
    for answer in answers:
        one, other = to_pandas(answer), to_polars(answer)
        assert list(one.columns) == other.columns
        assert len(one) == len(other) > 0


def test_a_path_is_a_row_a_tie(bundled_store: Store) -> None:
    answer = find_path(bundled_store, "陕西锌业", "西安交通大学")
    frame = to_polars(answer)
    assert len(frame) == sum(len(path.ties) for path in answer.data.paths)
    first = frame.filter(polars.col("path") == 1)
    assert first["start"][0] == "陕西锌业"
    assert first["end"][-1] == "西安交通大学"
    assert all(first["sources"].list.len() > 0)


def test_gap_rows_keep_their_denominator(bundled_store: Store) -> None:
    answer = find_gaps(bundled_store, "commitments-without-evidence")
    counts = dict(to_polars(answer).group_by("state").len().iter_rows())
    assert sum(counts.values()) == answer.data.counts.total
    assert counts["not_collected"] == answer.data.counts.not_collected


def test_values_of_several_types_become_text_in_polars_and_none_is_lost(bundled_store: Store) -> None:
    mixed = to_polars(cypher(bundled_store, "UNWIND [1, 2.5, null, '甲', [1]] AS x RETURN x, [x, 'a'] AS l"))
    assert mixed["x"].to_list() == ["1", "2.5", None, "甲", "[1]"]
    assert mixed["l"].to_list()[0] == '[1, "a"]'
    numbers = to_polars(cypher(bundled_store, "UNWIND [1, 2.5, null] AS x RETURN x"))
    assert numbers["x"].to_list() == [1.0, 2.5, None]
    maps = to_polars(cypher(bundled_store, "UNWIND [{a: 1}, {a: 2, b: '乙'}, null] AS x RETURN x"))
    assert maps["x"].to_list() == [{"a": 1, "b": None}, {"a": 2, "b": "乙"}, None]
    empty = cypher(bundled_store, "MATCH (u:University {id: 'none'}) RETURN u.name AS name, u.id AS id")
    assert to_polars(empty).columns == list(to_pandas(empty).columns) == ["name", "id"]


def test_truncation_warns(bundled_store: Store) -> None:
    with pytest.warns(UserWarning, match="只取了前 3 行"):
        cypher(bundled_store, "UNWIND range(1, 4) AS i RETURN i", limit=3)


def test_mistakes_are_ours(bundled_store: Store) -> None:
    with pytest.raises(RefusedStatementError):
        cypher(bundled_store, "CREATE (n:Enterprise)")
    with pytest.raises(UsageError, match="max_hops"):
        find_path(bundled_store, "陕西锌业", "西安交通大学", max_hops=9)
    with pytest.raises(UsageError, match="limit"):
        cypher(bundled_store, "RETURN 1", limit=5001)
    with pytest.raises(TypeError, match="no picture"):
        picture(search(bundled_store, "西安交大"))


def test_a_name_cannot_leave_the_frame() -> None:
    hostile = '"></iframe><script>alert(1)</script>&quot;'
    shown = notebook.Picture(f"<p>{html.escape(hostile)}</p>")._repr_html_()
    inside = re.fullmatch(r'<iframe [^>]*srcdoc="([^"]*)"></iframe>', shown)
    assert inside
    assert html.unescape(inside[1]) == f"<p>{html.escape(hostile)}</p>"


@pytest.mark.browser
def test_the_frame_draws_in_a_browser_and_asks_nothing_from_outside(bundled_store: Store, tmp_path: Path) -> None:
    asked: list[str] = []
    answer = cypher(bundled_store, "MATCH p = (:Enterprise)<-[:CO_BUILT_BY]-(:Platform) RETURN p LIMIT 10")
    file = tmp_path / "cell.html"
    cell = picture(answer)._repr_html_()
    file.write_text(f"<!doctype html><meta charset=utf-8><title>cell</title>{cell}", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        try:
            page = browser.new_page(viewport={"width": 1200, "height": 800})
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.goto(file.as_uri())
            frame = page.frame_locator("iframe")
            frame.locator("#picture canvas").wait_for(timeout=10_000)
            frame.get_by_role("button", name=answer.data.nodes[0].name).first.click()
            assert answer.data.nodes[0].name in frame.locator("#details").inner_text()
            assert "来源" in frame.locator("#details").inner_text()
        finally:
            browser.close()
    assert said == []
    assert [url for url in asked if url != file.as_uri() and not url.startswith("about:")] == []
