"""What a source stops stating becomes history, and comes back when it is stated again."""

from __future__ import annotations

from pathlib import Path

from graph.store import Store
from loaders.pipeline import load
from tests.pipeline.graphs import named, nodes, ties, without_ids
from tests.pipeline.sources import body, source, tie

SCHOOL = body("University", "编造大学")
FIRM = body("Enterprise", "编造锌业")
OTHER = body("Enterprise", "编造钒业")
WITH = [tie(SCHOOL, "PARTNER_OF", FIRM), tie(SCHOOL, "PARTNER_OF", OTHER, id="r2")]
WITHOUT = WITH[:1]


def test_what_is_no_longer_stated_is_retired_not_deleted(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", WITH))
    gone = named(graph, "编造钒业")["id"]
    report = load(graph, source(tmp_path / "one", WITHOUT)).data
    assert (report.new, report.changed, report.retired) == (0, 0, 1)
    assert gone not in nodes(graph)
    assert nodes(graph, retired=True)[gone]["name"] == "编造钒业"
    [old] = ties(graph, retired=True).values()
    assert (old["type"], old["b"]) == ("PARTNER_OF", gone)
    [since] = graph.read_text("MATCH (n:Entity {id: $id}) RETURN n.retired_in AS load", {"id": gone})
    assert since["load"] == 2
    assert named(graph, "编造大学")["walk_degree"] == 1
    [record] = graph.read_text("MATCH (r:Record {id: 'one:r2'}) RETURN r.retired_in AS load")
    assert record["load"] == 2


def test_what_is_stated_again_comes_back_under_its_id(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", WITH))
    before = nodes(graph), ties(graph)
    load(graph, source(tmp_path / "one", WITHOUT))
    load(graph, source(tmp_path / "one", WITH))
    assert (nodes(graph), ties(graph)) == before
    assert not nodes(graph, retired=True)
    assert not ties(graph, retired=True)


def test_what_another_source_still_states_stays(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", WITH))
    load(graph, source(tmp_path / "two", [tie(SCHOOL, "PARTNER_OF", OTHER)], mark="M"))
    [both] = [one for one in ties(graph).values() if one["b"] == named(graph, "编造钒业")["id"]]
    assert (both["records"], both["sources"], both["mark"]) == (["one:r2", "two:r1"], ["one", "two"], "O")
    load(graph, source(tmp_path / "one", WITHOUT))
    [kept] = [one for one in ties(graph).values() if one["b"] == named(graph, "编造钒业")["id"]]
    assert (kept["records"], kept["sources"], kept["mark"]) == (["two:r1"], ["two"], "M")
    assert named(graph, "编造钒业")["records"] == ["two:r1"]


def test_an_intention_and_its_fulfilment_are_two_ties(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM, status="signed", at="2021")]))
    report = load(graph, source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM, status="result", at="2023")])).data
    assert (report.new, report.changed, report.retired) == (0, 1, 0)
    [done] = ties(graph).values()
    [signed] = ties(graph, retired=True).values()
    assert (done["stage"], signed["stage"]) == ("delivered", "signed")


def test_a_property_nobody_states_any_more_goes(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", [body("Place", "编造县", sub="县区", code="990001")]))
    assert named(graph, "编造县")["code"] == "990001"
    load(graph, source(tmp_path / "one", [body("Place", "编造县", sub="县区")]))
    assert "code" not in named(graph, "编造县")


def test_a_body_that_the_better_source_calls_another_kind_has_one_kind(graph: Store, tmp_path: Path) -> None:
    key = "ror=made-up-1"
    load(graph, source(tmp_path / "paper", [body("Platform", "编造院", key=key, sub="研究院")], rank=3))
    first = without_ids(graph)
    load(graph, source(tmp_path / "register", [body("Institute", "编造院", key=key, sub="医院")], rank=1))
    found = named(graph, "编造院")
    assert (found["labels"], found["kind"]) == (["Entity", "Institute", "Organisation"], "医院")
    load(graph, source(tmp_path / "register", [body("Institute", "另一院")], rank=1))
    load(graph, source(tmp_path / "register", [body("Institute", "编造院", key=key, sub="医院", fate="leave out")]))
    assert without_ids(graph) == first
