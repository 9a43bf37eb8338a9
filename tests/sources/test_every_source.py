"""What holds for each registry and roster: no row lost, exact promises, no personal data, known bodies fresh."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.schema import GROUPS, NODE_KINDS
from loaders.privacy import PERSONAL
from loaders.sources import bodies
from loaders.spec import SOURCES, CoverageClaim, find
from tests.sources.mapping import Mapped, mapped

ROWS = {
    "divisions": (663, 319),
    "universities": (65, 65),
    "ror": (32, 31),
    "industries": (1772, 1772),
    "labs": (284, 11),
    "stations": (69, 2),
    "projects": (2581, 39),
    "instrument_checks": (717, 15),
    "field_stations_moe": (52, 2),
    "cars_experts": (359, 1),
    "agri_parks": (57, 1),
    "key_agri_firms": (450, 2),
}
"""Rows read and rows loaded of each."""
READ = {name: read for name, (read, _) in ROWS.items()}
LOADED = {name: loaded for name, (_, loaded) in ROWS.items()}
MAPPED = {name: mapped(name) for name in READ}


@pytest.fixture(params=sorted(READ))
def source(request: pytest.FixtureRequest) -> Mapped:
    return MAPPED[request.param]


def test_every_row_is_loaded_or_left_out_by_a_rule(source: Mapped) -> None:
    name = source.spec.id
    assert (source.read, len(source.loaded), source.rejected) == (READ[name], LOADED[name], [])
    assert source.read == len(source.loaded) + source.left_out.total() == source.spec.declared
    assert len(source.rows) == source.read, "a key stands for one row"
    assert not source.left_over, "every column is taken or ignored on purpose"


def test_the_promises_are_exact(source: Mapped) -> None:
    promised = source.spec.assertions
    assert (promised.rows, promised.loaded, promised.max_rejects) == (source.read, len(source.loaded), 0.0)
    assert source.counts() == promised.nodes | promised.ties


def test_subkinds_are_of_the_closed_list(source: Mapped) -> None:
    for kind in source.spec.assertions.nodes:
        claims = [node for found in source.nodes(kind).values() for node in found]
        assert {node.props["kind"] for node in claims if "kind" in node.props} <= {*NODE_KINDS[kind].subkinds}, kind


def test_no_personal_data_in_raw_cells_or_claims(source: Mapped) -> None:
    for key in source.loaded:
        texts = [*source.rows[key].raw.values(), *(str(node) for node in source.loaded[key].nodes)]
        assert [text for text in texts if PERSONAL.search(text)] == []


def test_origin_licence_and_day_are_told(source: Mapped) -> None:
    spec = source.spec
    assert spec.origin
    assert spec.licence
    assert spec.retrieved in ("2026-11-24", "2026-11-25")
    assert {str(p.relative_to(spec.folder)) for p in (spec.folder / "data").iterdir()} == set(spec.files)
    assert spec.url == "" or spec.mark in "OR", "no address for what was seen on a mirror only"


def test_no_body_of_another_city_is_placed_in_one_of_the_two(source: Mapped) -> None:
    """Whoever has a side has the one of a city of ours; partners from elsewhere have none here."""
    for kind in (*GROUPS["Organisation"], *GROUPS["Carrier"], "Person"):
        for found in source.nodes(kind).values():
            assert {node.city for node in found} <= {"", "西安", "商洛"}


def test_orders_and_ranks() -> None:
    specs = [MAPPED[name].spec for name in READ]
    assert [(spec.id, spec.order, spec.rank) for spec in specs] == [
        ("divisions", 1, 1),
        ("universities", 2, 1),
        ("ror", 3, 1),
        ("industries", 4, 1),
        ("labs", 5, 2),
        ("stations", 6, 2),
        ("projects", 7, 2),
        ("instrument_checks", 8, 2),
        ("field_stations_moe", 9, 2),
        ("cars_experts", 10, 2),
        ("agri_parks", 11, 2),
        ("key_agri_firms", 12, 2),
    ]


@pytest.mark.parametrize("user", bodies.USED_BY)
def test_known_bodies_are_fresh(user: str, tmp_path: Path) -> None:
    """Renew with `python -m loaders.sources.bodies`."""
    bodies.write(tmp_path / "fresh.csv", bodies.derive())
    assert (SOURCES / user / bodies.FILE).read_bytes() == (tmp_path / "fresh.csv").read_bytes()


def test_known_bodies_hold_former_names_and_nobody_of_another_city() -> None:
    known = {body.name: body for body in bodies.derive()}
    assert known["中国人民解放军第四军医大学"].body == "空军军医大学"
    assert known["西安财经学院"].body == "西安财经大学"
    assert {body.city for body in known.values()} == {"西安", "商洛"}
    assert not {"西北农林科技大学", "中国科学院", "科学技术部", "教育部"} & known.keys()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("西安交通大学", "University"),
        ("中国地质大学（武汉）", "University"),
        ("西安医学高等专科学校", "University"),
        ("中国科学院", "Institute"),
        ("陕西省科学院", "Institute"),
        ("西北有色金属研究院", "Institute"),
        ("西安飞机工业（集团）有限责任公司", "Enterprise"),
        ("西安航天发动机厂", "Enterprise"),
    ],
)
def test_kind_by_the_end_of_a_name(name: str, kind: str) -> None:
    assert bodies.kind_of(name) == kind


COMPLETE = [(name, claim) for name in READ for claim in find(name).coverage if claim.complete]


@pytest.mark.parametrize(("name", "claim"), COMPLETE, ids=[f"{n}-{c.place}" for n, c in COMPLETE])
def test_a_complete_coverage_has_read_what_it_declares(name: str, claim: CoverageClaim) -> None:
    """Counted in the coverage's own unit: laboratories, not the rows of their hosts; the schools of one city."""
    records = importlib.import_module(f"loaders.sources.{name}.records")
    spec = find(name)
    units = {records.unit(row, claim, spec) for row in MAPPED[name].rows.values()} - {""}
    assert len(units) == claim.declared


def test_which_coverages_are_complete() -> None:
    assert {(name, claim.about, claim.role, claim.place, claim.declared) for name, claim in COMPLETE} == {
        ("divisions", "Place", "", "西安市", 13),
        ("divisions", "Place", "", "商洛市", 7),
        ("universities", "University", "", "西安市", 63),
        ("universities", "University", "", "商洛市", 2),
        ("industries", "Industry", "", "全国", 20),
        ("industries", "Industry", "", "全国", 97),
        ("labs", "Platform", "国家重点实验室", "全国", 253),
        ("agri_parks", "Park", "国家农业科技园区第八批", "全国", 32),
        ("agri_parks", "Park", "国家农业科技园区第九批", "全国", 25),
    }


@pytest.mark.parametrize("name", sorted(READ))
def test_a_file_that_is_missing_or_empty_is_said(name: str, tmp_path: Path) -> None:
    spec = find(name)
    for file in ("source.yml", *spec.files):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes((spec.folder / file).read_bytes())
    moved = spec.model_copy(update={"folder": tmp_path})
    (tmp_path / spec.files[0]).write_bytes(b"")
    with pytest.raises(SourceError):
        mapped(name, moved)
    (tmp_path / spec.files[0]).unlink()
    with pytest.raises(SourceError):
        mapped(name, moved)
