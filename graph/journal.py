"""What people decided: an append-only journal, written in the transaction of its effect.

Entries hold for every later load and for a rebuild. A later entry on the same bodies replaces an earlier one, so a
judgement is taken back by another (`unsure` says neither same nor different). A hidden person is known by a hash only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from graph.errors import UsageError
from graph.identity.mention import Signature
from graph.identity.resolver import Judgements
from graph.store import Work

Kind = Literal["same", "different", "unsure", "hide"]


@dataclass(frozen=True)
class Entry:
    """One decision: `ids` of two or more bodies for same, different and unsure; `hash` of a person for hide."""

    id: str
    kind: str
    ids: tuple[str, ...]
    hash: str
    reason: str
    who: str
    at: str
    sequence: int


def append(
    work: Work, kind: Kind, *, ids: Iterable[str] = (), hash_: str = "", reason: str, who: str, at: str = ""
) -> Entry:
    """Write an entry; `at` is the time it was decided where that was elsewhere (ISO 8601), else now.

    Raises `UsageError` for an unknown kind, too few ids, or no reason.
    """
    judged = tuple(sorted(set(ids)))
    if kind not in get_args(Kind):
        raise UsageError(f"没有“{kind}”这种判定", way_out="可用：" + "、".join(get_args(Kind)))
    if not reason.strip() or (kind == "hide") != bool(hash_) or (kind != "hide" and len(judged) < 2):
        raise UsageError("判定要有理由；同一、不同、存疑要至少两个编号", way_out="补上理由与编号")
    sequence = len(entries(work)) + 1
    at = at or datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(f"journal-{sequence:06d}", kind, judged, hash_, reason.strip(), who, at, sequence)
    work.run(
        "write/journal",
        id=entry.id,
        kind=kind,
        ids=list(judged),
        hash=hash_,
        reason=entry.reason,
        who=who,
        at=at,
        sequence=sequence,
    )
    return entry


def entries(work: Work) -> list[Entry]:
    """All entries, oldest first."""
    return [Entry(**{**row, "ids": tuple(row["ids"])}) for row in work.run("read/journal")]


def in_force(entry: Entry, found: Iterable[Entry]) -> bool:
    """Whether no later entry is about the same bodies."""
    return not any(frozenset(other.ids) == frozenset(entry.ids) and other.sequence > entry.sequence for other in found)


def judgements(found: Iterable[Entry]) -> Judgements:
    """What holds today: for each set of bodies the latest entry."""
    latest: dict[frozenset[str], Entry] = {}
    for entry in found:
        if entry.kind != "hide":
            latest[frozenset(entry.ids)] = entry
    return Judgements(
        same=tuple(ids for ids, entry in latest.items() if entry.kind == "same"),
        different=frozenset(ids for ids, entry in latest.items() if entry.kind == "different"),
    )


def hidden(found: Iterable[Entry]) -> frozenset[str]:
    """Hashes of the people who asked to be left out."""
    return frozenset(entry.hash for entry in found if entry.kind == "hide")


def person_hash(person: Signature) -> str:
    """SHA-256 of a person's folded name and home body: enough to know the person again, not to read the name."""
    return hashlib.sha256(f"{person.name}@{person.within}".encode()).hexdigest()
