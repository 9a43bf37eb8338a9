"""Names and words as they are shown and as they are compared.

Rules come from model.md ("Identity") and from what published files need: drop pinyin glosses, fold widths, traditional
to simplified, 陝 and 陜 to 陕.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

# One Han character followed by brackets that hold one lower-case pinyin syllable, tone mark or none: 實(shí), 习(xi).
GLOSS = re.compile(r"(?<=[\u4e00-\u9fff])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêḿńňǹ]{1,7}[)）]")
# Variants that the conversion tables leave as they are.
VARIANTS = str.maketrans({"陝": "陕", "陜": "陕", "硏": "研"})
QUOTES = str.maketrans({'"': "", "'": "", "“": "", "”": "", "‘": "", "’": "", "「": "", "」": "", "《": "", "》": ""})


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def clean(text: str) -> str:
    """Text as it should be shown: glosses dropped, widths folded, simplified, blanks inside Chinese gone.

    Chinese brackets and quotation marks stay as they are printed; only letters, digits and blanks change width.
    """
    kept = GLOSS.sub("", text)
    kept = "".join(unicodedata.normalize("NFKC", c) if c not in "（）：；，？！“”" else c for c in kept)
    kept = _to_simplified().convert(kept).translate(VARIANTS)
    kept = re.sub(r"\s+", " ", kept).strip()
    return re.sub(
        r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])", "", kept
    )


@cache
def fold(name: str) -> str:
    """A name as a key: cleaned, lower case, without blanks, quotation marks and dots, brackets of one width.

    >>> fold("秦创原(商洛高新区)孵化器") == fold("秦创原（商洛高新区）孵化器")
    True
    """
    folded = unicodedata.normalize("NFKC", clean(name)).lower().translate(QUOTES)
    return re.sub(r"[\s·•・\-–—_,，.。]+", "", folded)
