"""Field stations: the second table of a page, several bodies in a cell, hosts known from other sources."""

from __future__ import annotations

import pytest

from graph.errors import SourceError
from loaders.files import read_text
from loaders.sources.notices import bodies, card
from loaders.spec import find
from tests.sources.mapping import Mapped, made_up, mapped


@pytest.fixture(scope="module")
def stations() -> Mapped:
    return mapped("stations")


def row(name: str, hosts: str, authorities: str = "教育部") -> dict[str, str]:
    return {"序号": "70", "国家野外站名称": name, "依托单位": hosts, "主管部门": authorities}


def test_the_card_gives_publisher_number_and_date() -> None:
    spec = find("stations")
    told = card(read_text(spec, spec.files[0]))
    assert told["发文字号"] == spec.lookups["document"]
    assert told["发文机构"] == spec.publisher
    assert told["成文日期"] == "2021年10月09日"
    assert told["标题"] in spec.title


def test_another_document_is_refused() -> None:
    spec = find("stations")
    other = spec.model_copy(update={"lookups": spec.lookups | {"document": "国科发基〔2020〕1号"}})
    with pytest.raises(SourceError, match="发文字号"):
        mapped("stations", other)


def test_only_stations_of_a_known_host(stations: Mapped) -> None:
    assert stations.ties("HOSTS") == {
        ("中国科学院地球环境研究所", "陕西黄土高原地球关键带国家野外科学观测研究站"),
        ("中国科学院地球环境研究所", "陕西关中平原区域生态环境变化与综合治理国家野外科学观测研究站"),
    }
    assert stations.left_out == {"站名与依托单位都不在两市，或依托单位所在地未收录": 67}
    assert {end for _, end in stations.ties("GOVERNED_BY")} == {"陕西省科学技术厅"}


def test_the_place_in_a_name_is_not_the_seat_of_the_host(stations: Mapped) -> None:
    """A station in Shaanxi of an institute in Beijing stays out; a station of ours gets no seat from its host."""
    assert stations.rows["29"].raw["依托单位"] == "中国科学院动物研究所"
    assert "29" not in stations.loaded
    assert stations.tie_claims("LOCATED_IN") == []
    assert {node.city for found in stations.nodes("Platform").values() for node in found} == {""}


def test_several_bodies_in_one_cell() -> None:
    assert bodies("教育部、甘肃省科学技术厅") == ["教育部", "甘肃省科学技术厅"]
    assert bodies("上海交通大学、上海交通大学云南（大理）研究院") == ["上海交通大学", "上海交通大学云南（大理）研究院"]
    result = made_up("stations", row("某站", "长安大学、兰州大学", "教育部、中科院"))
    assert result.ties("HOSTS") == {("长安大学", "某站"), ("兰州大学", "某站")}
    assert result.ties("GOVERNED_BY") == {("某站", "教育部"), ("某站", "中国科学院")}
    assert (result.nodes("University")["长安大学"][0].city, result.nodes("University")["兰州大学"][0].city) == (
        "西安",
        "",
    )


def test_a_station_named_after_a_place_of_the_two_cities_is_kept() -> None:
    result = made_up("stations", row("陕西柞水某某国家野外科学观测研究站", "兰州大学"))
    (station,) = result.nodes("Platform")["陕西柞水某某国家野外科学观测研究站"]
    assert station.city == "商洛"


def test_an_unknown_authority_of_a_station_of_ours_is_rejected() -> None:
    assert [r.rule for r in made_up("stations", row("某站", "长安大学", "某局")).rejected] == ["unknown-authority"]
