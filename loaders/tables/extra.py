"""What calamine leaves out of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.tables.grid import Span


@dataclass
class Extra:
    """Of one sheet, rows and columns from 0 and in the sheet: errors as printed, and the merged cells.

    `spans` is None where calamine gives them itself (xlsx, xls).
    """

    errors: list[tuple[int, int, str]] = field(default_factory=list)
    spans: list[Span] | None = None
