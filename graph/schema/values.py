"""Values that clean and validate themselves: names, dates with precision, ids.

Rules come from model.md ("Identity", "Time and stage") and from the rules a loader must obey: drop pinyin glosses, fold
widths, traditional to simplified, 陝 and 陜 to 陕; a date keeps the precision it was printed with.
"""

from __future__ import annotations

import base64
import calendar
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
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


def digest(text: str, length: int = 8) -> str:
    """Lower-case base-32 letters and digits of a SHA-256, `length` characters (8 → 40 bits)."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:length]


def mint(prefix: str, key: str) -> str:
    """A new id from a kind's prefix and the first key seen, for example `ent-7k3m9qdx`."""
    return f"{prefix}-{digest(key)}"


@dataclass(frozen=True)
class When:
    """A date or period as printed, and what it bounds.

    `first` and `last` are the earliest and latest day it can mean (None = open). A text without a year (`05-27`) bounds
    nothing. `starts` and `ends` say whether the text closes that side: `2016/` starts and does not end.
    """

    text: str
    first: date | None = None
    last: date | None = None
    starts: bool = False
    ends: bool = False

    @property
    def bounded(self) -> bool:
        """Whether the text says anything on the calendar."""
        return self.first is not None or self.last is not None


NO_DATE = When("")


def when(text: str) -> When:
    """Read `2021`, `2021-01`, `2021-01-10`, `2025-01/2025-05`, `2016/`, `/2025-10`, `05-27` (no year), or nothing.

    Raises `ValueError` for anything else.
    """
    text = text.strip()
    if not text:
        return NO_DATE
    if re.fullmatch(r"\d{2}-\d{2}", text):
        return When(text)
    if "/" in text:
        start, _, end = text.partition("/")
        first = _span(start)[0] if start else None
        last = _span(end)[1] if end else None
        return When(text, first, last, starts=bool(start), ends=bool(end))
    first, last = _span(text)
    return When(text, first, last, starts=True, ends=True)


def _span(text: str) -> tuple[date, date]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text.strip())
    if not match:
        raise ValueError(f"不是日期：{text}")
    year, month, day = int(match[1]), match[2], match[3]
    if day:
        exact = date(year, int(month), int(day))
        return exact, exact
    if month:
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)


def interval(at: When, temporal: str) -> dict[str, date]:
    """The four interval properties of a tie (model.md, "Time and stage"); an open side is left out.

    An act happened within its date. A state was so on its date: it began then or before and is not known to have ended;
    a state with an open period (`2016/`) began within its start.
    """
    if not at.bounded:
        return {}
    bounds: dict[str, date | None]
    if temporal == "act":
        bounds = {
            "from_earliest": at.first if at.starts else None,
            "from_latest": at.last,
            "to_earliest": at.first,
            "to_latest": at.last if at.ends else None,
        }
    elif "/" in at.text:
        bounds = {"from_earliest": at.first, "from_latest": at.first or at.last, "to_earliest": at.last}
    else:
        bounds = {"from_latest": at.last, "to_earliest": at.first}
    return {key: value for key, value in bounds.items() if value is not None}
