"""Names as they stand in a picture: control characters gone, wrapped to a width, cut with … when too long."""

from __future__ import annotations

import unicodedata


def tidy(text: str) -> str:
    """Text on one line: line breaks and control or direction characters become blanks, blanks collapse."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    return " ".join(kept.split())


def columns(char: str) -> int:
    """Width of a character: 2 for a Chinese one, 1 for a Latin one, 0 for one that only combines."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def wrap(text: str, width: int = 9, lines: int = 3) -> str:
    """`text` on at most `lines` lines of `width` Chinese characters each; what does not fit becomes …"""
    rows, row, used = [], "", 0
    for char in tidy(text) or "（无名）":
        if used + columns(char) > 2 * width:
            rows.append(row)
            row, used = "", 0
        row, used = row + char, used + columns(char)
    rows.append(row)
    if len(rows) > 1 and len(rows) <= lines and len(rows[-1]) == 1 and len(rows[-2]) > 2:
        # A single character alone on the last line reads badly: give it company.
        rows[-2], rows[-1] = rows[-2][:-1], rows[-2][-1] + rows[-1]
    if len(rows) > lines:
        rows = [*rows[: lines - 1], rows[lines - 1][:-1] + "…"]
    return "\n".join(part.strip() for part in rows)
