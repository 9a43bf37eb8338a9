"""The words of a citation: 发布者《题名》，日期，标记. The same in every sentence, list and picture."""

from __future__ import annotations

import re
from datetime import datetime

from graph.answers.base import SourceRef

NAMELESS = frozenset({"", "未注明"})
NO_PUBLISHER = "发布者未注明"
CITED_MARKS = {"O": "", "R": "转载", "M": "仅见于镜像", "N": "无网址"}
"""Words for a mark in a sentence; a text on its publisher's own host needs none there."""
OWN_HOST = "发布者原址"
"""What mark O is called where marks are listed."""


def cite(source: SourceRef, own_host: str = "") -> str:
    """发布者《题名》，日期，标记. `own_host` is said for mark O, which a sentence passes over."""
    publisher = NO_PUBLISHER if source.publisher in NAMELESS else source.publisher
    mark = CITED_MARKS.get(source.mark, source.mark) or own_host
    pieces = (f"{publisher}《{source.title or '题名未注明'}》", printed_date(source.date, source.date_note), mark)
    return "，".join(piece for piece in pieces if piece)


def printed_date(date: str, note: str = "") -> str:
    """A date as it is printed; one without a year stays without one and says so, an open period says which side.

    Notes of dates are English prose of the sources' editor, so only an inferred year is taken from them.

    >>> printed_date("11-27")
    '11-27，原文未印年份'
    >>> printed_date("/2025-04")
    '至 2025-04'
    >>> printed_date("2017-05-31; 2025-01/2025-06")
    '2017-05-31、2025-01 至 2025-06'
    """
    if not date:
        return "日期未注明"
    if len(several := re.split(r"[;；]\s*", date)) > 1:
        return "、".join(printed_date(one, note) for one in several if one)
    inferred = re.search(r"year inferred \((\d{4})\)", note)
    if inferred:
        return f"{date}，年份 {inferred[1]} 为推断"
    if re.fullmatch(r"\d{2}-\d{2}", date):
        return f"{date}，原文未印年份"
    return period(date)


def local_time(moment: str | None) -> str:
    """A moment (ISO 8601) by the clock of this machine, to the minute; UTC is said where that is its clock.

    >>> local_time(None), local_time("some day")
    ('未知', 'some day')
    """
    if not moment:
        return "未知"
    try:
        here = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    return f"{here:%Y-%m-%d %H:%M}" + ("" if here.utcoffset() else " UTC")


def period(text: str) -> str:
    """A period in words: `2016/` 自 2016 起, `/2025-04` 至 2025-04, `2023/2025` 2023 至 2025; a date stays as it is."""
    start, slash, end = text.partition("/")
    if not slash:
        return text
    if not end:
        return f"自 {start} 起"
    return f"{start} 至 {end}" if start else f"至 {end}"
