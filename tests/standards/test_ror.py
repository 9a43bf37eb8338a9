"""ROR in both schemas and all arrangements; a place is checked against the name. Made-up records are 虚构."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SourceError
from loaders.claims import Claims
from loaders.standards import STANDARDS, standard_of
from tests.standards.reading import DATA, SOURCES, understood, written

XIAN = SOURCES / "ror/data/xian-non-universities.jsonl"


def made_up(name: str, city: str, region: str, types: tuple[str, ...] = ("healthcare",), **more: Any) -> dict[str, Any]:
    """A made-up record of schema v2 with a valid id."""
    return {
        "id": "https://ror.org/017zhmm22",
        "status": "active",
        "types": list(types),
        "established": None,
        "names": [
            {"value": "Made Up Body", "types": ["ror_display", "label"], "lang": "en"},
            {"value": name, "types": ["label"], "lang": "zh"},
        ],
        "locations": [{"geonames_details": {"name": city, "country_subdivision_name": region, "country_code": "CN"}}],
        "relationships": [],
    } | more


def one(folder: Path, record: dict[str, Any]) -> Claims:
    found = understood(written(folder, record), "ror")
    return next(iter(found.loaded.values()))


def test_the_records_of_xian() -> None:
    found = understood(XIAN, "ror")
    assert found.read == 32
    assert found.left_out == {"ROR 状态为 withdrawn，不是现行机构": 1}
    assert not found.rejected
    seats = {(start, end) for start, type_, end in found.ties if type_ == "LOCATED_IN"}
    assert len(seats) == 31
    assert {end for _, end in seats} == {"西安市"}
    assert ("中国科学院国家授时中心", "GOVERNED_BY", "中国科学院") in found.ties
    assert ("凝固技术国家重点实验室", "PART_OF", "Northwestern Polytechnical University") in found.ties
    assert not found.not_placed


def test_records_of_other_cities_are_elsewhere() -> None:
    found = understood(DATA / "records-other-cities.jsonl", "ror")
    assert found.read == len(found.loaded) == 12
    mains = [out.nodes[0] for out in found.loaded.values()]
    assert {node.city for node in mains} == {"其他"}
    assert {node.name: node.kind for node in mains}["南京审计学院"] == "University"
    # A laboratory's parent that has a record in the file is known by that record's name.
    lab = "大气科学和地球流体力学数值模拟国家重点实验室"
    assert (lab, "PART_OF", "中国科学院大气物理研究所") in found.ties


def test_a_hospital_of_shangluo_placed_in_liaoning_is_of_shangluo(tmp_path: Path) -> None:
    out = one(tmp_path, made_up("商洛市虚构医院", "Dandong", "Liaoning"))
    node = out.nodes[0]
    assert (node.kind, node.props["kind"], node.city) == ("Institute", "医院", "商洛")
    assert "与名称不符" in node.props["city_reason"]
    assert not [tie for tie in out.ties if tie.type == "LOCATED_IN"]
    assert [(n.rule, n.value) for n in out.not_placed] == [("place-contradicts-name", "Dandong，Liaoning，CN")]


@pytest.mark.parametrize(
    ("name", "city", "region", "side", "rules"),
    [
        ("商洛市虚构医院", "Shangluo", "Shaanxi", "商洛", []),
        ("西安市虚构医院", "Xi'an", "Shaanxi", "西安", []),
        ("山阳县虚构医院", "Shanyang", "Shaanxi", "商洛", []),
        ("柞水县虚构医院", "Jiaozuo", "Henan", "商洛", ["place-contradicts-name"]),
        # The name holds the other place too: a branch of a body of Xi'an.
        ("西安虚构大学深圳研究院", "Shenzhen", "Guangdong", "其他", []),
        ("西安虚构大学苏州研究院", "Suzhou", "Jiangsu", "其他", []),
        # Between the two cities an enclave is possible: the stated place counts, and is told.
        ("商洛虚构飞地孵化器", "Xi'an", "Shaanxi", "西安", ["place-differs-from-name"]),
        # A brand is no place: 长安 may be in two cities, 大连 is not of this region.
        ("长安虚构公司", "Chongqing", "", "其他", []),
        ("大连虚构医院", "Xi'an", "Shaanxi", "西安", []),
        ("虚构医院", "Nowhere", "Shaanxi", "", ["place-unknown"]),
        ("虚构医院", "Nowhere", "Hubei", "其他", []),
    ],
)
def test_place_and_name(tmp_path: Path, name: str, city: str, region: str, side: str, rules: list[str]) -> None:
    out = one(tmp_path, made_up(name, city, region, ("company",)))
    assert out.nodes[0].city == side
    assert [found.rule for found in out.not_placed] == rules


@pytest.mark.parametrize(
    ("types", "name", "kind"),
    [
        (("education", "funder"), "西安虚构大学", "University"),
        (("government",), "虚构厅", "Agency"),
        (("facility",), "虚构国家重点实验室", "Platform"),
        (("facility",), "虚构研究院有限公司", "Enterprise"),
        (("facility",), "虚构", "Institute"),
        (("nonprofit",), "虚构学会", "Association"),
        (("nonprofit",), "虚构研究院", "Institute"),
        (("other",), "虚构公司", "Enterprise"),
    ],
)
def test_kinds(tmp_path: Path, types: tuple[str, ...], name: str, kind: str) -> None:
    assert one(tmp_path, made_up(name, "Xi'an", "Shaanxi", types)).nodes[0].kind == kind


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"id": "https://ror.org/017zhmm23"}, "ror-id"),
        ({"types": ["spaceship"]}, "unknown-type"),
        ({"types": ["other"]}, "no-type"),
        ({"names": []}, "unknown-form"),
        ({"relationships": None}, "unknown-form"),
    ],
)
def test_what_cannot_be_understood_is_rejected(tmp_path: Path, change: dict[str, Any], rule: str) -> None:
    found = understood(written(tmp_path, [made_up("虚构", "Xi'an", "Shaanxi") | change]), "ror")
    assert [error.rule for error in found.rejected.values()] == [rule]


def test_every_arrangement_reads_the_same(tmp_path: Path) -> None:
    lines = XIAN.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    packed = tmp_path / "x.jsonl.gz"
    packed.write_bytes(gzip.compress(XIAN.read_bytes()))
    paths = [XIAN, packed, written(tmp_path, records, "list.json"), written(tmp_path, {"items": records}, "page.json")]
    texts = []
    for path in paths:
        found = standard_of(path)
        assert found is STANDARDS["ror"]
        texts.append([(row.number, row.key, row.cells) for row in found.read(path)])
    assert len(texts[0]) == 32
    assert all(one == texts[0] for one in texts)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl"
    path.write_text(
        "\n".join(XIAN.read_text(encoding="utf-8").splitlines()[:2]) + '\n{"id": "https://ror.org/0', "utf-8"
    )
    with pytest.raises(SourceError, match="第 3 行不是 JSON"):
        list(STANDARDS["ror"].read(path))


def test_other_files_are_no_standard(tmp_path: Path) -> None:
    assert standard_of(written(tmp_path, {"id": 1})) is None
    assert standard_of(tmp_path / "missing.json") is None
    assert standard_of(SOURCES / "divisions/data/cities.csv") is None
