"""What all answers are made of: the envelope, nodes, ties and sources as cited."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Model(BaseModel):
    """Base of all answers: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class CoverageNote(Model):
    """What a source says it covers, for one kind or tie; `declared` is the count its publisher gives.

    `stale` says that the list was to be taken anew by the day `due`; `note` says so in Chinese, with the dates.
    """

    source: str
    publisher: str
    about: str
    subkind: str = ""
    place: str
    state: Literal["complete", "partial", "none"]
    as_of: str | None = None
    declared: int | None = None
    loaded: int | None = None
    retrieved: str | None = None
    due: str | None = None
    stale: bool = False
    note: str = ""


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
