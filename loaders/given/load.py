"""`xishang load FILE`: hash, take, compare with the version before, stage, load, and only then keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.answers import Answer, FileTaken, LoadReport, Reject
from graph.errors import RejectsError, SourceError, UsageError, XishangError
from graph.store import Store
from loaders.forms.keys import RowKeys
from loaders.given import folder, rejects
from loaders.given.file import content_hash, unchanged
from loaders.given.known import already
from loaders.given.module import columns_of
from loaders.given.picture import first_rows, picture, picture_of
from loaders.given.rows import KeptRow, keyed, without_personal
from loaders.given.staging import restaged, staged
from loaders.given.standard import id_of, said_of, staged_standard
from loaders.given.taking import Taken, take
from loaders.given.versions import compared, old_rows, shrunk, with_mended
from loaders.given.wish import Wish, checked_id, id_for, write_map
from loaders.loading import After, load
from loaders.reading import Progress, sort_rows
from loaders.spec import SourceSpec, bundled
from loaders.standards import Standard, standard_of

Shown = Callable[[FileTaken], None]
"""Called with what the file was taken for, before anything is loaded."""


@dataclass(frozen=True)
class Job:
    """Where, what and how: one call of `load_file`."""

    store: Store
    home: Path
    path: Path
    wish: Wish
    show: Shown
    progress: Progress | None
    after: Sequence[After]


def load_file(
    store: Store,
    home: Path,
    path: Path,
    wish: Wish,
    *,
    show: Shown = lambda _taken: None,
    progress: Progress | None = None,
    after: Sequence[After] = (),
) -> Answer[LoadReport]:
    """Load a given file as a source of its own below `home`; a mended reject workbook joins the source it came from.

    An unchanged file is skipped before it is read. Raises `SourceError`, `RejectsError` (the rejects are then in a
    workbook), `UsageError` and what `loaders.loading.load` raises; graph and kept sources are then as they were.
    """
    job = Job(store, home, path, wish, show, progress, after)
    folder.settle(home, store)
    sha256 = content_hash(path)
    found = already(store, home, path, sha256, wish)
    if found is not None:
        return found
    origin = rejects.origin_of(path)
    if origin is not None:
        return _mended(job, origin, sha256)
    standard = None if wish.kind else standard_of(path)
    return _standard(job, standard, sha256) if standard is not None else _new(job, sha256)


def _new(job: Job, sha256: str) -> Answer[LoadReport]:
    taken = take(job.path, sha256, job.wish)
    if job.wish.save_map:
        used = {column: one.field.name for column, one in taken.columns.matched.items()}
        write_map(job.wish.save_map, taken.kind, used)
    id_ = _id(job.wish, id_for(taken.said["publisher"], taken.said["title"], taken.kind))
    with folder.alone(job.home, id_):
        rows, notes = _beside_the_old(job, id_, taken)
        spec = staged(job.home, job.store, id_, taken, job.wish, rows, notes)
        return _loaded(job, spec, picture(taken, spec), rows)


def _standard(job: Job, standard: Standard, sha256: str) -> Answer[LoadReport]:
    """Records of a registry or of a university's own system; a newer file of the same is its new version."""
    wish = job.wish
    id_ = _id(wish, id_of(said_of(wish, standard), standard))
    with folder.alone(job.home, id_):
        old = folder.stored(job.home, id_)
        before = old_rows(old) if old is not None else []
        spec, rows = staged_standard(job.home, job.store, id_, job.path, sha256, wish, standard)
        try:
            if old is not None:
                shrunk(old, {row.key for row in before}, {row.key for row in rows}, job.path.name, force=wish.force)
        except SourceError:
            folder.discard(spec)
            raise
        return _loaded(job, spec, picture_of(spec), rows)


def _id(wish: Wish, derived: str) -> str:
    return checked_id(wish.id, frozenset(spec.id for spec in bundled())) if wish.id else derived


def _beside_the_old(job: Job, id_: str, taken: Taken) -> tuple[list[KeptRow], list[str]]:
    """The rows to stage and the notes: of the very same file, what was mended stays mended."""
    old = folder.stored(job.home, id_)
    rows, notes = taken.cleaned.rows, list(taken.notes)
    if old is None or old.form is None:
        return rows, notes
    try:
        before = old_rows(old)
    except SourceError:
        if not job.wish.force:
            raise
        return rows, [*notes, "上一版存下的行已损坏，没有与它比较"]
    if old.form.sha256 != taken.sha256:
        return rows, notes + compared(old, before, taken, force=job.wish.force)
    places = {row.place for row in rows}
    mended = [row for row in before if row.mended and row.place in places]
    if not mended or old.form.columns != list(taken.columns.columns):
        return rows, notes
    notes.append(f"保留改正过的 {len(mended)} 行")
    return keyed(with_mended(rows, mended), RowKeys(taken.columns).key), notes


