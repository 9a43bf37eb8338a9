"""The cited facts: which rows are loaded, and what they say. Row ids are those of data/facts.csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.schema import NODE_KINDS
from loaders.claims import NodeClaim, TieClaim
from loaders.reading import read_source
from loaders.rows import Row
from loaders.sources.facts.notes import parse
from loaders.sources.facts.records import publications
from loaders.sources.facts.tables import nameless
from tests.sources.mapping import Mapped, mapped, understand

ZINC = "“四主体一联合”锌基新材料校企联合研究中心"


@pytest.fixture(scope="module")
def facts() -> Mapped:
    return mapped("facts")


def main_tie(facts: Mapped, key: str) -> TieClaim:
    """The tie that a row states, before those that say what it bears on."""
    return facts.loaded[key].ties[0]


def observation(facts: Mapped, key: str) -> NodeClaim:
    return next(node for node in facts.loaded[key].nodes if node.kind == "Observation")


def reject_of(facts: Mapped, key: str, **cells: str) -> str:
    """The rule by which a row of the file is rejected once some of its cells are changed."""
    old = facts.rows[key]
    fresh = Mapped(facts.spec)
    understand(fresh, Row(old.file, old.number, key, old.raw | cells))
    return fresh.rejected[0].rule


def test_every_row_is_loaded_or_left_out_and_none_is_lost(facts: Mapped) -> None:
    assert (len(facts.rows), len(facts.loaded), facts.rejected) == (726, 614, [])
    assert facts.left_out == {"来源未注明发布者且无地址": 112}
    assert not facts.left_over


def test_a_row_is_left_out_only_when_none_of_its_sources_can_be_looked_up(facts: Mapped) -> None:
    known = {publication.id: publication for publication in publications(facts.spec.folder, facts.spec)}
    for row in facts.rows.values():
        cited = row.raw["source_ids"].split(";")
        hopeless = all(known[source].publisher == "未注明" and known[source].mark in ("M", "N") for source in cited)
        assert hopeless == (row.key not in facts.loaded), row.key
        if row.key in facts.loaded:
            assert facts.loaded[row.key].sources == cited


def test_publications_keep_an_address_for_o_and_r_only(facts: Mapped) -> None:
    published = publications(facts.spec.folder, facts.spec)
    assert len(published) == 101
    assert {p.mark for p in published if p.url} == {"O", "R"}
    assert sum(1 for p in published if nameless(p)) == 12
    assert next(p for p in published if p.id == "S85").publisher == "未注明"
    assert next(p for p in published if p.id == "S60").date == "06-19"


def test_an_address_beside_a_mirror_is_not_kept(facts: Mapped, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("source.yml", *facts.spec.files):
        (tmp_path / name).write_bytes((facts.spec.folder / name).read_bytes())
    table = tmp_path / "data/sources.csv"
    table.write_text(
        table.read_text().replace(
            "S2,各界导报,西商融合发展战略合作框架协议与党政联席会议,2023-07-07,,M,",
            "S2,各界导报,西商融合发展战略合作框架协议与党政联席会议,2023-07-07,,M,http://mirror.example/",
        )
    )
    moved = facts.spec.model_copy(update={"folder": tmp_path})
    assert "mirror.example" in table.read_text()
    assert next(p for p in publications(tmp_path, moved) if p.id == "S2").url == ""


@pytest.mark.parametrize(
    ("key", "start", "type_", "end", "date", "sources"),
    [
        ("F65a", ZINC, "CO_BUILT_BY", "西安交通大学", "", ["S58", "S59"]),
        ("F65b", ZINC, "CO_BUILT_BY", "陕西锌业", "", ["S58", "S59"]),
        ("F102i", "西安医学院", "VISITED", "盘龙药业", "2023-06-01", ["S85"]),
        ("F64a", "食用菌良种繁育平台", "CO_BUILT_BY", "陕西省微生物研究所", "", ["S57"]),
        ("F64b", "食用菌良种繁育平台", "CO_BUILT_BY", "和丰阳光", "", ["S57"]),
        ("F66a", "钒产业技术研究院", "CO_BUILT_BY", "陕西五洲矿业股份有限公司", "", ["S60"]),
        ("F66b", "钒产业技术研究院", "CO_BUILT_BY", "西安交通大学", "", ["S60"]),
        ("F73d", "虎之翼科技", "INCUBATED_IN", "秦创原商洛飞地孵化器", "2024-03", ["S67"]),
        ("F73i", "秦创原商洛飞地孵化器", "LOCATED_IN", "西咸新区", "2024-03", ["S67"]),
        ("F62a", "省级中医药制剂及新药研发中试基地", "CO_BUILT_BY", "盘龙药业", "", ["S57"]),
        ("F62b", "省级中医药制剂及新药研发中试基地", "CO_BUILT_BY", "陕西中医药大学", "", ["S57"]),
    ],
)
def test_rows_of_the_true_paths(
    facts: Mapped, key: str, start: str, type_: str, end: str, date: str, sources: list[str]
) -> None:
    tie = main_tie(facts, key)
    assert (tie.start.name, tie.type, tie.end.name, tie.at.text, tie.status) == (start, type_, end, date, "stated")
    assert facts.loaded[key].sources == sources


def test_short_forms_become_aliases_of_the_one_meant(facts: Mapped) -> None:
    tie = main_tie(facts, "F36k")
    assert (tie.start.aliases, tie.end.aliases) == (("西交大",), ("商洛高新区",))
    assert set(main_tie(facts, "F64a").end.aliases) == {"省科学院微生物研究所", "省微生物所"}
    assert main_tie(facts, "F66a").end.aliases == ("五洲矿业",)
    assert main_tie(facts, "F75a").start.aliases == (), "市科技局 names another bureau in another city's page"
    assert reject_of(facts, "F66a", note="short form: 五矿") == "short-form"


def test_dates_without_a_year_stay_without_one(facts: Mapped) -> None:
    opened = observation(facts, "F66h")
    assert (opened.props["value"], opened.props["period"], opened.props.get("number")) == ("06-19", "06-19", None)
    met = main_tie(facts, "F79b")
    assert (met.at.text, met.at.bounded, met.date_inferred) == ("10-24", False, True)
    assert "2024 inferred" in met.note
    assert reject_of(facts, "F79b", period_or_date="24.10.2024") == "date"


@pytest.mark.parametrize(
    ("key", "value", "number"),
    [
        ("F29f", "4800 以上", 4800.0),
        ("F29g", "450000000000 以上", 450000000000.0),
        ("F45a", "3500000 以上", 3500000.0),
        ("F96d", "500000 以上", 500000.0),
        ("F48d", "约 1500", 1500.0),
        ("F89f", "约 30", 30.0),
        ("F97i", "约 20000", 20000.0),
        ("F28a", "164856000000", 164856000000.0),
        ("F113d", "88.2", 88.2),
        ("F34a", "1-3", None),
        ("F48e", "1/6", None),
        ("F102b", "002864", None),
        ("F18a", "1962", 1962.0),
    ],
)
def test_values_keep_their_bounds_ranges_and_codes(facts: Mapped, key: str, value: str, number: float | None) -> None:
    props = observation(facts, key).props
    assert (props["value"], props.get("number")) == (value, number)


def test_every_lower_bound_and_about_in_a_note_is_in_the_value(facts: Mapped) -> None:
    for row in facts.rows.values():
        if row.key not in facts.loaded or row.raw["predicate"] != "HAS_VALUE":
            continue
        parts = row.raw["note"].split("; ")
        bounded = any((part.startswith("given as") and "+" in part) or "more than" in part for part in parts)
        about = any(part == "about" or part.startswith("about ") for part in parts)
        value = observation(facts, row.key).props["value"]
        assert (value.endswith(" 以上"), value.startswith("约 ")) == (bounded, about), row.key


def test_claims_that_disagree_are_both_kept(facts: Mapped) -> None:
    earlier, later = observation(facts, "F28f"), observation(facts, "F28b")
    assert earlier.props["number"] == later.props["number"]
    assert (earlier.props["period"], later.props["period"]) == ("2020", "2021")
    assert (earlier.keys, later.keys) == ({"record": "facts:F28f"}, {"record": "facts:F28b"})
    heads = [main_tie(facts, key) for key in ("F65i", "F65j")]
    assert [(tie.start.name, tie.role, tie.type) for tie in heads] == [
        ("崔旭东", "主任", "LED"),
        ("马胜强", "主任", "LED"),
    ]
    assert (main_tie(facts, "F41a").status, main_tie(facts, "F41b").status) == ("planned", "stated")


def test_dated_acts_are_observations_of_their_indicator(facts: Mapped) -> None:
    ends = {key: facts.loaded[key].ties[1].end.name for key in ("F66h", "F18a", "F101c", "F101d")}
    assert ends == {"F66h": "启用时间", "F18a": "成立时间", "F101c": "开工时间", "F101d": "试产时间"}
    assert observation(facts, "F101d").props["status"] == "planned"


def test_lines_are_places_and_divisions_carry_their_code(facts: Mapped) -> None:
    line = facts.loaded["F7a"].nodes[0]
    assert (line.kind, line.props["kind"]) == ("Place", "线路")
    county = main_tie(facts, "F105a").end
    assert (county.keys, county.props["kind"]) == ({"division": "611024"}, "县区")
    zone = main_tie(facts, "F16a").end
    assert (zone.name, zone.keys, zone.props["kind"]) == ("西咸新区", {}, "新区")


def test_people_stand_with_a_body_and_carry_nothing_else(facts: Mapped) -> None:
    people = {node.name: node for out in facts.loaded.values() for node in out.nodes if node.kind == "Person"}
    assert {name: node.within for name, node in people.items()} == {
        "崔旭东": ZINC,
        "马胜强": ZINC,
        "陈曦": "西安交通大学陈曦团队",
        "赵然": "虎之翼科技",
        "李玉": "吉林农业大学",
    }
    assert all(not node.keys and not node.aliases for node in people.values())
    assert all(set(node.props) <= {"city_reason"} for node in people.values())


def test_no_lookup_is_stale(facts: Mapped) -> None:
    names = {node.name for out in facts.loaded.values() for node in out.nodes}
    lookups = facts.spec.lookups
    listed = [name for table in lookups["kinds"].values() for name in table]
    assert set(listed) | set(lookups["divisions"]) | set(lookups["sides"]) | set(lookups["within"]) <= names
    notes = "; ".join(_note for row in facts.rows.values() if (_note := row.raw["note"]))
    assert [role for role in lookups["roles"] if role not in notes] == []
    assert [short for short in lookups["short_forms"] if short not in notes] == []


def test_an_unlisted_name_of_a_closed_kind_is_rejected(facts: Mapped) -> None:
    assert reject_of(facts, "F73i", subject="某飞地") == "subkind"
    assert reject_of(facts, "F73i", claim_status="done") == "status"
    assert reject_of(facts, "F73i", source_ids="S999") == "unknown-source"
    assert reject_of(facts, "F73i", predicate="NEAR") == "endpoints"


def test_subkinds_are_of_the_closed_list(facts: Mapped) -> None:
    for label, table in facts.spec.lookups["kinds"].items():
        assert set(table.values()) <= {"", *NODE_KINDS[label].subkinds}


def test_a_node_has_one_place_text(facts: Mapped) -> None:
    places: dict[str, set[str]] = {}
    for out in facts.loaded.values():
        for node in out.nodes:
            if node.kind != "Observation" and "place" in node.props:
                places.setdefault(node.name, set()).add(node.props["place"])
    assert {name: texts for name, texts in places.items() if len(texts) > 1} == {}
    assert places["“三项改革”进商洛路演"] == {"商洛市"}


def test_notes_are_taken_apart() -> None:
    roles = {"called 主任": "主任"}
    note = parse("called 主任; the page calls 马胜强 主任 too: keep both; short form: 甲", roles)
    assert (note.role, note.text, note.short_forms) == ("主任", "the page calls 马胜强 主任 too: keep both", ("甲",))
    assert parse("base: firms of 100 m yuan and above", {}).bound == ""
    assert parse("given as 7 classes, 25 key projects", {}).bound == ""
    assert parse("given as 2.04 m residents; undated", {}).bound == ""


def test_money_that_looks_like_a_telephone_number_stays(facts: Mapped) -> None:
    reading = read_source(facts.spec)
    assert not reading.not_placed
    row = next(row for row in reading.rows if row.id == "facts:F32a")
    assert row.raw["value"] == "18000000000"
    assert [node.props["value"] for node in row.said.nodes if node.kind == "Observation"] == ["18000000000 以上"]
