"""The answer to a path question."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from graph.answers.base import CoverageNote, Model, NodeRef, Tie
from graph.answers.search import SearchHit


class Path(Model):
    """One simple path. A hop is a step between bodies; a reified tie between two bodies takes none of its own.

    `ties` has one item for each step between two of `nodes`; further ties of the same kind between the same two are in
    `also`, so that two ties of one kind stay two and make one path. Ties of another kind are another path.
    """

    hops: int
    score: float
    score_parts: dict[str, float]
    pattern: str
    sentence: str
    nodes: list[NodeRef]
    ties: list[Tie]
    also: list[Tie] = Field(default_factory=list)


class Pattern(Model):
    """A metapath and how many of the enumerated paths follow it; `at_least` when the enumeration was cut."""

    pattern: str
    count: int
    at_least: bool
    score: float


class Reason(Model):
    """One reason why there is no path."""

    code: Literal[
        "unknown_end",
        "other_component",
        "farther",
        "only_through_hubs",
        "only_retired_or_planned",
        "outside_as_of",
        "filtered",
    ]
    text: str
    evidence: dict[str, Any] = Field(default_factory=dict)


class WhyNone(Model):
    """Why there is no path, what is nearest, and which coverage is missing: not there, in part, or past its day."""

    reasons: list[Reason]
    nearest: list[SearchHit] = Field(default_factory=list)
    would_join: list[dict[str, Any]] = Field(default_factory=list)
    coverage_missing: list[CoverageNote] = Field(default_factory=list)


class PathAnswer(Model):
    """The answer to a path question. `start` and `end` are written `from` and `to` in JSON."""

    answer: Literal["found", "none"]
    start: NodeRef | None = Field(alias="from")
    end: NodeRef | None = Field(alias="to")
    patterns: list[Pattern] = Field(default_factory=list)
    paths: list[Path] = Field(default_factory=list)
    hubs_not_crossed: list[NodeRef] = Field(default_factory=list)
    why_none: WhyNone | None = None
