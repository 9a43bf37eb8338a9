"""Divisions by name, code, old name and place within; what several may be is none."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.gazetteer import candidates, division
from graph.gazetteer.tables import divisions, rows

SOURCE = Path(__file__).parents[3] / "loaders/sources/divisions/data"


def code(text: str, **how: str) -> str:
    found = division(text, **how)
    return found.code if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商州区", "611002"),
        ("商州", "611002"),
        ("陝西省 商洛市", "6110"),
        ("陕西商洛", "6110"),
        ("陕西省/商洛市/商州区", "611002"),
        ("中国陕西省西安市雁塔区", "610113"),
        ("西安雁塔", "610113"),
        ("陕西省商洛市商州区大荆镇", "611002112"),
        ("柞水县乾佑街道办事处", "611026001"),
        ("乾佑街道", "611026001"),
        # The city, not the districts of that name in 辽源 and 牡丹江.
        ("西安", "6101"),
        ("吉林", "22"),
        ("内蒙古", "15"),
        ("新疆", "65"),
        ("延边", "2224"),
        ("恩施", "4228"),
        ("香港", "81"),
        ("海淀", "110108"),
        ("仙桃市", "429004"),
        ("重庆市城口县", "500229"),
        # Codes in every length, with zeros, old ones, and of a village.
        ("61", "61"),
        ("610000", "61"),
        ("6101", "6101"),
        ("610100", "6101"),
        ("610100000000", "6101"),
        ("611002", "611002"),
        ("611026001", "611026001"),
        ("611026001000", "611026001"),
        ("611026001003", "611026001"),
        ("612525", "611024"),
        ("612501000000", "611002"),
        # Old names.
        ("户县", "610118"),
        ("商州市", "611002"),
        ("商县", "611002"),
        ("商洛地区", "6110"),
        ("长安县", "610116"),
        ("临潼县", "610115"),
        ("陕西省商洛地区商州市", "611002"),
    ],
)
def test_one_division(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "全国",
        "中国",
        "高新区",
        "西咸新区",
        "杨凌",
        "市辖区",
        "999999",
        "12345",
        "商洛学院",
        "大荆",
        "商州大道",
        "长安",
    ],
)
def test_none(text: str) -> None:
    assert division(text) is None


@pytest.mark.parametrize(
    ("text", "within", "expected"),
    [
        ("城关街道", "洛南县", "611021001"),
        ("城关街道", "611024", "611024001"),
        ("山阳", "商洛市", "611024"),
        ("长安区", "西安", "610116"),
        ("长安区", "石家庄市", "130102"),
        ("鼓楼区", "南京", "320106"),
        ("西安", "辽源市", "220403"),
        ("大荆", "商州区", "611002112"),
        ("户县", "西安市", "610118"),
        ("商州区", "西安市", ""),
        ("城关街道", "商洛市", ""),
        ("商州区", "不存在的市", ""),
    ],
)
def test_within(text: str, within: str, expected: str) -> None:
    assert code(text, within=within) == expected


def test_candidates_list_what_a_name_may_be() -> None:
    assert [one.county for one in candidates("城关街道")] == ["商州区", "洛南县", "商南县", "山阳县"]
    assert [one.city for one in candidates("鼓楼区")] == ["南京市", "徐州市", "福州市", "开封市"]
    assert [one.city for one in candidates("长安")] == ["石家庄市", "西安市"]


def test_a_town_that_others_share_is_not_told_by_its_name() -> None:
    shared = next(one for one in divisions().values() if one.elsewhere)
    assert division(shared.name) is None
    assert code(shared.name, within=shared.code[:6]) == shared.code


@pytest.mark.parametrize("at", ["1999", "1999-05", "2015-12-31", "2020", ""])
def test_an_old_name_at_any_date_is_todays_division(at: str) -> None:
    found = division("户县", at=at)
    assert found is not None
    assert (found.name, found.former) == ("鄠邑区", (("户县", 2016),))


def test_what_a_division_says_of_itself() -> None:
    county, city, district = division("商州区"), division("商洛"), division("北京市海淀区")
    assert county
    assert city
    assert district
    assert (county.level, county.province, county.city, county.county) == ("县区", "陕西省", "商洛市", "商州区")
    assert (city.level, city.city, city.county) == ("市", "商洛市", "")
    assert district.city == "北京市"
    assert county.former == (("商县", 1988), ("商州市", 2001))
    assert city.holds(county)
    assert not county.holds(city)


def test_every_name_of_the_country_is_known_within_its_province() -> None:
    for one in divisions().values():
        if len(one.code) in (4, 6):
            assert one in candidates(one.name, within=one.code[:2]), one
            assert code(one.code.ljust(6, "0")) == one.code
    assert code("620201") == code("620200") == "6202"
    assert code("441900") == "4419"


def test_towns_and_changes_are_those_of_the_source() -> None:
    with (SOURCE / "streets-xian-shangluo.csv").open(encoding="utf-8-sig", newline="") as file:
        streets = {row["code"]: row["name"] for row in csv.DictReader(file)}
    assert {row["code"]: row["name"] for row in rows("towns.csv")} == streets
    with (SOURCE / "cities.csv").open(encoding="utf-8-sig", newline="") as file:
        cities = {row["code"]: row["name"] for row in csv.DictReader(file)}
    assert cities.items() <= {row["code"]: row["name"] for row in rows("divisions.csv")}.items()
    changes = json.loads((SOURCE / "historical-changes-xian-shangluo.json").read_text(encoding="utf-8"))
    told = [
        (str(c["year"]), c["type"], c["old"]["code"].removesuffix("000000"), c["old"]["name"], c["new"]["name"])
        for c in changes
        if c["old"]["code"]
    ]
    kept = [
        (r["year"], r["type"], r["old_code"].ljust(6, "0"), r["old_name"], r["new_name"]) for r in rows("changes.csv")
    ]
    assert kept == told


def test_nothing_is_read_at_import() -> None:
    seen = (
        "import graph.gazetteer, graph.gazetteer.tables as t, graph.gazetteer.names as n, sys;"
        "print(t.divisions.cache_info().currsize, t.changes.cache_info().currsize, n.index.cache_info().currsize,"
        " 'pypinyin' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True, text=True)
    assert told.stdout.split() == ["0", "0", "0", "False"]
