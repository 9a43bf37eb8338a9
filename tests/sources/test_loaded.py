"""The registries and rosters in the graph: one body for each, sides, coverage, and the third state for laboratories."""

from __future__ import annotations

import pytest

from graph.gaps.question import ask
from graph.store import Store
from loaders import pipeline
from loaders.spec import find

NAMES = ("divisions", "universities", "ror", "labs", "stations", "projects")


@pytest.fixture(scope="module")
def loaded(store: Store) -> Store:
    """The six sources, and nothing else, in the session's graph."""
    store.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))
    for name in NAMES:
        report = pipeline.load(store, find(name)).data
        promised = find(name).assertions
        assert (report.read, report.loaded, report.rejected) == (promised.rows, promised.loaded, 0), name
        assert report.read == report.loaded + sum(report.left_out.values())
        assert report.not_placed == []
        assert report.unmapped == []
    return store


def rows(store: Store, text: str) -> list[tuple[object, ...]]:
    return store.reading(lambda work: [tuple(row.values()) for row in work.run_text(text)])


def test_counts_by_kind(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (n:Entity) UNWIND [x IN labels(n) WHERE x IN ['Place', 'University', 'Institute', "
        "'Enterprise', 'Agency', 'Platform', 'Project', 'Person']] AS kind RETURN kind, count(*) AS number",
    )
    assert set(found) == {
        ("Place", 301),
        ("University", 66),
        ("Institute", 9),
        ("Enterprise", 5),
        ("Agency", 10),
        ("Platform", 16),
        ("Project", 33),
        ("Person", 21),
    }


def test_loading_again_changes_nothing(loaded: Store) -> None:
    ids = "MATCH (n:Entity) RETURN n.id AS id ORDER BY id"
    ties = "MATCH (:Entity)-[r]->(:Entity) RETURN r.id AS id ORDER BY id"
    before = (rows(loaded, ids), rows(loaded, ties))
    for name in NAMES:
        assert pipeline.load(loaded, find(name)).data.unchanged
        report = pipeline.load(loaded, find(name), force=True).data
        assert (report.new, report.changed, report.retired) == (0, 0, 0)
    assert (rows(loaded, ids), rows(loaded, ties)) == before


def test_one_laboratory_from_two_sources(loaded: Store) -> None:
    """ROR and the list of 2019 name it; both say what they say, and the ties of both stand."""
    found = rows(
        loaded,
        "MATCH (n:Platform {name: '瞬态光学与光子技术国家重点实验室'})-[r]-(m:Institute) "
        "RETURN n.sources AS sources, type(r) AS type, m.name AS name ORDER BY type",
    )
    assert found == [
        (["labs", "ror"], "HOSTS", "中国科学院西安光学精密机械研究所"),
        (["labs", "ror"], "PART_OF", "中国科学院西安光学精密机械研究所"),
    ]


def test_a_renamed_place_is_one_node(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (i:Identifier) WHERE i.scheme STARTS WITH 'division' AND i.value IN ['610118', '610125', '612223'] "
        "WITH i.entity AS id, count(*) AS codes MATCH (n:Place {id: id}) "
        "RETURN codes, n.name AS name, n.code AS code, n.former AS former, n.city AS city",
    )
    assert found == [(3, "鄠邑区", "610118", ["户县（至 2016）"], "西安")]


def test_streets_of_one_name_stay_apart(loaded: Store) -> None:
    found = rows(loaded, "MATCH (n:Place {name: '城关街道'}) RETURN n.county AS county, n.city AS city ORDER BY county")
    assert len(found) == 4
    assert len(set(found)) == 4


def test_a_project_announced_twice_is_one_node_with_two_records(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (b)-[r:UNDERTOOK]->(n:Project {number: '2020YFC1512000'}) "
        "RETURN b.name AS name, size(n.records) AS records, n.duration AS years, r.note AS note",
    )
    assert found == [("长安大学", 2, 4.0, "公示日期 2020-11-27；公示日期 2020-12-23")]


def test_the_older_name_of_a_lead_body_leads_to_the_one_body(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (n:University {name: '空军军医大学'}) "
        "RETURN n.sources AS sources, '中国人民解放军第四军医大学' IN n.names AS known, n.city AS city",
    )
    assert found == [(["labs", "projects", "ror"], True, "西安")]


def test_sides(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (n:Entity) WHERE n.name IN ['西安交通大学', '商洛学院', '中国科学院', '陕西省', '咸阳市', '柞水县'] "
        "RETURN n.name AS name, n.city AS city ORDER BY name",
    )
    assert set(found) == {
        ("西安交通大学", "西安"),
        ("商洛学院", "商洛"),
        ("中国科学院", "未知"),
        ("陕西省", "未知"),
        ("咸阳市", "其他"),
        ("柞水县", "商洛"),
    }


def test_being_under_one_academy_is_no_step_of_a_path(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (a:Institute)-[r]-(n:Agency {name: '中国科学院'}) RETURN DISTINCT type(r) AS type, n.transit AS transit",
    )
    assert found == [("GOVERNED_BY", False)]


def test_coverage_in_the_graph(loaded: Store) -> None:
    found = rows(
        loaded,
        "MATCH (c:Coverage) RETURN c.source AS source, c.place AS place, c.complete AS complete, "
        "c.declared AS declared, c.read AS read ORDER BY source, place",
    )
    assert found == [
        ("divisions", "商洛市", True, 7, 7),
        ("divisions", "西安市", True, 13, 13),
        ("labs", "全国", True, 253, 253),
        ("projects", "全国", False, None, 2150),
        ("stations", "全国", False, 69, 69),
        ("universities", "商洛市", True, 2, 2),
        ("universities", "西安市", True, 63, 63),
    ]


def test_no_laboratory_in_shangluo_is_found_not_uncollected(loaded: Store) -> None:
    answer = ask(loaded, "state-key-laboratories-by-city").data
    states = {row.anchor.name: row.state for row in answer.rows}
    assert states == {"西安市": "linked", "商洛市": "none_found"}
