"""Files → graph: read → map → check → resolve → prepare → write → retire → assert → report.

The doors of the loader. Each source is one transaction; a rebuild derives the whole graph again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.answers import Answer, LoadReport
from graph.store import Store
from loaders.loading import After, load, wait_for_lock
from loaders.reading import Progress
from loaders.rebuild import rebuild
from loaders.setup import ensure_schema
from loaders.spec import SourceSpec

__all__ = ["After", "Progress", "ensure_schema", "load", "load_all", "rebuild", "wait_for_lock"]


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
    return [load(store, spec, force=force, dry_run=dry_run, progress=progress, after=after) for spec in ordered]
