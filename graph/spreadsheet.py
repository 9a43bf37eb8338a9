"""A table as CSV that a spreadsheet opens as it is: UTF-8 with BOM, formulas made harmless."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# A cell that starts so would be run as a formula by a spreadsheet (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = b"\xef\xbb\xbf"


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A table as CSV with BOM; lists are joined by ；, maps are JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(harmless(column) for column in columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return BOM + out.getvalue().encode()


def cell(value: Any) -> str:
    """A value as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple):
        return harmless("；".join(cell(item) for item in value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return harmless(str(value))


def harmless(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(FORMULA) else text
