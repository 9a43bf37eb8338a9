"""Numbers in Chinese characters: counted (一百二十, 伍佰万) and spelt digit by digit (二〇二一)."""

from __future__ import annotations

from decimal import Decimal

_COLUMNS = ("〇零○Oo", "一壹", "二贰貳两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {char: digit for digit, chars in enumerate(_COLUMNS) for char in chars}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
HAN_NUMBER = f"[{''.join(c for c in DIGITS if c not in 'Oo')}{''.join(TENS)}{''.join(MYRIADS)}]"


def spelt(text: str) -> str:
    """Each digit character as a digit: 二〇二一 → 2021. Raises `ValueError` for any other character."""
    if not all(char in DIGITS or char.isdecimal() for char in text):
        raise ValueError(f"不是数字：{text}")
    return "".join(str(DIGITS.get(char, char)) for char in text)


def counted(text: str) -> Decimal:
    """A counted number: 十二 → 12, 三百零五 → 305, 伍佰万 → 5000000.

    Raises `ValueError` when it is none, and for 一万五, which is 15000 in speech and would be 10005 by the rule.

    >>> int(counted("一千二百万")), int(counted("十"))
    (12000000, 10)
    """
    total, part, digit, before = 0, 0, 0, ""
    for char in text:
        if char in MYRIADS:
            part += digit
            # 万亿: a larger unit multiplies all before it; 一亿五千万: a smaller one its own part only.
            larger = 0 < total < MYRIADS[char]
            total = (total + part) * MYRIADS[char] if larger else total + (part or 1) * MYRIADS[char]
            part, digit = 0, 0
        elif char in TENS:
            part += (digit or 1) * TENS[char]
            digit = 0
        elif char in DIGITS and not digit:
            digit = DIGITS[char]
        else:
            raise ValueError(f"不是数字：{text}")
        before = before[-1:] + char
    if not text or (digit and before[0] in (TENS | MYRIADS) and before[0] not in "十拾" and len(before) > 1):
        raise ValueError(f"数字写法含混：{text}" if text else "不是数字：空")
    return Decimal(total + part + digit)
