"""Agreement and facts in the graph, beside the divisions and the universities they speak of."""

from __future__ import annotations

import pytest

from graph.gaps.question import ask
from graph.store import Store
from loaders import pipeline
from loaders.spec import find

NAMES = ("divisions", "universities", "agreement", "facts")
NO_EVIDENCE = {"C1", "C5", "C11a", "C11b", "C11c", "C14b", "C14c", "C17d", "C19c", "C21"} | {f"C18{x}" for x in "abcde"}
TRUE_PATHS = [
    ("陕西锌业", "CO_BUILT_BY", "西安交通大学", ["S58", "S59"], "O"),
    ("和丰阳光", "CO_BUILT_BY", "陕西省微生物研究所", ["S57"], "M"),
    ("五洲矿业", "CO_BUILT_BY", "西安交大", ["S60"], "R"),
    ("盘龙药业", "CO_BUILT_BY", "陕西中医药大学", ["S57"], "M"),
]


@pytest.fixture(scope="module")
def loaded(store: Store) -> Store:
    """The four sources, and nothing else, in the session's graph."""
    store.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))
    reports = {name: pipeline.load(store, find(name)).data for name in NAMES}
    assert (reports["facts"].read, reports["facts"].loaded, reports["facts"].rejected) == (726, 614, 0)
    assert reports["facts"].left_out == {"来源未注明发布者且无地址": 112}
    assert (reports["facts"].not_placed, reports["facts"].unmapped) == ([], [])
    assert (reports["agreement"].read, reports["agreement"].loaded) == (52, 52)
    return store


def rows(store: Store, text: str, **values: object) -> list[tuple[object, ...]]:
    return store.reading(lambda work: [tuple(row.values()) for row in work.run_text(text, values)])


def test_every_loaded_row_has_a_record_and_is_stated_by_something(loaded: Store) -> None:
    records = "MATCH (r:Record {source: 'facts'}) RETURN count(r)"
    told = "MATCH ()-[t]->() UNWIND t.records AS id WITH DISTINCT id WHERE id STARTS WITH 'facts:' RETURN count(id)"
    assert (rows(loaded, records), rows(loaded, told)) == ([(614,)], [(614,)])


def test_loading_again_changes_nothing(loaded: Store) -> None:
    ids = "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->(:Entity) RETURN n.id AS id, r.id AS tie ORDER BY id, tie"
    before = rows(loaded, ids)
    for name in ("agreement", "facts"):
        assert pipeline.load(loaded, find(name)).data.unchanged
        report = pipeline.load(loaded, find(name), force=True).data
        assert (report.new, report.changed, report.retired) == (0, 0, 0)
    assert rows(loaded, ids) == before


@pytest.mark.parametrize(("one", "type_", "other", "sources", "mark"), TRUE_PATHS)
def test_true_paths_over_one_platform(
    loaded: Store, one: str, type_: str, other: str, sources: list[str], mark: str
) -> None:
    found = rows(
        loaded,
        "MATCH (a:Entity)<-[r]-(m:Platform)-[s]->(b:Entity) "
        "WHERE $one IN a.names AND $other IN b.names AND type(r) = $type AND type(s) = $type "
        "RETURN r.sources AS sources, s.sources AS others, r.mark AS mark, r.stage AS stage",
        one=one,
        other=other,
        type=type_,
    )
    assert found == [(sources, sources, mark, "started")]


def test_the_visit_and_the_enclave(loaded: Store) -> None:
    visit = "MATCH (a:University)-[r:VISITED]->(b:Enterprise) RETURN a.name, b.name, r.sources, r.mark"
    assert rows(loaded, visit) == [("西安医学院", "盘龙药业", ["S85"], "R")]
    enclave = (
        "MATCH (a:Enterprise)-[:INCUBATED_IN]->(p:Park)-[r:LOCATED_IN]->(z:Place {name: '西咸新区'}) "
        "WHERE '虎之翼' IN a.names RETURN p.kind, r.sources, r.mark, z.city"
    )
    assert rows(loaded, enclave) == [("飞地孵化器", ["S67"], "O", "西安")]


