"""Addresses to divisions and zones, and which side they are on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import county_of, division, locate, side_of, zone


@pytest.mark.parametrize(
    ("address", "county"),
    [
        ("陕西省商洛市商州区大荆镇某村", "商州区"),
        ("陕西商洛商州区", "商州区"),
        ("商洛市山阳县十里铺街办", "山阳县"),
        ("地址：西安市雁塔区小寨东路", "雁塔区"),
        ("西安市碑林区友谊西路127号", "碑林区"),
        ("长安区韦曲街道", "长安区"),
        ("西安市郭杜街道", "长安区"),
        ("陕西省户县余下镇", "鄠邑区"),
        ("陕西省商洛地区商州市", "商州区"),
        ("北京市海淀区中关村", "海淀区"),
        ("湖北省仙桃市", "仙桃市"),
        ("西安市新城区长乐路", "新城区"),
    ],
)
def test_the_county_of_an_address(address: str, county: str) -> None:
    found = county_of(address)
    assert found is not None
    assert found.name == county


@pytest.mark.parametrize(
    "address",
    [
        "",
        "-",
        "西安市高新区科技路",
        "西安市长安路",
        "西安市",
        "商洛市商州大道",
        "西安路12号",
        "大连市西安路",
        "新城区长乐路",
        "鼓楼区",
        "科技路8号",
    ],
)
def test_no_county_is_told(address: str) -> None:
    assert county_of(address) is None


@pytest.mark.parametrize(
    ("address", "city", "name"),
    [
        ("西安市高新区科技路", "西安市", "西安高新区"),
        ("西安高新技术产业开发区锦业路", "西安市", "西安高新区"),
        ("西安经济技术开发区", "西安市", "西安经开区"),
        ("商洛高新区", "商洛市", "商洛高新区"),
        ("陕西省西咸新区沣东新城", "", "沣东新城"),
        ("西安市沣东新城", "西安市", "沣东新城"),
        ("陕西杨凌", "", "杨凌示范区"),
        ("西安曲江新区雁翔路", "西安市", "曲江新区"),
        ("咸阳市渭城区空港新城", "咸阳市", "空港新城"),
    ],
)
def test_zones_are_no_divisions(address: str, city: str, name: str) -> None:
    found = locate(address)
    assert (found.city.name if found.city else "") == city
    assert found.zone is not None
    assert found.zone.name == name


def test_a_zone_of_many_cities_needs_its_city() -> None:
    assert zone("高新区科技路") is None
    assert zone("高新区科技路", "6101") == zone("西安高新区", "6101")
    assert locate("成都市高新区").zone is None
    assert locate("成都市空港新城").zone is None


@pytest.mark.parametrize(
    ("address", "at", "side", "reason"),
    [
        ("商洛市商州区", "", "商洛", "商州区属商洛市"),
        ("洛南县四皓街道办事处", "", "商洛", "洛南县属商洛市"),
        ("西安市高新区科技路", "", "西安", "西安高新区在西安市"),
        ("西安市", "", "西安", "位于西安市"),
        ("陕西省宝鸡市眉县", "", "其他", "位于陕西省宝鸡市，不属两市"),
        ("北京市海淀区", "", "其他", "位于北京市，不属两市"),
        ("杨凌示范区邰城路", "", "其他", "杨凌是省属示范区，不属西安"),
        ("咸阳市杨陵区", "", "其他", "杨凌是省属示范区，不属西安"),
        ("西咸新区", "", "西安", "西安市全面代管"),
        ("陕西省西咸新区沣东新城", "2024-03", "西安", "西安市全面代管"),
        ("咸阳市秦都区沣西新城", "2024", "西安", "西安市全面代管"),
        ("咸阳市秦都区沣西新城", "2015", "其他", "位于陕西省咸阳市，不属两市"),
        ("西咸新区", "2015", "", "没有依据"),
        ("陕西省", "", "", "没有写明哪个市"),
        ("鼓楼区", "", "", "4 个同名的区划"),
        ("科技路8号", "", "", "没有写明省市"),
        ("", "", "", "没有地址"),
    ],
)
def test_sides(address: str, at: str, side: str, reason: str) -> None:
    found = side_of(address, at=at)
    assert found.side == side
    assert reason in found.reason


def test_the_side_of_a_division() -> None:
    county, city = division("商南县"), division("西安")
    assert county
    assert city
    assert side_of(county) == ("商洛", "商南县属商洛市")
    assert side_of(city).side == "西安"


@given(st.text(max_size=30))
def test_any_text_has_a_side_or_a_reason(text: str) -> None:
    found = side_of(text)
    assert found.side in ("西安", "商洛", "其他", "")
    assert found.reason
