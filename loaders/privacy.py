"""The guard on people: no phone, id number or address of a mailbox enters, raw cells included (model.md, "People")."""

from __future__ import annotations

import re
from collections.abc import Collection

DROPPED = "（已去除个人信息）"

PERSONAL = re.compile(
    r"""
    (?<!\d)(?<!\d\.)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?(?!0{4})\d{4}(?!\.?\d)  # mobile; a round sum is none
    | (?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)                                        # telephone with area code
    | (?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])  # id number
    | (?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)  # id number of 15 digits
    | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}                            # mailbox
    """,
    re.VERBOSE,
)
"""What looks like personal data. An id number holds a valid month and day, so a credit code of digits passes."""


def guarded(text: str) -> str:
    """The text with what looks personal replaced."""
    return PERSONAL.sub(DROPPED, text)


def guarded_cells(cells: dict[str, str], measured: Collection[str] = ()) -> tuple[dict[str, str], list[str]]:
    """Cells with what looks personal replaced, and the columns where something was.

    `measured` names the columns of measured numbers, which are passed over: 18000000000 is an output in yuan there.
    """
    clean = {column: value if column in measured else guarded(value) for column, value in cells.items()}
    return clean, [column for column, value in cells.items() if clean[column] != value]
