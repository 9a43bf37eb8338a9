"""The rows of a given file as they are kept: numbered, keyed, without personal data; one JSON object a line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import SourceError
from loaders.privacy import guarded_cells


@dataclass(slots=True)
class KeptRow:
    """One row: `number` as a person counts it in the file, `sheet` where the file has several, cells by column."""

    number: int
    sheet: str
    cells: dict[str, str]
    key: str = ""
    mended: bool = False
    """True where the cells come from a mended reject workbook."""
    doubt: str = ""
    """Why the cells may not be what was meant, in Chinese: such a row is rejected."""

    @property
    def place(self) -> tuple[str, int]:
        """Where in the file it stands; unique within a file."""
        return self.sheet, self.number

    def line(self) -> str:
        """As kept in the folder of the source."""
        body: dict[str, object] = {"number": self.number, "sheet": self.sheet, "key": self.key, "cells": self.cells}
        body |= {"mended": True} if self.mended else {}
        body |= {"doubt": self.doubt} if self.doubt else {}
        return json.dumps(body, ensure_ascii=False)


@dataclass
class Cleaned:
    """Rows without personal data, and what was taken out: dropped columns and masked cells with their counts."""

    rows: list[KeptRow] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)


def without_personal(rows: Iterable[KeptRow], personal: Sequence[str], measured: Collection[str]) -> Cleaned:
    """Drop the personal columns whole and mask what looks personal in the others; `measured` columns are numbers."""
    out = Cleaned(dropped=Counter(dict.fromkeys(personal, 0)))
    gone = frozenset(personal)
    for row in rows:
        for column in personal:
            out.dropped[column] += bool(row.cells.get(column, "").strip())
        kept = {column: value for column, value in row.cells.items() if column not in gone}
        cells, masked = guarded_cells(kept, measured)
        for column in masked:
            out.masked[column] += 1
        out.rows.append(KeptRow(row.number, row.sheet, cells, row.key, row.mended, row.doubt))
    return out


def keyed(rows: Iterable[KeptRow], key: Callable[[Mapping[str, str]], str]) -> list[KeptRow]:
    """Give each row the key that names it across versions of its source, in the order of the file.

    The number of a row changes when a line is inserted above it, what it is about does not (`loaders.forms.keys`). A
    row that says nothing of what it is about is known by its number.
    """
    named = list(rows)
    for row in named:
        row.key = key(row.cells) or f"row-{row.sheet}-{row.number}"
    return named


def text_of(rows: Iterable[KeptRow]) -> str:
    """The rows as kept, a line each."""
    return "".join(row.line() + "\n" for row in rows)


def read_rows(path: Path) -> Iterator[KeptRow]:
    """Read what `text_of` wrote. Raises `SourceError` naming the line that is damaged."""
    try:
        with path.open(encoding="utf-8") as file:
            for at, line in enumerate(file, start=1):
                try:
                    yield KeptRow(**json.loads(line))
                except (ValueError, TypeError) as error:
                    raise SourceError(
                        f"来源 {path.parent.name} 的 {path.name} 第 {at} 行损坏", way_out="用原文件重新装载，加 --force"
                    ) from error
    except OSError as error:
        raise SourceError(
            f"来源 {path.parent.name} 缺文件 {path.name}（{path}）", way_out="用原文件重新装载，加 --force"
        ) from error
