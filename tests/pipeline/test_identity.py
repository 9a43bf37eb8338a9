"""Which bodies are one: keys, names, aliases, vetoes, judgements; ids that stay; look-alikes that wait for a person."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from graph import journal
from graph.errors import UsageError
from graph.identity.aliases import TABLE, aliases_of, canonical
from graph.identity.names import search_text
from graph.schema.values import fold
from graph.store import Store
from loaders.likeness import FEW
from loaders.pipeline import load
from tests.pipeline.graphs import named, nodes, ties
from tests.pipeline.sources import Cells, body, source, tie


def test_short_names_of_the_newspapers_are_known() -> None:
    table = {
        "西安交大": "西安交通大学",
        "西交大": "西安交通大学",
        "陕科大": "陕西科技大学",
        "西农": "西北农林科技大学",
        "第四军医大学": "空军军医大学",
    }
    assert {alias: canonical(alias, "University") for alias in table} == table
    assert canonical("西安光机所") == "中国科学院西安光学精密机械研究所"
    assert canonical("西安交大", "Enterprise") == "西安交大"
    assert "西安交大" in aliases_of("西安交通大学")
    assert canonical("没有这个名称", "University") == "没有这个名称"


def test_no_alias_is_the_name_of_another_body_of_its_kind() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {(row["kind"], fold(row["name"])) for row in rows}
    assert not [row for row in rows if (row["kind"], fold(row["alias"])) in names]


def names_of(store: Store) -> list[list[str]]:
    return sorted(body["names"] for body in nodes(store).values())


def firm(name: str, **cells: str) -> Cells:
    return body("Enterprise", name, **cells)


def load_rows(store: Store, tmp_path: Path, *sources: list[Cells]) -> None:
    for number, rows in enumerate(sources):
        load(store, source(tmp_path / f"s{number}", rows))


def test_a_shared_key_makes_one_body(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("University", "甲校", key="moe=1")], [body("University", "乙校", key="moe=1")])
    assert names_of(graph) == [["甲校", "乙校"]]


def test_search_text_has_each_word_once() -> None:
    assert search_text(["商洛", "商洛"]) == "商洛 shangluo sl"


def test_equal_names_are_one_body_unless_something_tells_them_apart(graph: Store, tmp_path: Path) -> None:
    load_rows(
        graph,
        tmp_path,
        [
            body("Enterprise", "“甲”公司"),
            body("Enterprise", "乙公司", city="西安"),
            body("Enterprise", "丙", key="uscc=1"),
        ],
        [
            body("Enterprise", "甲公司"),
            body("Enterprise", "乙公司", city="商洛"),
            body("Enterprise", "丙", key="uscc=2"),
        ],
        [body("Place", "城关", within="A"), body("Place", "城关", within="B"), body("University", "甲公司")],
    )
    assert names_of(graph) == [["“甲”公司"], ["丙"], ["丙"], ["乙公司"], ["乙公司"], ["城关"], ["城关"], ["甲公司"]]


def test_a_name_that_fits_two_bodies_is_joined_to_none_and_queued(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "乙公司", city="西安"), body("Enterprise", "乙公司", city="商洛")])
    report = load(graph, source(tmp_path / "paper", [body("Enterprise", "乙公司")])).data
    assert (len(nodes(graph)), report.queued) == (3, 2)
    queued = graph.read_text("MATCH (l:Load {id: 2}) RETURN l.queued AS queued")[0]["queued"]
    assert {item["why"] for item in json.loads(queued)} == {"同名，不止一个主体相符"}


def test_a_renamed_body_is_one_with_its_former_name(graph: Store, tmp_path: Path) -> None:
    load_rows(
        graph,
        tmp_path,
        [body("University", "编造学院")],
        [body("University", "编造大学", former="编造学院@2018")],
    )
    found = named(graph, "编造学院")
    assert (found["name"], found["former"]) == ("编造大学", ["编造学院（至 2018）"])


def test_the_tables_of_names_join_a_short_a_former_and_a_full_name(graph: Store, tmp_path: Path) -> None:
    load_rows(
        graph,
        tmp_path,
        [body("University", "西安矿业学院"), body("Enterprise", "延长石油")],
        [body("University", "西安科大"), body("Enterprise", "陕西延长石油（集团）有限责任公司")],
        [body("University", "西安科技大学"), body("Institute", "西安矿业学院")],
    )
    school = named(graph, "西安科技大学")
    assert school["former"] == ["西安矿业学院（至 1999）", "西安科技学院（至 2003）"]
    assert {"s0:r1", "s1:r1", "s2:r1"} == set(school["records"])
    assert "西科大" in school["search_text"]
    firm = named(graph, "延长石油")
    assert (sorted(firm["names"]), len(nodes(graph))) == (["延长石油", "陕西延长石油（集团）有限责任公司"], 3)


def test_a_body_that_went_into_another_stays_a_body(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("University", "西安医科大学")], [body("University", "西安交通大学")])
    assert len(nodes(graph)) == 2


def test_a_person_is_a_name_within_a_home_body(graph: Store, tmp_path: Path) -> None:
    rows = [body("Person", "张三", within=within) for within in ("西安交大", "西安交通大学", "另一校")]
    load_rows(graph, tmp_path, rows)
    assert sorted(found["records"] for found in nodes(graph).values()) == [["s0:r1", "s0:r2"], ["s0:r3"]]


def test_a_late_key_joins_two_bodies_and_the_lost_id_keeps_resolving(graph: Store, tmp_path: Path) -> None:
    one, other = body("Institute", "甲所", key="ror=1"), body("Institute", "乙所", key="uscc=2")
    partner = body("University", "编造大学")
    load_rows(graph, tmp_path, [one], [tie(other, "PARTNER_OF", partner)])
    kept, lost = named(graph, "甲所")["id"], named(graph, "乙所")["id"]
    load(graph, source(tmp_path / "s2", [body("Institute", "甲所", key="ror=1;uscc=2")]))
    assert named(graph, "乙所")["id"] == kept
    [moved] = ties(graph).values()
    assert moved["a"] == kept
    assert not nodes(graph, retired=True)
    forward = graph.read_text(
        "MATCH (i:Identifier {scheme: 'merged', value: $id}) RETURN i.entity AS now", {"id": lost}
    )
    assert forward == [{"now": kept}]
    # The evidence is taken back: two bodies again, under the ids they had.
    load(graph, source(tmp_path / "s2", [body("Institute", "甲所", key="ror=1")]))
    assert (named(graph, "甲所")["id"], named(graph, "乙所")["id"]) == (kept, lost)
    assert [one["a"] for one in ties(graph).values()] == [lost]


def test_what_the_rules_do_not_tell_apart_is_queued_not_merged(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "编造锌业"), body("Enterprise", "商洛交投")])
    rows = [
        body("Enterprise", "编造锌业公司"),
        body("Enterprise", "编造锌业集团"),
        body("Enterprise", "编造锌业公司二厂"),
        body("Enterprise", "商洛交投网络"),
    ]
    report = load(graph, source(tmp_path / "paper", rows)).data
    assert len(nodes(graph)) == 6
    # Names of one list are different bodies by that list; a plant is told apart; the last pair is known to be apart.
    assert _queued(graph, 2) == [["编造锌业公司", "编造锌业"], ["编造锌业集团", "编造锌业"]]
    assert report.queued == 2


def test_a_longer_list_queues_what_a_short_one_does(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "编造锌业")])
    others = [body("Enterprise", f"编造{name}矿业") for name in ALPHABET]
    assert len(others) > FEW, "so many that they are looked up in an index"
    load(graph, source(tmp_path / "paper", [body("Enterprise", "编造锌业公司"), *others]))
    assert _queued(graph, 2) == [["编造锌业公司", "编造锌业"]]


ALPHABET = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土日月星山川河海江湖林田石玉云雨"


def _queued(graph: Store, load_: int) -> list[list[str]]:
    rows = graph.read_text("MATCH (l:Load {id: $load}) RETURN l.queued AS queued", {"load": load_})
    return [item["names"] for item in json.loads(rows[0]["queued"])]


def test_judgements_hold_for_later_loads(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "编造锌业"), body("Enterprise", "商南锌业")])
    ids = [named(graph, name)["id"] for name in ("编造锌业", "商南锌业")]
    graph.writing(lambda work: journal.append(work, "same", ids=ids, reason="编造的理由", who="测试"))
    load(graph, source(tmp_path / "later", [body("Enterprise", "商南锌业")]))
    assert sorted(named(graph, "商南锌业")["names"]) == ["商南锌业", "编造锌业"]
    graph.writing(lambda work: journal.append(work, "unsure", ids=ids, reason="收回", who="测试"))
    load(graph, source(tmp_path / "later", [body("Enterprise", "商南锌业")]), force=True)
    assert sorted(found["id"] for found in nodes(graph).values()) == sorted(ids)
    entries = graph.reading(journal.entries)
    assert [(entry.kind, entry.sequence) for entry in entries] == [("same", 1), ("unsure", 2)]


def test_a_judgement_of_different_takes_a_pair_from_the_queue(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "编造锌业")])
    load(graph, source(tmp_path / "paper", [body("Enterprise", "编造锌业公司")]))
    ids = [found["id"] for found in nodes(graph).values()]
    graph.writing(lambda work: journal.append(work, "different", ids=ids, reason="编造的理由", who="测试"))
    assert len(nodes(graph)) == 2
    load(graph, source(tmp_path / "third", [body("Enterprise", "编造锌业公司", alias="编造锌业")]))
    assert len(nodes(graph)) == 2


def test_a_judgement_needs_a_reason_and_two_bodies(graph: Store) -> None:
    with pytest.raises(UsageError, match="判定要有理由"):
        graph.writing(lambda work: journal.append(work, "same", ids=["a"], reason="一个", who="测试"))
    assert graph.reading(journal.entries) == []


def test_an_id_stays_when_a_later_version_tells_the_city(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "s", [firm("编造的锌业"), firm("编造的茶业", city="西安")]))
    zinc, tea = named(graph, "编造的锌业")["id"], named(graph, "编造的茶业")["id"]
    load(graph, source(tmp_path / "s", [firm("编造的锌业", city="商洛"), firm("编造的茶业", city="商洛")]))
    assert named(graph, "编造的锌业")["id"] == zinc
    # Another city is another body: what the registry knows contradicts it.
    assert named(graph, "编造的茶业")["id"] != tea
