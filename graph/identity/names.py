"""Names as keys and as text to search: folding, pinyin, and how much two names look alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from graph.schema.values import fold

ALIKE_RATIO = 85.0
"""Two folded names this alike (rapidfuzz ratio, 0 to 100) are shown to a person; they are never merged on it."""

SHORTEST = 3
"""Folded names shorter than this say too little to call two bodies alike by containment."""


@cache
def pinyin_of(name: str) -> tuple[str, str]:
    """Full pinyin and initials of a name, lower case without tones: 商洛 → (`shangluo`, `sl`)."""
    from pypinyin import Style, lazy_pinyin  # heavy: 40 MB of tables, needed only where names are written

    folded = fold(name)
    return "".join(lazy_pinyin(folded)), "".join(lazy_pinyin(folded, style=Style.FIRST_LETTER))


def search_text(names: Iterable[str], *, pinyin: bool = True) -> str:
    """The text of the full-text index: folded names, full pinyin and initials, separated by blanks, each once."""
    words: dict[str, None] = {}
    for name in names:
        words.update(dict.fromkeys((fold(name), *(pinyin_of(name) if pinyin else ()))))
    words.pop("", None)
    return " ".join(words)


def alike(one: str, other: str) -> bool:
    """Whether two different folded names look so alike that a person should say what they are."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST and shorter in longer:
        return True
    return fuzz.ratio(one, other) >= ALIKE_RATIO
