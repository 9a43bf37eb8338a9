"""Pinyin glosses: readings in brackets that some copied pages put behind each character or word.

實(shí)習(xí) and 商洛(shāng luò) are glosses; （集团）, (pe) and (gel) are not and stay.
"""

from __future__ import annotations

import re
import unicodedata

# Han characters followed by brackets that hold nothing but lower-case pinyin: syllables, tone marks or none.
_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêḿńňǹ"
GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])\s?[（(]\s?([{_LETTERS}]{{1,7}}(?:[\s'’]?[{_LETTERS}]{{1,7}})*)\s?[)）]")
_TONES = frozenset("\u0304\u0301\u030c\u0300")


def without_glosses(text: str) -> str:
    """The text without its glosses. A gloss with a tone mark is one by its marks; one without must be the reading of
    the characters before it, so that a chemical or a unit in brackets stays.

    >>> without_glosses("聚乙烯(pe)實(shí)習(xi)基地（集团）")
    '聚乙烯(pe)實習基地（集团）'
    """
    if "(" not in text and "（" not in text:
        return text
    return GLOSS.sub(lambda found: "" if _is_reading(text[: found.start()], found[1]) else found[0], text)


def _is_reading(before: str, gloss: str) -> bool:
    return _marked(gloss) or _reads(before, re.sub(r"[\s'’]", "", _plain(gloss)))


def _reads(before: str, letters: str) -> bool:
    """Whether the last characters of `before` read as `letters`, in any of their readings."""
    # Lazily: the dictionary takes a quarter of a second to load and hardly any text has a gloss.
    from pypinyin import Style, pinyin

    if not letters:
        return True
    if not before or not "\u3400" <= before[-1] <= "\u9fff":
        return False
    readings = {_plain(r) for r in pinyin(before[-1], style=Style.NORMAL, heteronym=True)[0]}
    return any(letters.endswith(r) and _reads(before[:-1], letters[: -len(r)]) for r in readings if r)


def _plain(letters: str) -> str:
    """Letters without tone marks; ü stays ü (v of input methods becomes ü)."""
    decomposed = unicodedata.normalize("NFD", letters)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)).replace("v", "ü")


def _marked(letters: str) -> bool:
    return any(c in _TONES for c in unicodedata.normalize("NFD", letters))
