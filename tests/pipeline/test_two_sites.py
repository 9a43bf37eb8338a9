"""One body in two places: by a key, by a row that tells both sites, by a name that tells its own; else a question.

Bodies are made up, but for the schools and the institute whose names the tables of names know.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph import review
from graph.store import Store
from loaders.pipeline import load
from loaders.review import decide, take_back
from tests.pipeline.graphs import named, nodes
from tests.pipeline.sources import SHANGLUO, XIAN, Cells, body, source, tie

CODE = "uscc=91110000600037341L"
TWO_PLACES = "同名，两地：可能是一个主体的两处场所"


def firm(name: str = "编造锌业", **cells: str) -> Cells:
    return body("Enterprise", name, **cells)


def load_each(graph: Store, folder: Path, *rows: Cells) -> None:
    for number, row in enumerate(rows):
        load(graph, source(folder / f"s{number}", [row]))


def queued(graph: Store) -> list[tuple[list[str], str]]:
    rows = graph.read_text("MATCH (l:Load) RETURN l.queued AS queued ORDER BY l.id")
    return [(item["names"], item["why"]) for row in rows for item in json.loads(row["queued"])]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "rows",
    [
        (firm(city="西安", key=CODE), firm(city="商洛", key=CODE)),
        (firm(city="西安"), firm(city="商洛"), firm(city="两市")),
        (firm("商洛编造锌业有限公司", city="西安"), firm("商洛编造锌业有限公司", city="商洛")),
        (body("University", "西北工业大学", city="西安"), body("University", "西工大", city="其他")),
        (body("Institute", "长春光机所", city="西安"), body("Institute", "中科院长春光机所", city="其他")),
    ],
    ids=["by a key", "by a row with both sites", "by a name with its region", "a known school", "a known institute"],
)
def test_one_body_with_two_sites(graph: Store, tmp_path: Path, rows: tuple[Cells, ...], *, turned: bool) -> None:
    load_each(graph, tmp_path, *(reversed(rows) if turned else rows))
    assert len(nodes(graph)) == 1
    assert queued(graph)[2:] == []


def test_a_plain_name_in_two_cities_is_two_bodies_and_a_question(graph: Store, tmp_path: Path) -> None:
    load_each(graph, tmp_path, firm(city="西安"), firm(city="商洛"))
    assert len(nodes(graph)) == 2
    assert queued(graph) == [(["编造锌业", "编造锌业"], TWO_PLACES)]
    [pair] = review.queue(graph).data.pairs
    assert pair.why == TWO_PLACES
    # A person may say that they are two sites of one body, and take it back.
    entry = decide(graph, "same", [pair.one, pair.other], reason="同一法定代表人", who="测试").data.entry
    assert len(nodes(graph)) == 1
    take_back(graph, entry, reason="弄错了", who="测试")
    assert len(nodes(graph)) == 2


def test_no_question_where_one_list_has_both_or_every_city_has_one(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "one list", [firm(city="西安"), firm(city="商洛")]))
    load_each(graph, tmp_path, body("Institute", "人民医院", city="西安"), body("Institute", "人民医院", city="商洛"))
    assert len(nodes(graph)) == 4
    assert queued(graph) == []


def test_two_codes_are_two_bodies_whatever_the_name_tells(graph: Store, tmp_path: Path) -> None:
    name = "商洛编造锌业有限公司"
    load_each(graph, tmp_path, firm(name, city="西安", key="uscc=1"), firm(name, city="商洛", key="uscc=2"))
    assert len(nodes(graph)) == 2
    assert queued(graph) == []


def test_a_tenant_with_works_elsewhere_is_on_both_sides(graph: Store, tmp_path: Path) -> None:
    zone, incubator = body("Place", "西咸新区"), body("Park", "编造飞地孵化器")
    places = [XIAN, SHANGLUO, tie(zone, "MANAGED_BY", XIAN, at="2022-09"), tie(incubator, "LOCATED_IN", zone)]
    load(graph, source(tmp_path / "places", places))
    tenant = tie(firm(key=CODE, city="西安"), "LOCATED_IN", incubator)
    load_each(graph, tmp_path, tenant, tie(firm(key=CODE, city="商洛"), "LOCATED_IN", SHANGLUO))
    found = named(graph, "编造锌业")
    assert (found["city"], found["city_reason"]) == ("两市", "在西安（编造飞地孵化器）与商洛（商洛市）均有场所")


def test_a_site_here_decides_though_the_head_office_is_elsewhere(graph: Store, tmp_path: Path) -> None:
    institute = body("Institute", "编造总院西安研究所", city="其他")
    load(graph, source(tmp_path / "places", [XIAN, SHANGLUO]))
    load_each(graph, tmp_path, institute, tie(institute | {"city": "西安"}, "LOCATED_IN", XIAN))
    found = named(graph, "编造总院西安研究所")
    assert (len(found["records"]), found["city"]) == (2, "西安")