def test_no_address_of_a_mirror_is_in_the_graph(loaded: Store) -> None:
    found = rows(loaded, "MATCH (s:Source) WHERE s.url IS NOT NULL RETURN DISTINCT s.mark AS mark ORDER BY mark")
    assert found == [("O",), ("R",)]
    assert rows(loaded, "MATCH (s:Source {id: 'S85'}) RETURN s.publisher, s.url IS NOT NULL") == [("未注明", True)]


def test_both_heads_and_both_figures_are_kept(loaded: Store) -> None:
    heads = rows(
        loaded,
        "MATCH (p:Person)-[r:LED]->(m:Platform) WHERE '锌基中心' IN m.names OR m.name CONTAINS '锌基' "
        "RETURN p.name AS name, r.role AS role ORDER BY name",
    )
    assert heads == [("崔旭东", "主任"), ("马胜强", "主任")]
    figures = rows(
        loaded,
        "MATCH (:Place {name: '西安市'})-[:HAS_VALUE]->(o:Observation)-[:OF_INDICATOR]->(:Indicator "
        "{name: '技术合同成交额（输出）'}) "
        "RETURN o.period AS period, o.number AS number, o.sources AS sources ORDER BY period, sources",
    )
    assert [(period, sources) for period, _, sources in figures] == [
        ("2020", ["S28"]),
        ("2020", ["S31"]),
        ("2021", ["S28"]),
        ("2022", ["S28"]),
    ]
    assert figures[1][1] == figures[2][1] == 220949000000.0


def test_values_and_dates_as_printed(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (o:Observation) WHERE any(r IN o.records WHERE r IN ['facts:F29f', 'facts:F32a', 'facts:F66h']) "
        "RETURN o.value AS value, o.number AS number, o.period AS period ORDER BY o.records",
    )
    assert found == [
        ("4800 以上", 4800.0, "2025"),
        ("18000000000 以上", 18000000000.0, "2023"),
        ("06-19", None, "06-19"),
    ]
    met = rows(
        loaded,
        "MATCH (:Agency {name: '商洛市科技局'})-[r:ATTENDED]->(:Event {name: '陕西科技大学技术需求对接'}) "
        "RETURN r.date_text, r.from_earliest, r.to_latest",
    )
    assert met == [("10-24", None, None)]


def test_sides_of_the_shangluo_firms(loaded: Store) -> None:
    found = rows(loaded, "MATCH (n:Enterprise) RETURN n.city AS city, count(*) AS number ORDER BY city")
    assert found == [("商洛", 35), ("未知", 1), ("西安", 3)]
    reason = rows(loaded, "MATCH (n:Enterprise {name: '迈思普'}) RETURN n.city_reason, n.place")
    assert reason == [("据所在事实 F55c 的地点：山阳县", "山阳县")]
    for name, city in (
        ("西北农林科技大学", "其他"),
        ("中国钢研", "其他"),
        ("陕西省微生物研究所", "未知"),
        ("商洛市科技局", "商洛"),
        ("陕西中医药大学", "西安"),
    ):
        assert rows(loaded, "MATCH (n:Entity {name: $name}) RETURN n.city", name=name) == [(city,)], name


def test_a_division_is_one_node_for_all_sources(loaded: Store) -> None:
    for name, code in (("山阳县", "611024"), ("寺坪镇", "611022108"), ("陕西省", "61"), ("渭南市", "6105")):
        assert rows(loaded, "MATCH (n:Place {name: $name}) RETURN n.code", name=name) == [(code,)], name


def test_the_agreement_covers_its_commitments_and_the_facts_cover_nothing(loaded: Store) -> None:
    complete = "MATCH (c:Coverage {source: $source}) RETURN DISTINCT c.about, c.complete ORDER BY c.about"
    assert rows(loaded, complete, source="agreement") == [("Commitment", True)]
    assert {whole for _, whole in rows(loaded, complete, source="facts")} == {False}


def test_commitments_without_evidence(loaded: Store) -> None:
    answer = ask(loaded, "commitments-without-evidence").data
    states = {row.anchor.key: row.state for row in answer.rows}
    assert len(states) == 46
    assert {key for key, state in states.items() if state == "not_collected"} == NO_EVIDENCE
    assert {state for key, state in states.items() if key not in NO_EVIDENCE} == {"linked"}
