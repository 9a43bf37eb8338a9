"""`--region`: by place, by the name, by a body the graph knows; the rest is counted under one rule. All is made up."""

from __future__ import annotations

from graph.store import Store
from loaders.given.cover import claim_of as claim
from loaders.given.region import RULE, named_for
from loaders.pipeline import rebuild
from loaders.spec import find
from tests.given.given import Given
from tests.pipeline.graphs import nodes, ties

HEADER = ["企业名称", "所在县区", "注册地址"]
ROWS = [
    ["虚构甲公司", "商南县", ""],
    ["虚构乙公司", "西安市雁塔区", ""],
    ["虚构丙公司", "成都市", ""],
    ["虚构丁公司", "", "陕西省商洛市丹凤县虚构路 1 号"],
    ["洛南县虚构戊公司", "", ""],
    ["虚构己公司", "", ""],
    ["虚构庚公司", "咸阳市", ""],
]


def names(store: Store) -> set[str]:
    return {body["name"] for body in nodes(store).values() if "Enterprise" in body["labels"]}


def test_what_concerns_the_two_cities_stays_and_the_rest_is_counted(given: Given) -> None:
    report = given.load(given.csv("虚构.csv", ROWS, HEADER), region=True)
    assert (report.read, report.loaded, report.left_out) == (7, 4, {RULE: 3})
    assert names(given.store) == {"虚构甲公司", "虚构乙公司", "虚构丁公司", "洛南县虚构戊公司"}


def test_a_body_that_the_graph_knows_stays_and_a_rebuild_decides_alike(given: Given) -> None:
    known = given.load(given.csv("已知.csv", [["虚构己公司", "商州区", ""]], HEADER), title="虚构的已知单位")
    report = given.load(given.csv("虚构.csv", ROWS, HEADER), region=True)
    assert (report.loaded, report.left_out) == (5, {RULE: 2})
    assert any("known" in name for name in given.kept())
    before = nodes(given.store), ties(given.store)
    rebuild(given.store, [find(one.source, home=given.home) for one in (known, report)])
    assert (nodes(given.store), ties(given.store)) == before


def test_the_name_tells_only_where_it_starts_with_a_division() -> None:
    told = {
        name: named_for(name) for name in ("商洛市虚构公司", "陕西省西安市虚构公司", "虚构（商洛）公司", "成都虚构公司")
    }
    assert told == {
        "商洛市虚构公司": "商洛",
        "陕西省西安市虚构公司": "西安",
        "虚构（商洛）公司": "",
        "成都虚构公司": "",
    }


def test_coverage_counts_what_lies_in_its_place(given: Given) -> None:
    from_cover = ("Enterprise in 商洛市, 2019, complete, declared 2", "Enterprise in 全国, 2019, complete, declared 7")
    given.load(given.csv("虚构.csv", ROWS[:4], HEADER), covers=tuple(map(claim, from_cover)))
    rows = given.store.read_text("MATCH (c:Coverage) RETURN c.place AS place, c.read AS read, c.complete AS complete")
    assert {row["place"]: (row["read"], row["complete"]) for row in rows} == {"商洛市": (2, True), "全国": (4, False)}
