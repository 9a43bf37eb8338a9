"""Judgements as a file that can be kept under version control, carried to another graph and read by a person.

One JSON object a line, oldest first: `judgement`, `ids`, `names`, `reason`, `who`, `at`. Ids are minted from what a
body is first known by, so a file applies to every graph built from the same sources. Hidden people are not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph import journal
from graph.answers import Answer, JournalEntry, Judged
from graph.errors import NotFoundError, SourceError, UsageError
from graph.shown import node_refs
from graph.store import Store, Work
from loaders.loading import After
from loaders.review.decide import decide


class _Line(BaseModel):
    """One line of a file; `names` are for the reader and decide nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    judgement: Literal["same", "different", "unsure"]
    ids: list[str] = Field(min_length=2)
    names: list[str] = Field(default_factory=list)
    reason: str = Field(min_length=1)
    who: str
    at: str


@dataclass(frozen=True)
class Imported:
    """What became of the lines of a file: applied, there already, or failed (line number, why)."""

    applied: tuple[Answer[Judged], ...]
    known: int
    failed: tuple[tuple[int, str], ...]


def entries(work: Work) -> list[JournalEntry]:
    """All judgements, oldest first, with the names the bodies have now."""
    found = [entry for entry in journal.entries(work) if entry.kind != "hide"]
    judged = sorted({id_ for entry in found for id_ in entry.ids})
    moved = {row["id"]: row["entity"] for row in work.run("read/merged_ids", ids=judged)}
    refs = node_refs(work, [moved.get(id_, id_) for entry in found for id_ in entry.ids])
    return [
        JournalEntry(
            id=entry.id,
            judgement=entry.kind,
            ids=list(entry.ids),
            names=[refs[now].name if (now := moved.get(id_, id_)) in refs else "" for id_ in entry.ids],
            reason=entry.reason,
            who=entry.who,
            at=entry.at,
            in_force=entry.kind != "unsure" and journal.in_force(entry, found),
        )
        for entry in found
    ]


def export_judgements(store: Store, path: Path) -> int:
    """Write all judgements to a file; returns how many."""
    found = store.reading(entries)
    lines = [entry.model_dump_json(exclude={"in_force", "id"}) + "\n" for entry in found]
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def import_judgements(store: Store, path: Path, *, after: Sequence[After] = ()) -> Imported:
    """Apply the judgements of a file in their order; one that is in the journal already is passed over.

    The whole file is checked before anything is written. Raises `SourceError` with the line for a file that is none.
    """
    wanted = _read(path)
    there = {(entry.kind, entry.ids, entry.at) for entry in store.reading(journal.entries)}
    applied, failed, known = [], [], 0
    for number, entry in wanted:
        if (entry.judgement, tuple(sorted(entry.ids)), entry.at) in there:
            known += 1
            continue
        try:
            applied.append(
                decide(store, entry.judgement, entry.ids, reason=entry.reason, who=entry.who, at=entry.at, after=after)
            )
        except (UsageError, NotFoundError) as error:
            failed.append((number, error.detail))
    return Imported(tuple(applied), known, tuple(failed))


def _read(path: Path) -> list[tuple[int, _Line]]:
    """The lines of a file with their numbers."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"读不到判定文件 {path.name}：{error}", way_out="应是 xishang review --export 所写的 UTF-8 文件"
        ) from error
    found = []
    for number, text in enumerate(lines, start=1):
        if text.strip():
            try:
                found.append((number, _Line.model_validate_json(text)))
            except ValidationError as error:
                told = error.errors()[0]
                where = "、".join(map(str, told["loc"])) or "整行"
                raise SourceError(
                    f"判定文件 {path.name} 第 {number} 行有误（{where}：{told['msg']}），没有任何改动",
                    way_out="每行一个 JSON 对象，含 judgement、ids、reason、who、at，见 xishang review --export",
                    file=path.name,
                ) from error
    return found
