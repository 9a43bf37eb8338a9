"""Dates and periods that keep the precision they were printed with (model.md, "Time and stage")."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True)
class When:
    """A date or period as printed, and what it bounds.

    `first` and `last` are the earliest and latest day it can mean (None = open). A text without a year (`05-27`) bounds
    nothing. `starts` and `ends` say whether the text closes that side: `2016/` starts and does not end.
    """

    text: str
    first: date | None = None
    last: date | None = None
    starts: bool = False
    ends: bool = False

    @property
    def bounded(self) -> bool:
        """Whether the text says anything on the calendar."""
        return self.first is not None or self.last is not None


NO_DATE = When("")

REMEMBERED = 10_000
"""Texts of dates kept with what they mean: the rows of a list have a few dates between them."""


@lru_cache(maxsize=REMEMBERED)
def when(text: str) -> When:
    """Read `2021`, `2021-01`, `2021-01-10`, `2025-01/2025-05`, `2016/`, `/2025-10`, `05-27` (no year), or nothing.

    Raises `ValueError` for anything else.
    """
    text = text.strip()
    if not text:
        return NO_DATE
    if re.fullmatch(r"\d{2}-\d{2}", text):
        return When(text)
    if "/" in text:
        start, _, end = text.partition("/")
        first = _span(start)[0] if start else None
        last = _span(end)[1] if end else None
        return When(text, first, last, starts=bool(start), ends=bool(end))
    first, last = _span(text)
    return When(text, first, last, starts=True, ends=True)


def _span(text: str) -> tuple[date, date]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text.strip())
    if not match:
        raise ValueError(f"不是日期：{text}")
    year, month, day = int(match[1]), match[2], match[3]
    if day:
        exact = date(year, int(month), int(day))
        return exact, exact
    if month:
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)


def interval(at: When, temporal: str) -> dict[str, date]:
    """The four interval properties of a tie (model.md, "Time and stage"); an open side is left out.

    An act happened within its date. A state was so on its date: it began then or before and is not known to have ended;
    a state with an open period (`2016/`) began within its start.
    """
    if not at.bounded:
        return {}
    bounds: dict[str, date | None]
    if temporal == "act":
        bounds = {
            "from_earliest": at.first if at.starts else None,
            "from_latest": at.last,
            "to_earliest": at.first,
            "to_latest": at.last if at.ends else None,
        }
    elif "/" in at.text:
        bounds = {"from_earliest": at.first, "from_latest": at.first or at.last, "to_earliest": at.last}
    else:
        bounds = {"from_latest": at.last, "to_earliest": at.first}
    return {key: value for key, value in bounds.items() if value is not None}
