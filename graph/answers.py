"""The answer types all doors share (answers.md): frozen, closed pydantic models."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

State = Literal["linked", "none_found", "not_collected"]
T = TypeVar("T")


class Model(BaseModel):
    """Base of all answers: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class CoverageNote(Model):
    """What a source says it covers, for one kind or tie; `declared` is the count its publisher gives."""

    source: str
    publisher: str
    about: str
    subkind: str = ""
    place: str
    state: Literal["complete", "partial", "none"]
    as_of: str | None = None
    declared: int | None = None
    loaded: int | None = None


class Truncated(Model):
    """An answer cut short: how many are shown, how many were found at least, and why it was cut."""

    shown: int
    found_at_least: int
    why: str


class Meta(Model):
    """Where an answer comes from: graph version, statement with parameters, coverage looked at."""

    graph_version: str
    loaded_at: str | None = None
    as_of: str | None = None
    as_of_mode: Literal["possible", "certain"] = "possible"
    statement: str
    parameters: dict[str, Any] = Field(default_factory=dict)
    truncated: Truncated | None = None
    load_in_progress: bool = False
    coverage: list[CoverageNote] = Field(default_factory=list)


class Answer(Model, Generic[T]):
    """The one envelope: `data` and `meta`."""

    data: T
    meta: Meta


class NodeRef(Model):
    """A node as shown beside others. `kind` is the label, `city` the side."""

    id: str
    kind: str
    name: str
    city: str = "未知"
    place: str = ""


class SourceRef(Model):
    """A source as cited. `url` is given only for mark O; for R it is in `address_text`, for M and N there is none."""

    id: str
    publisher: str
    title: str
    date: str = ""
    date_note: str = ""
    mark: str
    url: str | None = None
    address_text: str | None = None


class SearchHit(Model):
    """One body a text may mean. `why` says by which name or identifier, `certain` whether it is exact."""

    id: str
    kind: str
    name: str
    city: str = "未知"
    place: str = ""
    why: str
    certain: bool
    score: float = 1.0


class SearchAnswer(Model):
    """Hits in order: exact, alias, former name, then alike."""

    query: str
    hits: list[SearchHit]


class Tie(Model):
    """One tie of a path, read in the direction the path goes; `start` and `end` are node ids in that direction."""

    id: str
    type: str
    verb: str
    forward: bool
    start: str
    end: str
    stage: str
    status: str
    date_text: str = ""
    from_date: str | None = None
    to_date: str | None = None
    in_force: bool | None = None
    inferred: bool = False
    role: str | None = None
    note: str | None = None
    records: list[str]
    sources: list[SourceRef]


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
    """Why there is no path, what is nearest, and which coverage is missing."""

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


class RuleRef(Model):
    """A gap rule: what it asks and why, which commitments it serves, and its revision (hash of its statement)."""

    name: str
    title: str
    why: str
    commitments: list[str]
    anchor: str
    looks_at: list[str]
    revision: str


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


class Neighbour(Model):
    """A tie of a node, read from that node, and what stands at its other end."""

    tie: Tie
    other: NodeRef


class NodeDetail(Model):
    """One node with all it carries and its ties, those with the greatest weight first.

    `properties` holds the kind's own and the common properties by their names in the schema; `ties_found` is how many
    ties it has, also those beyond the limit; `sources` are those that state the node itself.
    """

    node: NodeRef
    names: list[str] = Field(default_factory=list)
    properties: dict[str, Any] = Field(default_factory=dict)
    ties: list[Neighbour] = Field(default_factory=list)
    ties_found: int = 0
    sources: list[SourceRef] = Field(default_factory=list)


class TableTie(Model):
    """A tie that stands in a row of a table, between two nodes that do too."""

    id: str
    type: str
    start: str
    end: str


class CypherAnswer(Model):
    """The rows of a user's statement; where nodes came back, `nodes` and `ties` make the picture."""

    columns: list[str]
    rows: list[list[Any]]
    nodes: list[NodeRef] = Field(default_factory=list)
    ties: list[TableTie] = Field(default_factory=list)


class Reject(Model):
    """A row or value that was not understood, and where it stands."""

    file: str
    sheet: str = ""
    row: int
    column: str = ""
    value: str = ""
    rule: str
    reason: str


class LoadReport(Model):
    """What a load did; `read` = `loaded` + `rejected` + sum of `left_out`."""

    source: str
    version: str
    graph_version: int
    read: int
    loaded: int
    rejected: int
    left_out: dict[str, int] = Field(default_factory=dict)
    new: int = 0
    changed: int = 0
    retired: int = 0
    nodes: int = 0
    ties: int = 0
    queued: int = 0
    unchanged: bool = False
    dry_run: bool = False
    rejects: list[Reject] = Field(default_factory=list)
    not_placed: list[Reject] = Field(default_factory=list)
    mapping: dict[str, str] = Field(default_factory=dict)
    unmapped: list[str] = Field(default_factory=list)
