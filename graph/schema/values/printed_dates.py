"""Dates as publishers print them, read into the normal form of `when` with the precision they have.

Never finer than printed: 2021年底 is 2021, 3月上旬 is the month; 2021-00-00 of a database is the year.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from graph.schema.values.dates import NO_DATE, When, when
from graph.schema.values.nothing import is_nothing
from graph.schema.values.numerals import counted, spelt

# Day 0 of the serial numbers of spreadsheets; right from 1900-03-01 on, since they count a 1900-02-29.
SERIAL_DAY_0 = date(1899, 12, 30)
SERIALS = range(20_000, 70_000)
"""Serial numbers taken for days: 1954-10-03 to 2091-08-24."""
YEARS = range(1800, 2101)

_TIME = re.compile(r"(?<=[\d日])[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}(?!-))?")
_HAN_YEAR = re.compile(r"[〇零○Oo一二三四五六七八九]{4}(?=年)")
_HAN_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日号])")
_WORDED = re.compile(r"(\d{4})年度?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]?)?)?(初|末|底|上旬|中旬|下旬|年初|年末|年底)?")
_SIGNED = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_RUN = re.compile(r"(\d{4})(\d{2})?(\d{2})?")
_PART = re.compile(r"(\d{4})年?(上半年|下半年|第?[一二三四1-4]季度)")
_PARTS = {"上半年": ("01", "06"), "下半年": ("07", "12")}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LATER = re.compile(r"(?:(\d{1,2})月份?)?(?:(\d{1,2})[日号])?")
_BETWEEN = re.compile(r"至|到|~|--|——|[-—–―/]")
_OPEN_END = re.compile(
    r"^(?:自|从)?(.+?)(?:起|开始|以来|以后|之后|(?:[-—–~/至到]|——|--)(?:至?今|现在|长期|永久|无固定期限)?)$"
)
_OPEN_START = re.compile(r"^(?:(?:截[至止]到?|至|到|/)(.+?)(?:止|前|之前|以前)?|(.+?)(?:止|前|之前|以前))$")

Points = tuple[str, str]
"""First and last point of a text in normal form; equal when it is one point."""


def read_date(text: str) -> When:
    """A date or a period as printed → `When`, whose text is the normal form (`2019-01`, `2019-01/2021-12`, `2016/`).

    Reads 2025年3月, 2025.3, 2025/3/5, 20250305, 二〇一九年十二月三日, a serial number of a spreadsheet (43800), a
    date with a time, 2025年上半年, and periods: 2019.01-2021.12, 2019年1月至12月, 2019年起, 截至2021年底. What says
    nothing (empty, 0000-00-00, 无) is `NO_DATE`. `2025.1` is January: a number that lost the zero of 2025.10 cannot
    be told from it.

    Raises `ValueError` with a Chinese reason: no year, two digits of a year, day and month in unknown order, a day
    that the calendar has not, an end before its start.
    """
    if is_nothing(text):
        return NO_DATE
    plain = _plain(text)
    first, last = _points(plain, text)
    if not first or not last:
        return _checked(f"{first}/{last}", text)
    found = _checked(first if first == last else f"{first}/{last}", text)
    if found.first and found.last and found.first > found.last:
        raise ValueError(f"止于起之前：{text.strip()}")
    return found


def _plain(text: str) -> str:
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    plain = re.sub(r"\s", "", _TIME.sub("", plain))
    plain = plain.removeprefix("(").removesuffix(")").rstrip(".。;,")
    plain = _HAN_YEAR.sub(lambda m: spelt(m[0]), plain)
    return _HAN_COUNT.sub(lambda m: str(counted(m[0])), plain)


def _points(plain: str, text: str) -> Points:
    whole = _point(plain)
    if whole:
        return whole
    found = {pair for separator in _BETWEEN.finditer(plain) if (pair := _pair(plain, separator))}
    if len(found) == 1:
        return found.pop()
    if (open_end := _OPEN_END.match(plain)) and (start := _point(open_end[1])):
        return start[0], ""
    if (open_start := _OPEN_START.match(plain)) and (end := _point(open_start[1] or open_start[2])):
        return "", end[1]
    raise ValueError(_why(plain, text.strip()))


def _pair(plain: str, separator: re.Match[str]) -> Points | None:
    start, rest = plain[: separator.start()], plain[separator.end() :]
    first = _point(re.sub("^[自从]", "", start))
    last = _point(rest.removesuffix("止"))
    if first and not last and (later := _LATER.fullmatch(rest)) and rest:
        # 2019年1月至12月, 2019年1月3日至5日: what is left out is as before.
        month = later[1] or first[0][5:7]
        last = _point("-".join(filter(None, (first[0][:4], month, later[2] or ""))))
    return (first[0], last[1]) if first and last else None


def _point(plain: str) -> Points | None:
    """One point in normal form, or the two ends of a half-year or quarter; None when it is no point."""
    if (part := _PART.fullmatch(plain)) is not None:
        quarter = _QUARTERS.get(part[2].removeprefix("第")[0], 0) if "季度" in part[2] else 0
        first, last = _PARTS.get(part[2], (f"{quarter * 3 - 2:02}", f"{quarter * 3:02}"))
        return f"{part[1]}-{first}", f"{part[1]}-{last}"
    if re.fullmatch(r"\d{5}(\.\d+)?", plain) and int(plain[:5]) in SERIALS:
        day = (SERIAL_DAY_0 + timedelta(days=int(plain[:5]))).isoformat()
        return day, day
    plain = re.sub(r"^(\d{4}|\d{6}|\d{8})\.0$", r"\1", plain)  # a number that a spreadsheet kept as a decimal one
    groups: tuple[str | None, ...] | None = None
    if (worded := _WORDED.fullmatch(plain)) is not None:
        groups = worded.groups()[:3]
    elif (signed := _SIGNED.fullmatch(plain)) is not None:
        groups = signed[1], signed[3], signed[4]
    elif (run := _RUN.fullmatch(plain)) is not None:
        groups = run.groups()
    if groups is None or int(groups[0] or 0) not in YEARS:
        return None
    kept = [str(groups[0])]
    for number in groups[1:]:
        if number is None or int(number) == 0:
            break
        kept.append(f"{int(number):02}")
    return "-".join(kept), "-".join(kept)


def _checked(normal: str, text: str) -> When:
    try:
        return when(normal)
    except ValueError as error:
        raise ValueError(f"日历上没有这一天：{text.strip()}") from error


def _why(plain: str, text: str) -> str:
    if re.fullmatch(r"(\d{1,2}月)?\d{1,2}[月日号]?", plain) or re.fullmatch(r"\d{1,2}[-/.]\d{1,2}", plain):
        return f"日期没有年份：{text}"
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", plain):
        return f"日和月的次序不明：{text}，应写作 2025-03-05"
    if re.fullmatch(r"\d{2}([-/.年])\d{1,2}([-/.月]\d{1,2}日?)?月?", plain):
        return f"年份只有两位：{text}，应写作四位"
    return f"不是日期：{text}"
