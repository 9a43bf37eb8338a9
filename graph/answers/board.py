"""Answers of the overview: the agreement, sources, coverage, the bodies of both cities."""

from __future__ import annotations

from pydantic import Field

from graph.answers.base import CoverageNote, Model, NodeRef, SourceRef
from graph.answers.gaps import Evidence, RuleRef, State


class CommitmentRow(Model):
    """One promise with its state. `facts` counts what bears on it; none of that means that it is fulfilled.

    A parent has no state of its own: `parts` counts the states of its leaves.
    """

    id: str
    key: str
    text: str
    chapter: str
    parent: str | None = None
    leaf: bool
    direction: str
    regularity: str = ""
    state: State | None = None
    reason: str = ""
    facts: int = 0
    background: int = 0
    latest: Evidence | None = None


class CommitmentList(Model):
    """All commitments in the order of the agreement, and the agreement itself with its sources."""

    agreement: NodeRef | None = None
    sources: list[SourceRef] = Field(default_factory=list)
    rows: list[CommitmentRow]
    next: str | None = None


class CommitmentDetail(Model):
    """One commitment in full, with all that bears on it."""

    row: CommitmentRow
    text_en: str = ""
    actors: list[str] = Field(default_factory=list)
    path_question: str = ""
    gap_question: str = ""
    indicators: list[str] = Field(default_factory=list)
    evidence: list[Evidence] = Field(default_factory=list)
    parts: list[CommitmentRow] = Field(default_factory=list)
    rules: list[RuleRef] = Field(default_factory=list)
    sources: list[SourceRef] = Field(default_factory=list)


class FailedLoad(Model):
    """The latest load of a source, which failed and changed nothing: when, the kind of error, what it said."""

    at: str
    code: str
    detail: str
    way_out: str = ""


class SourceRow(Model):
    """A source as loaded: what it is, how many records rest on it, and its last good load (loaded sources only).

    `loaded_at` is when that load ended, `retrieved` the day the file was taken and `age_days` how long ago that is;
    `every` is how often the publisher renews the list (ISO 8601, empty: published once), `due` the day by which it is
    to be taken anew, `stale` whether that is past. `failed` is a later load that failed.
    """

    source: SourceRef
    licence: str = ""
    records: int
    loaded_source: bool
    last_load: str | None = None
    read: int | None = None
    loaded: int | None = None
    rejected: int | None = None
    left_out: dict[str, int] = Field(default_factory=dict)
    version: str | None = None
    loaded_at: str | None = None
    retrieved: str | None = None
    age_days: int | None = None
    every: str = ""
    due: str | None = None
    stale: bool = False
    note: str = ""
    failed: FailedLoad | None = None


class SourceList(Model):
    """Sources by id, a page of them."""

    rows: list[SourceRow]
    next: str | None = None


class CoverageList(Model):
    """What the publishers say their lists cover, a page of it."""

    rows: list[CoverageNote]
    next: str | None = None


class KindCount(Model):
    """Bodies of one kind by city."""

    kind: str
    xian: int
    shangluo: int
    both: int
    other: int
    unknown: int


class CityPair(Model):
    """Two bodies, one of each city, joined by ties or over one reified node between them.

    `verb` names the ties, `stage` is the least advanced of them on the way, `mark` the weakest mark, `date_text` their
    dates as printed.
    """

    xian: NodeRef
    shangluo: NodeRef
    through: NodeRef | None = None
    verb: str
    stage: str
    mark: str
    date_text: str = ""
    sources: list[SourceRef] = Field(default_factory=list)


class Wanted(Model):
    """A list that is not loaded (or not complete): who keeps such lists, and how many findings wait for it.

    `fills` names in words the kinds and ties it would fill; `together` the titles of the other lists its rules need as
    well before they can decide; `kind` is what a row of it is, for `xishang load --kind`; `columns` are the headers of
    its template, which load as they are.
    """

    key: str
    title: str
    keepers: str
    fills: str
    findings: int
    rules: list[RuleRef]
    together: tuple[str, ...] = ()
    kind: str
    columns: tuple[str, ...]


class StaleSource(Model):
    """A loaded list that is past its day; `note` says so in Chinese, with the dates."""

    id: str
    title: str
    due: str
    note: str


class Overview(Model):
    """The first page: commitments are asked apart. `stale` are the lists that are past the day to take them anew."""

    counts: list[KindCount]
    pairs: list[CityPair]
    wanted: list[Wanted]
    stale: list[StaleSource] = Field(default_factory=list)
