"""A judgement and its effect: merged at once, taken back exactly, refused where a veto stands, carried in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import journal
from graph.errors import NotFoundError, SourceError, UsageError
from graph.store import Store
from loaders.pipeline import load, rebuild
from loaders.review import decide, export_judgements, import_judgements, take_back
from tests.pipeline.graphs import everything, named, nodes, ties, without_ids
from tests.pipeline.sources import Cells, body, source, tie

WHY = {"reason": "编造的理由", "who": "测试"}
ZINC, SHORT, TEA = body("Enterprise", "编造锌业有限公司"), body("Enterprise", "锌业集团"), body("Institute", "编造茶所")


def load_rows(graph: Store, folder: Path, rows: list[Cells]) -> None:
    """Load made-up rows as one source."""
    load(graph, source(folder / "first", rows))


def two(graph: Store, tmp_path: Path) -> list[str]:
    """Two firms, each with a partner of its own; gives their ids."""
    load_rows(graph, tmp_path, [tie(ZINC, "PARTNER_OF", TEA), tie(SHORT, "PARTNER_OF", TEA, note="另一条")])
    return [named(graph, name)["id"] for name in ("编造锌业有限公司", "锌业集团")]


def test_the_same_is_merged_at_once_and_the_lost_id_keeps_resolving(graph: Store, tmp_path: Path) -> None:
    ids = two(graph, tmp_path)
    judged = decide(graph, "same", ids, **WHY).data
    assert judged.graph_version == 2
    assert len(judged.merged) == 1
    [(lost, kept)] = judged.merged.items()
    assert {lost, kept} == set(ids)
    assert sorted(nodes(graph)[kept]["names"]) == ["编造锌业有限公司", "锌业集团"]
    assert lost not in nodes(graph)
    assert {one["a"] for one in ties(graph).values()} == {kept}
    found = graph.read_text("MATCH (i:Identifier {scheme: 'merged', value: $id}) RETURN i.entity AS now", {"id": lost})
    assert found == [{"now": kept}]
    assert [entry.who for entry in graph.reading(journal.entries)] == ["测试"]


def test_a_dry_run_shows_the_effect_and_changes_nothing(graph: Store, tmp_path: Path) -> None:
    ids = two(graph, tmp_path)
    before = everything(graph)
    judged = decide(graph, "same", ids, dry_run=True, **WHY).data
    assert (judged.dry_run, judged.entry, len(judged.merged)) == (True, "", 1)
    assert any("并入" in effect for effect in judged.effects)
    assert everything(graph) == before


def test_taken_back_after_more_was_loaded_the_graph_is_one_never_merged(graph: Store, tmp_path: Path) -> None:
    ids = two(graph, tmp_path)
    entry = decide(graph, "same", ids, **WHY).data.entry
    more = [
        tie(SHORT, "PARTNER_OF", body("Institute", "编造的另一所")),
        body("Enterprise", "编造锌业有限公司", city="商洛"),
    ]
    load(graph, source(tmp_path / "more", more))
    back = take_back(graph, entry, **WHY).data
    assert back.new == [id_ for id_ in ids if id_ in back.new]
    merged_once = (nodes(graph), ties(graph))
    graph.writing(lambda work: work.run_text("MATCH (n) WHERE NOT n:GraphState DETACH DELETE n"))
    two(graph, tmp_path / "again")
    load(graph, source(tmp_path / "more again", more))
    assert (_plain(merged_once[0]), set(merged_once[1])) == (_plain(nodes(graph)), set(ties(graph)))


def _plain(found: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Bodies without the names of records, which hold the folder of the made-up source."""
    return {id_: {k: v for k, v in one.items() if k not in ("records", "sources")} for id_, one in found.items()}


def test_a_judgement_survives_a_rebuild(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "s", [ZINC, SHORT])
    load(graph, spec)
    ids = [named(graph, name)["id"] for name in ("编造锌业有限公司", "锌业集团")]
    decide(graph, "same", ids, **WHY)
    before = without_ids(graph)
    rebuild(graph, [spec])
    assert without_ids(graph) == before
    assert len(nodes(graph)) == 1


