"""Names as keys and as text to search: folding and pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from graph.schema.values import fold

REMEMBERED = 50_000
"""Names whose pinyin is kept, about 15 MB."""


@lru_cache(maxsize=REMEMBERED)
def pinyin_of(name: str) -> tuple[str, str]:
    """Full pinyin and initials of a name, lower case without tones: 商洛 → (`shangluo`, `sl`)."""
    from pypinyin.core import Pinyin  # heavy: 40 MB of tables, needed only where names are written

    spoken = [_spoken(word) for word in Pinyin().seg(fold(name))]
    return "".join(full for full, _ in spoken), "".join(initials for _, initials in spoken)


@lru_cache(maxsize=100_000)
def _spoken(word: str) -> tuple[str, str]:
    """Pinyin and initials of one word as the library divides a name; words repeat, so each is worked out once."""
    from pypinyin import Style, lazy_pinyin  # as above

    return "".join(lazy_pinyin(word)), "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))


def search_text(names: Iterable[str], *, pinyin: bool = True) -> str:
    """The text of the full-text index: folded names, full pinyin and initials, separated by blanks, each once."""
    words: dict[str, None] = {}
    for name in names:
        words.update(dict.fromkeys((fold(name), *(pinyin_of(name) if pinyin else ()))))
    words.pop("", None)
    return " ".join(words)
