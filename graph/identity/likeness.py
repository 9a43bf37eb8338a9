"""How two middles of a name agree: equal, one short for the other, one letter apart, or nothing alike."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import OSA

from graph.identity.names import pinyin_of
from graph.identity.trades import words
from graph.identity.words import words as word_list

Agreement = Literal["equal", "abbreviation", "extended", "homophone", "slip", "apart"]

_JOINTS = re.compile(r"[与和及暨、的之·]")


def plain(text: str) -> str:
    """A middle without the words that only join: 化学与化工 and 化学化工 are one."""
    return _JOINTS.sub("", text)


def subsequence(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order, the first one first.

    >>> subsequence("光机", "光学精密机械"), subsequence("机光", "光学精密机械"), subsequence("学机", "光学精密机械")
    (True, False, False)
    """
    if not short or short[0] != long[:1]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def homophones(one: str, other: str) -> bool:
    """Whether two different texts of one length are read the same: 宏兴 and 鸿兴."""
    if len(one) != len(other) or one == other or not set(one) & set(other):
        return False  # a slip of the ear changes one character, not all
    return pinyin_of(one)[0] == pinyin_of(other)[0]


def slip(one: str, other: str) -> bool:
    """Whether one character was lost, added, changed or changed places, and no other word came of it.

    >>> slip("建筑科技", "建筑科枝"), slip("电力科技", "电子科技"), slip("光学精密机械", "光精学密机械")
    (True, False, True)
    """
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1 or OSA.distance(one, other) != 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return not (_is_word(one, start) and _is_word(other, start))


def _is_word(text: str, at: int) -> bool:
    """Whether a trade word covers this place of the text: 电子 in 电子科技."""
    known = words() | _PLAIN
    return any(
        text[start:end] in known
        for start in range(max(0, at - 3), at + 1)
        for end in range(max(at + 1, start + 2), min(len(text), at + 4) + 1)
    )


_PLAIN = frozenset(word_list("other_words"))
"""Words that are no trade words and still other words: 长江 and 珠江 are no slip of each other."""


def agreement(one: str, other: str) -> Agreement:
    """How two middles agree, the strongest first.

    >>> agreement("化学与化工", "化学化工"), agreement("光机", "光学精密机械"), agreement("宏兴", "鸿兴")
    ('equal', 'abbreviation', 'homophone')
    >>> agreement("五洲", "五洲矿业"), agreement("建筑科技", "建筑科枝"), agreement("石油", "石化")
    ('extended', 'slip', 'apart')
    """
    one, other = plain(one), plain(other)
    if one == other:
        return "equal"
    short, long = sorted((one, other), key=len)
    if homophones(one, other):
        return "homophone"
    if len(short) >= 2 and (long.startswith(short) or long.endswith(short)):
        return "extended"
    if slip(one, other):
        return "slip"
    if len(short) >= 2 and len(long) > len(short) and subsequence(short, long):
        return "abbreviation"
    return "apart"
