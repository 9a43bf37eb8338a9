"""Names and words as they are shown and as they are compared.

Rules come from model.md ("Identity") and from what published files need: drop pinyin glosses, fold widths, traditional
to simplified, 陝 and 陜 to 陕. Both functions are called for every name of a load: a plain name costs one pattern and
one look-up of its characters; the conversion tables are opened only for a text that holds a traditional character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

from graph.schema.values.pinyin import GLOSS, without_glosses
from graph.schema.values.traditional import traditional_characters

# Variants that the conversion tables leave as they are.
VARIANTS = str.maketrans({"陝": "陕", "陜": "陕", "硏": "研"})
QUOTES = str.maketrans({'"': "", "'": "", "“": "", "”": "", "‘": "", "’": "", "「": "", "」": "", "《": "", "》": ""})
REMEMBERED = 1 << 16
"""Names kept by the caches: names repeat within a roster, and a million different ones must not fill the memory."""

# Nothing but what NFKC and the blanks leave alone; brackets may still hold a gloss.
PLAIN = re.compile(r"[\u4e00-\u9fff0-9A-Za-z（）()，。、：；？！“”《》·/&+,.-]+")
HAN = re.compile(r"[\u4e00-\u9fff]+")
# Chinese punctuation stays as it is printed.
WIDTHS = re.compile(r"[^（）：；，？！“”]+")
_CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
BLANK_INSIDE = re.compile(rf"(?<={_CHINESE}) (?={_CHINESE})")
FOLDED_AWAY = re.compile(r"[\s·•・\-–—_,，.。]+")
# 乾 is 干 in traditional text but for these, which the tables do not know: 乾县, 柞水县乾佑街道 …
KEPT_WORDS = re.compile(r"(乾(?=[县縣佑州安]))")


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(REMEMBERED)
def clean(text: str) -> str:
    """Text as it should be shown: glosses dropped, widths folded, simplified, blanks inside Chinese gone.

    Chinese brackets and quotation marks stay as they are printed; only letters, digits and blanks change width. A text
    is taken as traditional by a character that simplified Chinese has not: 乾佑街道, 於潜镇 and 覆盖 stay.

    >>> clean("西安交通大學 實(shí)習(xí) 基地")
    '西安交通大学实习基地'
    """
    if PLAIN.fullmatch(text) and traditional_characters().isdisjoint(text) and not GLOSS.search(text):
        return text
    kept = WIDTHS.sub(_narrow, text)
    kept = without_glosses(kept)
    if not traditional_characters().isdisjoint(kept):
        kept = _simplified(kept)
    kept = " ".join(kept.split())
    return BLANK_INSIDE.sub("", kept)


@lru_cache(REMEMBERED)
def fold(name: str) -> str:
    """A name as a key: cleaned, lower case, without blanks, quotation marks and dots, brackets of one width.

    >>> fold("秦创原(商洛高新区)孵化器") == fold("秦创原（商洛高新区）孵化器")
    True
    """
    if HAN.fullmatch(name) and traditional_characters().isdisjoint(name):
        return name
    folded = unicodedata.normalize("NFKC", clean(name)).lower().translate(QUOTES)
    return FOLDED_AWAY.sub("", folded)


def _narrow(part: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", part[0])


def _simplified(text: str) -> str:
    pieces = KEPT_WORDS.split(text)
    converted = (piece if piece == "乾" else _to_simplified().convert(piece) for piece in pieces if piece)
    return "".join(converted).translate(VARIANTS)
