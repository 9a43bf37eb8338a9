"""Bodies found by a name: blocking, candidates, a register against itself."""

from __future__ import annotations

import pytest

from graph.identity.index import Index
from graph.identity.named import Named

NAMES = {
    "u1": "西安交通大学",
    "u2": "西安建筑科技大学",
    "u3": "西安科技大学",
    "h1": "西安交通大学第一附属医院",
    "e1": "西安宏兴乳业有限公司",
    "e2": "商洛宏兴乳业有限公司",
    "e3": "山阳县恒瑞肉制品有限公司",
    "i1": "中国科学院西安光学精密机械研究所",
}


@pytest.fixture(scope="module")
def index() -> Index:
    return Index((id_, Named(name)) for id_, name in NAMES.items())


@pytest.mark.parametrize(
    ("name", "id_", "verdict"),
    [
        ("西安交大", "u1", "same"),
        ("西安建大", "u2", "same"),
        ("交大一附院", "h1", "same"),
        ("西安光机所", "i1", "same"),
        ("Xi'an Jiaotong University", "u1", "same"),
        ("西安市宏兴乳业", "e1", "same"),
        ("山阳恒瑞肉制品", "e3", "same"),
        ("西安建筑科枝大学", "u2", "queue"),
        ("xajtdx", "u1", "queue"),
        ("xianjiaotongdaxue", "u1", "queue"),
    ],
)
def test_a_name_is_found(index: Index, name: str, id_: str, verdict: str) -> None:
    found = index.resolve(Named(name))
    assert [(one.id, one.verdict.verdict) for one in found][:1] == [(id_, verdict)]


def test_several_may_be_meant(index: Index) -> None:
    assert {(one.id, one.verdict.verdict) for one in index.resolve(Named("宏兴乳业"))} == {
        ("e1", "queue"),
        ("e2", "queue"),
    }
    assert [one.id for one in index.resolve(Named("宏兴乳业", "西安"))][:1] == ["e1"]


def test_what_is_not_there_is_not_found(index: Index) -> None:
    assert index.resolve(Named("西北农林科技大学")) == []
    assert index.resolve(Named("")) == []


def test_an_id_with_two_names_is_found_once() -> None:
    index = Index([("u", Named("西安财经大学")), ("u", Named("西安财经学院"))])
    assert len(index) == 2
    assert [one.id for one in index.resolve(Named("西安财院"))] in ([], ["u"])
    assert [one.id for one in index.resolve(Named("西安财经大学"))] == ["u"]


def test_a_register_against_itself() -> None:
    names = [
        "西安宏兴乳业有限公司",
        "商洛宏兴乳业有限公司",
        "西安市宏兴乳业有限责任公司",
        "西安鸿兴乳业有限公司",
        "甲乙丙矿业",
    ]
    index = Index((str(number), Named(name)) for number, name in enumerate(names))
    assert {(one, other): verdict.verdict for one, other, verdict in index.pairs()} == {
        ("0", "2"): "same",
        ("0", "3"): "queue",
        ("2", "3"): "queue",
    }


def test_a_name_that_everyone_bears_still_finds_its_own() -> None:
    """A crowded core is no key; region and core together are."""
    cities = ["西安", "咸阳", "宝鸡", "渭南", "汉中", "安康", "商洛", "延安", "榆林", "铜川"]
    trades = ["乳业", "食品", "建材", "矿业", "药业", "茶业", "果业", "物流"]
    index = Index((f"{city}{trade}", Named(f"{city}鑫源{trade}有限公司")) for city in cities for trade in trades)
    assert index.resolve(Named("榆林鑫源矿业"))[0].id == "榆林矿业"
