"""Bodies that may be one, side by side, and what a judgement on them does."""

from __future__ import annotations

from pydantic import Field

from graph.answers.base import Model
from graph.answers.search import NodeDetail


class ReviewPair(Model):
    """Two bodies of one kind that wait for a person: why they look alike, what speaks against, and who queued them.

    `verdict`, `score` and `reason` are those of the rules of names; `vetoes` are reasons that no judgement outvotes.
    """

    one: str
    other: str
    names: tuple[str, str]
    kind: str
    why: str
    load: int
    source: str
    verdict: str
    score: float
    reason: str
    vetoes: list[str] = Field(default_factory=list)


class ReviewList(Model):
    """The queue, most alike first."""

    pairs: list[ReviewPair]


class SideBySide(Model):
    """One pair with all there is to see of both."""

    pair: ReviewPair
    details: tuple[NodeDetail, NodeDetail]
    shared: list[str] = Field(default_factory=list)
    """Ids of bodies that both hold ties to."""


class Judged(Model):
    """What a judgement did, or with `dry_run` would do.

    `merged` leads the ids that are no longer bodies to the body that has them now; `new` are bodies that came apart;
    `effects` say in Chinese what else changes: bodies drawn in by earlier judgements, ties that move.
    """

    entry: str
    judgement: str
    ids: list[str]
    graph_version: int
    dry_run: bool
    merged: dict[str, str] = Field(default_factory=dict)
    new: list[str] = Field(default_factory=list)
    bodies: int = 0
    ties: int = 0
    effects: list[str] = Field(default_factory=list)


class JournalEntry(Model):
    """One judgement as it is exported: names make it readable, ids make it apply."""

    id: str
    judgement: str
    ids: list[str]
    names: list[str]
    reason: str
    who: str
    at: str
    in_force: bool
