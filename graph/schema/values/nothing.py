"""What publishers write where there is nothing to write."""

from __future__ import annotations

import re
import unicodedata

# Dashes, slashes, stars and dots alone; zero dates of databases and of spreadsheets; words.
_SIGNS = re.compile(r"[\s\-–—―_/\\*.…·•~〜、，,;；:：?？]*")
_ZERO_DATES = re.compile(r"0{4}[-/.年]?0{1,2}[-/.月]?0{1,2}日?( ?0?0:00(:00)?)?|1900[-/.]0?1[-/.]0{1,2}")
_WORDS = frozenset(
    (
        "无",
        "暂无",
        "无数据",
        "空",
        "缺",
        "缺失",
        "未知",
        "未填",
        "未填写",
        "不详",
        "不明",
        "不适用",
        "待定",
        "待补",
        "待补充",
        "没有",
    )
) | frozenset(
    (
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "nan",
        "nat",
        "#n/a",
        "#value!",
        "#ref!",
        "#name?",
        "#div/0!",
        "#num!",
        "#null!",
    )
)


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing: "", -, ——, /, N/A, 无, *, 0000-00-00, #N/A … (widths and brackets do not matter).

    A zero is something: `0` and `0.00` are not nothing.

    >>> [is_nothing(t) for t in ("—", "Ｎ/Ａ", "（无）", "0000-00-00", "0", "无锡")]
    [True, True, True, True, False, False]
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain[:1] in "([【" and plain[-1:] in ")]】":
        plain = plain[1:-1].strip()
    return bool(_SIGNS.fullmatch(plain) or plain in _WORDS or _ZERO_DATES.fullmatch(plain))
