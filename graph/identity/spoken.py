"""Known short names by their pinyin: xajd, xianjiaoda → 西安交通大学."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from graph.identity.known import all_texts, meanings
from graph.identity.names import pinyin_of

SHORTEST, LONGEST = 3, 60
"""Letters: two initials say nothing, and no short name is longer."""


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    """Letters → known texts; worked out at first use (0.8 s), which a door does ahead (`ready`)."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in all_texts():
        if not text.isascii():
            for letters in {*pinyin_of(text)}:
                found[letters].append(text)
    return {letters: tuple(texts) for letters, texts in found.items()}


def ready() -> None:
    """Work the table out now instead of at the first question in letters."""
    _by_letters()


def spoken(text: str) -> dict[str, str]:
    """Standing names (as keys) whose own or short name is read so, each with the name that is.

    >>> spoken("xajd")["西安交通大学"]
    '西安交大'
    """
    letters = re.sub(r"[^a-z]", "", text.lower())
    if not text.isascii() or not SHORTEST <= len(letters) <= LONGEST:
        return {}
    return {name: known for known in _by_letters().get(letters, ()) for name in sorted(meanings(known))}
