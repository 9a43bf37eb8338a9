"""The tables of names: every row says what it is and why; no short name means two bodies in silence."""

from __future__ import annotations

import pytest

from graph.identity.judge import judge
from graph.identity.known import SORTS, TABLES, meanings, name_of, rows_of
from graph.identity.named import Named
from graph.identity.spellings import folded, in_full
from graph.schema import NODE_KINDS

NAMES = sorted(path.stem for path in TABLES.glob("*.csv"))
CALLED = [name for name in NAMES if name not in ("universities", "ambiguous", "merged")]


@pytest.mark.parametrize("table", CALLED)
def test_every_row_has_kind_sort_and_reason(table: str) -> None:
    for row in rows_of(table):
        assert row["sort"] in SORTS, row
        assert row["kind"] in {"", *NODE_KINDS}, row
        assert all(row[column] for column in ("alias", "name", "reason")), row
        assert row["until"] == "" or 1900 < int(row["until"]) <= 2026, row


def test_a_listed_name_is_one_body() -> None:
    for row in rows_of("universities"):
        assert len(meanings(in_full(folded(row["name"])))) == 1, row


@pytest.mark.parametrize("row", list(rows_of("ambiguous")), ids=lambda row: str(row["alias"]))
def test_a_short_name_of_several_is_for_a_person(row: dict[str, str]) -> None:
    for name in row["names"].split(";"):
        assert judge(Named(row["alias"]), Named(name)).verdict == "queue"
    assert judge(Named(row["alias"]), Named("清华大学")).verdict == "different"


@pytest.mark.parametrize("row", list(rows_of("merged")), ids=lambda row: str(row["name"]))
def test_a_merged_body_is_not_its_successor(row: dict[str, str]) -> None:
    verdict = judge(Named(row["name"]), Named(row["into"]))
    assert verdict.verdict == "different"
    assert row["year"] in verdict.reason


@pytest.mark.parametrize(
    "table", ["universities_called", "hospitals", "firms", "institutes", "parks", "academy_institutes"]
)
def test_a_name_of_the_table_is_that_body(table: str) -> None:
    """Unless another table makes it ambiguous, which must then show as more than one meaning."""
    for row in rows_of(table):
        found = meanings(in_full(folded(row["alias"])))
        assert found, row
        if row["sort"] != "english" and len(found) == 1:
            assert judge(Named(row["alias"]), Named(row["name"])).verdict == "same", row


def test_a_chain_of_former_names_ends_at_the_name_of_today() -> None:
    assert [name_of(name) for name in meanings("西安矿业学院")] == ["西安科技大学"]
    assert [name_of(name) for name in meanings("泸州医学院")] == ["西南医科大学"]


def test_the_place_tells_between_several() -> None:
    assert judge(Named("南大", "南京"), Named("南京大学")).verdict == "same"
    assert judge(Named("南大", "南昌市"), Named("南京大学")).verdict == "different"
