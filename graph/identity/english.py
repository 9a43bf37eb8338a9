"""Names in Latin letters: one key for their spellings, and whether one can be a Chinese name read aloud."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.identity.names import pinyin_of
from graph.identity.words import rows

_WORDS = {
    "univ": "university", "uni": "university", "inst": "institute", "lab": "laboratory", "labs": "laboratory",
    "acad": "academy", "sci": "science", "sciences": "science", "technol": "technology", "tech": "technology",
    "technologies": "technology", "techn": "technology", "natl": "national", "ctr": "center", "centre": "center",
    "hosp": "hospital", "coll": "college", "res": "research", "engn": "engineering", "eng": "engineering",
    "corp": "corporation", "grp": "group", "cas": "chinese academy of science", "affiliated": "affiliated",
    "elect": "electronic", "elec": "electronic",
    "studies": "studies", "nw": "northwest", "northwestern": "northwest", "agr": "agriculture", "med": "medical",
    "shanxi": "shanxi", "1st": "first", "2nd": "second", "3rd": "third", "xi'an": "xian", "prc": "", "pr": "",
}  # fmt: skip
_DROPPED = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "in",
        "at",
        "co",
        "ltd",
        "limited",
        "inc",
        "company",
        "corporation",
        "llc",
        "plc",
        "p",
        "r",
        "china",
    ]
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_KINDS = {
    "university": "大学", "college": "学院", "hospital": "医院", "institute": "研究", "academy": "院",
    "laboratory": "实验室", "cooperative": "合作社", "center": "中心", "bank": "银行", "park": "园",
}  # fmt: skip


def is_latin(text: str) -> bool:
    """Whether a name has at least three Latin letters and no Chinese character.

    >>> is_latin("Xi'an Jiaotong University"), is_latin("TCL集团"), is_latin("3D")
    (True, False, False)
    """
    return not _HAN.search(text) and sum(c.isalpha() and c.isascii() for c in text) >= 3


@lru_cache(maxsize=100_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of an English name, in full and in lower case, without articles and legal forms.

    >>> words_of("The Univ. of Sci. & Technol. of China")
    ('university', 'science', 'technology')
    >>> words_of("Xi’an Jiao Tong University") == words_of("Xian Jiaotong Univ")
    True
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode() if text.isascii() else _ascii(text)
    plain = plain.lower().replace("xi an", "xian").replace("'", "").replace("jiao tong", "jiaotong")
    found: list[str] = []
    for word in re.findall(r"[a-z0-9]+", plain):
        found += _WORDS.get(word, word).split()
    return tuple(word for word in found if word not in _DROPPED)


def _ascii(text: str) -> str:
    text = text.replace("’", "'").replace("‘", "'").replace("&", " and ")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def key_of(text: str) -> str:
    """One key for the spellings of an English name; the order of the words counts."""
    return " ".join(words_of(text)) + (" china" if re.search(r"\b(?:of|technol) china\b", text.lower()) else "")


def read_aloud(latin: str, chinese: str) -> bool:
    """Whether the letters hold the pinyin of what stands first in a Chinese name, four syllables at most.

    >>> read_aloud("Xi'an Hongxing Dairy Co., Ltd.", "西安宏兴乳业有限公司"), read_aloud("Huawei", "陕西华达科技")
    (True, False)
    """
    letters = re.sub(r"[^a-z]", "", _ascii(latin).lower())
    full, _ = pinyin_of(chinese[:4])
    return len(full) >= 6 and (full in letters or letters in pinyin_of(chinese)[0])


_MEANS = {chinese: tuple(english.split(";")) for chinese, english in rows("english")}
_SIDES = {
    "西北": "northwest",
    "东北": "northeast",
    "西南": "southwest",
    "华东": "east",
    "华南": "south",
    "中南": "central",
}


def translates(latin: str, chinese: str) -> bool:
    """Whether region, trade and kind of a Chinese name are all in an English one; still only a sign.

    >>> translates("Kunming University of Science and Technology", "昆明理工大学")
    True
    >>> translates("Kunming Medical University", "昆明理工大学")
    False
    """
    words = " ".join(words_of(latin))
    first = _SIDES.get(chinese[:2]) or pinyin_of(chinese[:2])[0]
    if first not in words.replace(" ", "") or kinds_differ(latin, chinese):
        return False
    trades = [texts for trade, texts in _MEANS.items() if trade in chinese[2:]]
    return bool(trades) and all(any(text in words for text in texts) for texts in trades)


def kinds_differ(latin: str, chinese: str) -> bool:
    """Whether the English kind word contradicts the end of a Chinese name: a university is no hospital."""
    told = [word for word in words_of(latin) if word in _KINDS]
    return bool(told) and not any(_KINDS[word] in chinese for word in told)
