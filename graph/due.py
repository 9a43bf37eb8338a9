"""When a source should be taken anew: registers that their publishers renew are stale once that day is past.

A source says how often it is renewed (`every` in its `source.yml`, an ISO 8601 duration of one unit: P1Y, P3M, P2W,
P30D). A document that was published once says nothing, and is never stale.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from graph.answers import CoverageNote

EVERY = r"^(?:P[1-9]\d{0,3}[YMWD])?$"
"""Durations a source may state; empty: it is never renewed."""
UNITS = {"Y": "年", "M": "个月", "W": "周", "D": "天"}


def next_due(retrieved: str, every: str) -> str | None:
    """The day (YYYY-MM-DD) by which a list taken on `retrieved` is to be taken anew; None where nothing is renewed.

    >>> next_due("2024-02-29", "P1Y")
    '2025-02-28'
    """
    found = re.fullmatch(r"P(\d+)([YMWD])", every)
    if not found or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", retrieved):
        return None
    day, number, unit = date.fromisoformat(retrieved), int(found[1]), found[2]
    if unit in "WD":
        return (day + timedelta(days=number * (7 if unit == "W" else 1))).isoformat()
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


def today() -> date:
    """The day of the machine that answers."""
    return date.today()


def age_days(retrieved: str | None) -> int | None:
    """Days since a list was taken; None where the day is not known."""
    if not retrieved or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", retrieved):
        return None
    return (today() - date.fromisoformat(retrieved)).days


def is_stale(due: str | None) -> bool:
    """Whether the day by which to take a list anew is past."""
    return due is not None and due < today().isoformat()


def every_words(every: str) -> str:
    """P1Y → 每 1 年; empty → 一次性文件.

    >>> every_words("P3M")
    '每 3 个月'
    """
    found = re.fullmatch(r"P(\d+)([YMWD])", every)
    return f"每 {found[1]} {UNITS[found[2]]}" if found else "一次性文件"


def stale_words(retrieved: str | None, every: str, due: str | None) -> str:
    """What is said of a list that is past its day: when it was taken, how often it is renewed, since when it is due."""
    return (
        f"取自 {retrieved or '未注明之日'}，{every_words(every)}更新一次，{due} 起应换新版，已过期"
        if is_stale(due)
        else ""
    )


def covered(row: dict[str, Any]) -> CoverageNote:
    """A row of `read/coverage` or `read/gap_coverage` as what an answer says of the list."""
    return CoverageNote(
        source=row["source"],
        publisher=row["publisher"],
        about=row["about"],
        subkind=row["subkind"],
        place=row["place"],
        state="complete" if row["complete"] else "partial",
        as_of=row["last"] or None,
        declared=row["declared"],
        loaded=row["loaded"],
        retrieved=row["retrieved"],
        due=row["due"],
        stale=is_stale(row["due"]),
        note=stale_words(row["retrieved"], row["every"] or "", row["due"]),
    )
