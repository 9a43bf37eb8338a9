"""Which characters tell that a text is traditional: those the conversion tables never leave as they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import opencc

OURS = "陝陜硏"
"""Variants that the tables do not know and `clean` mends itself."""


@cache
def traditional_characters() -> frozenset[str]:
    """About 4,100 characters, read from the character table of the converter on first use.

    A character that may also stay itself (乾 → 干 乾, 於, 藉, 覆, 瞭) is none of them: simplified text uses it too.
    """
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return frozenset({char for char, simple in pairs if char not in simple.split(" ")} | set(OURS))
