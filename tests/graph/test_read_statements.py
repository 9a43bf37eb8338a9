"""The statements that search and detail read with, row by row on the made-up world."""

from __future__ import annotations

from graph.search import resolve_end
from graph.store import Store

U1 = "甲一大学（虚构）"


def id_of(store: Store, name: str) -> str:
    return store.reading(lambda work: resolve_end(work, name)).id


def test_by_name_is_exact_and_leaves_history_out(world_store: Store) -> None:
    def found(scheme: str, prefix: str) -> list[str]:
        names = [{"scheme": scheme, "prefix": prefix}]
        return [row["name"] for row in world_store.read("read/by_name", names=names)]

    assert found("name:University", "甲一大学(虚构)|") == [U1]
    assert found("alias:University", "甲一大|") == [U1]
    assert found("name:Enterprise", "丁香公司(虚构)|") == ["丁香公司（虚构）"] * 2
    assert found("name:Enterprise", "甲一大学(虚构)|") == []
    assert found("name:University", "甲一大学|") == []


def test_exact_by_name_number_and_id_in_one_statement(world_store: Store) -> None:
    id_ = id_of(world_store, U1)
    rows = world_store.read(
        "read/exact",
        prefixes=["甲一大学(虚构)|", "甲一大|", "丁香公司(虚构)|"],
        values=["610191"],
        ids=[id_, "uni-aaaaaaaa"],
    )
    found = sorted((row["key"], row["scheme"], row["name"].removesuffix("（虚构）")) for row in rows)
    assert found == sorted(
        [
            ("610191", "division", "甲一区"),
            ("丁香公司(虚构)|", "name:Enterprise", "丁香公司"),
            ("丁香公司(虚构)|", "name:Enterprise", "丁香公司"),
            ("甲一大|", "alias:University", "甲一大学"),
            ("甲一大学(虚构)|", "name:University", "甲一大学"),
            (id_, "id", "甲一大学"),
        ]
    )
    assert world_store.read("read/exact") == []


def test_alike_for_many_texts_in_one_statement(world_store: Store) -> None:
    asked = [{"key": "a", "text": '"孵化器"'}, {"key": "b", "text": "药* OR *药"}]
    rows = world_store.read("read/alike", asked=asked)
    assert {row["key"]: row["name"] for row in rows if row["key"] == "a"} == {"a": "甲飞地孵化器（虚构）"}
    assert {row["name"] for row in rows if row["key"] == "b"} >= {"乙二药业（虚构）", "虚构药材"}
    only = world_store.read("read/alike", asked=asked, kinds=["Product"], limit=1)
    assert [(row["key"], row["name"]) for row in only] == [("b", "虚构药材")]


def test_search_by_words_kinds_and_limit(world_store: Store) -> None:
    def found(text: str, **more: object) -> set[str]:
        return {row["name"] for row in world_store.read("read/search", text=text, **more)}  # type: ignore[arg-type]  # options by name

    assert found('"孵化器"') == {"甲飞地孵化器（虚构）"}
    assert found("药* OR *药", kinds=["Product"]) == {"虚构药材"}
    assert len(found("虚构", limit=4)) == 4


def test_nodes_and_node(world_store: Store) -> None:
    id_ = id_of(world_store, U1)
    (row,) = world_store.read("read/nodes", ids=[id_, "none-such"])
    assert (row["name"], row["city"], row["transit"]) == (U1, "西安", True)
    assert "University" in row["labels"]
    (row,) = world_store.read("read/node", id=id_)
    assert row["properties"]["names"][0] == U1


def test_neighbours_by_weight_and_their_count(world_store: Store) -> None:
    id_ = id_of(world_store, "乙一矿业（虚构）")
    weights = {"CO_BUILT_BY": 1.0, "PARTNER_OF": 0.5}
    rows = world_store.read("read/neighbours", id=id_, weights=weights)
    assert [(row["type"], row["name"].removesuffix("（虚构）")) for row in rows] == [
        ("CO_BUILT_BY", "只有乙方的平台"),
        ("CO_BUILT_BY", "甲乙共建中心"),
        ("PARTNER_OF", "乙二药业"),
        ("HAS_ROLE", "链主"),
        ("LOCATED_IN", "乙一县"),
    ]
    assert world_store.read("read/tie_counts", id=id_) == [{"ties": 5}]
    retired = id_of(world_store, "乙十二化工（虚构）")
    assert world_store.read("read/neighbours", id=retired, weights={}) == []
    assert world_store.read("read/tie_counts", id=retired) == [{"ties": 0}]


def test_sources(world_store: Store) -> None:
    rows = world_store.read("read/sources", ids=["Z2", "none-such"])
    assert [(row["publisher"], row["date"], row["mark"], row["url"]) for row in rows] == [
        ("虚构晚报", "11-27", "M", "")
    ]


def test_coverage_of_ties(world_store: Store) -> None:
    rows = world_store.read("read/coverage", about=["PARTNER_OF", "CO_BUILT_BY"])
    assert [(row["about"], row["complete"], row["place"]) for row in rows] == [("PARTNER_OF", False, "乙市（虚构）")]
