"""One row, one fact: a tie between two nodes, or a value of one of them; and what commitment it bears on.

A row that rests only on publications which name nobody and have no address is left out (docs/decisions/0001).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from graph.schema.values import When
from loaders.claims import STAGES, Claims, NodeClaim, Status
from loaders.files import read_csv
from loaders.rows import Row
from loaders.sources.facts.nodes import check_short_forms, stand
from loaders.sources.facts.notes import Note, parse
from loaders.sources.facts.tables import commitments_of, nameless, publications_of
from loaders.sources.facts.values import observe
from loaders.spec import Publication, SourceSpec

FACTS = "data/facts.csv"
LEFT_OUT = "来源未注明发布者且无地址"
# Kinds whose own place the column `place` gives. Of firms, universities and people it gives the place of the act.
PLACED = ("Park", "Platform", "Base", "Project", "Product", "Cooperative")


@dataclass(frozen=True)
class Fact:
    """The cells of one row, with the note taken apart."""

    id: str
    parent: str
    subject: str
    subject_kind: str
    predicate: str
    object: str
    object_kind: str
    value: str
    unit: str
    at: str
    place: str
    status: Status
    note: Note


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """The facts, keyed by their id (F65a)."""
    return read_csv(spec, FACTS, "id")


def publications(_folder: Path, spec: SourceSpec) -> list[Publication]:
    """The publications that rows cite. An address is kept for the marks O and R only."""
    return list(publications_of(spec).values())


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """State what one fact says. Leaves out or rejects the row as the module says."""
    cited = row.pop("source_ids").split(";")
    fact = _fact(row, out, spec)
    known = publications_of(spec)
    for source in cited:
        if source not in known:
            out.reject("source_ids", source, "unknown-source", f"来源“{source}”不在 sources.csv 里")
    if all(nameless(known[source]) for source in cited):
        out.leave_out(LEFT_OUT)
    out.sources[:] = cited
    check_short_forms(out, spec, fact.note.short_forms, (fact.subject, fact.object))
    anchor = _value(fact, out, spec) if _measures(fact, spec) else _tie(fact, out, spec)
    _bears_on(fact, anchor, out, spec)


def _fact(row: Row, out: Claims, spec: SourceSpec) -> Fact:
    status = row.pop("claim_status")
    if status not in STAGES:
        out.reject("claim_status", status, "status", f"未知的口径“{status}”")
    return Fact(
        id=row.pop("id"),
        parent=row.pop("fact"),
        subject=row.pop("subject"),
        subject_kind=row.pop("subject_kind"),
        predicate=row.pop("predicate"),
        object=row.pop("object"),
        object_kind=row.pop("object_kind"),
        value=row.pop("value"),
        unit=row.pop("unit"),
        at=row.pop("period_or_date"),
        place=row.pop("place"),
        status=cast(Status, status),
        note=parse(row.pop("note"), spec.lookups["roles"]),
    )


def _measures(fact: Fact, spec: SourceSpec) -> bool:
    return fact.predicate == "HAS_VALUE" or fact.predicate in spec.lookups["acts"]


def _value(fact: Fact, out: Claims, spec: SourceSpec) -> NodeClaim:
    """A value of the subject, or the day of an act of it; gives the observation."""
    act = spec.lookups["acts"].get(fact.predicate)
    subject = stand(out, spec, fact.subject_kind, fact.subject, short_forms=fact.note.short_forms)
    if act:
        value, unit = fact.value or fact.at, ""
    else:
        value, unit = fact.value, fact.unit
    if not value:
        out.reject("value", "", "no-value", f"{fact.predicate} 没有数值也没有日期")
    return observe(
        out,
        f"{spec.id}:{fact.id}",
        subject,
        act or fact.object,
        value=value,
        unit=unit,
        period=fact.at,
        place=fact.place,
        status=fact.status,
        note=fact.note,
    )


def _tie(fact: Fact, out: Claims, spec: SourceSpec) -> NodeClaim:
    """A tie of the subject to the object; gives the subject."""
    note = fact.note
    forms = note.short_forms
    place = _place_of_subject(fact)
    subject = stand(out, spec, fact.subject_kind, fact.subject, short_forms=forms, beside=fact.object, place=place)
    place = fact.place if fact.object_kind == "Event" else ""
    end = stand(out, spec, fact.object_kind, fact.object, short_forms=forms, beside=fact.subject, place=place)
    amount = f"{fact.value} {fact.unit}".strip()
    out.tie(
        fact.predicate,
        subject,
        end,
        status=fact.status,
        at=fact.at,
        date_inferred=note.inferred,
        role=note.role,
        note="; ".join(part for part in (amount, note.text) if part),
    )
    return subject


def _place_of_subject(fact: Fact) -> str:
    """The column `place` where it says where the subject is; a LOCATED_IN tie says so itself."""
    told = fact.subject_kind == "Event" or (fact.subject_kind in PLACED and fact.predicate != "LOCATED_IN")
    return fact.place if told else ""


def _bears_on(fact: Fact, anchor: NodeClaim, out: Claims, spec: SourceSpec) -> None:
    """One tie for each commitment that lists the fact: background if it ended before the agreement, else evidence."""
    at = out.date(fact.at, "period_or_date")
    for key in commitments_of(spec).get(fact.parent, ()):
        commitment = out.node("Commitment", key, keys={"commitment": key}, key=key)
        out.tie(
            "BEARS_ON",
            anchor,
            commitment,
            status=fact.status,
            at=at,
            date_inferred=fact.note.inferred,
            role="背景" if _before(at, spec.lookups["background_before"]) else "依据",
            distinct=fact.id,
        )


def _before(at: When, day: date) -> bool:
    """Whether a date or period ended before `day`; one that is open or not on the calendar did not."""
    return at.ends and at.last is not None and at.last < day
