"""Entry templates: a workbook in the words bureaus use, for every kind, written from its form.

Sheet 1 is the table to fill in, sheet 说明 says what the columns mean and asks who publishes it; two hidden sheets hold
the lists of the drop-downs (a list longer than 255 characters cannot stand in the cell rule itself) and the kind.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.schema import NODE_KINDS
from loaders.forms import FORMS
from loaders.forms.examples import SAMPLES, choices_of, shown_hint
from loaders.forms.filled import ASKED, EXAMPLE, HIDDEN, LISTS, NOTES, VERSION
from loaders.forms.form import Field, Form

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 500
"""Rows below the heading that are prepared: drop-downs, and codes kept as text (a spreadsheet rounds 18 digits)."""
AS_TEXT = frozenset({"uscc", "moe", "patent", "hnte", "code", "date"})
WIDEST, NARROWEST = 40, 10
NOTE_WIDTHS = (26, 30, 46, 60, 34)


def write_template(kind: str, path: Path) -> None:
    """Write the template of a kind. Raises `UsageError` for a kind without a form or a path that cannot be written."""
    from openpyxl import Workbook  # heavy, and needed only where a workbook is written

    form = FORMS.get(kind)
    if form is None:
        raise UsageError(f"没有类别 {kind} 的模板", way_out="可用的类别：" + "、".join(FORMS))
    fields = [one for one in form.fields if one.template]
    book = Workbook(write_only=False)
    table = book.create_sheet(NODE_KINDS[kind].zh, 0)
    for other in book.worksheets[1:]:
        book.remove(other)
    lists = book.create_sheet(LISTS)
    _table(table, fields)
    _rules(table, lists, fields)
    _notes(book.create_sheet(NOTES, 1), form, fields)
    _hide(book, lists, kind)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
    except OSError as error:
        raise UsageError(
            f"写不了 {path}：{error.strerror}", way_out="换一个可写的位置，或关闭已打开的同名文件"
        ) from error


def heading(one: Field) -> str:
    """The heading of a field in a template: needed ones are marked."""
    return f"*{one.zh}" if one.needed else one.zh


def example_row(fields: list[Field]) -> list[str]:
    """The example: the marker, then a made-up value for each column."""
    return [EXAMPLE, *(one.example or (choices_of(one) or ("",))[0] or SAMPLES.get(one.reader, "") for one in fields)]


def _table(table: Worksheet, fields: list[Field]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # heavy, see above
    from openpyxl.utils import get_column_letter  # heavy, see above

    table.append(["序号", *map(heading, fields)])
    table.append(example_row(fields))
    needed, plain = PatternFill("solid", fgColor="FCE4D6"), PatternFill("solid", fgColor="DDEBF7")
    for at, cell in enumerate(table[1]):
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.fill = needed if at and fields[at - 1].needed else plain
    for cell in table[2]:
        cell.font = Font(italic=True, color="808080")
    table.row_dimensions[1].height = 32
    table.freeze_panes = "B2"
    for at, column in enumerate(table.iter_cols(min_row=1, max_row=2)):
        widths = [_width(str(cell.value or "")) + 3 for cell in column]
        table.column_dimensions[get_column_letter(at + 1)].width = min(WIDEST, max(NARROWEST, *widths))
        if at and fields[at - 1].reader in AS_TEXT:
            for row in range(2, ROWS + 2):
                table.cell(row, at + 1).number_format = "@"


def _width(text: str) -> int:
    """Columns of a text: a Chinese character takes two."""
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def _rules(table: Worksheet, lists: Worksheet, fields: list[Field]) -> None:
    """Drop-downs; a list of places or sub-kinds helps and does not forbid another word."""
    from openpyxl.utils import get_column_letter  # heavy, see above
    from openpyxl.worksheet.datavalidation import DataValidation  # heavy, see above

    column = 0
    for at, one in enumerate(fields, start=2):
        choices = choices_of(one)
        if not choices:
            continue
        column += 1
        letter = get_column_letter(column)
        for row, choice in enumerate(choices, start=1):
            lists.cell(row, column, choice)
        rule = DataValidation("list", formula1=f"'{LISTS}'!${letter}$1:${letter}${len(choices)}", allow_blank=True)
        rule.showErrorMessage = one.reader in ("yes", "stage") and one.name != "small_tech"
        rule.errorTitle, rule.error = "请从列表中选", f"“{one.zh}”只能填：{'、'.join(choices)}"[:250]
        rule.promptTitle, rule.prompt = one.zh[:30], shown_hint(one)[:250]
        rule.showInputMessage = bool(rule.prompt)
        table.add_data_validation(rule)
        rule.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{ROWS + 1}")


def _notes(notes: Worksheet, form: Form, fields: list[Field]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # heavy, see above

    notes.append([f"{NODE_KINDS[form.kind].zh}填报说明"])
    notes["A1"].font = Font(bold=True, size=14)
    notes.append([form.about])
    notes.append(["填好后直接装载：xishang load 本文件名。带 * 的列必填；第 2 行是示例，不会装载。不要改表头。"])
    notes.append(["不要填写电话、身份证号、出生日期、银行账号、家庭住址：有这样的列也会先去除。"])
    notes.append([])
    for label, (_, hint) in ASKED.items():
        notes.append([label, None, hint])
        notes.cell(notes.max_row, 1).font = Font(bold=True)
        notes.cell(notes.max_row, 2).fill = PatternFill("solid", fgColor="FFF2CC")
        notes.cell(notes.max_row, 2).number_format = "@"
    notes.append([])
    notes.append(["列", "必填", "怎么填", "可选的值", "示例"])
    for cell in notes[notes.max_row]:
        cell.font = Font(bold=True)
    for one in fields:
        example = one.example or SAMPLES.get(one.reader, "")
        notes.append([one.zh, "是" if one.needed else "", shown_hint(one), "、".join(choices_of(one)), example])
    for letter, width in zip("ABCDE", NOTE_WIDTHS, strict=True):
        notes.column_dimensions[letter].width = width
    for number, row in enumerate(notes.iter_rows(min_row=3), start=3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=number > len(ASKED), vertical="top")
        lines = [-(-_width(str(cell.value or "")) // size) for cell, size in zip(row, NOTE_WIDTHS, strict=True)]
        notes.row_dimensions[number].height = 15.0 * (max(1, *lines) if number > len(ASKED) else 1)


def _hide(book: Workbook, lists: Worksheet, kind: str) -> None:
    marker = book.create_sheet(HIDDEN)
    marker.append(["kind", kind])
    marker.append(["version", VERSION])
    marker.sheet_state = lists.sheet_state = "hidden"
    book.properties.title = f"{NODE_KINDS[kind].zh}填报模板"
    book.properties.creator = "xishang"
    book.active = 0
