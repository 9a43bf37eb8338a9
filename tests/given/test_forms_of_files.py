"""Filled templates and files in a standard's own form load without a word; real rosters add up to the last row."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from graph.errors import UsageError
from loaders.forms.filled import ASKED, NOTES
from loaders.forms.template import write_template
from loaders.given.file import content_hash
from loaders.given.staging import staged
from loaders.given.taking import take
from loaders.given.wish import Wish
from loaders.reading import sort_rows
from loaders.spec import SOURCES, find
from tests.given.given import Given
from tests.pipeline.graphs import named

STANDARD_FILES = Path(__file__).parent.parent / "standards" / "data"
RORS = SOURCES / "ror" / "data" / "xian-non-universities.jsonl"


def fill(path: Path, names: list[str], **stated: str) -> None:
    """Write names into the column of the name, and what the sheet of notes asks for."""
    book = openpyxl.load_workbook(path)
    table = book.worksheets[0]
    headings = [str(cell.value) for cell in table[1]]
    column = next(at for at, text in enumerate(headings, start=1) if text.startswith("*"))
    for row, name in enumerate(names, start=3):
        table.cell(row, column).value = name
    for line in book[NOTES].iter_rows():
        key = ASKED.get(str(line[0].value), ("", ""))[0]
        if key in stated:
            line[1].value = stated[key]
    book.save(path)


def test_a_filled_template_needs_no_options(given: Given) -> None:
    path = given.folder / "虚构.xlsx"
    write_template("Enterprise", path)
    names = ["虚构甲矿业有限公司", "虚构乙矿业有限公司"]
    fill(path, names, publisher="虚构县科技局", date="2025-06-30", place="商州区", complete="是", declared="2")
    given.wish.clear()
    report = given.load(path)
    assert (report.read, report.loaded, report.rejected) == (2, 2, 0)
    spec = find(report.source, home=given.home)
    assert (spec.publisher, spec.date) == ("虚构县科技局", "2025-06-30")
    [claim] = spec.coverage
    assert (claim.about, claim.place, claim.declared, claim.claimed_by) == ("Enterprise", "商州区", 2, "user")
    [kept] = given.store.read_text("MATCH (c:Coverage) RETURN c.complete AS complete, c.claimed_by AS by")
    assert kept == {"complete": True, "by": "user"}
    assert named(given.store, names[0])["sources"] == [spec.id]


def test_a_template_without_a_publisher(given: Given) -> None:
    path = given.folder / "虚构.xlsx"
    write_template("Enterprise", path)
    fill(path, ["虚构甲矿业有限公司"])
    given.wish.clear()
    with pytest.raises(UsageError, match="没有说是谁公布的"):
        given.load(path)


def test_a_standard_is_known_by_its_content(given: Given) -> None:
    path = given.folder / "任何名字.txt"
    shutil.copyfile(RORS, path)
    given.wish.clear()
    report = given.load(path, region=True)
    assert report.read == report.loaded + report.rejected + sum(report.left_out.values()) == 32
    spec = find(report.source, home=given.home)
    assert (spec.publisher, spec.licence, spec.form and spec.form.standard) == (
        "Research Organization Registry",
        "CC0",
        "ror",
    )
    assert given.load(path, region=True).unchanged


def test_a_system_of_a_university_by_its_cerif_file(given: Given) -> None:
    """Whose system it is no CERIF file says: without a publisher it is refused, with one each record counts."""
    path = STANDARD_FILES / "cerif" / "projects.xml"
    given.wish.clear()
    with pytest.raises(UsageError, match="这是 CERIF-XML 文件，没有说是谁的"):
        given.load(path)
    report = given.load(path, publisher="虚构大学")
    assert (report.read, report.loaded, report.rejected) == (4, 4, 0)
    spec = find(report.source, home=given.home)
    assert (spec.publisher, spec.form and spec.form.standard) == ("虚构大学", "cerif")
    found = named(given.store, "OpenAIRE Advancing Open Scholarship")
    assert found["sources"] == [spec.id]


REAL = [
    ("labs/data/state-key-labs-2019.xlsx", "Platform", 284),
    ("universities/data/moe-2017-xian-shangluo.csv", "University", 65),
    ("stations/data/field-stations-2021.html", "Platform", 69),
    ("projects/data/nkrdp-2018-2020.csv", "Project", 2581),
    ("agri_parks/data/agri-park-batch-08.html", "Park", 32),
    ("cars_experts/data/cars-experts-2017.xlsx", "Person", 359),
    ("instrument_checks/data/instrument-sharing-2018.html", "Institute", 373),
    ("instrument_checks/data/instrument-sharing-2019.html", "Institute", 344),
    ("field_stations_moe/data/field-stations-moe-2019.html", "Platform", 52),
    ("key_agri_firms/data/key-agri-firms-2000-gbk.html", "Enterprise", 151),
    ("key_agri_firms/data/key-agri-firms-2019.html", "Enterprise", 299),
]
"""Bundled files as published, the kind they list, and their rows as counted on the files themselves."""


@pytest.mark.parametrize(("file", "kind", "rows"), REAL, ids=lambda value: str(value).rpartition("/")[2])
def test_every_row_of_a_real_roster_is_loaded_rejected_or_left_out(
    given: Given, file: str, kind: str, rows: int
) -> None:
    wish = Wish(kind=kind, publisher="测试", region=True)
    path = SOURCES / file
    taken = take(path, content_hash(path), wish)
    spec = staged(given.home, given.store, "real", taken, wish, taken.cleaned.rows, taken.notes)
    reading = sort_rows(spec)
    assert reading.read == len(reading.rows) + len(reading.rejects) + reading.left_out.total() == rows
    assert not reading.rejects
    assert set(reading.left_out) <= {"不涉及西安、商洛：地点、地址、单位名称和已知单位都不在两市"}
