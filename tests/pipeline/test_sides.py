"""Which side a body is on, by its place and with its reason; made-up bodies in real divisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.catalogue import catalogue
from graph.store import Store
from loaders.pipeline import load
from loaders.spec import bundled
from tests.contract.test_statements import leaves
from tests.pipeline.graphs import named
from tests.pipeline.sources import SHANGLUO, XIAN, Cells, body, source, tie

CHANGAN: Cells = {"kind": "Place", "name": "长安区", "key": "division=610116", "code": "610116", "sub": "县区"}
SHANGZHOU: Cells = {"kind": "Place", "name": "商州区", "key": "division=611002", "code": "611002", "sub": "县区"}
BAOJI: Cells = {"kind": "Place", "name": "宝鸡市", "key": "division=6103", "code": "6103", "sub": "市"}
PROVINCE: Cells = {"kind": "Place", "name": "陕西省", "key": "division=61", "code": "61", "sub": "省"}
STREET: Cells = {"kind": "Place", "name": "编造街道", "key": "division=610116099", "code": "610116099"}
ZONE = body("Place", "西咸新区")
PART = body("Place", "编造新城")
DIVISIONS = [
    XIAN,
    SHANGLUO,
    CHANGAN,
    SHANGZHOU,
    BAOJI,
    tie(STREET, "PART_OF", CHANGAN),
    PROVINCE,
    tie(ZONE, "MANAGED_BY", XIAN, at="2022-09"),
    tie(ZONE, "LOCATED_IN", BAOJI),
    tie(PART, "PART_OF", ZONE),
]
INCUBATOR, PARK = body("Park", "编造飞地孵化器"), body("Park", "编造园区")
BODIES = [
    tie(body("Enterprise", "街上的公司"), "LOCATED_IN", STREET),
    tie(body("Enterprise", "园里的公司"), "LOCATED_IN", INCUBATOR),
    tie(INCUBATOR, "LOCATED_IN", PARK),
    tie(PARK, "LOCATED_IN", PART),
    tie(body("Institute", "宝鸡的所"), "LOCATED_IN", BAOJI),
    tie(body("Institute", "两处的所"), "LOCATED_IN", XIAN, id="a"),
    tie(body("Institute", "两处的所"), "LOCATED_IN", BAOJI, id="b"),
    tie(body("Platform", "两市的中心"), "LOCATED_IN", CHANGAN, id="c"),
    tie(body("Platform", "两市的中心"), "LOCATED_IN", SHANGZHOU, id="d"),
    tie(body("Person", "编造的人", within="街上的公司"), "WORKS_AT", body("Enterprise", "街上的公司")),
    tie(body("Enterprise", "将来的公司"), "LOCATED_IN", XIAN, status="planned"),
    tie(body("Enterprise", "推断的公司"), "LOCATED_IN", XIAN, inferred="yes"),
    tie(body("Enterprise", "商洛来孵化的公司", city="商洛"), "INCUBATED_IN", INCUBATOR),
    body("Agency", "商州区编造局"),
    body("Agency", "西安市编造局"),
    body("Agency", "陕西省编造厅"),
    body("Institute", "西安编造设计院"),
    body("Place", "杨凌"),
]
EXPECTED = {
    "西安市": ("西安", "区划代码 6101，属西安市", None),
    "商州区": ("商洛", "区划代码 611002，属商洛市", "商州区"),
    "宝鸡市": ("其他", "区划代码 6103，属宝鸡市，不属西安、商洛", None),
    "陕西省": ("未知", "省级区划，不归一市", None),
    "编造街道": ("西安", "区划代码 610116099，属西安市", "长安区"),
    "西咸新区": ("西安", "由西安代管，截至 2022-09", None),
    "编造新城": ("西安", "位于西咸新区；由西安代管，截至 2022-09", None),
    "杨凌": ("其他", "杨凌是省属示范区，不属西安", None),
    "街上的公司": ("西安", "位于编造街道；区划代码 610116099，属西安市", "长安区"),
    "园里的公司": (
        "西安",
        "位于编造飞地孵化器；位于编造园区；位于编造新城；位于西咸新区；由西安代管，截至 2022-09",
        None,
    ),
    "宝鸡的所": ("其他", "位于宝鸡市；区划代码 6103，属宝鸡市，不属西安、商洛", None),
    "两处的所": ("西安", "位于西安市；区划代码 6101，属西安市；另在宝鸡市", None),
    "两市的中心": ("两市", "在西安（长安区）与商洛（商州区）均有场所", "商州区、长安区"),
    "编造的人": ("西安", "任职于街上的公司；位于编造街道；区划代码 610116099，属西安市", None),
    "将来的公司": ("未知", "来源未给出地点", None),
    "推断的公司": ("未知", "来源未给出地点", None),
    "商洛来孵化的公司": ("商洛", "来源所述", None),
    "商州区编造局": ("商洛", "名称即地点：商州区的部门", "商州区"),
    "西安市编造局": ("西安", "名称即地点：西安市的部门", None),
    "陕西省编造厅": ("未知", "来源未给出地点", None),
    "西安编造设计院": ("未知", "来源未给出地点", None),
}


@pytest.mark.parametrize("bodies_first", [False, True])
def test_sides(graph: Store, tmp_path: Path, *, bodies_first: bool) -> None:
    specs = [source(tmp_path / "divisions", DIVISIONS), source(tmp_path / "bodies", BODIES)]
    for spec in reversed(specs) if bodies_first else specs:
        load(graph, spec)
    found = {name: named(graph, name) for name in EXPECTED}
    assert {n: (b["city"], b["city_reason"], b.get("county")) for n, b in found.items()} == EXPECTED


def test_a_side_follows_its_place(graph: Store, tmp_path: Path) -> None:
    """When a park turns out to be elsewhere, everything in it is too."""
    load(graph, source(tmp_path / "divisions", DIVISIONS))
    load(graph, source(tmp_path / "bodies", BODIES))
    moved = [row if row.get("name") != "编造园区" else tie(PARK, "LOCATED_IN", SHANGZHOU) for row in BODIES]
    load(graph, source(tmp_path / "bodies", moved))
    firm = named(graph, "园里的公司")
    assert (firm["city"], firm["county"]) == ("商洛", "商州区")
    load(graph, source(tmp_path / "bodies", [row for row in BODIES if row.get("name") != "编造园区"]))
    firm = named(graph, "园里的公司")
    assert (firm["city"], firm.get("county"), firm["city_reason"]) == ("未知", None, "来源未给出地点")


DERIVING = [*(name for name in catalogue() if name.startswith("write/derive_")), "read/dependents_of_place"]
SEEKS = {
    "Unwind",
    "Argument",
    "NodeUniqueIndexSeek",
    "NodeUniqueIndexSeek(Locking)",
    "NodeIndexSeek",
    "NodeIndexSeekByRange",
}


@pytest.mark.parametrize("name", DERIVING)
def test_sides_start_from_the_body_whatever_the_planner_knows(graph: Store, name: str) -> None:
    """A load is one transaction, and its bodies are in no statistics yet: with little but places known, a plan that
    began at all places took minutes for two thousand bodies."""
    load(graph, next(spec for spec in bundled() if spec.id == "divisions"))
    graph.writing(lambda work: work.run_text("CALL db.clearQueryCaches()"))
    plan = graph.explain(catalogue()[name].text)
    assert leaves(plan) <= SEEKS
