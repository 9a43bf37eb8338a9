"""The guard on people: no phone, id number, account, passport, birth date or mailbox enters, raw cells included.

It looks at what stands in a cell (model.md, "People"); columns that hold such things by their heading are dropped
before (`loaders.given.rows`).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from stdnum.cn import uscc

DROPPED = "（已去除个人信息）"

PERSONAL = re.compile(
    r"""
    (?<!\d)(?<!\d\.)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?(?!0{4})\d{4}(?!\.?\d)  # mobile; a round sum is none
    | (?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)                                        # telephone with area code
    | [(（]0(?:10|2\d|[3-9]\d{2})[)）][\s-]?[2-8]\d{3}[\s-]?\d{3,4}(?!\d)         # the same, code in brackets
    | (?<![\dA-Za-z.])0(?:10|2\d)[2-8]\d{7}(?![\dA-Za-z.])                     # without a dash, code of a large city
    | (?<![\dA-Za-z.])0[3-9]\d{2}[2-8]\d{6,7}(?![\dA-Za-z.])                   # without a dash, any other code
    | (?<=电话)[:：\s]*[2-8]\d{6,7}(?!\d) | (?<=传真)[:：\s]*[2-8]\d{6,7}(?!\d)   # a number said to be one
    | (?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])  # id number
    | (?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)  # id number of 15 digits
    | (?<![\dA-Za-z])(?:E[A-HJ-NP-Z]\d{7}|[EG]\d{8})(?![\dA-Za-z])             # passport
    | (?:出生日期|出生年月|出生于|生于|生日)[:：\s]*(?:19|20)\d{2}(?:[年./-]\s?\d{1,2})?(?:[月./-]\s?\d{1,2})?[日月年]?
    | (?:19|20)\d{2}(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?|[./-]\d{1,2}(?:[./-]\d{1,2})?)出?生(?![产态物活命成长效意])
    | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}                            # mailbox
    """,
    re.VERBOSE,
)
"""What looks personal by its form. An id number holds a valid month and day, so a credit code of digits passes."""

ACCOUNT = re.compile(r"(?<![\dA-Za-z.])(?:[3-6]\d{3}|9558)(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z.])")
"""16 to 19 digits, alone or in fours, as cards are numbered; an account if its Luhn digit is right."""

POSSIBLE = re.compile(r"\d\d|@")
"""Nothing is personal by its form without two digits in a row or an at sign; most cells have neither."""


def guarded(text: str) -> str:
    """The text with what looks personal replaced."""
    if not POSSIBLE.search(text):
        return text
    return ACCOUNT.sub(_account, PERSONAL.sub(DROPPED, text))


def guarded_cells(cells: dict[str, str], measured: Collection[str] = ()) -> tuple[dict[str, str], list[str]]:
    """Cells with what looks personal replaced, and the columns where something was.

    `measured` names the columns of measured numbers, which are passed over: 18000000000 is an output in yuan there.
    """
    # Looked at first without a call of a function: of 100,000 rows, next to no cell holds anything.
    suspect = [column for column, value in cells.items() if POSSIBLE.search(value) and column not in measured]
    masked = {column: text for column in suspect if (text := guarded(cells[column])) != cells[column]}
    return (cells | masked if masked else cells), list(masked)


def _account(found: re.Match[str]) -> str:
    digits = [int(digit) for digit in found.group() if digit.isdigit()]
    return DROPPED if _luhn(digits) and not _credit_code("".join(map(str, digits))) else found.group()


def _luhn(digits: list[int]) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1)."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _credit_code(digits: str) -> bool:
    """Whether 18 digits are a valid unified social credit code (GB 32100-2015), which may have a right Luhn digit."""
    return len(digits) == 18 and uscc.is_valid(digits)
