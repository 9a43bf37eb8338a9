"""What any published file becomes: tables of rows, with everything that is no row accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TableRow:
    """One row. `number` as a person counts it in the file; `cells` by column, all columns there, "" where empty.

    `group` is the group row it stands under ("一、验收通过的园区"), "" when there is none. `doubt` says in
    Chinese why the cells may not be what was meant (garbled, more cells than headers): a row for the mapper to reject.
    """

    number: int
    cells: dict[str, str]
    group: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Skipped:
    """A line of the file that is no row: `why` is one of title, header, group, footer, blank, example."""

    number: int
    text: str
    why: str


@dataclass
class Table:
    """One table of a file.

    `columns` are the headers as they are to be matched: blanks and line breaks inside gone, two header rows joined by
    `/`, a blank header named 列A, 列B …; `headed` is False where the file has no header and all are named so.
    `document` is the document's card where the page has one (标题, 发文机构, 成文日期, 发文字号). `notes` say in
    Chinese what was decided while reading (编码 gb18030；分隔符 ;；表头在第 3 行 …).
    """

    file: str
    sheet: str
    format: str
    columns: list[str]
    rows: list[TableRow]
    headed: bool = True
    document: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
