"""Rows made up for the tests of the forms (虚构), and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.claims import Claims
from loaders.columns import map_columns
from loaders.forms import FORMS, Field, Form, Given
from loaders.forms.keys import row_key
from loaders.forms.targets import Seat, Tie
from loaders.forms.understand import understand
from loaders.rows import Row

# A cell that each reader can read; codes hold their check digits.
CELLS = {
    "text": "虚构文字",
    "subkind": "虚构类别",
    "name": "虚构名称",
    "names": "虚构大学、虚构矿业有限公司",
    "people": "王虚构、李虚构",
    "place": "商州区",
    "places": "柞水县",
    "address": "陕西省商洛市商州区虚构路 1 号",
    "industry": "C3340",
    "money": "120万元",
    "number": "3",
    "date": "2025-03",
    "yes": "是",
    "stage": "签约",
    "uscc": "91610000MA6TG5YB14",
    "moe": "4161010698",
    "ror": "https://ror.org/017zhmm22",
    "doi": "10.1000/abc",
    "patent": "202310123456.6",
    "hnte": "GR202161000123",
    "code": "XJ-2025-001",
}


def cell(form: Form, one: Field) -> str:
    """A cell for a field: its name is made up, a closed list gives its first word."""
    if one.choices:
        return one.choices[0]
    if one.name == "name" and one.reader in ("name", "names"):
        return {"University": "虚构大学", "Institute": "虚构研究所", "Place": "商南县"}.get(form.kind, "虚构" + one.zh)
    if one.name == "name":
        return "王虚构"
    if one.name == "value":
        return "1200"
    if one.name == "bears_on":
        return "C5"
    if one.name == "organisation_kind":
        return "高校"
    return CELLS[one.reader]


def beside(form: Form, one: Field) -> list[Field]:
    """The fields a field needs beside it: needed ones, the near end of its tie, the home body of its people."""
    wanted = {f.name for f in form.fields if f.needed} | set(form.within) | _ends(form, one)
    if form.named:
        wanted |= {"people", "home", "served"}
    if not form.named:
        wanted.add(form.name_field.name)
    return [f for f in form.fields if f.name in wanted - {"", one.name}]


def _ends(form: Form, one: Field) -> set[str]:
    """The fields that hold the near end of a tie or the body of a seat, and what those need themselves."""
    found: set[str] = set()
    for target in one.becomes:
        if isinstance(target, Tie):
            found |= {target.of, target.key[1], *target.within[:1]}
        elif isinstance(target, Seat):
            found |= {target.of, target.within}
    return found.union(*(_ends(form, form.by_name[name]) for name in found - {"", one.name}))


def claimed(kind: str, cells: Mapping[str, str], given: Given | None = None) -> Claims:
    """What a row of these cells, by header, states."""
    columns = map_columns(FORMS[kind], list(cells))
    row = Row("虚构.xlsx", 2, row_key(cells, columns), dict(cells))
    out = Claims(sources=["made-up"])
    understand(row, columns, out, given or Given(source="made-up", date="2025-06-01"))
    assert row.left_over() == [column for column in columns.unknown if cells[column]]
    return out
