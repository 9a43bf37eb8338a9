"""Which tables of a file are the roster: those whose columns hold what the kind needs; asked when it is not plain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import SourceError, UsageError, XishangError
from loaders.columns import ColumnMap, map_columns
from loaders.forms import Form
from loaders.given.rows import KeptRow
from loaders.tables.model import Table

GROUP = "所在分组"
"""Column that keeps the group row a row stands under (一、验收通过的园区); there only where a table has such rows."""


@dataclass(frozen=True)
class Chosen:
    """The tables taken together as one roster, their rows in order, and what their columns were taken for."""

    tables: tuple[Table, ...]
    others: tuple[Table, ...]
    columns: ColumnMap
    rows: tuple[KeptRow, ...]

    def notes(self) -> list[str]:
        """What was taken and what was not, in Chinese."""
        told = [note for table in self.tables for note in table.notes]
        if len(self.tables) > 1:
            told.append(f"{len(self.tables)} 张表的列相同，合为一份名单：{'、'.join(map(_named, self.tables))}")
        used = [id(table) for table in self.tables]
        told += [f"没有用的表：{described(table)}" for table in self.others if id(table) not in used]
        return list(dict.fromkeys(told))


def choose(tables: Sequence[Table], form: Form, overrides: Mapping[str, str], number: int) -> Chosen:
    """Choose by the columns, or by `number` (from 1; 0 = not said).

    Raises `SourceError` when no table has the needed columns, with the headers seen, or when several tables fit and
    hold different things; `UsageError` for a number or an override that is not there.
    """
    filled = [table for table in tables if table.rows]
    if not filled:
        raise SourceError("文件里没有一行数据", way_out="核对文件；数据若在别的工作表，用 --sheet 指明")
    if number:
        if not 1 <= number <= len(tables):
            raise UsageError(f"--table {number}：文件里有 {len(tables)} 张表", way_out=listing(tables))
        filled = [tables[number - 1]]
    fitting: list[tuple[Table, ColumnMap]] = []
    faults: list[tuple[int, XishangError]] = []
    for table in filled:
        try:
            fitting.append((table, map_columns(form, all_columns([table]), overrides)))
        except (SourceError, UsageError) as error:
            faults.append((len(table.rows), error))
    if not fitting:
        raise _none_fits(filled, faults)
    fields = {frozenset(one.field.name for one in columns.matched.values()) for _, columns in fitting}
    if len(fields) > 1:
        raise SourceError(
            f"有 {len(fitting)} 张表都像{form.kind}名单，列却不同", way_out="用 --table N 指明一张：" + listing(tables)
        )
    taken = [table for table, _ in fitting]
    names = all_columns(taken)
    rows = _rows(taken, names)
    others = tuple(table for table in tables if not any(table is one for one in taken))
    return Chosen(tuple(taken), others, map_columns(form, names, overrides), rows)


def all_columns(tables: Sequence[Table]) -> list[str]:
    """The columns of tables that are read as one, each once, in order."""
    names = dict.fromkeys(column for table in tables for column in table.columns)
    if any(row.group for table in tables for row in table.rows) and GROUP not in names:
        names[GROUP] = None
    return list(names)


def _rows(tables: Sequence[Table], columns: Sequence[str]) -> tuple[KeptRow, ...]:
    rows = []
    seen: set[tuple[str, int]] = set()
    for at, table in enumerate(tables, start=1):
        sheet = table.sheet
        if any((sheet, row.number) in seen for row in table.rows):
            sheet = f"{sheet or '表'}{at}"
        for row in table.rows:
            cells = {column: row.cells.get(column, "") for column in columns}
            if GROUP in cells and not cells[GROUP]:
                cells[GROUP] = row.group
            seen.add((sheet, row.number))
            rows.append(KeptRow(row.number, sheet, cells, doubt=row.doubt))
    return tuple(rows)


def _none_fits(tables: Sequence[Table], faults: Sequence[tuple[int, XishangError]]) -> XishangError:
    """The error of the one table, or of the longest, with what else is in the file."""
    _, error = max(faults, key=lambda fault: fault[0])
    if len(tables) > 1:
        error.way_out += f"。文件里有 {len(tables)} 张表，可用 --table N 指明：{listing(tables)}"
    return error


def listing(tables: Sequence[Table]) -> str:
    """The tables of a file with their numbers."""
    return "；".join(f"{number}. {described(table)}" for number, table in enumerate(tables, start=1))


def described(table: Table) -> str:
    """A table in words: where it stands, how many rows, which columns."""
    return f"{_named(table)}（{len(table.rows)} 行；列：{'、'.join(table.columns[:8])}）"


def _named(table: Table) -> str:
    return table.sheet or "表"
