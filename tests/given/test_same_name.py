"""Rows of one name: two numbers are two bodies that wait for a person, the same row twice is said. All made up."""

from __future__ import annotations

import pytest

from graph import review, search
from graph.errors import AmbiguousNameError
from tests.given.given import CODES, Command, Given, firms

NAME = "虚构1号矿业有限公司"


def twice(*codes: str) -> list[list[str]]:
    """Rows of one firm, each with a number."""
    return [[str(at), NAME, code, "商州区", ""] for at, code in enumerate(codes, start=1)]


def test_two_numbers_of_one_name_wait_for_a_person(given: Given) -> None:
    report = given.load(given.csv("虚构.csv", twice(*CODES[:2])))
    assert (report.loaded, report.queued) == (2, 1)
    [pair] = review.queue(given.store).data.pairs
    assert pair.names == (NAME, NAME)
    assert pair.why.startswith("同名，统一社会信用代码不同：")
    assert all(code in pair.why for code in CODES[:2])


def test_a_second_list_with_another_number(given: Given) -> None:
    given.load(given.csv("一.csv", twice(CODES[0])))
    assert given.load(given.csv("二.csv", twice(CODES[1])), title="另一份虚构名单").queued == 1
    assert given.load(given.csv("三.csv", twice(CODES[0])), title="第三份虚构名单").queued == 0


def test_what_is_printed_alike_is_told_apart_by_its_number(given: Given) -> None:
    given.load(given.csv("虚构.csv", twice(*CODES[:2])))
    hits = search.search(given.store, NAME).data.hits
    assert {hit.why.rpartition(" ")[2] for hit in hits} == set(CODES[:2])
    with pytest.raises(AmbiguousNameError) as error:
        search.node(given.store, NAME)
    assert all(f"统一社会信用代码 {code}" in error.value.way_out for code in CODES[:2])


def test_the_same_row_again_is_said(xishang: Command) -> None:
    rows = firms(3)
    rows.append(["4", *rows[0][1:]])
    xishang.given.csv("虚构.csv", rows)
    told = xishang.text("load", "虚构.csv", "--kind", "企业", "--publisher", "虚构县科技局", "--date", "2019")
    assert "1 行与上面的某一行所说相同（第 5 行）" in told
