"""What is judged and what comes out: a name with what its row says beside it, and a verdict with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Band = Literal["same", "queue", "different"]
"""same: one body by a rule; queue: a person should look; different: two bodies."""

NO_KEYS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Named:
    """A name as printed; `place` and `kind` as its row has them ("" = untold); `keys` scheme → value (uscc, moe …)."""

    name: str
    place: str = ""
    kind: str = ""
    keys: Mapping[str, str] = field(default_factory=lambda: NO_KEYS)


@dataclass(frozen=True)
class Share:
    """One part of the score: `points` of at most `most`, both between 0 and 1, and what was compared."""

    part: str
    points: float
    most: float
    says: str


@dataclass(frozen=True)
class Verdict:
    """The band, a score from 0 to 1 for the order within a band, and why, in the user's words.

    `parts` add up to the score of the comparison; `vetoes` are what speaks against, each enough on its own.
    """

    verdict: Band
    score: float
    reason: str
    parts: tuple[Share, ...] = ()
    vetoes: tuple[str, ...] = ()


def same(reason: str, score: float = 1.0, parts: tuple[Share, ...] = ()) -> Verdict:
    """One body, by the rule that the reason names."""
    return Verdict("same", round(score, 3), reason, parts)


def queue(reason: str, score: float = 0.7, parts: tuple[Share, ...] = ()) -> Verdict:
    """For a person: what speaks for it is not enough for a rule."""
    return Verdict("queue", round(score, 3), reason, parts)


def different(reason: str, score: float = 0.1, parts: tuple[Share, ...] = (), *, veto: bool = False) -> Verdict:
    """Two bodies; with `veto` the reason is one that no score outvotes."""
    return Verdict("different", round(min(score, 0.4), 3), reason, parts, (reason,) if veto else ())
