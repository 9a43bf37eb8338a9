"""Divisions: one node a place, its former names with the year they ended, its former codes."""

from __future__ import annotations

import pytest

from tests.sources.mapping import Mapped, made_up, mapped


@pytest.fixture(scope="module")
def divisions() -> Mapped:
    return mapped("divisions")


def test_only_shaanxi_is_loaded(divisions: Mapped) -> None:
    assert divisions.left_out == {"不属陕西省": 332, "统计用的虚拟单位（末三位 400–599），不是行政区划": 12}
    cities = {start for start, end in divisions.ties("PART_OF") if end == "陕西省"}
    assert len(cities) == 10
    assert {"西安市", "商洛市", "咸阳市", "宝鸡市", "渭南市", "延安市"} <= cities


def test_a_unit_of_the_statistics_alone_is_no_place(divisions: Mapped) -> None:
    """商洛职业技术学院 is a university, and no township, though the statistics give it a code beside the towns."""
    places = divisions.nodes("Place").keys()
    assert not {"商洛职业技术学院", "高校园区", "二龙山水库", "镇安县苗圃"} & places
    assert {"城关街道", "大荆镇"} <= places


def test_counties_of_the_two_cities(divisions: Mapped) -> None:
    parts = divisions.ties("PART_OF")
    shangluo = {"商州区", "洛南县", "丹凤县", "商南县", "山阳县", "镇安县", "柞水县"}
    assert {start for start, end in parts if end == "商洛市"} == shangluo
    assert len({start for start, end in parts if end == "西安市"}) == 13


def test_a_street_name_alone_is_no_place(divisions: Mapped) -> None:
    towns = divisions.nodes("Place")["城关街道"]
    assert len({node.within for node in towns}) == 4
    assert all(node.keys["division"].startswith(node.within) for node in towns)
    assert len({node.keys["division"] for node in towns}) == 4


def test_every_renaming_with_its_year(divisions: Mapped) -> None:
    former = {
        (old, until, node.name)
        for found in divisions.nodes("Place").values()
        for node in found
        for old, until in node.former
    }
    assert former == {
        ("户县", "2016", "鄠邑区"),
        ("高陵县", "2014", "高陵区"),
        ("长安县", "2002", "长安区"),
        ("商州市", "2001", "商州区"),
        ("商县", "1988", "商州区"),
        ("商洛地区", "2001", "商洛市"),
        ("临潼县", "1997", "临潼区"),
    }


def test_a_renamed_place_is_one_node_with_its_former_codes(divisions: Mapped) -> None:
    assert not {"户县", "商州市", "商县", "商洛地区"} & divisions.nodes("Place").keys()
    for name, code, old in [
        ("鄠邑区", "610118", {"612223", "610125"}),
        ("商州区", "611002", {"612521", "612501"}),
        ("临潼区", "610115", {"612122", "610123"}),
        ("洛南县", "611021", {"612522"}),
        ("商洛市", "6110", {"6125"}),
    ]:
        claims = divisions.nodes("Place")[name]
        assert {node.keys["division"] for node in claims} == {code}
        assert {node.keys["division_old"] for node in claims if "division_old" in node.keys} == old


def test_a_change_of_code_only_adds_no_name_and_no_date(divisions: Mapped) -> None:
    rows = [key for key in divisions.loaded if ":同名改码:" in key]
    assert len(rows) == 11
    for key in rows:
        out = divisions.loaded[key]
        assert out.nodes[0].former == ()
        assert out.ties == []


def test_sides(divisions: Mapped) -> None:
    sides = {name: {node.city for node in found} for name, found in divisions.nodes("Place").items()}
    assert sides["鄠邑区"] == {"西安"}
    assert sides["柞水县"] == {"商洛"}
    assert sides["咸阳市"] == {"其他"}
    assert sides["陕西省"] == {""}


def test_a_street_of_an_unknown_county_is_rejected() -> None:
    cells = {"code": "610999001", "name": "某街道", "areaCode": "610999", "provinceCode": "61", "cityCode": "6109"}
    result = made_up("divisions", cells, "data/streets-xian-shangluo.csv")
    assert [reject.rule for reject in result.rejected] == ["unknown-county"]
