"""Amounts as people read them: 220949000000 元 is 2209.49 亿元, to the last digit."""

from __future__ import annotations

import re
from decimal import Decimal

AMOUNT = re.compile(r"(约\s*)?(\d+(?:\.\d+)?)\s*(\D*)")
SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))


def readable(value: object, unit: str) -> str:
    """A value with its unit; yuan in 万 or 亿 from ten thousand on. Words behind a number (以上) stay behind the unit.

    >>> readable("220949000000", "元"), readable(127500000.0, "元"), readable("500000 以上", "元")
    ('2209.49 亿元', '1.275 亿元', '50 万元以上')
    >>> readable("9800", "元"), readable("78", "家"), readable("1-3", "年"), readable("2023", "")
    ('9800 元', '78 家', '1-3 年', '2023')
    """
    text = str(value)
    found = AMOUNT.fullmatch(text)
    if unit != "元" or found is None:
        return f"{text} {unit}".strip()
    number = Decimal(found[2])
    scale, word = next((one for one in SCALES if number >= one[0]), (Decimal(1), ""))
    return f"{found[1] or ''}{(number / scale).normalize():f} {word}元{found[3]}"
