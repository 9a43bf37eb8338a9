"""What each source says of a body: the value it is shown with, and the ones it is not."""

from __future__ import annotations

import pytest

from graph.errors import NotFoundError
from graph.stated import RECORDS_AT_MOST, stated
from graph.store import Store


def test_a_former_name_stands_beside_the_one_it_is_shown_with(bundled_store: Store) -> None:
    found = stated(bundled_store, "西安财经大学").data
    names = {(value.zh, value.value, value.shown) for value in found.values if value.property in ("name", "former")}
    assert ("名称", "西安财经大学", True) in names
    assert ("曾用名", "西安财经学院（至 2018）", True) in names
    assert all(value.sources and value.record for value in found.values)


def test_the_record_of_a_registry_comes_before_that_of_a_newspaper(bundled_store: Store) -> None:
    found = stated(bundled_store, "西安交通大学").data
    ranks = [value.rank for value in found.values if value.property == "name"]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1
    assert found.records_found > 10
    keys = {value.value: value.sources[0].publisher for value in found.values if value.property == "key"}
    assert keys["moe 4161010698"] == "教育部"


def test_a_value_it_is_not_shown_with_stays_visible(bundled_store: Store) -> None:
    """The list of laboratories prints an older name; the notice of a later one is the name shown."""
    found = stated(bundled_store, "空军军医大学").data
    assert {(value.value, value.shown) for value in found.values if value.property in ("name", "former")} >= {
        ("空军军医大学", True),
        ("中国人民解放军第四军医大学", True),
    }
    several = "MATCH (n:Entity) WHERE size(n.names) > 1 AND n.retired_in IS NULL RETURN n.id AS id, n.name AS name"
    told = {
        (row["name"], value.value)
        for row in bundled_store.read_text(several)
        for value in stated(bundled_store, row["id"]).data.values
        if value.property == "name" and not value.shown
    }
    assert told, "a name some record prints and the body is not shown with"
    assert all(name != other for name, other in told)


def test_a_body_of_many_records_is_read_in_part_and_says_so(bundled_store: Store) -> None:
    found = stated(bundled_store, "西安市").data
    assert found.records_found > 60
    assert len({value.record for value in found.values}) == min(found.records_found, RECORDS_AT_MOST)


def test_nobody_of_that_name(bundled_store: Store) -> None:
    with pytest.raises(NotFoundError):
        stated(bundled_store, "没有这个单位")
