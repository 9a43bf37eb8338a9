"""One source in: what is written, what a report says, and that a load again or a broken one changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import RejectsError, SourceError
from graph.store import Store
from loaders.pipeline import load
from tests.pipeline.graphs import everything, named, nodes, ties
from tests.pipeline.sources import SHANGLUO, XIAN, Cells, body, source, tie

SCHOOL = body("University", "编造大学", key="moe=1", alias="编大")
FIRM = body("Enterprise", "编造锌业")
CENTRE = body("Platform", "编造研究中心", sub="联合研究中心")
ROWS: list[Cells] = [
    tie(CENTRE, "CO_BUILT_BY", SCHOOL, at="2021", status="signed"),
    tie(CENTRE, "CO_BUILT_BY", FIRM, at="2021"),
    tie(SCHOOL, "LOCATED_IN", XIAN),
    tie(FIRM, "LOCATED_IN", SHANGLUO),
    body("Enterprise", "不在两市", fate="leave out"),
]


def test_a_source_becomes_nodes_and_ties(graph: Store, tmp_path: Path) -> None:
    answer = load(graph, source(tmp_path / "one", ROWS))
    report = answer.data
    assert (report.read, report.loaded, report.rejected, report.left_out) == (5, 4, 0, {"编造的规则": 1})
    assert (report.new, report.nodes, report.ties, report.graph_version) == (4, 5, 4, 1)
    assert answer.meta.graph_version == "1"
    assert graph.state().version == 1
    school = named(graph, "编大")
    assert school["name"] == "编造大学"
    assert school["labels"] == ["Entity", "Organisation", "University"]
    assert school["id"].startswith("uni-")
    assert school["records"] == ["one:r1", "one:r3"]
    assert (school["sources"], school["mark"]) == (["one"], "O")
    assert {"编造大学", "编大", "bianzaodaxue", "bzdx"} <= set(school["search_text"].split())
    built = {one["b"]: one for one in ties(graph).values() if one["type"] == "CO_BUILT_BY"}
    signed, started = built[school["id"]], built[named(graph, "编造锌业")["id"]]
    assert (signed["stage"], signed["status"], signed["date_text"]) == ("signed", "signed", "2021")
    assert (started["stage"], started["from_latest"], started["to_earliest"]) == ("started", "2021-12-31", "2021-01-01")
    assert named(graph, "编造研究中心")["walk_degree"] == 2
    assert named(graph, "编造研究中心")["stage"] == "started"
    assert named(graph, "西安市")["walk_degree"] == 0


def test_the_books_say_what_became_of_every_row(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", ROWS, mark="M", url="https://example.org/list"))
    [version] = graph.read_text(
        "MATCH (v:Version) RETURN v.read AS read, v.loaded AS loaded, v.load AS load, v.id AS id"
    )
    assert (version["read"], version["loaded"], version["load"]) == (5, 4, 1)
    [of_source] = graph.read_text("MATCH (s:Source) RETURN s.current AS current, s.mark AS mark, s.url AS url")
    assert of_source == {"current": version["id"], "mark": "M", "url": None}
    records = graph.read_text(
        "MATCH (r:Record) RETURN r.id AS id, r.row AS row, r.file AS file, r.raw AS raw ORDER BY id"
    )
    assert [(row["id"], row["row"], row["file"]) for row in records] == [
        (f"one:r{number}", number + 1, "rows.csv") for number in (1, 2, 3, 4)
    ]
    assert "编造研究中心" in records[0]["raw"]
    [log] = graph.read_text("MATCH (l:Load) RETURN l.id AS id, l.source AS source, l.nodes AS nodes")
    assert log == {"id": 1, "source": "one", "nodes": 5}


def test_loading_twice_changes_nothing(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", ROWS)
    load(graph, spec)
    before = everything(graph)
    again = load(graph, spec).data
    assert again.unchanged
    assert everything(graph) == before


def test_a_forced_load_changes_versions_only(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", ROWS)
    load(graph, spec)
    before = nodes(graph), ties(graph), graph.read_text("MATCH (i:Identifier) RETURN count(i) AS n")
    report = load(graph, spec, force=True).data
    assert (report.unchanged, report.new, report.changed, report.retired) == (False, 0, 0, 0)
    assert (nodes(graph), ties(graph), graph.read_text("MATCH (i:Identifier) RETURN count(i) AS n")) == before
    assert graph.state().version == 2


def test_a_trial_reports_and_writes_nothing(graph: Store, tmp_path: Path) -> None:
    before = everything(graph)
    report = load(graph, source(tmp_path / "one", ROWS), dry_run=True).data
    assert (report.dry_run, report.loaded, report.new, report.nodes, report.ties) == (True, 4, 4, 5, 4)
    assert everything(graph) == before


def test_rows_and_cells_that_are_not_understood_are_listed(graph: Store, tmp_path: Path) -> None:
    rows = [
        FIRM | {"unknown": "没人认得的一格"},
        body("Enterprise", "甲", fate="reject"),
        body("Enterprise", "乙", fate="no place", note="放不下的话"),
        body("Enterprise", "丙", id="r1"),
    ]
    report = load(graph, source(tmp_path / "one", rows, assertions={"rows": 4, "loaded": 2, "max_rejects": 0.5})).data
    assert (report.read, report.loaded, report.rejected) == (4, 2, 2)
    assert report.unmapped == ["unknown"]
    assert [(r.row, r.column, r.rule, r.reason) for r in report.rejects] == [
        (3, "fate", "made-up", "编造的拒收"),
        (5, "", "key", "行号“r1”重复"),
    ]
    assert [(r.row, r.value, r.reason) for r in report.not_placed] == [(4, "放不下的话", "编造的安放不下")]


def test_too_many_rejects_stop_the_load(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", ROWS))
    before = everything(graph)
    bad = source(tmp_path / "two", [FIRM, body("Enterprise", "甲", fate="reject")])
    with pytest.raises(RejectsError, match=r"拒收 1 行（共 2 行）.*编造的拒收") as error:
        load(graph, bad)
    assert error.value.exit_code == 3
    assert everything(graph) == before


@pytest.mark.parametrize(
    ("assertions", "said"),
    [
        ({"rows": 6, "loaded": 0}, "只读到 5 行，应不少于 6 行"),
        ({"rows": 5, "loaded": 5}, "只有 4 行可装，应不少于 5 行"),
        ({"rows": 5, "loaded": 4, "nodes": {"University": 2}}, "University 节点 1 个，应不少于 2"),
        ({"rows": 5, "loaded": 4, "ties": {"CO_BUILT_BY": 3}}, "CO_BUILT_BY 关系 2 条，应不少于 3"),
    ],
)
def test_a_broken_promise_changes_nothing(
    graph: Store, tmp_path: Path, assertions: dict[str, object], said: str
) -> None:
    load(graph, source(tmp_path / "other", [FIRM]))
    before = everything(graph)
    with pytest.raises(SourceError, match=said):
        load(graph, source(tmp_path / "one", ROWS, assertions=assertions))
    assert everything(graph) == before


def test_what_comes_after_is_part_of_the_load(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", ROWS)
    seen: list[int] = []

    def fails(_work: object, version: int) -> None:
        seen.append(version)
        raise SourceError("编造的失败")

    before = everything(graph)
    with pytest.raises(SourceError, match="编造的失败"):
        load(graph, spec, after=[fails])
    assert everything(graph) == before
    load(graph, spec, after=[lambda _work, version: seen.append(version)])
    assert seen == [1, 1]


def test_progress_is_told(graph: Store, tmp_path: Path) -> None:
    told: list[str] = []
    load(graph, source(tmp_path / "one", ROWS), progress=lambda what, _count: told.append(what))
    assert {"写入节点", "写入关系"} <= set(told)
