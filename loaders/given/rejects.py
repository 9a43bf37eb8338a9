"""The workbook of rejected rows: as received, bad cells coloured, the reason beside them; mended, it is loaded again.

Every reject is in it, however many there are. Cells are texts: no code loses its zeros, none becomes a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.answers import Reject
from graph.errors import SourceError, UsageError
from loaders.given.rows import KeptRow

SUFFIX = ".rejects.xlsx"
SHEET = "拒收行"
HIDDEN = "_xishang"
NUMBER, REASON = "原行号", "拒收原因"
BAD = "FFF4B183"
PERSONAL = "personal-data"


@dataclass(frozen=True)
class Origin:
    """What the hidden sheet says: the source, the file it was of, and how that was read."""

    source: str
    sha256: str
    kind: str
    file: str


def default_path(file: str) -> Path:
    """`名单.xlsx` → `名单.rejects.xlsx` in the working folder; the rejects of a mended workbook stay beside it."""
    stem = file.removesuffix(SUFFIX) if file.endswith(SUFFIX) else Path(file).stem
    return Path(f"{stem}{SUFFIX}")


def write_rejects(
    path: Path, origin: Origin, columns: Sequence[str], rows: Mapping[tuple[str, int], KeptRow], told: Iterable[Reject]
) -> int:
    """Write the workbook; `rows` by sheet and number. Gives the number of rows. Raises `UsageError`: not writable."""
    from openpyxl import Workbook  # 30 MB of code, for the few loads that reject something
    from openpyxl.styles import Font, PatternFill

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Any = book.create_sheet(SHEET)  # openpyxl types a sheet as one of several that have no cells
    sheet.append([NUMBER, *columns, REASON])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    written = 0
    by_row: dict[tuple[str, int], list[Reject]] = {}
    for reject in told:
        by_row.setdefault((reject.sheet, reject.row), []).append(reject)
    for place, faults in by_row.items():
        row, why = rows[place], "；".join(fault.reason for fault in faults)
        _append(sheet, [number_of(row.place), *(row.cells.get(column, "") for column in columns), why])
        written += 1
        bad = {columns.index(fault.column) + 2 if fault.column in columns else 1 for fault in faults}
        for at in bad | {len(columns) + 2}:
            sheet.cell(written + 1, at).fill = PatternFill("solid", start_color=BAD)
    sheet.freeze_panes = "B2"
    for letter in ("A", sheet.cell(1, len(columns) + 2).column_letter):
        sheet.column_dimensions[letter].width = 12 if letter == "A" else 60
    note = book.create_sheet(HIDDEN)
    note.sheet_state = "hidden"
    for pair in (("xishang", "1"), *vars(origin).items()):
        _append(note, list(pair))
    try:
        book.save(path)
    except OSError as error:
        raise UsageError(f"拒收表写不进 {path}：{error}", way_out="用 --rejects 换一个可写的路径") from error
    return written


def left_without(values: Iterable[Reject]) -> list[Reject]:
    """What was left out of rows that were loaded, marked as such; what went as personal is not to be mended."""
    return [
        value.model_copy(update={"reason": f"【本行已装载，缺“{value.column}”】{value.reason}"})
        for value in values
        if value.rule != PERSONAL
    ]


def really_mended(before: Iterable[KeptRow], told: Iterable[KeptRow]) -> list[KeptRow]:
    """The rows of a workbook that are not as they were, or of which it was in doubt whether they are meant so."""
    old = {row.place: row for row in before}
    return [row for row in told if (was := old.get(row.place)) is None or was.doubt or _said(was) != _said(row)]


def _said(row: KeptRow) -> dict[str, str]:
    """The cells without blanks, which a workbook does not keep as they were."""
    return {column: "".join(_printable(value).split()) for column, value in row.cells.items()}


def _append(sheet: Any, values: Sequence[str]) -> None:
    """A row of texts: a value that starts with = is a text too, a number stays as written."""
    at = sheet.max_row + 1 if sheet.cell(1, 1).value is not None else 1
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(at, column)
        cell.value, cell.data_type, cell.number_format = _printable(value), "s", "@"


def _printable(text: str) -> str:
    """Without the control characters that a workbook cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")


def number_of(place: tuple[str, int]) -> str:
    """`名单!12` or `12`: where a row stands in the file it came from."""
    sheet, number = place
    return f"{sheet}!{number}" if sheet else str(number)


def origin_of(path: Path) -> Origin | None:
    """What the hidden sheet of a reject workbook says; None where the file is none."""
    book = _opened(path)
    if book is None or HIDDEN not in book.sheet_names:
        return None
    told = {str(line[0]): str(line[1]) for line in book.get_sheet_by_name(HIDDEN).to_python() if len(line) > 1}
    if told.pop("xishang", "") != "1" or told.keys() != Origin.__annotations__.keys():
        return None
    return Origin(**told)


def mended_rows(path: Path, columns: Sequence[str]) -> list[KeptRow]:
    """The rows of a mended workbook, at their old places. Raises `SourceError`: columns gone, a number not read."""
    book = _opened(path)
    if book is None or SHEET not in book.sheet_names:
        raise SourceError(f"{path.name} 里没有工作表“{SHEET}”", way_out="不要改工作表的名字；重新生成拒收表")
    header, *lines = book.get_sheet_by_name(SHEET).to_python() or [[]]
    names = [str(cell).strip() for cell in header]
    missing = [name for name in (NUMBER, *columns) if name not in names]
    if missing:
        raise SourceError(f"{path.name} 缺列 {'、'.join(missing)}", way_out="不要删改拒收表的表头；只改标色的格")
    rows: dict[tuple[str, int], KeptRow] = {}
    for at, line in enumerate(lines, start=2):
        cells = dict(zip(names, map(_text, line), strict=False))
        if not any(cells[column] for column in columns):
            continue
        sheet, _, number = cells[NUMBER].rpartition("!")
        if not number.isdigit() or (sheet, int(number)) in rows:
            raise SourceError(
                f"{path.name} 第 {at} 行的{NUMBER}“{cells[NUMBER]}”不对或重复", way_out="不要改动原行号，也不要复制行"
            )
        kept = {column: cells[column] for column in columns}
        rows[(sheet, int(number))] = KeptRow(int(number), sheet, kept, mended=True)
    return list(rows.values())


def _opened(path: Path) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook  # a compiled reader, for workbooks only

    if path.suffix.lower() != ".xlsx":
        return None
    try:
        return CalamineWorkbook.from_path(path)
    except (CalamineError, OSError):
        return None  # whatever else it is, it is no workbook of ours: the reader of tables says what


def _text(value: object) -> str:
    """A cell as text; a person who types 97 into a cell of texts may get the number 97.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
