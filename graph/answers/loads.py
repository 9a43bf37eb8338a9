"""What a load did."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from graph.answers.base import Model


class Reject(Model):
    """A row or value that was not understood, and where it stands."""

    file: str
    sheet: str = ""
    row: int
    column: str = ""
    value: str = ""
    rule: str
    reason: str


class ColumnTaken(Model):
    """A column of a given file and the field it was taken for."""

    column: str
    field: str
    zh: str
    how: str


class RowTaken(Model):
    """A row as it would be in the graph: its bodies and ties in Chinese."""

    row: int
    nodes: list[str]
    ties: list[str] = Field(default_factory=list)


class FileTaken(Model):
    """What a given file was taken for; counts are of cells for `personal` and `masked`, of lines for `skipped`."""

    file: str
    format: str
    tables: list[str]
    kind: str
    publisher: str
    title: str
    date: str
    mark: str
    notes: list[str] = Field(default_factory=list)
    columns: list[ColumnTaken] = Field(default_factory=list)
    unknown: list[str] = Field(default_factory=list)
    suggestions: dict[str, str] = Field(default_factory=dict)
    known: list[str] = Field(default_factory=list)
    personal: dict[str, int] = Field(default_factory=dict)
    masked: dict[str, int] = Field(default_factory=dict)
    skipped: dict[str, int] = Field(default_factory=dict)
    first_rows: list[RowTaken] = Field(default_factory=list)


class Covered(Model):
    """What a source says it covers: `claimed` complete by its words, `complete` as far as it counts; `why_not`."""

    about: str
    place: str
    claimed: bool
    declared: int | None = None
    read: int
    complete: bool
    why_not: str = ""


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
    writer: Literal["transaction", "batches", "offline"] = "transaction"
    """How it was written: in one transaction, in many, or into a store built offline."""
    rejects: list[Reject] = Field(default_factory=list)
    not_placed: list[Reject] = Field(default_factory=list)
    coverage: list[Covered] = Field(default_factory=list)
    mapping: dict[str, str] = Field(default_factory=dict)
    unmapped: list[str] = Field(default_factory=list)
    taken: FileTaken | None = None
    rejects_file: str = ""


class UndoReport(Model):
    """A load taken back: the version that is no longer there, the one that holds again, and records by what became of
    them. `dry_run`: what would be; nothing was written."""

    load: int
    source: str
    version: str
    now: str | None = None
    graph_version: int
    removed: int
    restored: int
    dry_run: bool = False
