"""Bodies that texts may mean, read in one or two statements however many texts there are.

First what is exact: an id, a number in any common spelling, a folded name, alias or former name, and the standing names
that the tables of names know for a text. Then, for what that does not settle, what is alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.gazetteer import Division
from graph.gazetteer import candidates as divisions
from graph.identity.aliases import canonical
from graph.identity.known import english_meanings, meanings, name_of
from graph.identity.spellings import folded, in_full
from graph.identity.spoken import spoken
from graph.identity.typed_numbers import SCHEMES, given, numbers_in
from graph.name_match import HAN, lucene
from graph.schema.values import fold
from graph.store import Row, Work

ID = re.compile(r"[a-z]{3}-[a-z2-7]{8,}")
LONGEST_ALIKE = 200
"""A longer text is found exactly or not at all."""
LONGEST_DIVISION = 30
COUNTY = 6
"""Digits of a county's code."""
KINDS_READ = 1000
"""Hits read for a name when only some kinds are wanted."""


@dataclass(frozen=True)
class Looked:
    """What is looked up for one text: folded names, numbers, an id; `known` standing name → how the text names it."""

    names: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    id: str
    known: Mapping[str, str] = field(default_factory=dict)
    divisions: frozenset[str] = frozenset()
    """Codes of the divisions that the text is a name of, in short too: 商洛, 陕西商洛."""


@dataclass(frozen=True)
class Exact:
    """A row found exactly; `known` is "" for the text's own name, else what the text is short for or read as.

    `short` says that the text is a name of this division, which may be short.
    """

    row: Row
    known: str = ""
    short: bool = False


def looked_up(text: str, keys: Mapping[str, str] | None = None) -> Looked:
    """Everything a text may stand for, without a database. `keys` are codes given beside the name."""
    bare = text.strip().lower()
    numbers = {*numbers_in(text), *((scheme, given(scheme, value)) for scheme, value in (keys or {}).items())}
    own = frozenset({fold(text), fold(canonical(text))} - {""})
    key = in_full(folded(text))
    known = {fold(name_of(name)): "" for name in (*meanings(key), *english_meanings(text))}
    known |= {fold(name_of(name)): how for name, how in spoken(text).items() if fold(name_of(name)) not in known}
    return Looked(
        names=own,
        numbers=frozenset(number for number in numbers if number[1]),
        id=bare if ID.fullmatch(bare) else "",
        known={name: how for name, how in known.items() if name not in own},
        divisions=frozenset(one.code for one in _divisions(text)),
    )


def _divisions(text: str) -> Sequence[Division]:
    """What a text is a name of. A town's name tells it by its full name only, which is looked up as every name is."""
    if len(text) > LONGEST_DIVISION or not HAN.search(text):
        return ()
    return [one for one in divisions(text) if len(one.code) <= COUNTY]


def exact(work: Work, asked: Sequence[Looked]) -> list[list[Exact]]:
    """For each text the rows that it names exactly, and those that the tables of names know for it."""
    names = {name for one in asked for name in (*one.names, *one.known)}
    values = {value for one in asked for _, value in one.numbers} | {one.id for one in asked if one.id}
    values |= {code for one in asked for code in one.divisions}
    rows = work.run(
        "read/exact",
        prefixes=sorted(map(_prefix, names)),
        values=sorted(values),
        ids=sorted({one.id for one in asked if one.id}),
    )
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_key[row["key"]].append(row)
    return [_of(one, by_key) for one in asked]


def _prefix(name: str) -> str:
    return name.replace("|", "") + "|"


def _of(one: Looked, by_key: Mapping[str, list[Row]]) -> list[Exact]:
    if one.id:
        rows = [row for row in by_key.get(one.id, ()) if row["scheme"] in ("id", "merged")]
        if rows:  # an id in use before one that lost a merge
            return [Exact(row) for row in rows if row["scheme"] == rows[0]["scheme"]]
    found = [Exact(row) for name in sorted(one.names) for row in by_key.get(_prefix(name), ())]
    numbers = [
        Exact(row)
        for value in sorted({value for _, value in one.numbers})
        for row in by_key.get(value, ())
        if row["scheme"] in SCHEMES and not {("", value), (row["scheme"], value)}.isdisjoint(one.numbers)
    ]
    known = [
        Exact(row, how or row["name"])
        for name, how in sorted(one.known.items())
        for row in by_key.get(_prefix(name), ())
        if row["scheme"].startswith("name:")
    ]
    short = [
        Exact(row, short=True)
        for code in sorted(one.divisions)
        for row in by_key.get(code, ())
        if row["scheme"] == "division"
    ]
    return found + numbers + known + short


def alike(work: Work, texts: Iterable[str], kinds: Sequence[str], limit: int) -> dict[str, list[Row]]:
    """For each text the rows most like it by the full-text index; one statement for all."""
    asked = [{"key": text, "text": lucene(text)} for text in dict.fromkeys(texts) if fold(text)]
    asked = [one for one in asked if len(one["key"]) <= LONGEST_ALIKE]
    found: dict[str, list[Row]] = defaultdict(list)
    if asked:
        read = KINDS_READ if kinds else limit + 20  # some that come back are history
        for row in work.run("read/alike", asked=asked, kinds=list(kinds), limit=limit, read=read):
            found[row["key"]].append(row)
    return found
