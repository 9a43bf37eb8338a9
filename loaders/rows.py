"""A row as received, and what may become of it: loaded, left out by a named rule, or rejected with a reason."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

RAW = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""Raw cells as text: in a record, and in what tells whether a row changed."""


class LeftOutError(Exception):
    """The row is sound but not for this graph; `rule` names why and is counted."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class RejectedError(Exception):
    """The row cannot be understood; says column, value, rule and reason (Chinese)."""

    def __init__(self, column: str, value: str, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.rule, self.reason = column, value, rule, reason


@dataclass
class Row:
    """One row: `cells` by header as received, `key` what identifies it within its source across versions.

    `number` is the row as a person counts it in the file (the header is row 1 of a table with one header row).
    Reading is strict: take cells with `pop`, then whatever is left over is reported as not understood.
    """

    file: str
    number: int
    key: str
    cells: dict[str, str]
    sheet: str = ""
    raw: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.raw = dict(self.cells)

    def pop(self, column: str, default: str | None = None) -> str:
        """The cell of a column, stripped, and no longer left over. Rejects the row when the column is not there."""
        if column not in self.cells:
            if default is not None:
                return default
            raise RejectedError(column, "", "missing-column", f"缺列“{column}”；见到的列：{'、'.join(self.raw)}")
        return self.cells.pop(column).strip()

    def ignore(self, *columns: str) -> None:
        """Columns that are known and not needed."""
        for column in columns:
            self.cells.pop(column, None)

    def left_over(self) -> list[str]:
        """Columns nobody took that hold something."""
        return [column for column, value in self.cells.items() if value.strip()]
