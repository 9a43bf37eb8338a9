"""Letters and digits that are taken for each other: named as a hint in an error, never changed in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8"})


def compact(text: str) -> str:
    """Width folded, upper case, without blanks, dashes and invisible characters."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return re.sub(r"[\s\-–—―‐‑\u200b\ufeff]", "", folded)


def hint(code: str, sound: Callable[[str], bool], only: str = "OILZSB") -> str:
    """What the code may have been before letters were mistaken for digits, as the end of an error; "" without a guess.

    `sound` says whether a code holds; `only` are the letters that may be wrong here.
    """
    suspects = [index for index, char in enumerate(code) if char in only and str.translate(char, LOOK_ALIKES) != char]
    if not suspects:
        return ""
    mended = "".join(c.translate(LOOK_ALIKES) if c in only else c for c in code)
    if sound(mended):
        return f"；第 {'、'.join(str(i + 1) for i in suspects)} 位的字母像是误认的数字，是否为 {mended}"
    letters = "、".join(dict.fromkeys(f"{code[i]}（像 {code[i].translate(LOOK_ALIKES)}）" for i in suspects))
    return f"；请核对其中的字母 {letters}"