def _mended(job: Job, origin: rejects.Origin, sha256: str) -> Answer[LoadReport]:
    """Put the mended rows in the places of the rejected ones and load the source again."""
    with folder.alone(job.home, origin.source):
        old = folder.stored(job.home, origin.source)
        if old is None or old.form is None:
            raise SourceError(
                f"{job.path.name} 是 {origin.file} 的拒收表，那份名单还没有装载",
                way_out=f"先装载 {origin.file}（拒收多时用 --max-rejects 100%），再装载改好的拒收表",
            )
        if old.form.sha256 != origin.sha256:
            raise SourceError(
                f"{job.path.name} 出自 {origin.file} 的另一版，来源 {old.id} 现在的文件是 {old.form.file}",
                way_out="重新装载现在的文件，用新的拒收表",
            )
        with unchanged(job.path, sha256):
            told = rejects.mended_rows(job.path, old.form.columns)
        cleaned = without_personal(told, (), old.lookups.get("measured", ()))
        before = old_rows(old)
        mended = rejects.really_mended(before, cleaned.rows)
        if not mended:
            raise UsageError(
                f"{job.path.name} 里没有改正过的行：{len(told)} 行都与原来的一样，图谱没有改动",
                way_out="按“拒收原因”改标色的格，存盘后再装载",
            )
        rows = with_mended(before, mended)
        if old.form.kind:
            rows = keyed(rows, RowKeys(columns_of(old)).key)
        body = old.model_dump(exclude={"files"})
        body["form"]["mended"] = [*old.form.mended, sha256]
        left = f"，另有 {len(told) - len(mended)} 行没有改动" if len(told) > len(mended) else ""
        body["form"]["notes"] = [f"并入改正过的 {len(mended)} 行（{job.path.name}）{left}"]
        if job.wish.max_rejects is not None:
            body["assertions"]["max_rejects"] = job.wish.max_rejects
        spec = restaged(job.home, job.store, body, rows)
        return _loaded(job, spec, picture_of(spec), rows)


def _loaded(job: Job, spec: SourceSpec, shown: FileTaken, rows: Sequence[KeptRow]) -> Answer[LoadReport]:
    """Show, load and keep a staged source; a load that fails leaves nothing staged."""
    try:
        if job.wish.dry_run:
            shown = shown.model_copy(update={"first_rows": first_rows(sort_rows(spec).rows)})
        job.show(shown)
        answer = load(
            job.store,
            spec,
            force=job.wish.force,
            dry_run=job.wish.dry_run,
            progress=job.progress,
            after=job.after,
            writer=job.wish.writer,
        )
    except RejectsError as error:
        folder.discard(spec)
        raise _too_many(job, spec, rows, error, shown) from error
    except XishangError as error:
        folder.discard(spec)
        error.extra.setdefault("taken", shown.model_dump())
        raise
    except BaseException:
        folder.discard(spec)
        raise
    if job.wish.dry_run:
        folder.discard(spec)
    else:
        # Should this fail, the staged folder stays, and the next load puts it down (`folder.settle`).
        folder.put_down(job.home, spec)
    written = _write_rejects(job, spec, rows, answer.data)
    mapping = {column.column: column.field for column in shown.columns}
    update = {"taken": shown, "mapping": mapping, "rejects_file": written}
    return answer.model_copy(update={"data": answer.data.model_copy(update=update)})


def _write_rejects(job: Job, spec: SourceSpec, rows: Sequence[KeptRow], report: LoadReport) -> str:
    """The workbook of a load that rejected some rows or left out values, its path; of a trial only where one was asked.

    Values that no other cell would put right (personal data) are not in it.
    """
    told = [*report.rejects, *rejects.left_without(report.not_placed)]
    if not told or spec.form is None or (job.wish.dry_run and job.wish.rejects is None):
        return ""
    return _workbook(job, spec, rows, told)


def _workbook(job: Job, spec: SourceSpec, rows: Sequence[KeptRow], told: Sequence[Reject]) -> str:
    assert spec.form is not None
    path = job.wish.rejects or rejects.default_path(job.path.name)
    origin = rejects.Origin(spec.id, spec.form.sha256, spec.form.what, spec.form.file)
    rejects.write_rejects(path, origin, spec.form.columns, {row.place: row for row in rows}, told)
    return str(path)


def _too_many(
    job: Job, spec: SourceSpec, rows: Sequence[KeptRow], error: RejectsError, shown: FileTaken
) -> RejectsError:
    """The same error with the workbook and the way out, what the file was taken for beside it.

    A trial writes no workbook unless a path was asked for.
    """
    told = [Reject(**reject) for reject in error.extra["rejects"]]
    silent = job.wish.dry_run and job.wish.rejects is None
    path = "" if silent else _workbook(job, spec, rows, told)
    where = (
        "试装不写拒收表（加 --rejects 拒收.xlsx 可要一份，加 --json 列出全部）"
        if silent
        else f"全部拒收行与原因在 {path}"
    )
    way_out = f"{where}；在原文件里改正后重新装载，或用 --max-rejects 放宽。图谱没有改动"
    return RejectsError(error.detail, way_out=way_out, **error.extra, rejects_file=path, taken=shown.model_dump())
