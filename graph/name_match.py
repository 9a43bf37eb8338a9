"""How a text matches a name: the full-text query for it, and the rank of what comes back.

Order of certainty: id or identifier, preferred name, alias, former name; then the likenesses: contained in a name,
pinyin, initials, similar characters. A likeness is never certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.identity.aliases import canonical
from graph.identity.names import pinyin_of
from graph.schema.values import fold
from graph.store import Row

SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')
RUNS = re.compile(r"[a-z0-9']+|[^a-z0-9'\s]+")
UNTIL = re.compile(r"（至 [^）]*）$")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Match:
    """How a node was found: `why` in the user's words, `certain` when it is exact, `score` 0 to 1 for the order."""

    why: str
    certain: bool
    score: float


def lucene(text: str) -> str:
    """The full-text query for a text, special characters escaped: the phrase counts most, then its pairs, then pinyin.

    The index holds pairs of Chinese characters, so a single one is looked for at either side of a pair.
    """
    folded = fold(text)
    if len(folded) == 1 and HAN.match(folded):
        return f"{folded}^4 OR {folded}* OR *{folded}"
    pieces = [f'"{escaped(folded)}"^4']
    for run in RUNS.findall(folded):
        word = escaped(run.replace("'", ""))
        if word:
            pieces.append(f"{word}*" if run.isascii() else word)
    return " OR ".join(pieces)


def escaped(text: str) -> str:
    """Text in which no character has a meaning for the full-text query language."""
    return SPECIAL.sub(r"\\\1", text)


def match(text: str, row: Row) -> Match:
    """How a row with name, names, former, search_text and scheme matches a text."""
    wanted = fold(text)
    scheme = row["scheme"]
    if scheme and not scheme.startswith(("name:", "alias:")):
        return Match("编号" if scheme in ("id", "merged") else f"标识 {scheme}", True, 1.0)
    if fold(row["name"]) == wanted:
        return Match("名称", True, 1.0)
    former = next((name for name in row["former"] if fold(UNTIL.sub("", name)) == wanted), None)
    if former is not None:
        return Match(f"曾用名 {former}", True, 0.9)
    if scheme or wanted in map(fold, row["names"]) or fold(canonical(text)) == fold(row["name"]):
        return Match(f"别名 {text.strip()}", True, 0.95)
    return _alike(wanted, row)


def _alike(wanted: str, row: Row) -> Match:
    names = [row["name"], *row["names"]]
    holding = [fold(name) for name in names if wanted in fold(name)]
    if holding:
        share = len(wanted) / min(len(name) for name in holding)
        return Match("名称包含", False, round(0.6 + 0.3 * share, 3))
    if wanted.isascii():
        letters = re.sub(r"[^a-z0-9]", "", wanted)
        for name in names:
            full, initials = pinyin_of(name)
            if letters in (full, initials):
                return Match("拼音" if letters == full else "拼音首字母", False, 0.8)
        if any(word.startswith(letters) for word in row["search_text"].split()):
            return Match("拼音开头相同", False, 0.55)
    ratio = max(fuzz.ratio(wanted, fold(name)) for name in names) / 100
    return Match("名称相近", False, round(0.5 * ratio, 3))
