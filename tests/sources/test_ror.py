"""Records of ROR in two schemas, sorted into kinds by type and name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from loaders.sources.ror.records import TEXT
from loaders.standards.ror_form import parse
from tests.sources.mapping import Mapped, made_up, mapped

V2: dict[str, Any] = {
    "id": "https://ror.org/0made0up0",
    "status": "active",
    "types": ["facility"],
    "established": None,
    "names": [
        {"value": "Made Up Institute", "types": ["label", "ror_display"], "lang": "en"},
        {"value": "某某研究所", "types": ["label"], "lang": "zh"},
        {"value": "MUI", "types": ["acronym"], "lang": None},
    ],
    "locations": [{"geonames_details": {"name": "Xi'an"}}],
    "relationships": [],
}


def cells(**changes: Any) -> dict[str, str]:
    record = V2 | changes
    return {k: v if k in TEXT else json.dumps(v, ensure_ascii=False) for k, v in record.items()}


@pytest.fixture(scope="module")
def ror() -> Mapped:
    return mapped("ror")


def test_the_withdrawn_record_is_left_out(ror: Mapped) -> None:
    assert ror.left_out == {"ROR 状态为 withdrawn，不是现行机构": 1}
    assert "04xw2rs58" not in ror.loaded


def test_both_schemas_give_the_same_form() -> None:
    v1 = {
        "id": V2["id"],
        "status": "active",
        "types": ["Facility"],
        "established": None,
        "name": "Made Up Institute",
        "labels": [{"label": "某某研究所", "iso639": "zh"}],
        "aliases": [],
        "acronyms": ["MUI"],
        "addresses": [{"city": "Xi'an"}],
        "relationships": [],
    }
    assert parse(v1) == parse(V2)
    assert parse(V2).name == "某某研究所"
    assert parse(V2).other_names == ("Made Up Institute", "MUI")


@pytest.mark.parametrize(
    ("name", "kind", "sub"),
    [
        ("中国科学院地球环境研究所", "Institute", "科研院所"),
        ("西北有色金属研究院", "Institute", "科研院所"),
        ("西安市红会医院", "Institute", "医院"),
        ("西北大学第一医院", "Institute", "医院"),
        ("陕西省科学技术厅", "Agency", None),
        ("陕西延长石油（集团）有限责任公司", "Enterprise", None),
        ("中国重型机械研究院股份有限公司", "Enterprise", None),
        ("凝固技术国家重点实验室", "Platform", "重点实验室"),
    ],
)
def test_kinds(ror: Mapped, name: str, kind: str, sub: str | None) -> None:
    node = ror.nodes(kind)[name][0]
    assert node.props.get("kind") == sub
    assert ("LOCATED_IN", name) in {(t.type, t.start.name) for t in ror.tie_claims("LOCATED_IN")}


def test_a_body_without_a_chinese_name_keeps_its_english_one_and_says_so(ror: Mapped) -> None:
    node = ror.nodes("Enterprise")["China Railway First Survey and Design Institute Group Co. Ltd."][0]
    assert node.props["note"] == "ROR 未给中文名称"
    flagged = {
        n.name
        for kind in ("Enterprise", "Institute", "Agency", "Platform")
        for found in ror.nodes(kind).values()
        for n in found
        if "未给中文" in str(n.props.get("note"))
    }
    assert flagged == {node.name, "Institute of Geochemistry"}


def test_a_laboratory_is_part_of_its_host_and_an_academy_only_governs(ror: Mapped) -> None:
    parts, governed = ror.ties("PART_OF"), ror.ties("GOVERNED_BY")
    assert ("瞬态光学与光子技术国家重点实验室", "中国科学院西安光学精密机械研究所") in parts
    assert ("金属多孔材料国家重点实验室", "西北有色金属研究院") in parts
    assert ("大陆动力学国家重点实验室", "西北大学") in parts
    assert ("激光与物质相互作用国家重点实验室", "西北核技术研究所") in parts
    assert {s for s, e in governed if e == "中国科学院"} == {
        "中国科学院国家授时中心",
        "中国科学院地球环境研究所",
        "中国科学院西安光学精密机械研究所",
    }
    assert ("陕西省教育厅", "陕西省人民政府") in governed
    assert not {e for _, e in parts} & {"中国科学院", "陕西省人民政府"}


def test_related_stays_a_note_and_is_no_tie(ror: Mapped) -> None:
    out = ror.loaded["015bnwc11"]
    assert [tie.type for tie in out.ties] == ["LOCATED_IN"]
    assert out.nodes[0].props["note"] == "ROR 记其与西安交通大学相关，未说明关系"


def test_keys_are_bare(ror: Mapped) -> None:
    assert ror.nodes("Institute")["中国科学院国家授时中心"][0].keys == {"ror": "00655qp86"}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"types": ["archive"]}, "unknown-type"),
        ({"types": ["funder"]}, "no-type"),
        ({"relationships": [{"id": "https://ror.org/0x", "label": "X", "type": "successor"}]}, "unknown-relation"),
        ({"relationships": [{"id": "https://ror.org/0x", "label": "X", "type": "parent"}]}, "unknown-relative"),
        ({"names": []}, "unknown-form"),
    ],
)
def test_what_is_not_understood_is_rejected(changes: dict[str, Any], rule: str) -> None:
    assert [reject.rule for reject in made_up("ror", cells(**changes)).rejected] == [rule]


def test_a_body_of_another_city_is_left_out() -> None:
    elsewhere = cells(locations=[{"geonames_details": {"name": "Lanzhou"}}])
    assert made_up("ror", elsewhere).left_out == {"地点不在两市": 1}
    assert made_up("ror", cells()).loaded
