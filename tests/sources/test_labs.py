"""State key laboratories: restricted by place, counted as laboratories, not as rows of hosts."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.sources.mapping import Mapped, made_up, mapped


@pytest.fixture(scope="module")
def labs() -> Mapped:
    return mapped("labs")


def test_the_place_decides(labs: Mapped) -> None:
    assert labs.left_out == {"地点不在两市": 273}
    assert {end for _, end in labs.ties("LOCATED_IN")} == {"西安市"}
    loaded = [labs.rows[key].raw for key in labs.loaded]
    assert {raw["province_raw"] for raw in loaded} == {"陕西西安"}
    assert len([row for row in labs.rows.values() if row.raw["province_raw"] == "陕西杨凌"]) == 2


def test_the_whole_list_gives_every_laboratory_a_number_and_a_place(labs: Mapped) -> None:
    hosts = Counter(row.raw["NO"] for row in labs.rows.values())
    assert len(hosts) == 253
    assert len([number for number, rows in hosts.items() if rows > 1]) == 26
    assert all(row.raw["province_raw"] for row in labs.rows.values())
    assert not [row for row in labs.rows.values() if "商洛" in row.raw["province_raw"]]


def test_numbers_lose_their_point_and_empty_cells_stay_empty(labs: Mapped) -> None:
    raw = labs.rows["2006DA850093/西北大学"].raw
    assert (raw["year"], raw["index"], raw["start_year"]) == ("2019", "80", "")


def test_hosts_and_authorities(labs: Mapped) -> None:
    hosts = labs.ties("HOSTS")
    assert len(hosts) == 11
    assert ("中国科学院地球环境研究所", "黄土与第四纪地质国家重点实验室") in hosts
    assert Counter(host for host, _ in hosts)["西安交通大学"] == 5
    governed = labs.ties("GOVERNED_BY")
    assert ("大陆动力学国家重点实验室", "陕西省科学技术厅") in governed
    assert ("凝固技术国家重点实验室", "工业和信息化部") in governed
    assert {node.props["number"] for node in labs.nodes("Platform")["凝固技术国家重点实验室"]} == {"1991DA107526"}


def test_the_older_name_of_a_host_is_a_former_name(labs: Mapped) -> None:
    (host,) = labs.nodes("University")["空军军医大学"]
    assert host.former == (("中国人民解放军第四军医大学", ""),)
    assert ("空军军医大学", "肿瘤生物学国家重点实验室") in labs.ties("HOSTS")
    assert not [name for name in labs.nodes("University") if "第四" in name]


def test_a_laboratory_without_a_place_is_rejected_not_dropped(labs: Mapped) -> None:
    raw = labs.rows["2006DA850093/西北大学"].raw
    assert [r.rule for r in made_up("labs", raw | {"province_raw": ""}).rejected] == ["empty-place"]
    assert [r.rule for r in made_up("labs", raw | {"administrator": "某部"}).rejected] == ["unknown-authority"]
    in_shangluo = made_up("labs", raw | {"province_raw": "陕西商洛"})
    assert in_shangluo.ties("LOCATED_IN") == {("大陆动力学国家重点实验室", "商洛市")}
