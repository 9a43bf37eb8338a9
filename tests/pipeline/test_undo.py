"""A load taken back: the graph is the one that would be there without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph import journal
from graph.errors import LoadInProgressError, NotFoundError, UsageError
from graph.store import Store
from loaders.hiding import HIDDEN, hide_person
from loaders.pipeline import load, rebuild
from loaders.undo import undo
from tests.pipeline.graphs import everything, named, nodes, without_ids
from tests.pipeline.sources import SHANGLUO, XIAN, Cells, body, source, tie

SCHOOL = body("University", "编造大学", key="moe=1")
FIRM = body("Enterprise", "编造锌业")
OTHER = body("Enterprise", "编造钒业")
COVERS: dict[str, Any] = {"about": "Enterprise", "place": "商洛市", "complete": True, "words": "编造的名单"}
HISTORY = "n:GraphState OR n:Load OR n:Finding OR n:Superseded"


def state(store: Store) -> dict[tuple[str, ...], Any]:
    """All nodes and ties with all properties, but for the version counter, the loads and what they keep."""
    rows = store.read_text(f"MATCH (n) WHERE NOT ({HISTORY}) RETURN labels(n) AS labels, properties(n) AS p")
    found = {(*sorted(row["labels"]), row["p"].get("id") or row["p"]["value"]): row["p"] for row in rows}
    for row in store.read_text("MATCH (a)-[r]->(b) RETURN type(r) AS t, properties(r) AS p, a.id AS a, b.id AS b"):
        found[(row["t"], row["p"]["id"])] = row["p"] | {"a": row["a"], "b": row["b"]}
    return found


def kept(store: Store) -> int:
    """How much loads keep."""
    return int(store.read_text("MATCH (n:Superseded) RETURN count(n) AS n")[0]["n"])


def files(*rows: Cells, ids: str = "") -> list[Cells]:
    """Rows with ids, one letter each, so that one may be left out."""
    return [row | {"id": id_} for row, id_ in zip(rows, ids or "abcdefgh"[: len(rows)], strict=True)]


def test_the_last_of_two_loads(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM), XIAN]))
    before = state(graph)
    load(graph, source(tmp_path / "two", [tie(FIRM, "LOCATED_IN", SHANGLUO), tie(SCHOOL, "LOCATED_IN", XIAN), OTHER]))
    assert named(graph, "编造锌业")["city"] == "商洛"
    report = undo(graph, 2, who="测试").data
    assert (report.source, report.now, report.removed, report.restored) == ("two", None, 3, 0)
    assert state(graph) == before
    assert kept(graph) == 0
    assert graph.state().version == report.graph_version == 3
    [row] = graph.read_text("MATCH (l:Load {id: 2}) RETURN l.undone_in AS version, l.undone_by AS who")
    assert row == {"version": 3, "who": "测试"}


def test_the_second_version_of_a_source(graph: Store, tmp_path: Path) -> None:
    """A row changed, one went, one came, one came back, one only moved; coverage, title and publications changed."""
    gone = tie(SCHOOL, "PARTNER_OF", OTHER)
    load(graph, source(tmp_path / "one", files(gone, FIRM | {"sub": "旧"}, ids="ab")))
    first = files(tie(SCHOOL, "PARTNER_OF", FIRM), XIAN, body("Enterprise", "编造钼业"), FIRM, ids="cdbe")
    load(graph, source(tmp_path / "one", first, coverage=[COVERS]))
    before = state(graph)
    second = files(gone, XIAN, tie(SCHOOL, "PARTNER_OF", FIRM), body("Enterprise", "编造钛业"), ids="adcb")
    load(graph, source(tmp_path / "one", second, title="另一个题名", coverage=[COVERS | {"place": "西安市"}]))
    assert state(graph) != before
    undo(graph)
    assert state(graph) == before
    load(graph, source(tmp_path / "one", second))
    undo(graph)
    assert state(graph) == before


def test_step_by_step_to_an_empty_graph(graph: Store, tmp_path: Path) -> None:
    states = [state(graph)]
    for number in range(1, 4):
        load(graph, source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM), body("Enterprise", f"编造{number}号")]))
        load(graph, source(tmp_path / "two", [tie(SCHOOL, "PARTNER_OF", OTHER), body("Institute", f"编造{number}所")]))
        states.append(state(graph))
    for before in reversed(states[:-1]):
        undo(graph)
        undo(graph)
        assert state(graph) == before
    with pytest.raises(NotFoundError, match="没有可撤销的装载"):
        undo(graph)
    assert kept(graph) == 0


def test_a_load_under_another_one(graph: Store, tmp_path: Path) -> None:
    """Without the first the graph is that of the second alone, up to ids and the numbers of loads."""
    two = [tie(FIRM, "LOCATED_IN", SHANGLUO), body("University", "编造大学", alias="编大"), OTHER]
    load(graph, source(tmp_path / "two", two))
    alone = without_ids(graph)
    undo(graph)
    one = [tie(SCHOOL, "PARTNER_OF", FIRM), body("Enterprise", "编造钼业"), tie(SCHOOL, "LOCATED_IN", XIAN)]
    load(graph, source(tmp_path / "one", one))
    load(graph, source(tmp_path / "two", two))
    undo(graph, 3)
    assert without_ids(graph) == alone
    assert not nodes(graph, retired=True)
    [first] = graph.read_text("MATCH (n:Enterprise {name: '编造锌业'}) RETURN n.first_load AS load")
    assert first["load"] == 4
    undo(graph)
    assert state(graph) == {}


def test_a_merge_and_what_was_history_then(graph: Store, tmp_path: Path) -> None:
    """The load joins two bodies by a key; one of them has ties that are history."""
    old = files(tie(SCHOOL, "PARTNER_OF", body("Institute", "乙所", key="uscc=2")), ids="x")
    new = files(
        tie(body("Institute", "甲所", key="ror=1"), "PARTNER_OF", FIRM), body("Institute", "乙所", key="uscc=2")
    )
    load(graph, source(tmp_path / "one", old + new))
    load(graph, source(tmp_path / "one", new))
    before = state(graph)
    joined = [body("Institute", "甲所", key="ror=1;uscc=2"), tie(SCHOOL, "PARTNER_OF", FIRM)]
    load(graph, source(tmp_path / "two", joined))
    assert sum("所" in one["name"] for one in nodes(graph).values()) == 1
    undo(graph)
    assert state(graph) == before
    load(graph, source(tmp_path / "two", joined))
    load(graph, source(tmp_path / "three", [body("Institute", "乙所", key="uscc=2"), OTHER]))
    merged = without_ids(graph)
    undo(graph, 5)
    assert sum("所" in one["name"] for one in nodes(graph).values()) == 2
    load(graph, source(tmp_path / "two", joined))
    assert without_ids(graph) == merged


def test_another_kind_and_a_body_that_comes_back(graph: Store, tmp_path: Path) -> None:
    key = "ror=made-up-1"
    paper = source(tmp_path / "paper", [body("Platform", "编造院", key=key, sub="研究院")], rank=3)
    load(graph, paper)
    load(graph, source(tmp_path / "paper", [FIRM], rank=3))
    before = state(graph)
    load(graph, source(tmp_path / "register", [body("Institute", "编造院", key=key, sub="医院"), FIRM], rank=1))
    undo(graph)
    assert state(graph) == before
    assert nodes(graph, retired=True)[next(iter(nodes(graph, retired=True)))]["labels"] == [
        "Carrier",
        "Entity",
        "Platform",
    ]


def test_a_forced_load_and_a_failed_one(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM)])
    load(graph, spec)
    before = state(graph)
    load(graph, spec, force=True)
    undo(graph, 2)
    assert state(graph) == before

    def stop(_work: object, _version: int) -> None:
        raise KeyboardInterrupt

    whole = everything(graph)
    with pytest.raises(KeyboardInterrupt):
        undo(graph, 1, after=[stop])
    assert everything(graph) == whole


def test_what_cannot_be_taken_back(graph: Store, tmp_path: Path) -> None:
    spec = source(tmp_path / "one", [FIRM])
    load(graph, spec)
    load(graph, source(tmp_path / "one", [FIRM, OTHER]))
    whole = everything(graph)
    with pytest.raises(UsageError, match="又装载过") as error:
        undo(graph, 1)
    assert "--undo 2" in error.value.way_out
    with pytest.raises(NotFoundError, match="没有编号为 9 的装载"):
        undo(graph, 9)
    assert everything(graph) == whole
    undo(graph, 2)
    with pytest.raises(UsageError, match="已在图版本 3 撤销"):
        undo(graph, 2)
    graph.writing(lambda work: work.run_text("MATCH (l:Load {id: 1}) SET l.kept_before = null"))
    with pytest.raises(UsageError, match="没有留存"):
        undo(graph, 1)
    graph.writing(lambda work: work.run("write/state_rebuilding", rebuilding=True))
    with pytest.raises(LoadInProgressError, match="重建"):
        undo(graph, 1)


def test_a_rebuild_after_and_before(graph: Store, tmp_path: Path) -> None:
    one = source(tmp_path / "one", [tie(SCHOOL, "PARTNER_OF", FIRM)])
    load(graph, one)
    two = source(tmp_path / "two", [tie(SCHOOL, "PARTNER_OF", OTHER)])
    load(graph, two)
    undo(graph, 2)
    before = nodes(graph)
    rebuild(graph, [one])
    assert nodes(graph) == before
    with pytest.raises(UsageError, match="又装载过"):
        undo(graph, 1)
    undo(graph)
    assert not nodes(graph)
    with pytest.raises(UsageError, match="重建"):
        undo(graph, 1)


def test_who_asked_to_be_left_out_does_not_come_back(graph: Store, tmp_path: Path) -> None:
    person = body("Person", "某人甲")
    load(graph, source(tmp_path / "one", files(tie(person, "WORKS_AT", SCHOOL), FIRM)))
    load(graph, source(tmp_path / "one", files(tie(person, "WORKS_AT", SCHOOL, role="教授"), FIRM)))
    hidden = named(graph, "某人甲")["id"]
    graph.writing(lambda work: hide_person(work, hidden, reason="本人要求", who="测试"))
    undo(graph, 2)
    assert not [one for one in nodes(graph).values() if "Person" in one["labels"]]
    rows = graph.read_text("MATCH (n) WHERE NOT n:Journal RETURN properties(n) AS p")
    assert "某人甲" not in repr(rows)
    assert HIDDEN in repr(rows)


def test_a_judgement_made_since_holds(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one", [FIRM, OTHER]))
    ids = [named(graph, name)["id"] for name in ("编造锌业", "编造钒业")]
    load(graph, source(tmp_path / "two", [body("Enterprise", "编造钼业")]))
    graph.writing(lambda work: journal.append(work, "different", ids=ids, reason="编造的理由", who="测试"))
    undo(graph)
    assert len(graph.reading(journal.entries)) == 1
    assert len(nodes(graph)) == 2
