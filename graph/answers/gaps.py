"""The answer to a gap question, and the list of rules."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from graph.answers.base import Model, NodeRef, SourceRef

State = Literal["linked", "none_found", "not_collected"]


class Anchor(Model):
    """What a finding is about; `key` is its number where it has one (a commitment's `C11a`)."""

    id: str
    kind: str
    name: str
    place: str = ""
    key: str | None = None


class Evidence(Model):
    """A stated fact that supports a finding's state, with its sources."""

    text: str
    record: str | None = None
    tie: str | None = None
    stage: str | None = None
    date_text: str = ""
    background: bool = False
    sources: list[SourceRef] = Field(default_factory=list)


class Finding(Model):
    """One row of a gap answer; its id stays the same for the same rule and anchor."""

    finding: str
    anchor: Anchor
    state: State
    since: str | None = None
    reason: str
    evidence: list[Evidence] = Field(default_factory=list)
    candidates: list[NodeRef] = Field(default_factory=list)
    county: str = ""
    chain: list[str] = Field(default_factory=list)
    note: str | None = None


class Scope(Model):
    """A restriction that a rule has unless it is lifted: the parameter, what is looked at, and what `widest` adds.

    `words` and `widest_words` are the two in Chinese.
    """

    parameter: str
    value: str
    words: str
    widest: str
    widest_words: str


class RuleRef(Model):
    """A gap rule: what it asks and why, which commitments it serves, and its revision (hash of its statement).

    `scope` is the restriction that stands where the question does not say otherwise.
    """

    name: str
    title: str
    why: str
    commitments: list[str]
    anchor: str
    looks_at: list[str]
    revision: str
    scope: Scope | None = None


class Counts(Model):
    """Findings by state; `total` is the denominator."""

    linked: int = 0
    none_found: int = 0
    not_collected: int = 0
    total: int = 0


class Changed(Model):
    """Findings that are new or closed since the version before."""

    new: list[str] = Field(default_factory=list)
    closed: list[str] = Field(default_factory=list)
    since_version: str | None = None


class GapAnswer(Model):
    """The answer to a gap question: list, picture and ratio come from the same rows."""

    rule: RuleRef
    rows: list[Finding]
    counts: Counts
    by: dict[str, dict[str, Counts]]
    changed: Changed = Field(default_factory=Changed)
    next: str | None = None


class GapList(Model):
    """All gap rules."""

    rules: list[RuleRef]
