"""What the graph rests on: sources with their loads, and what their publishers say they cover."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from graph.answers import Answer, CoverageList, FailedLoad, SourceList, SourceRow
from graph.attempts import attempts
from graph.citation import source_ref
from graph.due import age_days, covered, is_stale, stale_words
from graph.errors import UsageError
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.store import Row, Store, Work


def sources(store: Store, *, after: str = "", limit: int = 50) -> Answer[SourceList]:
    """A page of sources by id, those after `after`; `next` is the last id of the page when more follow."""

    def read(work: Work) -> tuple[list[Row], dict[str, int]]:
        rows = work.run("read/source_list", after=after, limit=limit + 1)
        return rows, {row["source"]: row["n"] for row in work.run("read/records_by_source")}

    (rows, records), state = store.snapshot(read)
    failures = attempts(store.settings.home)
    page = [_source_row(row, records.get(row["id"], 0), failures.get(row["id"])) for row in rows[:limit]]
    data = SourceList(rows=page, next=page[-1].source.id if len(rows) > limit else None)
    return Answer(data=data, meta=state.meta("read/source_list", {"after": after, "limit": limit}))


def _source_row(row: Row, records: int, failure: FailedLoad | None) -> SourceRow:
    version: dict[str, Any] = row["version"] or {}
    left_out = version.get("left_out")
    return SourceRow(
        source=source_ref(row),
        licence=row["licence"],
        records=version.get("loaded", records) if version else records,
        loaded_source=bool(version),
        last_load=str(version["load"]) if version else None,
        read=version.get("read"),
        loaded=version.get("loaded"),
        rejected=version.get("rejected"),
        left_out=json.loads(left_out) if isinstance(left_out, str) else (left_out or {}),
        version=version.get("id"),
        loaded_at=version.get("finished"),
        retrieved=version.get("retrieved"),
        age_days=age_days(version.get("retrieved")),
        every=version.get("every") or "",
        due=version.get("due"),
        stale=is_stale(version.get("due")),
        note=stale_words(version.get("retrieved"), version.get("every") or "", version.get("due")),
        failed=failure,
    )


def coverage(store: Store, *, about: Sequence[str] = ()) -> Answer[CoverageList]:
    """What is covered, of all kinds and ties or of those asked for. Raises `UsageError` for an unknown one."""
    return coverage_page(store, about=about)[0]


def coverage_page(
    store: Store, *, about: Sequence[str] = (), after: Sequence[Any] = (), limit: int | None = None
) -> tuple[Answer[CoverageList], tuple[str, ...]]:
    """A page of the same in the order about, place, source, id; `after` is that key of the last row shown. The key of
    this page's last row comes beside the answer, empty when no more follow."""
    known = [*NODE_KINDS, *EDGE_KINDS]
    unknown = [name for name in about if name not in known]
    if unknown:
        raise UsageError(f"没有这种节点或关系：{'、'.join(unknown)}", way_out="类别与关系见 /v1/schema")
    rows, state = store.snapshot(lambda work: work.run("read/coverage", about=list(about) or known))
    left = [row for row in rows if not after or _key(row) > tuple(after)]
    page = left[:limit]
    answer = Answer(
        data=CoverageList(rows=[covered(row) for row in page]), meta=state.meta("read/coverage", {"about": list(about)})
    )
    return answer, _key(page[-1]) if len(left) > len(page) else ()


def _key(row: Row) -> tuple[str, ...]:
    return row["about"], row["place"], row["source"], row["id"]
