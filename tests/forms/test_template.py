"""A template is filled in, saved, read as any other file, and says what was typed; the example is never a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner

from graph.errors import UsageError
from graph.schema import NODE_KINDS
from loaders.cli_template import app
from loaders.columns import is_known, map_columns
from loaders.forms import FORMS
from loaders.forms.filled import (
    EXAMPLE,
    HIDDEN,
    LISTS,
    NOTES,
    is_example,
    kind_of_template,
    sheet_of_template,
    stated_in_template,
)
from loaders.forms.template import example_row, write_template
from loaders.tables import read_tables
from tests.forms.rows import cell, claimed

TYPED: dict[str, str | int] = {
    "发布单位": "虚构局",
    "日期": 2025,
    "覆盖地点": "商州区",
    "是否完整": "是",
    "公布总数": 1,
}


def sheet(path: Path) -> tuple[Worksheet, Worksheet]:
    """The table and the notes of a template."""
    book = load_workbook(path)
    return book.worksheets[0], book[NOTES]


def fill(path: Path, kind: str) -> dict[str, str]:
    """Fill in the first row below the example and the notes; gives the row by heading."""
    form = FORMS[kind]
    book = load_workbook(path)
    table, notes = book.worksheets[0], book[NOTES]
    by_zh = {one.zh: one for one in form.fields}
    cells = {}
    for at, head in enumerate(table[1], start=1):
        one = by_zh.get(str(head.value).lstrip("*"))
        if one is None:
            table.cell(3, at, 1)
            continue
        table.cell(3, at, cell(form, one))
        cells[str(head.value)] = cell(form, one)
    for row in notes.iter_rows(max_row=15):
        label = str(row[0].value)
        if label in TYPED:
            row[1].value = TYPED[label]
    book.save(path)
    return cells


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_filled_template_loads_as_typed(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(kind, path)
    assert kind_of_template(path) == kind
    assert sheet_of_template(path) == NODE_KINDS[kind].zh
    assert stated_in_template(path) == {}
    typed = fill(path, kind)
    (table,) = read_tables(path, known=is_known, sheet=sheet_of_template(path))
    assert [one.why for one in table.skipped] == ["header", "example"]
    (row,) = table.rows
    columns = map_columns(FORMS[kind], table.columns)
    assert (columns.unknown, columns.personal) == ((), ())
    assert [one.field.name for one in columns.matched.values()] == [f.name for f in FORMS[kind].fields if f.template]
    loaded, by_hand = claimed(kind, row.cells), claimed(kind, typed)
    assert [vars(node) for node in loaded.nodes] == [vars(node) for node in by_hand.nodes]
    assert len(loaded.ties) == len(by_hand.ties) > 0 or kind == "Agency"
    stated = {"publisher": "虚构局", "date": "2025", "place": "商州区", "complete": "是", "declared": "1"}
    assert stated_in_template(path) == stated


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_template_helps_to_fill_it_in(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(kind, path)
    table, notes = sheet(path)
    book = load_workbook(path)
    assert (book[HIDDEN].sheet_state, book[LISTS].sheet_state) == ("hidden", "hidden")
    assert table.freeze_panes == "B2"
    heads = [str(head.value) for head in table[1]]
    assert [head for head in heads if head.startswith("*")] == [f"*{f.zh}" for f in FORMS[kind].fields if f.needed]
    assert is_example({"a": str(table.cell(2, 1).value)})
    listed = {str(row[0].value) for row in notes.iter_rows()}
    assert {head.lstrip("*") for head in heads[1:]} <= listed
    wanted = [f for f in FORMS[kind].fields if f.template and (f.choices or f.reader in ("place", "yes"))]
    assert len(table.data_validations.dataValidation) == len(wanted)
    for rule in table.data_validations.dataValidation:
        assert rule.formula1.startswith(f"'{LISTS}'!")


def test_the_example_of_a_template_could_be_a_row(tmp_path: Path) -> None:
    for kind in FORMS:
        path = tmp_path / f"{kind}.xlsx"
        write_template(kind, path)
        table, _ = sheet(path)
        pairs = zip(table[1], table[2], strict=True)
        cells = {str(head.value): str(value.value or "") for head, value in pairs if head.value != "序号"}
        out = claimed(kind, cells)
        assert [told for told in out.not_placed if told.rule != "private-person"] == [], kind


def test_only_a_marked_row_is_an_example() -> None:
    assert is_example({"序号": EXAMPLE, "名称": "x"})
    assert is_example({"序号": "", "名称": "示例：虚构"})
    assert not is_example({"序号": "1", "名称": "示例大学"})
    assert not is_example({"名称": "示例大学"})
    assert not is_example({})


def test_other_files_are_no_templates(tmp_path: Path) -> None:
    text = tmp_path / "a.csv"
    text.write_text("姓名\n", encoding="utf-8")
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"no workbook")
    for path in (text, broken, tmp_path / "missing.xlsx"):
        assert kind_of_template(path) is None
        assert sheet_of_template(path) == ""
        assert stated_in_template(path) == {}


def test_a_kind_without_a_form() -> None:
    with pytest.raises(UsageError, match="没有类别"):
        write_template("Nothing", Path("x.xlsx"))


def test_the_command_writes_one_and_all(tmp_path: Path) -> None:
    run = CliRunner()
    one = tmp_path / "需求.xlsx"
    assert run.invoke(app, ["demand", "-o", str(one)]).exit_code == 0
    assert kind_of_template(one) == "Demand"
    again = run.invoke(app, ["技术需求", "-o", str(one)])
    assert isinstance(again.exception, UsageError)
    assert run.invoke(app, ["技术需求", "-o", str(one), "--force"]).exit_code == 0
    told = run.invoke(app, ["--all", "-o", str(tmp_path / "all"), "--json"])
    assert {line["kind"] for line in json.loads(told.stdout)} == set(FORMS)
    assert len(list((tmp_path / "all").glob("*.xlsx"))) == len(FORMS)
    assert "Demand" in run.invoke(app, []).stdout
    assert isinstance(run.invoke(app, ["Nothing"]).exception, UsageError)
    assert isinstance(run.invoke(app, ["Demand", "-o", "x.csv"]).exception, UsageError)


def test_examples_of_a_firm_are_of_what_the_column_asks_for() -> None:
    fields = [one for one in FORMS["Enterprise"].fields if one.template]
    shown = dict(zip([one.zh for one in fields], example_row(fields)[1:], strict=True))
    assert [zh for zh, example in shown.items() if example == "西安示例大学"] == ["合作单位"]
    assert (shown["曾用名"], shown["研发机构所在地"]) == ("陕西示例商贸有限公司", "西安示例科技园")
