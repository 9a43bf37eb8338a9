"""The tables of names: every row says what it is and why; no short name means two bodies in silence."""

from __future__ import annotations

import csv

import pytest

from graph.identity.aliases import MOST_ALIASES, TABLE, aliases_of, canonical, shown_as
from graph.identity.called import RELATIVE, means
from graph.identity.judge import judge
from graph.identity.known import SORTS, TABLES, meanings, name_of, rows_of
from graph.identity.named import Named
from graph.identity.spellings import folded, in_full
from graph.schema import NODE_KINDS
from graph.schema.values import fold

NAMES = sorted(path.stem for path in TABLES.glob("*.csv"))
CALLED = [name for name in NAMES if name not in ("universities", "ambiguous", "merged")]


@pytest.mark.parametrize("table", CALLED)
def test_every_row_has_kind_sort_and_reason(table: str) -> None:
    for row in rows_of(table):
        assert row["sort"] in SORTS, row
        assert row["kind"] in {"", *NODE_KINDS}, row
        assert all(row[column] for column in ("alias", "name", "reason")), row
        assert row["until"] == "" or 1900 < int(row["until"]) <= 2026, row


def test_a_load_knows_what_a_name_of_the_tables_means() -> None:
    means = {
        ("西安建大", "University"): "西安建筑科技大学",
        ("西安矿业学院", "University"): "西安科技大学",  # by way of 西安科技学院
        ("西京医院", "Institute"): "空军军医大学第一附属医院",
        ("延长石油", "Enterprise"): "陕西延长石油（集团）有限责任公司",
        ("西安航天基地", "Park"): "西安国家民用航天产业基地",
        ("陕西省农业厅", "Agency"): "陕西省农业农村厅",
    }
    assert {(alias, kind): canonical(alias, kind) for alias, kind in means} == means
    assert canonical("西京医院") == "空军军医大学第一附属医院"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("南大", "University"),  # two schools
        ("西安科技大学", "University"),  # a name of today
        ("西安建大", "Enterprise"),  # no firm
        ("省人民医院", "Institute"),  # one in each province
        ("没有这个名称", "Institute"),
        ("西安医科大学", "University"),  # went into another body: two bodies in time
    ],
)
def test_what_is_not_one_body_of_the_kind_stays_as_it_is(name: str, kind: str) -> None:
    assert canonical(name, kind) == name


def test_the_curated_aliases_and_the_tables_do_not_contradict_each_other() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            told = means(row["kind"], fold(row["alias"]))
            assert told in ("", row["name"]), row
            assert means(row["kind"], fold(row["name"])) == "", row


def test_a_name_is_shown_as_it_is_now_and_a_share_as_it_is_printed() -> None:
    assert shown_as("西安财经学院", "University") == "西安财经大学"
    assert shown_as("西安交大", "University") == "西安交通大学"
    assert shown_as("西部超导", "Enterprise") == "西部超导"


def test_what_a_body_is_searched_by_is_not_every_spelling() -> None:
    assert set(aliases_of("西安科技大学", "University")) >= {"西科大", "西安科大", "西安科技学院", "西安矿业学院"}
    for table in CALLED:
        for row in rows_of(table):
            assert len(aliases_of(row["name"], row["kind"] or "Institute")) <= MOST_ALIASES


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
            told = judge(Named(row["alias"]), Named(row["name"])).verdict
            assert told == ("queue" if row["alias"].startswith(RELATIVE) else "same"), row


def test_a_chain_of_former_names_ends_at_the_name_of_today() -> None:
    assert [name_of(name) for name in meanings("西安矿业学院")] == ["西安科技大学"]
    assert [name_of(name) for name in meanings("泸州医学院")] == ["西南医科大学"]


def test_the_place_tells_between_several() -> None:
    assert judge(Named("南大", "南京"), Named("南京大学")).verdict == "same"
    assert judge(Named("南大", "南昌市"), Named("南京大学")).verdict == "different"


def test_a_name_that_leaves_out_its_province_needs_the_place() -> None:
    full = Named("陕西省人民医院")
    assert judge(Named("省人民医院", "西安"), full).verdict == "same"
    assert judge(Named("省人民医院", "河南郑州"), full).verdict == "different"
    assert judge(Named("省人民医院"), full).verdict == "queue"