def test_what_an_earlier_judgement_draws_in_is_said(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", name) for name in ("编造甲业", "编造乙业", "编造丙业")])
    one, two_, three = (named(graph, name)["id"] for name in ("编造甲业", "编造乙业", "编造丙业"))
    decide(graph, "same", [one, two_], **WHY)
    shown = decide(graph, "same", [two_, three], dry_run=True, **WHY).data
    assert any("先前的判定" in effect for effect in shown.effects)
    decide(graph, "same", [two_, three], **WHY)
    assert len(nodes(graph)) == 1
    [only] = nodes(graph).values()
    assert sorted(only["names"]) == ["编造丙业", "编造乙业", "编造甲业"]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (body("Institute", "甲所", key="ror=1"), body("Institute", "乙所", key="ror=2"), "ror 编号不同"),
        (body("Enterprise", "甲业", city="西安"), body("Enterprise", "乙业", city="商洛"), "所在城市不同"),
        (body("Institute", "编造第一研究院"), body("Institute", "编造第二研究院"), "序号不同"),
    ],
)
def test_a_merge_that_breaks_a_veto_is_refused(
    graph: Store, tmp_path: Path, first: dict[str, str], second: dict[str, str], why: str
) -> None:
    load_rows(graph, tmp_path, [first, second])
    before = everything(graph)
    with pytest.raises(UsageError, match=why):
        decide(graph, "same", nodes(graph), **WHY)
    assert everything(graph) == before


def test_what_was_judged_different_is_not_merged_even_through_a_third(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", name) for name in ("编造甲业", "编造乙业", "编造丙业")])
    one, two_, three = (named(graph, name)["id"] for name in ("编造甲业", "编造乙业", "编造丙业"))
    decide(graph, "different", [one, three], **WHY)
    decide(graph, "same", [one, two_], **WHY)
    with pytest.raises(UsageError, match="已判定不同"):
        decide(graph, "same", [two_, three], **WHY)


def test_bodies_of_two_kinds_unknown_ids_and_no_reason_are_refused(graph: Store, tmp_path: Path) -> None:
    load_rows(graph, tmp_path, [body("Enterprise", "编造甲业"), body("Institute", "编造甲所")])
    firm, institute = named(graph, "编造甲业")["id"], named(graph, "编造甲所")["id"]
    with pytest.raises(UsageError, match="类别不同"):
        decide(graph, "same", [firm, institute], **WHY)
    with pytest.raises(NotFoundError, match="ent-nothere2"):
        decide(graph, "different", [firm, "ent-nothere2"], **WHY)
    with pytest.raises(UsageError, match="理由"):
        decide(graph, "different", [firm, institute], reason=" ", who="测试")
    with pytest.raises(NotFoundError, match="journal-000009"):
        take_back(graph, "journal-000009", **WHY)
    assert graph.reading(journal.entries) == []


def test_judgements_go_out_to_a_file_and_into_another_graph(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "s", [ZINC, SHORT, TEA])
    load(graph, spec)
    ids = [named(graph, name)["id"] for name in ("编造锌业有限公司", "锌业集团")]
    decide(graph, "same", ids, **WHY)
    file = tmp_path / "judgements.jsonl"
    assert export_judgements(graph, file) == 1
    merged = without_ids(graph)
    assert import_judgements(graph, file).known == 1
    graph.writing(lambda work: work.run_text("MATCH (n) WHERE NOT n:GraphState DETACH DELETE n"))
    load(graph, spec)
    imported = import_judgements(graph, file)
    assert (len(imported.applied), imported.known, imported.failed) == (1, 0, ())
    assert without_ids(graph) == merged
    assert graph.reading(journal.entries)[0].who == "测试"


def test_a_file_that_is_no_list_of_judgements_changes_nothing(graph: Store, tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text('{"judgement": "same", "ids": ["a", "b"], "reason": "r", "who": "w", "at": "x"}\n{"ids": 1}\n')
    with pytest.raises(SourceError, match="第 2 行"):
        import_judgements(graph, file)
    assert graph.reading(journal.entries) == []
    file.write_text('{"judgement": "same", "ids": ["ent-a", "ent-b"], "reason": "r", "who": "w", "at": "x"}\n')
    assert [number for number, _ in import_judgements(graph, file).failed] == [1]
