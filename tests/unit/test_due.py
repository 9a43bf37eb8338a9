"""When a list is to be taken anew, in days and in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.due import age_days, every_words, is_stale, next_due, stale_words, today


@pytest.mark.parametrize(
    ("retrieved", "every", "due"),
    [
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-11-30", "P3M", "2025-02-28"),
        ("2024-12-30", "P2W", "2025-01-13"),
        ("2024-12-30", "P30D", "2025-01-29"),
        ("2024-12-30", "", None),
        ("2024", "P1Y", None),
    ],
)
def test_the_day_by_which_a_list_is_taken_anew(retrieved: str, every: str, due: str | None) -> None:
    assert next_due(retrieved, every) == due


def test_the_day_itself_is_not_too_late() -> None:
    yesterday = (today() - timedelta(days=1)).isoformat()
    assert (is_stale(today().isoformat()), is_stale(yesterday), is_stale(None)) == (False, True, False)
    assert (age_days(yesterday), age_days("2024"), age_days(None)) == (1, None, None)


def test_words() -> None:
    assert [every_words(every) for every in ("P1Y", "P3M", "")] == ["每 1 年", "每 3 个月", "一次性文件"]
    assert stale_words("2020-01-01", "P1Y", "2021-01-01") == (
        "取自 2020-01-01，每 1 年更新一次，2021-01-01 起应换新版，已过期"
    )
    assert stale_words("2020-01-01", "", None) == ""
