"""One source into the graph, in one transaction.

Reading and checking come first and touch nothing. All writing is one transaction that takes the lock of the
graph first: a load is seen whole or not at all, two loads follow each other, and a broken promise changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph import attempts, journal
from graph.answers import Answer, LoadReport
from graph.errors import LoadInProgressError, SourceError, TimeLimitError
from graph.store import Row, Store, Work
from loaders import books, replaced
from loaders.affected import Affected, affected
from loaders.change import Change, work_out
from loaders.derive import derive
from loaders.hiding import hide_people
from loaders.likeness import queue
from loaders.reading import Progress, Reading, read_source
from loaders.revision import source_hash, source_version, version_named
from loaders.setup import ensure_schema
from loaders.spec import SourceSpec
from loaders.understood import Said
from loaders.writing import write_change

WAIT_SECONDS = 60.0
"""How long a load waits for another to finish before it is refused."""

LOAD_SECONDS = 3600.0
"""Longest transaction of one load."""

After = Callable[[Work, int], None]
"""Called in the transaction after the graph is written and derived, with the new graph version."""


class _RolledBack(Exception):
    """Ends a transaction without writing; carries the report."""

    def __init__(self, report: LoadReport) -> None:
        super().__init__()
        self.report = report


@dataclass(frozen=True)
class _Job:
    """One load: what was read, and how it is to be written."""

    spec: SourceSpec
    reading: Reading
    source_version: str
    hash: str
    force: bool
    dry_run: bool
    started: str
    tell: Progress
    after: Sequence[After]


def load(
    store: Store,
    spec: SourceSpec,
    *,
    force: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    after: Sequence[After] = (),
    rebuilding: bool = False,
) -> Answer[LoadReport]:
    """Load one source. An unchanged one is skipped unless forced; `dry_run` reports what would be and writes nothing.

    Raises `SourceError`, `RejectsError`, `LoadInProgressError`, `ForeignGraphError` and the errors of the store; the
    graph is then as it was, and the failure is noted beside it (`graph.attempts`).
    """
    try:
        answer = _load(store, spec, force, dry_run, progress, after, rebuilding)
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
) -> Answer[LoadReport]:
    started = books.now()
    store.refuse_foreign()
    ensure_schema(store)
    version = source_version(spec)
    if not rebuilding:
        _refuse_while_rebuilding(store.read("write/locked_state"))
    if not force and is_loaded(store, spec):
        return _answer(store, _unchanged(spec, version, store.state().version, dry_run), force)
    reading = read_source(spec, progress)
    hash_ = source_hash(spec)
    if version_named(spec, hash_) != version:
        raise SourceError(
            f"来源 {spec.id} 的文件在读取时被改动或替换，图谱没有改动",
            way_out="等写它的程序结束后重新装载",
            source=spec.id,
        )
    job = _Job(
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
    return _answer(store, _written(store, job, rebuilding), force)


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


def _written(store: Store, job: _Job, rebuilding: bool) -> LoadReport:
    wait_for_lock(store)
    try:
        return store.writing(lambda work: _in_transaction(work, job, rebuilding), seconds=LOAD_SECONDS)
    except _RolledBack as end:
        return end.report


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


def _in_transaction(work: Work, job: _Job, rebuilding: bool) -> LoadReport:
    spec = job.spec
    state = locked(work)
    if not rebuilding:
        _refuse_while_rebuilding([state])
    current = work.run("read/source_version", source=spec.id)
    if current and current[0]["version"] == job.source_version and not job.force:
        raise _RolledBack(_unchanged(spec, job.source_version, state["version"], job.dry_run))
    version = int(state["version"]) + 1
    hide_people(job.reading.rows, journal.hidden(journal.entries(work)))
    before = {row["id"]: row for row in work.run("read/records_of_source", source=spec.id)}
    old = [Said.from_json(row["understood"]) for row in before.values()]
    old_words = {said.record: said.without_ids() for said in old}
    new_words = {row.id: row.said.without_ids() for row in job.reading.rows}
    found = affected(work, [row.said for row in job.reading.rows], old)
    change = work_out(work, found)
    _write(work, job, found, change, version, before)
    derive(work, change.touched | {node.id for said in (*found.mine.values(), *old) for node in said.nodes})
    queued = queue(work, change, list(found.mine.values()), found.judgements.different)
    _assert(work, job, found)
    numbers = {
        "new": len(new_words.keys() - old_words.keys()),
        "changed": sum(1 for id_ in new_words.keys() & old_words.keys() if new_words[id_] != old_words[id_]),
        "retired": len(old_words.keys() - new_words.keys()),
        "nodes": len({node.id for said in found.mine.values() for node in said.nodes}),
        "ties": len({tie.id for said in found.mine.values() for tie in said.ties}),
    }
    books.write_coverage(work, spec, job.reading, job.source_version, version, queued)
    books.write_load(
        work,
        spec,
        job.reading,
        source_version=job.source_version,
        version=version,
        started=job.started,
        queued=queued,
        numbers=numbers,
    )
    work.run("write/state", version=version, loaded_at=books.now())
    for call in job.after:
        call(work, version)
    report = _report(job, version, numbers, len(queued))
    if job.dry_run:
        raise _RolledBack(report.model_copy(update={"graph_version": int(state["version"])}))
    return report


def _write(work: Work, job: _Job, found: Affected, change: Change, version: int, before: dict[str, Row]) -> None:
    replaced.keep_graph(work, found, change, version)
    again = bool(work.run("read/source_version", source=job.spec.id))
    books.write_sources(work, job.spec, job.reading, job.source_version, version)
    books.write_version(work, job.spec, job.reading, job.source_version, job.hash, version)
    rows, parts = replaced.to_write(books.record_rows(job.reading), before)
    if again:
        replaced.keep_records(work, parts, version)
    books.write_records(work, job.spec, rows, job.source_version, version)
    gone = sorted(found.before.keys() - found.mine.keys())
    if gone:
        work.run("write/retire_records", ids=gone, version=version)
    write_change(work, found, change, version, job.tell)


def _assert(work: Work, job: _Job, found: Affected) -> None:
    """Hold the graph as it would be against what the source promises; a broken promise rolls everything back."""
    nodes = sorted({node.id for said in found.mine.values() for node in said.nodes})
    ties = sorted({(tie.type, tie.id) for said in found.mine.values() for tie in said.ties})
    broken = []
    for kind, least in job.spec.assertions.nodes.items():
        count = work.run("write/count_nodes", ids=nodes, kind=kind)[0]["found"]
        if count < least:
            broken.append(f"{kind} 节点 {count} 个，应不少于 {least}")
    for type_, least in job.spec.assertions.ties.items():
        ids = [id_ for found_type, id_ in ties if found_type == type_]
        count = work.run("write/count_ties", slots={"type": type_}, ids=ids)[0]["found"]
        if count < least:
            broken.append(f"{type_} 关系 {count} 条，应不少于 {least}")
    if broken:
        raise SourceError(
            f"来源 {job.spec.id} 达不到它的数量断言：{'；'.join(broken)}。图谱没有改动",
            way_out="核对文件；确是新版变少，改 source.yml 的 assertions",
            source=job.spec.id,
        )


def _report(job: _Job, version: int, numbers: dict[str, int], queued: int) -> LoadReport:
    reading = job.reading
    return LoadReport(
        source=job.spec.id,
        version=job.source_version,
        graph_version=version,
        read=reading.read,
        loaded=len(reading.rows),
        rejected=len(reading.rejects),
        left_out=dict(sorted(reading.left_out.items())),
        queued=queued,
        dry_run=job.dry_run,
        rejects=reading.rejects,
        not_placed=reading.not_placed,
        unmapped=list(reading.unmapped),
        new=numbers["new"],
        changed=numbers["changed"],
        retired=numbers["retired"],
        nodes=numbers["nodes"],
        ties=numbers["ties"],
    )
