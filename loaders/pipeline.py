"""Files → graph: read → map → check → resolve → prepare → write → retire → assert → report.

The doors of the loader. Each source is one transaction; a rebuild derives the whole graph again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.answers import Answer, LoadReport
from graph.store import Store
from loaders.loading import After, is_loaded, load, wait_for_lock
from loaders.reading import Progress
from loaders.rebuild import rebuild
from loaders.setup import ensure_schema
from loaders.spec import SourceSpec

__all__ = ["After", "Progress", "ensure_schema", "load", "load_all", "rebuild", "wait_for_lock", "with_hooks"]


def load_all(
    store: Store,
    specs: Iterable[SourceSpec],
    *,
    force: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    after: Sequence[After] = (),
) -> list[Answer[LoadReport]]:
    """Load sources in their order, each in a transaction of its own."""
    ordered = sorted(specs, key=lambda spec: (spec.order, spec.id))
    return [
        load(store, spec, force=force, dry_run=dry_run, progress=progress, after=hooks)
        for spec, hooks in with_hooks(store, ordered, after, force=force)
    ]


def with_hooks(
    store: Store, specs: Sequence[SourceSpec], after: Sequence[After], *, force: bool = False
) -> Iterator[tuple[SourceSpec, Sequence[After]]]:
    """Each source with what is to be called after it: all of `after` after the last one that will be loaded.

    What the gap rules find is kept once for all sources of a run: every load moves the statistics of the graph, so the
    rules would be planned anew after each, which took longer than the loads (3 of 4 seconds a source, measured).
    """
    waiting = [spec.id for spec in specs if force or not is_loaded(store, spec)]
    for spec in specs:
        yield spec, after if waiting and spec.id == waiting[-1] else ()
