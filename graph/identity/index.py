"""Bodies ready to be found by name: blocking keys, candidates, one name resolved, a whole register against itself.

No pair is looked at that shares no key. A key that too many bodies share (科技, 有限) finds nobody and is left out, so
the work grows with the number of bodies and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest

from graph.identity.english import is_latin, key_of
from graph.identity.judge import judge
from graph.identity.known import english_meanings, meanings
from graph.identity.named import Named, Verdict
from graph.identity.names import pinyin_of
from graph.identity.spellings import folded, in_full
from graph.identity.takeapart import Parts, take_apart

CROWDED = 64
"""A key that more bodies share than this is no help and is skipped; a chosen limit, see `Index.candidates`."""
LOOKED_AT = 24
"""At most so many candidates of a name are judged."""
STRONG, MIDDLING, FAINT = 8.0, 4.0, 1.0


@dataclass(frozen=True)
class Found:
    """A body that a name may mean: its id in the index, its name, and the verdict."""

    id: str
    named: Named
    verdict: Verdict


def keys_of(named: Named, parts: Parts) -> dict[str, float]:
    """The blocking keys of a name and their weights: the whole name, known bodies, core, bigrams of the middle.

    >>> " ".join(sorted(keys_of(Named("西安宏兴乳业"), take_apart("西安宏兴乳业"))))
    '=西安宏兴乳业 b乳业 b兴乳 b宏兴 c宏兴 m宏兴乳业 r610100宏兴 t610100乳业_兴 t610100乳业宏'
    """
    keys = {f"={parts.text}": STRONG}
    for name in meanings(parts.text) if len(parts.text) <= 30 else ():
        keys[f"={name}"] = STRONG
    for other in parts.other_names:
        keys[f"={in_full(folded(other))}"] = STRONG
    if is_latin(named.name):
        keys[f"e{key_of(named.name)}"] = STRONG
        for name in english_meanings(named.name):
            keys[f"={name}"] = STRONG
    middle, core = parts.middle or parts.unit, parts.core or parts.middle
    keys[f"m{middle}"] = MIDDLING
    if len(core) >= 2:
        keys[f"c{core}"] = MIDDLING
        for code in sorted(parts.region.codes)[:1]:
            trade = "".join(parts.trades)
            keys[f"r{code}{core}"] = MIDDLING
            # a slip in one character of the core leaves region, trade and the other end of the core
            keys[f"t{code}{trade}{core[0]}"] = keys[f"t{code}{trade}_{core[-1]}"] = MIDDLING / 2
    for start in range(len(middle) - 1):
        keys[f"b{middle[start : start + 2]}"] = FAINT
    for scheme, value in named.keys.items():
        keys[f"k{scheme}:{value}"] = STRONG * 2
    return keys


class Index:
    """N bodies by their blocking keys; built once, read by many; adding one is allowed at any time."""

    def __init__(self, bodies: Iterable[tuple[str, Named]] = ()) -> None:
        self._bodies: list[tuple[str, Named]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._pinyin: dict[str, list[int]] | None = None
        for id_, named in bodies:
            self.add(id_, named)

    def __len__(self) -> int:
        return len(self._bodies)

    def add(self, id_: str, named: Named) -> None:
        """One more body; the same id may come again with another of its names."""
        number = len(self._bodies)
        self._bodies.append((id_, named))
        for key in keys_of(named, take_apart(named.name)):
            posting = self._postings[key]
            if len(posting) <= CROWDED or key[0] in "=ek":
                posting.append(number)
        if self._pinyin is not None:
            self._spell(number)

    def candidates(self, named: Named, *, at_most: int = LOOKED_AT, least: float = 0.0) -> list[int]:
        """Numbers of the bodies that share the most and rarest keys with a name, the best first."""
        weights: dict[int, float] = defaultdict(float)
        for key, weight in keys_of(named, take_apart(named.name)).items():
            posting = self._postings.get(key, ())
            if len(posting) <= CROWDED or key[0] in "=ek":
                for number in posting[: 4 * CROWDED]:
                    weights[number] += weight / (1 + len(posting) ** 0.5)
        if named.name.isascii():
            for number in self._spelled(named.name):
                weights[number] += MIDDLING
        found = (number for number, weight in weights.items() if weight >= least)
        return nlargest(at_most, found, key=lambda number: (weights[number], -number))

    def prepare(self) -> None:
        """Spell every name in pinyin now (5 s for 100,000), so that the first question in letters does not wait."""
        if self._pinyin is None:
            self._pinyin = defaultdict(list)
            for number in range(len(self._bodies)):
                self._spell(number)

    def _spelled(self, text: str) -> list[int]:
        """Bodies whose pinyin, in full or by initials, is this text: xajd, xianjiaotongdaxue."""
        self.prepare()
        assert self._pinyin is not None
        letters = "".join(c for c in text.lower() if c.isalnum())
        return self._pinyin.get(letters, [])[: 4 * CROWDED]

    def _spell(self, number: int) -> None:
        assert self._pinyin is not None
        for spelling in pinyin_of(self._bodies[number][1].name):
            self._pinyin[spelling].append(number)

    def resolve(self, named: Named, *, at_most: int = 10) -> list[Found]:
        """Bodies that a name is or may be: same first, then queue, by score; different ones are left out.

        A name in pinyin only (`xajd`) finds its bodies as `queue`.
        """
        best: dict[str, Found] = {}
        spelled = set(self._spelled(named.name)) if named.name.isascii() else set()
        for number in self.candidates(named):
            id_, body = self._bodies[number]
            verdict = judge(named, body)
            if verdict.verdict == "different" and number in spelled and not verdict.vetoes:
                verdict = Verdict("queue", 0.5, f"拼音与“{body.name}”相符")
            if verdict.verdict != "different":
                held = best.get(id_)
                if held is None or _order(verdict) < _order(held.verdict):
                    best[id_] = Found(id_, body, verdict)
        return sorted(best.values(), key=lambda found: (*_order(found.verdict), found.id))[:at_most]

    def pairs(self, *, at_most: int = LOOKED_AT // 2) -> Iterator[tuple[str, str, Verdict]]:
        """Every two bodies of the index that are or may be one, each pair once, in the order of the bodies."""
        for number, (id_, named) in enumerate(self._bodies):
            for other in self.candidates(named, at_most=at_most, least=FAINT):
                if other <= number:
                    continue
                other_id, body = self._bodies[other]
                verdict = judge(named, body)
                if verdict.verdict != "different":
                    yield id_, other_id, verdict


def _order(verdict: Verdict) -> tuple[int, float]:
    return (0 if verdict.verdict == "same" else 1, -verdict.score)
