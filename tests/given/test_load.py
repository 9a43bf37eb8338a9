"""A roster given on the command line is a source like any other. All rows are made up (虚构)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import NotFoundError, RejectsError, SourceError, UsageError
from loaders.pipeline import load, rebuild
from loaders.spec import find, installed
from loaders.tables import read_tables
from tests.given.given import BAD_CODE, CODES, HEADER, Given, firms
from tests.pipeline.graphs import everything, named, nodes, ties


def test_rows_become_nodes_and_ties_with_their_source(given: Given) -> None:
    report = given.load(given.csv("虚构.csv", firms(3), encoding="gb18030"))
    assert (report.read, report.loaded, report.rejected, report.new) == (3, 3, 0, 3)
    firm = named(given.store, "虚构1号矿业有限公司")
    assert (firm["city"], firm["sources"]) == ("商洛", [report.source])
    assert {one["type"] for one in ties(given.store).values()} == {"LOCATED_IN"}
    [source] = given.store.read_text(
        "MATCH (s:Source {id: $id}) RETURN s.publisher AS p, s.date AS d", {"id": report.source}
    )
    assert source == {"p": "虚构县科技局", "d": "2019"}
    assert report.mapping["企业名称"] == "name"
    assert report.taken is not None
    assert any("gb18030" in note for note in report.taken.notes)


def test_personal_columns_are_nowhere(given: Given) -> None:
    rows = [[*row[:4], "13800138000"] for row in firms(2)]
    report = given.load(given.csv("虚构.csv", rows))
    assert report.taken is not None
    assert report.taken.personal == {"联系电话": 2}
    assert not [text for text in given.kept().values() if "13800138000" in text]
    assert "13800138000" not in repr(everything(given.store))
    [record] = given.store.read_text("MATCH (r:Record) RETURN r.raw AS raw ORDER BY r.row LIMIT 1")
    assert "联系电话" not in record["raw"]
    assert "所在县区" in record["raw"]


def test_a_personal_column_stays_out_whatever_it_is_said_to_be(given: Given) -> None:
    with pytest.raises(UsageError, match="个人信息"):
        given.load(given.csv("虚构.csv", firms(2)), overrides={"联系电话": "note"})
    assert given.kept() == {}


def test_unchanged_is_skipped_under_any_name_and_said(given: Given) -> None:
    first = given.load(given.csv("虚构.csv", firms(3)))
    before = everything(given.store)
    again = given.load(given.csv("虚构.csv", firms(3)))
    twin = given.load(given.csv("另一个名字.csv", firms(3)), title="虚构的另一份")
    assert (again.unchanged, twin.unchanged, twin.source) == (True, True, first.source)
    assert twin.taken is not None
    assert "虚构.csv" in twin.taken.notes[0]
    assert "标题不同，没有采用" in twin.taken.notes[0]
    assert everything(given.store) == before


def test_a_source_like_any_other(given: Given) -> None:
    report = given.load(given.csv("虚构.csv", firms(3)))
    (given.folder / "虚构.csv").unlink()
    spec = find(report.source, home=given.home)
    assert spec.id in {one.id for one in installed(given.home)}
    assert load(given.store, spec).data.unchanged
    before = nodes(given.store), ties(given.store)
    rebuild(given.store, [spec])
    assert (nodes(given.store), ties(given.store)) == before


def test_a_trial_leaves_nothing(given: Given) -> None:
    before = everything(given.store)
    report = given.load(given.csv("虚构.csv", firms(3)), dry_run=True)
    assert (report.dry_run, report.loaded, report.new) == (True, 3, 3)
    assert report.taken is not None
    assert report.taken.first_rows[0].nodes[0].startswith("企业 虚构1号矿业有限公司")
    assert "虚构1号矿业有限公司位于商州区（2019）" in report.taken.first_rows[0].ties
    assert [one.field for one in report.taken.columns][:2] == ["name", "uscc"]
    assert everything(given.store) == before
    assert given.kept() == {}


def test_no_anonymous_facts(given: Given) -> None:
    with pytest.raises(UsageError, match="没有说是谁公布的"):
        given.load(given.csv("虚构.csv", firms(3)), publisher="")


def test_without_a_kind_or_a_needed_column(given: Given) -> None:
    with pytest.raises(UsageError, match="哪一类"):
        given.load(given.csv("虚构.csv", firms(3)), kind="")
    header = ["序号", "虚构之物", *HEADER[2:]]
    with pytest.raises(SourceError, match="缺少必需的列") as error:
        given.load(given.csv("二.csv", firms(3), header))
    assert "虚构之物" in error.value.detail
    report = given.load(given.csv("三.csv", firms(3), header), overrides={"虚构之物": "name"})
    assert report.loaded == 3


def test_unknown_columns_are_named_and_kept_raw(given: Given) -> None:
    rows = [[*row, "甲等"] for row in firms(2)]
    report = given.load(given.csv("虚构.csv", rows, [*HEADER, "虚构评语"]))
    assert report.unmapped == ["虚构评语"]
    [record] = given.store.read_text("MATCH (r:Record) RETURN r.raw AS raw LIMIT 1")
    assert "甲等" in record["raw"]


def test_a_new_version_keeps_ids_and_retires_what_it_no_longer_lists(given: Given) -> None:
    first = given.load(given.csv("虚构2019.csv", firms(4)))
    id_ = named(given.store, "虚构3号矿业有限公司")["id"]
    inserted = [*firms(1, first=9), *firms(3, first=2)]
    second = given.load(given.csv("虚构2020.csv", inserted))
    assert second.source == first.source
    assert (second.new, second.changed, second.retired) == (1, 0, 1)
    assert named(given.store, "虚构3号矿业有限公司")["id"] == id_
    assert any("earlier" in path for path in given.kept())


def test_a_file_that_is_another_list_is_not_taken_for_a_new_version(given: Given) -> None:
    given.load(given.csv("虚构.csv", firms(4)))
    before, kept = everything(given.store), given.kept()
    with pytest.raises(SourceError, match=r"4 行里有 4 行不在 别的\.csv 里") as error:
        given.load(given.csv("别的.csv", firms(4, first=50)))
    assert "--id" in error.value.way_out
    with pytest.raises(SourceError, match="上一版有的列"):
        given.load(given.csv("少列.csv", [row[:3] for row in firms(4)], HEADER[:3]))
    assert (everything(given.store), given.kept()) == (before, kept)
    assert given.load(given.csv("别的.csv", firms(4, first=50)), force=True).retired == 4


def test_too_many_rejects_stop_before_anything_is_written(given: Given) -> None:
    rows = firms(10)
    rows[3][1] = ""
    before = everything(given.store)
    with pytest.raises(RejectsError, match="拒收 1 行（共 10 行）") as error:
        given.load(given.csv("虚构.csv", rows))
    assert "虚构.rejects.xlsx" in error.value.way_out
    assert (given.folder / "虚构.rejects.xlsx").is_file()
    assert everything(given.store) == before
    assert given.kept() == {}
    assert given.load(given.csv("虚构.csv", rows), max_rejects=0.1).rejected == 1


def test_a_value_that_cannot_be_read_does_not_stop_its_row(given: Given) -> None:
    rows = firms(3)
    rows[0][2], rows[1][2] = CODES[0], BAD_CODE
    report = given.load(given.csv("虚构.csv", rows))
    assert (report.loaded, report.rejected) == (3, 0)
    assert [(item.row, item.column, item.value) for item in report.not_placed] == [(3, HEADER[2], BAD_CODE)]


def test_two_kinds_out_of_one_workbook(given: Given) -> None:
    path = given.xlsx("虚构.xlsx", firms(3))
    one = given.load(path, title="")
    other = given.load(path, title="", kind="Cooperative", overrides={"企业名称": "name"})
    assert not other.unchanged
    assert one.source != other.source


def test_an_id_of_a_bundled_source_is_refused(given: Given) -> None:
    with pytest.raises(UsageError, match="随附来源"):
        given.load(given.csv("虚构.csv", firms(3)), id="labs")
    with pytest.raises(NotFoundError):
        find("nobody", home=given.home)


def test_the_file_is_replaced_while_it_is_read(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    path = given.csv("虚构.csv", firms(3))
    real = read_tables

    def replaced(file: Path, **more: object) -> object:
        tables = real(file, **more)  # type: ignore[arg-type]  # passed on as it came
        given.csv("虚构.csv", firms(2))
        return tables

    monkeypatch.setattr("loaders.given.taking.read_tables", replaced)
    with pytest.raises(SourceError, match="在读取时被改动或替换"):
        given.load(path)
    assert given.kept() == {}
    assert not nodes(given.store)
