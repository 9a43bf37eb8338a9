"""The picture of a statement's answer: names as text, retired and inferred told apart, no name over another."""

from __future__ import annotations

import itertools
import json
import re

import pytest

from graph.answers import Answer, CypherAnswer, Meta, SourceRef, TableNode, TableTie
from graph.views import table_page
from graph.views.scatter import BOX, scatter
from graph.views.table import Cells

HOSTILE = "</script><script>alert(1)</script><b>{{ 7 * 7 }}</b>"
SOURCE = SourceRef(id="S1", publisher="某报", title="题名", date="2024-01-02", mark="M")


def tie(number: int, start: str, end: str, *, inferred: bool = False, retired: bool = False) -> TableTie:
    return TableTie(
        id=f"t{number}",
        type="CO_BUILT_BY",
        verb="共建",
        forward=True,
        start=start,
        end=end,
        stage="signed",
        status="signed",
        records=["facts:F1"],
        sources=[SOURCE],
        inferred=inferred,
        retired=retired,
    )


def answer() -> Answer[CypherAnswer]:
    nodes = [TableNode(id=f"n{i}", kind="Enterprise", name=f"企业{i}", city="商洛", sources=[SOURCE]) for i in range(4)]
    nodes.append(TableNode(id="n4", kind="Platform", name=HOSTILE, retired=True))
    ties = [tie(0, "n4", "n0"), tie(1, "n4", "n1", inferred=True), tie(2, "n4", "n2", retired=True)]
    rows = [[{"id": "n4", "name": HOSTILE}, {"id": "t0"}, [1, None], {"a": True}]]
    data = CypherAnswer(columns=["p", HOSTILE, "l", "m"], rows=rows, nodes=nodes, ties=ties)
    return Answer(data=data, meta=Meta(graph_version="3", statement=f"RETURN '{HOSTILE}' AS x"))


def drawing(page: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    drawn: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return drawn


def test_names_columns_and_the_statement_are_text() -> None:
    page = table_page(answer())
    assert "alert(1)</script>" not in page
    assert "{{ 7 * 7 }}" in page
    assert page.count("<script") == 3
    assert table_page(answer()) == page


def test_each_line_tells_what_it_is() -> None:
    page = table_page(answer())
    labels = [str(edge["label"]) for edge in drawing(page)["edges"]]
    assert ["已签约" in label for label in labels] == [True, False, False]
    for words in ("推断，不计为联系", "没有来源再这样说", "已退役", "仅见于镜像"):
        assert words in page


def test_cells_are_words() -> None:
    cells = Cells(answer().data)
    assert cells.words({"id": "n0", "name": "old name"}) == "企业0"
    assert cells.words({"id": "t0"}) == "共建"
    assert cells.words({"nodes": [{"id": "n0"}, {"id": "n1"}], "ties": [{"id": "t9"}]}) == "企业0 – 企业1"
    assert cells.words([1, None, True, "甲\n乙"]) == "1、、是、甲 乙"
    assert cells.words("长" * 100, 10) == "长" * 9 + "…"


@pytest.mark.parametrize("aspect", [0.6, 1.5])
def test_no_name_stands_over_another_and_places_stay(aspect: float) -> None:
    ids = [f"n{i}" for i in range(60)]
    pairs = [(ids[i], ids[(i * 7 + 3) % 40]) for i in range(40)] + [("n0", "n0"), ("n1", "n0"), ("n0", "n1")]
    places = scatter(ids, pairs, aspect=aspect)
    assert places.keys() == set(ids)
    assert scatter(ids, pairs, aspect=aspect) == places
    for (ax, ay), (bx, by) in itertools.combinations(places.values(), 2):
        assert abs(ax - bx) >= BOX[0] * 0.99 or abs(ay - by) >= BOX[1] * 0.99
    assert scatter([], [], aspect=aspect) == {}
