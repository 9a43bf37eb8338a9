"""The cells of a row by field: what could be read, with the rest reported or the row rejected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NoReturn

from graph.schema.values import clean, is_nothing
from loaders.body_kind import like_a_person
from loaders.claims import Claims
from loaders.columns import ColumnMap, Matched
from loaders.forms.form import Field, Form, Given
from loaders.forms.readers import READERS, Cell, misread_people
from loaders.forms.targets import Helps
from loaders.rows import Row
from loaders.tables.names import split_names
from loaders.tables.text import garbled

NUMERIC = re.compile(r"[\d.,\-/ ]+")
"""What is no name: a year, an amount, a date."""
HAN = re.compile(r"[\u4e00-\u9fff]")
REPEATED = frozenset({"money", "date", "number", "place", "address", "industry", "yes", "stage"})
"""Readers of values that stand in many rows; names and numbers of registers hardly ever do."""
NUMBERS = frozenset({"uscc", "moe", "ror", "doi", "patent", "hnte", "code"})
"""Readers of numbers given by a register: a cell of Chinese words there is a row out of step with its columns."""


@dataclass(frozen=True)
class Read:
    """A value that was read: its field, the column it stood in, the cell as received."""

    field: Field
    column: str
    unit: str
    printed: str
    value: object


@dataclass
class Cells:
    """What was read of a row, by field; a field met in several columns has several values."""

    by_field: dict[str, list[Read]] = field(default_factory=dict)
    within: str = ""
    """Code of the division that the places of the row lie in, "" where neither row nor roster says."""
    ordered: list[list[Read]] = field(default_factory=list)
    """Kept by `in_order`."""

    void: dict[str, str] = field(default_factory=dict)
    """By field, what stands in a cell that says nothing: 无, /, 未知."""

    def refuse_empty(self, wanted: Field, column: str, out: Claims) -> NoReturn:
        """Reject the row for a field that says nothing, with what stands there."""
        text = self.void.get(wanted.name, "")
        told = f"写的是“{text}”，等于没有填" if text else "没有内容"
        out.reject(column, text, "empty", f"“{wanted.zh}”{told}")

    def of(self, name: str) -> list[Read]:
        """The values of a field."""
        return self.by_field.get(name, [])

    def first(self, name: str) -> Read | None:
        """The first value of a field."""
        return next(iter(self.of(name)), None)

    def in_order(self, form: Form) -> list[list[Read]]:
        """What was read, in the order of the form."""
        # Sorted once: the fields of a row do not change after it was read, and are gone through several times.
        if len(self.ordered) != len(self.by_field):
            self.ordered = sorted(self.by_field.values(), key=lambda reads: form.position[reads[0].field.name])
        return self.ordered

    def names(self, name: str) -> list[str]:
        """The names in a field that holds names, in order; [] when it holds none."""
        found: list[str] = []
        for one in self.of(name):
            found += one.value if isinstance(one.value, list) else [str(one.value)]
        return [str(part) for part in found]


def read_cells(row: Row, columns: ColumnMap, out: Claims, given: Given) -> Cells:
    """Take every cell of a row. Rejects the row when a needed value is missing, unreadable or out of step."""
    for column in (*columns.personal, *columns.dropped, *private_columns(row.cells, columns)):
        row.cells.pop(column, None)
        row.raw.pop(column, None)
    row.ignore(*columns.known)
    taken = [(one, row.pop(one.column, "")) for one in columns.matched.values()]
    within = _county(taken, given)
    cells = Cells(within=within)
    for one, text in taken:
        if is_nothing(text):
            if text.strip():
                cells.void.setdefault(one.field.name, text.strip())
            continue
        _sound(one, text, columns.form.name_field, out)
        cell = Cell(text, one.column, one.unit or one.column, columns.form.kind, within)
        try:
            read = READERS[one.field.reader]
            value = read_once(one.field.reader, cell) if one.field.reader in REPEATED else read(cell)
        except ValueError as error:
            if one.field.needed:
                out.reject(one.column, text, one.field.reader, str(error))
            out.cannot_place(one.column, text, one.field.reader, str(error))
            if one.field.reader in ("address", "stage"):  # the words are kept where they cannot be understood
                cells.by_field.setdefault(one.field.name, []).append(Read(one.field, one.column, "", text, []))
            continue
        if one.field.reader == "people":
            for part in misread_people(cell):
                out.cannot_place(one.column, part, "people", f"“{part}”不像姓名")
        if one.field.reader in ("name", "names") and one.field is not columns.form.name_field:
            value = _named(value, one, out)
        if value in ([], ""):
            continue
        cells.by_field.setdefault(one.field.name, []).append(Read(one.field, one.column, one.unit, text, value))
    for wanted in columns.form.needed:
        if not cells.of(wanted.name):
            column = next((one.column for one in columns.of(wanted.name)), wanted.zh)
            cells.refuse_empty(wanted, column, out)
    for group in columns.form.one_of:
        if not any(cells.of(name) for name in group):
            told = "、".join(f"“{columns.form.by_name[name].zh}”" for name in group)
            out.reject(columns.form.by_name[group[0]].zh, "", "empty", f"{told}都没有内容，至少要有一项")
    return cells


def _named(value: object, one: Matched, out: Claims) -> object:
    """The names among the parts of a cell; a number is none, wherever it stands."""
    parts = value if isinstance(value, list) else [value]
    for part in parts:
        if NUMERIC.fullmatch(str(part)):
            out.cannot_place(one.column, str(part), "shifted", f"“{part}”只有数字，不是名称，像是错列")
    named = [part for part in parts if not NUMERIC.fullmatch(str(part))]
    return named if isinstance(value, list) else "".join(map(str, named))


@lru_cache(maxsize=32_768)
def read_once(reader: str, cell: Cell) -> object:
    """What a reader makes of a cell, remembered; the same date, amount or address stands in many rows."""
    return READERS[reader](cell)


def private_columns(cells: Mapping[str, str], columns: ColumnMap) -> list[str]:
    """Columns that are private in this row: the address of an applicant who is a person is a home."""
    found = []
    for column, of in columns.addresses_of_others:
        named = [name for one in columns.of(of) for name in split_names(cells.get(one.column, ""))]
        if any(like_a_person(name) for name in named):
            found.append(column)
    return found


def _county(taken: list[tuple[Matched, str]], given: Given) -> str:
    """The code that places of this row are looked up within: a column that only helps tells it, else the roster."""
    for one, text in taken:
        if one.field.reader == "place" and Helps() in one.field.becomes and not is_nothing(text):
            try:
                found = READERS["place"](Cell(text, one.column, "", "", given.within))
            except ValueError:
                continue
            if isinstance(found, list) and len(found) == 1 and found[0].code:
                return str(found[0].code)
    return given.within


def _sound(one: Matched, text: str, name_field: Field, out: Claims) -> None:
    """Reject a row that is garbled or whose cells are out of step with its columns."""
    if garbled(text):
        out.reject(one.column, text, "garbled", "乱码，像是转码时出错")
    if one.field is not name_field and one.field.reader not in NUMBERS:
        return
    plain = clean(text)
    if one.field is name_field and one.field.reader in ("name", "names", "people") and NUMERIC.fullmatch(plain):
        out.reject(one.column, text, "shifted", f"“{one.field.zh}”里只有数字，像是错列")
    if one.field.reader in NUMBERS and len(HAN.findall(plain)) >= 4 and not re.search(r"\d", plain):
        out.reject(one.column, text, "shifted", f"“{one.field.zh}”里是文字，像是错列")
    if one.field.reader == "people" and one.field is name_field and re.search(r"\d{2}", plain):
        out.reject(one.column, text, "shifted", f"“{one.field.zh}”里有数字，像是错列")
