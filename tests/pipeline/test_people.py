"""People enter by name, role and home body only, and leave for good when they ask to. All people here are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import journal
from graph.errors import RejectsError
from graph.store import Store
from loaders.hiding import hide_person
from loaders.pipeline import load, rebuild
from loaders.privacy import DROPPED, guarded
from loaders.review import decide, take_back
from tests.pipeline.graphs import named, nodes, ties
from tests.pipeline.sources import body, source, tie

SCHOOL = body("University", "编造大学")
ROWS = [
    tie(body("Person", "张编造", within="编造大学"), "WORKS_AT", SCHOOL, note="张编造任主任"),
    tie(body("Person", "李编造", within="编造大学"), "WORKS_AT", SCHOOL),
]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("电话 13800138000", f"电话 {DROPPED}"),
        ("138-0013-8000", DROPPED),
        ("tel.13800138000.", f"tel.{DROPPED}."),
        ("+86 13800138000", DROPPED),
        ("0914-2312345", DROPPED),
        ("身份证 610102199001011234", f"身份证 {DROPPED}"),
        ("61010219900101123X", DROPPED),
        ("someone@example.org", DROPPED),
        ("统一社会信用代码 916100002206000123", "统一社会信用代码 916100002206000123"),
        ("项目 2018YFB0904800，经费 15800000000 元", "项目 2018YFB0904800，经费 15800000000 元"),
        ("区划代码 610116099，学校标识码 4161010698", "区划代码 610116099，学校标识码 4161010698"),
    ],
)
def test_what_looks_personal_is_dropped(text: str, left: str) -> None:
    assert guarded(text) == left


def test_personal_data_never_enters_raw_cells_included(graph: Store, tmp_path: Path) -> None:
    rows = [SCHOOL | {"contact": "13800138000", "tie": ""}, tie(SCHOOL, "PARTNER_OF", SCHOOL, note="找 13800138000")]
    report = load(graph, source(tmp_path / "one", rows)).data
    assert [(item.row, item.column, item.rule) for item in report.not_placed] == [
        (2, "contact", "personal-data"),
        (3, "note", "personal-data"),
    ]
    texts = [str(row) for row in graph.read_text("MATCH (n) RETURN properties(n) AS p")]
    texts += [str(row) for row in graph.read_text("MATCH ()-[r]->() RETURN properties(r) AS p")]
    assert not [text for text in texts if "13800138000" in text]
    assert [one["note"] for one in ties(graph).values()] == [f"找 {DROPPED}"]


def test_a_property_that_is_not_declared_is_refused(graph: Store, tmp_path: Path) -> None:
    with pytest.raises(RejectsError, match="Person 没有属性"):
        load(graph, source(tmp_path / "one", [body("Person", "张编造", code="1")]))
    assert not nodes(graph)


def homes(store: Store) -> list[list[str]]:
    """The records of each person."""
    return sorted(one["records"] for one in nodes(store).values() if "Person" in one["labels"])


def test_equal_names_of_leaders_in_two_registers_stay_apart(graph: Store, tmp_path: Path) -> None:
    for number, school in enumerate(("编造大学", "编造的另一大学")):
        project = body("Project", f"编造项目 {number}")
        rows = [tie(body("Person", "张编造", within=school), "LED", project)]
        load(graph, source(tmp_path / f"s{number}", rows))
    assert homes(graph) == [["s0:r1"], ["s1:r1"]]
    assert [row["queued"] for row in graph.read_text("MATCH (l:Load) RETURN l.queued AS queued")] == ["[]", "[]"]


def test_equal_names_without_a_home_body_are_two_people(graph: Store, tmp_path: Path) -> None:
    for number in range(2):
        load(graph, source(tmp_path / f"s{number}", [body("Person", "张编造")]))
    assert homes(graph) == [["s0:r1"], ["s1:r1"]]


def test_an_orcid_joins_a_person_across_bodies_and_keeps_namesakes_apart(graph: Store, tmp_path: Path) -> None:
    one, other = "orcid=0000-0002-1825-0097", "orcid=0000-0001-5109-3700"
    rows = [
        body("Person", "张编造", within="编造大学", key=one),
        body("Person", "张编造", within="编造的研究院", key=one),
        body("Person", "Zhang Bianzao", within="编造的研究院", key=one),
        body("Person", "张编造", within="编造大学", key=other),
    ]
    for number, row in enumerate(rows):
        load(graph, source(tmp_path / f"s{number}", [row]))
    assert homes(graph) == [["s0:r1", "s1:r1", "s2:r1"], ["s3:r1"]]


def test_a_judgement_joins_a_person_across_bodies(graph: Store, tmp_path: Path) -> None:
    rows = [body("Person", "张编造", within=within) for within in ("编造大学", "编造的研究院")]
    load(graph, source(tmp_path / "s", rows))
    entry = decide(graph, "same", nodes(graph), reason="本人简历写明", who="测试").data.entry
    assert homes(graph) == [["s:r1", "s:r2"]]
    take_back(graph, entry, reason="弄错了", who="测试")
    assert homes(graph) == [["s:r1"], ["s:r2"]]


def test_a_hidden_person_leaves_and_no_reload_brings_the_person_back(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", ROWS)
    load(graph, spec)
    person = named(graph, "张编造")["id"]
    graph.writing(lambda work: hide_person(work, person, reason="本人要求", who="测试"))
    for again in (False, True):
        assert nodes(graph).keys() == {named(graph, "编造大学")["id"], named(graph, "李编造")["id"]}
        assert len(ties(graph)) == 1
        everything = graph.read_text("MATCH (n) RETURN properties(n) AS p")
        assert not [row for row in everything if "张编造" in str(row)]
        if not again:
            load(graph, spec, force=True)
    rebuild(graph, [spec])
    assert not [row for row in graph.read_text("MATCH (n) RETURN properties(n) AS p") if "张编造" in str(row)]
    [entry] = graph.reading(journal.entries)
    assert (entry.kind, entry.ids, len(entry.hash)) == ("hide", (), 64)
