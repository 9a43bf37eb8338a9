"""The two tables beside the facts: the publications they cite, and the commitments each fact bears on.

Both are looked up for every row, so each is read once for each state of its file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import Publication, SourceSpec

SOURCES, EVIDENCE = "data/sources.csv", "data/evidence.csv"
ADDRESSED = ("O", "R")


@dataclass(frozen=True)
class Table:
    """A file as it stood at `stamp` (its time of change, nanoseconds)."""

    path: Path
    stamp: int
    spec: SourceSpec = field(compare=False, repr=False)


def publications_of(spec: SourceSpec) -> dict[str, Publication]:
    """The publications by their id (S1 …)."""
    return _publications(_table(spec, SOURCES))


def commitments_of(spec: SourceSpec) -> dict[str, tuple[str, ...]]:
    """Parent fact (F65) → numbers of the commitments that list it."""
    return _commitments(_table(spec, EVIDENCE))


def nameless(publication: Publication) -> bool:
    """Whether it names nobody and gives nowhere to look (docs/decisions/0001)."""
    return publication.publisher == "未注明" and publication.mark not in ADDRESSED


def _table(spec: SourceSpec, name: str) -> Table:
    path = spec.folder / name
    return Table(path, path.stat().st_mtime_ns if path.is_file() else 0, spec)


@cache
def _publications(table: Table) -> dict[str, Publication]:
    only = table.spec.model_copy(update={"columns": ["id", "publisher", "title_or_topic", "date", "mark", "url"]})
    return {row.key: _publication(row) for row in read_csv(only, SOURCES, "id")}


@cache
def _commitments(table: Table) -> dict[str, tuple[str, ...]]:
    only = table.spec.model_copy(update={"columns": ["fact", "commitments"]})
    rows = read_csv(only, EVIDENCE, "fact")
    return {row.key: tuple(row.pop("commitments").split(";")) for row in rows}


def _publication(row: Row) -> Publication:
    """One publication; an address is kept for the marks O and R only (model.md, "Provenance")."""
    mark, url = row.pop("mark"), row.pop("url")
    return Publication.model_validate(
        {
            "id": row.pop("id"),
            "publisher": row.pop("publisher"),
            "title": row.pop("title_or_topic"),
            "date": row.pop("date"),
            "date_note": row.pop("date_note", ""),
            "mark": mark,
            "url": url if mark in ADDRESSED else "",
        }
    )
