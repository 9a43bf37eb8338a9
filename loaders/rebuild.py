"""The whole graph derived again from files, journal and registry.

What cannot be derived stays where it is: the registry of ids, the journal, the list of loads, and the findings with
their dates. History that no file holds any more (retired records, bodies and ties) is not brought back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.answers import Answer, LoadReport
from graph.errors import LoadInProgressError, TimeLimitError
from graph.schema import EDGE_KINDS
from graph.store import Store, Work
from loaders.loading import LOAD_SECONDS, WAIT_SECONDS, After, load, wait_for_lock
from loaders.reading import Progress, read_source
from loaders.setup import ensure_schema
from loaders.spec import SourceSpec

EMPTIED = ("Version", "Source", "Coverage", "Superseded", "Record", "Entity")
"""Versions first: from then on no source counts as loaded. What loads replaced goes too: it is of another graph."""

NODES, TIES = 2000, 10_000
"""How many go in one transaction."""


def rebuild(
    store: Store,
    specs: Iterable[SourceSpec],
    *,
    progress: Progress | None = None,
    after: Sequence[After] = (),
) -> list[Answer[LoadReport]]:
    """Empty the graph and load all sources again, in their order; ids are the same as before.

    Answers say that a load is in progress meanwhile. All files are read once before anything is emptied, so a broken
    one changes nothing. An interrupted rebuild is finished by another. Raises what `load` raises.
    """
    ordered = sorted(specs, key=lambda spec: (spec.order, spec.id))
    for spec in ordered:
        read_source(spec, progress)
    store.refuse_foreign()
    ensure_schema(store)

    def alone(work: Work) -> list[Answer[LoadReport]]:
        work.run("write/rebuild_lock")
        return _rebuild(store, ordered, progress, after)

    try:
        return store.writing(alone, seconds=LOAD_SECONDS)
    except TimeLimitError as error:
        raise LoadInProgressError("另一次重建正在进行", way_out="等它结束；用 xishang doctor 查看") from error


def _rebuild(
    store: Store, specs: list[SourceSpec], progress: Progress | None, after: Sequence[After]
) -> list[Answer[LoadReport]]:
    wait_for_lock(store, WAIT_SECONDS)
    store.writing(lambda work: work.run("write/state_rebuilding", rebuilding=True))
    for type_ in EDGE_KINDS:
        _until_none(store, "write/wipe_ties", slots={"type": type_}, limit=TIES)
    for label in EMPTIED:
        _until_none(store, "write/wipe", slots={"label": label}, limit=NODES)
    answers = [
        load(store, spec, force=True, progress=progress, after=after if spec is specs[-1] else (), rebuilding=True)
        for spec in specs
    ]
    store.writing(lambda work: work.run("write/state_rebuilding", rebuilding=False))
    return answers


def _until_none(store: Store, statement: str, *, slots: Mapping[str, str], limit: int) -> None:
    while store.writing(lambda work: work.run(statement, slots=slots, limit=limit))[0]["removed"]:
        pass
