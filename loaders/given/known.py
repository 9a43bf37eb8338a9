"""The same file again: known by its content, under whatever name, before anything of it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.answers import Answer, LoadReport
from graph.store import Store
from loaders.given import folder
from loaders.given.picture import picture_of
from loaders.given.taking import date_of
from loaders.given.wish import Wish, kind_of, mark_of
from loaders.loading import is_loaded, load
from loaders.spec import SourceSpec


def already(store: Store, home: Path, path: Path, sha256: str, wish: Wish) -> Answer[LoadReport] | None:
    """The answer for a file that is loaded as it is asked for; None where it has to be read.

    The same file told to be another list (publisher, title, id) is said to be loaded and left, unless forced; told
    another mapping, date, region or coverage it is read again.
    """
    if wish.force or wish.dry_run:
        return None
    for spec in folder.same_content(home, sha256):
        if not _same_part(spec, wish) or not is_loaded(store, spec):
            continue
        other = list(_other_list(spec, wish))
        if not other and list(_other_reading(spec, wish)):
            return None
        answer = load(store, spec)
        if not answer.data.unchanged:
            return answer
        note = f"这个文件已作为来源 {spec.id} 装载（{spec.publisher}，{spec.title}），未改动"
        if spec.form is not None and path.name not in (spec.form.file, ""):
            note += f"；当时的文件名是 {spec.form.file}"
        if other:
            note += f"；这次给出的{'、'.join(other)}不同，没有采用：确要另作一个来源，加 --force"
        taken = picture_of(spec)
        taken = taken.model_copy(update={"notes": [note]})
        return answer.model_copy(update={"data": answer.data.model_copy(update={"taken": taken})})
    return None


def _same_part(spec: SourceSpec, wish: Wish) -> bool:
    """Whether the same part of the file is meant: another sheet or kind is another list."""
    form = spec.form
    if form is None:
        return False
    kinds = not wish.kind or not form.kind or kind_of(wish.kind) == form.kind
    return kinds and wish.sheet in ("", form.sheet) and wish.table in (0, form.table)


def _other_list(spec: SourceSpec, wish: Wish) -> Iterator[str]:
    for said, kept, word in (
        (wish.publisher, spec.publisher, "发布者"),
        (wish.title, spec.title, "标题"),
        (wish.id, spec.id, "来源名"),
    ):
        if said and said != kept:
            yield word


def _other_reading(spec: SourceSpec, wish: Wish) -> Iterator[str]:
    form = spec.form
    if form is None:
        return
    if wish.overrides and any(form.overrides.get(column) != name for column, name in wish.overrides.items()):
        yield "--map"
    if wish.map_file:
        yield "--map-file"
    if wish.region != form.region:
        yield "--region"
    if wish.date and date_of(wish.date, from_user=True) != spec.date:
        yield "--date"
    if (wish.url and wish.url != spec.url) or (wish.mark and mark_of(wish.mark, wish.url or spec.url) != spec.mark):
        yield "--mark"
    if wish.every and wish.every != spec.every:
        yield "--every"
    if wish.licence and wish.licence != spec.licence:
        yield "--licence"
    if wish.covers and list(wish.covers) != spec.coverage:
        yield "--covers"
