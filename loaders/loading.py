"""One source into the graph: seen whole or not at all.

Reading and checking come first and touch nothing. One transaction takes the lock of the graph and holds it until the
load is through, so two loads follow each other. What it can hold is written in it; what is more, in many transactions
that only add before it, or offline into a new store that takes the place of the old one (`loaders.bulk`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from graph import attempts, journal
from graph.answers import Answer, LoadReport
from graph.errors import LoadInProgressError, ServerDownError, SourceError, TimeLimitError
from graph.store import Row, Store, Work
from loaders import books, versions
from loaders.applying import After, Job, apply, report_of
from loaders.bulk.choice import Writer, choose
from loaders.bulk.writers import write_in_batches, write_offline
from loaders.collector import seldom
from loaders.likeness import Queued
from loaders.reading import Progress, Reading, read_source
from loaders.revision import source_hash, source_version, version_named
from loaders.setup import ensure_schema
from loaders.spec import SourceSpec
from loaders.stream.kept import Kept
from loaders.working_out import worked_out

__all__ = ["After", "Writer", "is_loaded", "load", "locked", "wait_for_lock"]

WAIT_SECONDS = 60.0
"""How long a load waits for another to finish before it is refused."""

LOAD_SECONDS = 3600.0
"""Longest transaction of one load."""


class _RolledBack(Exception):
    """Ends a transaction without writing; carries the report."""

    def __init__(self, report: LoadReport) -> None:
        super().__init__()
        self.report = report


def load(
    store: Store,
    spec: SourceSpec,
    *,
    force: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    after: Sequence[After] = (),
    rebuilding: bool = False,
    writer: Writer = "auto",
) -> Answer[LoadReport]:
    """Load one source. An unchanged one is skipped unless forced; `dry_run` reports what would be and writes nothing.

    `writer` is how a load is written that is more than one transaction holds: `bolt`, `offline` (local server only), or
    by size; a small load is one transaction unless `offline` is asked for.

    Raises `SourceError`, `RejectsError`, `LoadInProgressError`, `ForeignGraphError` and the errors of the store; the
    graph is then as it was, and the failure is noted beside it (`graph.attempts`).
    """
    try:
        with seldom():
            answer = _load(store, spec, force, dry_run, progress, after, rebuilding, writer)
    except BaseException as error:
        if not dry_run:
            attempts.failed(store.settings.home, spec.id, error)
        raise
    if not dry_run:
        attempts.succeeded(store.settings.home, spec.id)
    return answer


def _load(
    store: Store,
    spec: SourceSpec,
    force: bool,
    dry_run: bool,
    progress: Progress | None,
    after: Sequence[After],
    rebuilding: bool,
    writer: Writer,
) -> Answer[LoadReport]:
    started = books.now()
    store.refuse_foreign()
    ensure_schema(store)
    version = source_version(spec)
    if not rebuilding:
        _refuse_while_rebuilding(store.read("write/locked_state"))
    if not force and is_loaded(store, spec):
        return _answer(store, _unchanged(spec, version, store.state().version, dry_run), force)
    with tempfile.TemporaryDirectory(prefix="xishang-claims-") as folder:
        keep = _keeper(store, spec, Path(folder))
        reading = read_source(spec, progress, None if force else _rows_before(store, spec), keep)
        job = _job(spec, reading, version, force, dry_run, started, progress, after)
        report = _written(store, job, writer, rebuilding)
    if not dry_run and not report.unchanged:
        versions.keep(store.settings.home, spec, version, reading.outcomes)
    return _answer(store, report, force)


def _keeper(store: Store, spec: SourceSpec, folder: Path) -> Callable[[], Kept] | None:
    """What keeps the rows of a large source on disk, at its first load; later loads compare rows in memory."""
    if store.read("read/records_begun", source=spec.id):
        return None
    return lambda: Kept(folder, store.reading(lambda work: journal.hidden(journal.entries(work))))


def _job(
    spec: SourceSpec,
    reading: Reading,
    version: str,
    force: bool,
    dry_run: bool,
    started: str,
    progress: Progress | None,
    after: Sequence[After],
) -> Job:
    hash_ = source_hash(spec)
    if version_named(spec, hash_) != version:
        raise SourceError(
            f"来源 {spec.id} 的文件在读取时被改动或替换，图谱没有改动",
            way_out="等写它的程序结束后重新装载",
            source=spec.id,
        )
    return Job(
        spec,
        reading,
        version,
        hash_,
        force,
        dry_run,
        started,
        progress or (lambda _what, _count: None),
        after,
    )


def _rows_before(store: Store, spec: SourceSpec) -> versions.Outcomes | None:
    """The rows of the version that the graph holds, where only the others need to be loaded."""
    rows = store.read("read/source_version", source=spec.id)
    cut_off = any(state["bulk"] for state in store.read("write/locked_state"))
    if not rows or cut_off or not versions.comparable(spec):
        return None
    return versions.before(store.settings.home, spec, rows[0]["version"])


def _refuse_while_rebuilding(states: list[Row]) -> None:
    if any(state["rebuilding"] for state in states):
        raise LoadInProgressError("图谱正在重建，或上次重建中断了", way_out="运行 xishang rebuild 完成重建，再装载")


def is_loaded(store: Store, spec: SourceSpec) -> bool:
    """Whether the graph holds this very version of the source, so that a load would be skipped."""
    rows = store.read("read/source_version", source=spec.id)
    return bool(rows) and rows[0]["version"] == source_version(spec)


def _unchanged(spec: SourceSpec, source_version: str, version: int, dry_run: bool) -> LoadReport:
    return LoadReport(
        source=spec.id,
        version=source_version,
        graph_version=version,
        read=0,
        loaded=0,
        rejected=0,
        unchanged=True,
        dry_run=dry_run,
    )


def _answer(store: Store, report: LoadReport, force: bool) -> Answer[LoadReport]:
    parameters = {"source": report.source, "force": force, "dry_run": report.dry_run}
    return Answer[LoadReport](data=report, meta=store.state().meta("load", parameters))


def _written(store: Store, job: Job, writer: Writer, rebuilding: bool) -> LoadReport:
    wait_for_lock(store)
    done: list[LoadReport] = []
    queued: list[Queued] = []

    def under_lock(work: Work) -> LoadReport:
        return _under_lock(store, work, job, writer, rebuilding, done, queued)

    try:
        report = store.writing(under_lock, seconds=LOAD_SECONDS)
    except _RolledBack as end:
        report = end.report
    except ServerDownError:
        if not done:
            raise
        report = done[0]  # the transaction that held the lock ended with the server whose store was replaced
    if report.unchanged:
        return report
    return report.model_copy(update={"coverage": books.covered(job.spec, job.reading, queued)})


def wait_for_lock(store: Store, seconds: float = WAIT_SECONDS) -> None:
    """Wait until no other load holds the graph. Raises `LoadInProgressError` after `seconds`."""
    try:
        store.writing(lambda work: work.run("write/lock"), seconds=seconds)
    except TimeLimitError as error:
        raise LoadInProgressError(
            f"另一次装载正在进行，等了 {seconds:.0f} 秒还没有结束", way_out="等它结束后再装载；用 xishang doctor 查看"
        ) from error


def locked(work: Work) -> Row:
    """Take the lock of the graph; gives `version` and `rebuilding` as they stand now that it is held."""
    work.run("write/lock")
    return work.run("write/locked_state")[0]


def refuse_cut_off(state: Row, source: str = "") -> None:
    """Raise `LoadInProgressError` while a load in many transactions is unfinished; its own `source` may finish it."""
    if state["bulk"] not in ("", source):
        raise LoadInProgressError(
            f"来源 {state['bulk']} 的大批装载中断了", way_out=f"先运行 xishang load {state['bulk']} 完成它"
        )


def _under_lock(
    store: Store,
    work: Work,
    job: Job,
    writer: Writer,
    rebuilding: bool,
    done: list[LoadReport],
    queued: list[Queued],
) -> LoadReport:
    spec = job.spec
    state = locked(work)
    if not rebuilding:
        _refuse_while_rebuilding([state])
    refuse_cut_off(state, spec.id)
    current = work.run("read/source_version", source=spec.id)
    if job.reading.same and (not current or current[0]["version"] != job.reading.compared):
        raise LoadInProgressError(f"来源 {spec.id} 刚被另一次装载改动", way_out="重新装载")
    if current and current[0]["version"] == job.source_version and not job.force:
        raise _RolledBack(_unchanged(spec, job.source_version, state["version"], job.dry_run))
    worked = worked_out(work, job, int(state["version"]) + 1)
    queued[:] = worked.queued
    local, held = store.settings.local and not rebuilding, job.reading.kept is None
    how = choose(len(worked.added), writer, local=local, held=held)
    if job.dry_run and how != "transaction":
        report = report_of(job, worked)
        raise _RolledBack(report.model_copy(update={"graph_version": int(state["version"])}))
    if how == "offline":
        done.append(write_offline(store, work, job, worked))
        return done[0]
    if how == "batches":
        return write_in_batches(store, work, job, worked)
    report = apply(work, job, worked)
    if job.dry_run:
        raise _RolledBack(report.model_copy(update={"graph_version": int(state["version"])}))
    return report
