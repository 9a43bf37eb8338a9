"""What a load replaces, kept under its number (`Superseded`), so that the load can be taken back exactly.

Small in the ordinary case: what is new is known by its first load, and bodies and ties in force are derived again from
records. So what is kept is rows that changed, claims of coverage, and what cannot be derived: history that comes back
into force, bodies merged into others with all their ties, and where keys led.
"""

from __future__ import annotations

from typing import Any

from graph.store import Row, Work
from loaders.affected import Affected
from loaders.change import Change
from loaders.portions import portions
from loaders.writing import by_type

PLACED = ("row", "file", "sheet")
STATED = ("raw", "understood", "sources")


def to_write(rows: list[dict[str, Any]], before: dict[str, Row]) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """Rows of a source that differ from its records in force, and of what is replaced the part to be kept.

    A row that is in the graph as it stands is not written. One that is not in force may be history, and is kept whole.
    """
    changed: list[dict[str, Any]] = []
    parts: list[dict[str, str]] = []
    for row in rows:
        old = before.get(row["id"])
        if old is not None and all(old[key] == row[key] for key in (*PLACED, *STATED)):
            continue
        moved = old is not None and all(old[key] == row[key] for key in STATED)
        changed.append(row)
        parts.append({"id": row["id"], "part": "place" if moved else "whole"})
    return changed, parts


def keep_records(work: Work, parts: list[dict[str, str]], version: int) -> None:
    """Keep these parts of records."""
    for rows in portions(parts):
        work.run("write/keep_records", rows=rows, version=version)


def keep_graph(work: Work, found: Affected, change: Change, version: int) -> None:
    """Keep what this change makes underivable. To be called before it is written."""
    restated = {said.record for said in change.restated}
    keep_records(work, [{"id": record, "part": "bodies"} for record in sorted(restated)], version)
    back = {id_ for id_ in change.entities if id_ in found.known and found.known[id_].retired}
    if back or change.merged:
        work.run("write/keep_entities", ids=sorted({*back, *change.merged}), version=version)
    if change.merged:
        work.run("write/keep_ties_of", ids=sorted(change.merged), version=version)
    for type_, ids in by_type(change.dropped_ties).items():
        work.run("write/keep_ties", slots={"type": type_}, ids=ids, live=True, version=version)
    for type_, ids in by_type(_may_be_history(found, change, restated)).items():
        for some in portions(ids):
            work.run("write/keep_ties", slots={"type": type_}, ids=some, live=False, version=version)


def _may_be_history(found: Affected, change: Change, restated: set[str]) -> dict[str, str]:
    """Ties to be written that were not in force before, between bodies that were there: id → type."""
    in_force = {tie.id for said in found.before.values() for tie in said.ties}
    in_force |= {tie.id for record, said in found.others.items() if record not in restated for tie in said.ties}
    return {
        id_: type_
        for id_, (type_, start, end, _) in change.ties.items()
        if id_ not in in_force and start in found.known and end in found.known
    }
