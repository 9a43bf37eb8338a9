"""Marks that tell bodies of one name apart: ordinals, numbers, sides of the compass, branches and sites."""

from __future__ import annotations

import re

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2}
_ORDINAL = re.compile(r"第([零〇一二三四五六七八九十百]+|\d+)(?!纪)")
"""第四纪 is an age of the earth, not a number."""
_BEFORE_UNIT = re.compile(
    r"([零〇一二三四五六七八九十百]+)(?=附属|附院|医院|院|所|局|厂|部|队|大队|分公司|工程局|处|中$|中学|小$|小学|公司|期|号|校区|研究|设计|集团军|团|连|冶|煤|工程公司|地质)"
)
_RUN = re.compile(r"\d+")
_SIDES = (
    "西北",
    "东北",
    "西南",
    "东南",
    "华东",
    "华南",
    "华北",
    "华中",
    "华西",
    "中南",
    "北方",
    "南方",
    "东方",
    "西部",
    "东部",
)


def number(text: str) -> int:
    """A Chinese or Arabic number: 六 → 6, 二十 → 20, 二〇二 → 202, 一百零三 → 103.

    >>> number("六"), number("十二"), number("二十"), number("二〇二"), number("一百零三"), number("771")
    (6, 12, 20, 202, 103, 771)
    """
    if text.isdigit():
        return int(text)
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def numbers(text: str) -> tuple[int, ...]:
    """Every ordinal and number of a name, in order: two bodies of different numbers are two bodies.

    >>> numbers("航天科技集团第六研究院"), numbers("航天六院"), numbers("航天科技集团第四研究院")
    ((6,), (6,), (4,))
    >>> numbers("中铁一局集团有限公司"), numbers("国营第782厂"), numbers("西安三秦食品")
    ((1,), (782,), ())
    """
    found = []
    position = 0
    while position < len(text):
        match = _ORDINAL.match(text, position) or _RUN.match(text, position) or _BEFORE_UNIT.match(text, position)
        if match:
            found.append(number(match[1] if match.re is not _RUN else match[0]))
            position = match.end()
        else:
            position += 1
    return tuple(found)


def without_ordinals(text: str) -> str:
    """A name whose ordinals are one spelling: 一院 and 第一院 both say #1院.

    >>> without_ordinals("第六研究院"), without_ordinals("六研究院")
    ('#6研究院', '#6研究院')
    """
    text = _ORDINAL.sub(lambda m: f"#{number(m[1])}", text)
    return _BEFORE_UNIT.sub(lambda m: f"#{number(m[1])}", text)


def side(text: str) -> str:
    """The side of the compass a name starts with: 西北工业大学 and 东北大学 are two.

    >>> side("西北工业大学"), side("华东师范大学"), side("西安石油大学")
    ('西北', '华东', '')
    """
    return next((word for word in _SIDES if text.startswith(word)), "")
