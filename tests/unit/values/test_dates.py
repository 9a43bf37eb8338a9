"""Dates and periods as printed, with the precision they have."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.schema.values import NO_DATE, read_date, when

PROJECTS = Path(__file__).parents[3] / "loaders/sources/projects/data/nkrdp-2018-2020.csv"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("2025年3月", "2025-03"),
        ("2025 年 3 月 5 日", "2025-03-05"),
        ("2025.3", "2025-03"),
        ("2025.10", "2025-10"),
        ("2025/3/5", "2025-03-05"),
        ("2025－03－05", "2025-03-05"),
        ("20250305", "2025-03-05"),
        ("202503", "2025-03"),
        ("２０１８年", "2018"),
        ("二〇二一年", "2021"),
        ("二O二一年", "2021"),
        ("二○一九年十二月三日", "2019-12-03"),
        ("二零一九年十二月三十一日", "2019-12-31"),
        ("43831", "2020-01-01"),
        ("43831.5", "2020-01-01"),
        ("2021.0", "2021"),
        ("20210305.0", "2021-03-05"),
        ("2025-03-01 10:20:30", "2025-03-01"),
        ("2025-03-01T00:00:00+08:00", "2025-03-01"),
        ("2025-03-01T00:00:00.000Z", "2025-03-01"),
        ("2025/3/1 0:00", "2025-03-01"),
        ("2019年度", "2019"),
        ("2021年底", "2021"),
        ("2021年3月上旬", "2021-03"),
        ("2021-00-00", "2021"),
        ("2021-03-00", "2021-03"),
        ("2025年上半年", "2025-01/2025-06"),
        ("2025年第三季度", "2025-07/2025-09"),
        ("2019.01-2021.12", "2019-01/2021-12"),
        ("2019年1月至2021年12月", "2019-01/2021-12"),
        ("自2019年1月至2021年12月止", "2019-01/2021-12"),
        ("2019年1月至12月", "2019-01/2019-12"),
        ("2019年1月3日至5日", "2019-01-03/2019-01-05"),
        ("2019-2021", "2019/2021"),
        ("2019-01-2021-12", "2019-01/2021-12"),
        ("2019-01-01 - 2021-12-31", "2019-01-01/2021-12-31"),
        ("2019/1/1-2021/12/31", "2019-01-01/2021-12-31"),
        ("20190101-20211231", "2019-01-01/2021-12-31"),
        ("2019-01-01 00:00:00至2021-12-31 23:59:59", "2019-01-01/2021-12-31"),
        ("（2019年1月—2021年12月）", "2019-01/2021-12"),
        ("2019年1月至今", "2019-01/"),
        ("2010-01-01至长期", "2010-01-01/"),
        ("2019年起", "2019/"),
        ("截至2021年12月", "/2021-12"),
        ("2021年12月31日前", "/2021-12-31"),
        ("2016/", "2016/"),
        ("/2025-10", "/2025-10"),
    ],
)
def test_as_printed(printed: str, normal: str) -> None:
    assert read_date(printed) == when(normal)


def test_precision_is_kept() -> None:
    year, month, period = read_date("2021年"), read_date("2021年2月"), read_date("2019.01-2021.12")
    assert (year.first, year.last) == (date(2021, 1, 1), date(2021, 12, 31))
    assert (month.first, month.last) == (date(2021, 2, 1), date(2021, 2, 28))
    assert (period.first, period.last) == (date(2019, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize("text", ["", "-", "0000-00-00", "0000-00-00 00:00:00", "无", "N/A"])
def test_nothing_is_no_date(text: str) -> None:
    assert read_date(text) == NO_DATE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021-13-01", "日历上没有"),
        ("2021-02-30", "日历上没有"),
        ("2021.12-2019.01", "止于起之前"),
        ("12月5日", "没有年份"),
        ("05-27", "没有年份"),
        ("3/5/2021", "次序不明"),
        ("21-03-05", "只有两位"),
        ("99999", "不是日期"),
        ("1023", "不是日期"),
        ("三年", "不是日期"),
        ("长期", "不是日期"),
        ("2019-01;2020-01", "不是日期"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_date(text)


@given(st.dates(date(1955, 1, 1), date(2090, 1, 1)))
def test_one_day_in_all_its_spellings(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    spellings = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}", serial]
    assert {read_date(text).text for text in spellings} == {day.isoformat()}


@given(st.dates(date(1955, 1, 1), date(2080, 1, 1)), st.integers(0, 3000))
def test_a_period_holds_its_ends(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = read_date(f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日")
    assert (found.first, found.last) == (first, last)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_date(text)
    except ValueError:
        return
    assert when(found.text) == found


def test_announcements_of_projects() -> None:
    with PROJECTS.open(encoding="utf-8-sig", newline="") as file:
        days = {row["公示日期"] for row in csv.DictReader(file)}
    assert days
    assert all(read_date(day).first == read_date(day).last for day in days)
