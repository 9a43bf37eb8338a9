"""A load worked out before anything is written: what it adds, what it changes, which look-alikes it brings."""

from __future__ import annotations

from graph import journal
from graph.errors import LoadInProgressError
from graph.store import Row, Work
from loaders import books, replaced
from loaders.additions import split
from loaders.affected import affected
from loaders.applying import Job, Worked, check_promises, count_changes, stated
from loaders.change import work_out
from loaders.hiding import hide_people
from loaders.likeness import brought_by, queue
from loaders.stream.added import work_out_kept
from loaders.stream.kept import Kept
from loaders.understood import Said


def worked_out(work: Work, job: Job, version: int) -> Worked:
    """What the load does; only reads. Raises `SourceError` when the graph would not be what the source promises."""
    if isinstance(job.reading.kept, Kept):
        return _of_kept(work, job, job.reading.kept, version)
    hide_people(job.reading.rows, journal.hidden(journal.entries(work)))
    before = {row["id"]: row for row in _records_before(work, job)}
    old = [Said.from_json(row["understood"]) for row in before.values()]
    found = affected(work, [row.said for row in job.reading.rows], old)
    change = work_out(work, found)
    check_promises(job.spec, *stated(found, change))
    rows, parts = replaced.to_write(books.record_rows(job.reading), before)
    added, rest, rows = split(work, found, change, books.placed(rows, job.spec, job.source_version))
    there = {id_ for id_, known in found.known.items() if known.first_load == version}
    queued = queue(work, brought_by(change, found.mine.values(), there), found.judgements.different)
    cut_off = {id_ for id_, row in before.items() if row["first_load"] == version}
    return Worked(found, added, rest, rows, parts, queued, count_changes(found, cut_off), version)


def _of_kept(work: Work, job: Job, kept: Kept, version: int) -> Worked:
    """The same for a large source at its first load."""
    same = kept.hidden == journal.hidden(journal.entries(work))
    if work.run("read/records_begun", source=job.spec.id) or not same:
        raise LoadInProgressError(f"来源 {job.spec.id} 或要隐去的人刚被改动", way_out="重新装载")
    return work_out_kept(work, kept, job.spec, job.source_version, version)


def _records_before(work: Work, job: Job) -> list[Row]:
    """The records that the load may change: all of the source, or those of the rows that are not as they were."""
    reading = job.reading
    if not reading.same:
        return work.run("read/records_of_source", source=job.spec.id)
    return work.run("read/records_in_full", ids=[*(row.id for row in reading.rows), *reading.gone])
