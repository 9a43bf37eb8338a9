"""Every bundled source: whole, documented, with its data, licence and origin, and a sum that adds up."""

from __future__ import annotations

import re

import pytest

from loaders.reading import read_source
from loaders.spec import SourceSpec, bundled
from tests.contract.tree import ROOT

SPECS = bundled()
BUNDLED = {
    "agreement",
    "agri_parks",
    "cars_experts",
    "divisions",
    "facts",
    "field_stations_moe",
    "industries",
    "instrument_checks",
    "key_agri_firms",
    "labs",
    "projects",
    "ror",
    "stations",
    "universities",
}


def test_the_bundled_sources() -> None:
    assert {spec.id for spec in SPECS} == BUNDLED
    assert len({spec.order for spec in SPECS}) == len(SPECS)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_a_source_says_where_it_comes_from(spec: SourceSpec) -> None:
    assert spec.id == spec.folder.name
    assert all((spec.title, spec.publisher, spec.licence, spec.origin))
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", spec.retrieved)
    assert spec.mark in ("O", "R") or not spec.url, "an address is kept for marks O and R only"
    assert all(claim.words for claim in spec.coverage)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_its_data_lies_in_its_folder_and_nothing_else_does(spec: SourceSpec) -> None:
    listed = {spec.folder / name for name in spec.files}
    data = {path for path in (spec.folder / "data").rglob("*") if path.is_file()}
    assert listed == data
    assert all(path.stat().st_size for path in data)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_row_is_loaded_rejected_or_left_out(spec: SourceSpec) -> None:
    reading = read_source(spec)
    assert reading.read == len(reading.rows) + len(reading.rejects) + reading.left_out.total()
    assert reading.read == spec.declared
    assert reading.rows


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_it_is_documented(spec: SourceSpec) -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    row = next((line for line in page.splitlines() if line.startswith(f"| `{spec.id}` |")), "")
    assert row, f"docs/sources.md has no line for {spec.id}"
    assert re.split("[（：、]", spec.publisher)[0] in row or "协议双方" in spec.publisher or "摘编" in spec.publisher
    assert set(SourceSpec.model_fields) - {"folder"} <= set(re.findall(r"`(\w+)`", page))
