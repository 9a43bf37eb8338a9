"""What is measured of a matcher on the gold pairs: precision and recall with 95 % intervals, and the peers beside it.

A peer gives a score; its threshold is chosen on the tuning part, twice: the best F1, and the least score with a
precision of at least 0.99. The held-out part plays no role in that choice.
"""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from graph.identity.judge import judge
from graph.identity.named import Named
from tests.identity.gold import SAME, Pair

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: 95 % between both tails."""
CAREFUL = 0.99
PEER = Path(__file__).parent / "identity_peer.py"


@dataclass(frozen=True)
class Share:
    """`hits` of `of` cases with Wilson's interval (E. B. Wilson, JASA 22, 1927, p. 209)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share itself; of nothing it is not a number."""
        return self.hits / self.of if self.of else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper bound at 95 %."""
        if not self.of:
            return math.nan, math.nan
        share, n = self.value, self.of
        centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        if not self.of:
            return "–"
        low, high = self.interval
        return f"{self.value:.4f} [{low:.4f}, {high:.4f}] {self.hits}/{self.of}"


@dataclass(frozen=True)
class Counts:
    """How the bands of a matcher fall on labelled pairs."""

    precision: Share
    recall: Share
    kept: Share
    """True pairs that are the same or queued: not lost."""
    queue: Share


def count(pairs: Sequence[Pair], bands: Sequence[str]) -> Counts:
    """The figures of one part; `bands` has same, queue or different for each pair."""
    both = list(zip(pairs, bands, strict=True))
    true = [band for pair, band in both if pair.label == SAME]
    called = [pair for pair, band in both if band == "same"]
    return Counts(
        precision=Share(sum(pair.label == SAME for pair in called), len(called)),
        recall=Share(true.count("same"), len(true)),
        kept=Share(len(true) - true.count("different"), len(true)),
        queue=Share(list(bands).count("queue"), len(bands)),
    )


def ours(pairs: Sequence[Pair]) -> list[str]:
    """The bands the rules give."""
    return [judge(Named(p.name_a, p.place_a, p.kind), Named(p.name_b, p.place_b, p.kind)).verdict for p in pairs]


def ratio(pairs: Sequence[Pair]) -> list[float]:
    """RapidFuzz's normalised edit similarity of the two names, 0 to 100."""
    return [fuzz.ratio(pair.name_a, pair.name_b) for pair in pairs]


def token_set(pairs: Sequence[Pair]) -> list[float]:
    """RapidFuzz's token_set_ratio over the bigrams of the two names, 0 to 100: no dictionary of words is needed."""
    return [fuzz.token_set_ratio(bigrams(pair.name_a), bigrams(pair.name_b)) for pair in pairs]


def bigrams(name: str) -> str:
    """西安建大 → 西安 安建 建大."""
    return " ".join(name[at : at + 2] for at in range(max(1, len(name) - 1)))


def nomenklatura(python: Path) -> Callable[[Sequence[Pair]], list[float]]:
    """The scores of nomenklatura's logic-v2, from the interpreter it is installed for."""

    def scores(pairs: Sequence[Pair]) -> list[float]:
        asked = json.dumps([(pair.id, pair.name_a, pair.name_b) for pair in pairs])
        told = subprocess.run([python, PEER], input=asked, capture_output=True, text=True, check=True)
        return [float(score) for score in json.loads(told.stdout)]

    return scores


def best_threshold(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The score from which on calling two names one body has the best F1."""
    steps = _steps(pairs, scores)
    true = sum(pair.label == SAME for pair in pairs)
    return max(steps, key=lambda step: 2 * step[1] / (step[2] + true))[0]


def careful_threshold(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The least score from which on the precision is 0.99 or more; infinite where no score gives that."""
    return min((at for at, hits, called in _steps(pairs, scores) if hits / called >= CAREFUL), default=math.inf)


def area(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The area under the ROC curve: how often a true pair scores above a near miss, a draw counting half."""
    true = [score for pair, score in zip(pairs, scores, strict=True) if pair.label == SAME]
    rest = [score for pair, score in zip(pairs, scores, strict=True) if pair.label != SAME]
    above = sum((one > other) + 0.5 * (one == other) for one in true for other in rest)
    return above / (len(true) * len(rest))


def bands(scores: Sequence[float], threshold: float) -> list[str]:
    """Same from the threshold on, else different: a peer has no queue."""
    return ["same" if score >= threshold else "different" for score in scores]


def _steps(pairs: Sequence[Pair], scores: Sequence[float]) -> list[tuple[float, int, int]]:
    """For each score that occurs: (score, true pairs at or above it, pairs at or above it)."""
    ranked = sorted(zip(scores, pairs, strict=True), key=lambda item: -item[0])
    steps: dict[float, tuple[int, int]] = {}
    hits = 0
    for called, (score, pair) in enumerate(ranked, start=1):
        hits += pair.label == SAME
        steps[score] = (hits, called)
    return [(score, hits, called) for score, (hits, called) in steps.items()]
