"""The ties of one node by page."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers import Answer, Neighbour, NeighbourList
from graph.citation import sources_of
from graph.errors import UsageError
from graph.schema import EDGE_KINDS
from graph.search import resolve_end
from graph.shown import node_ref, tie_of
from graph.store import Row, Store, Work


def neighbours(
    store: Store, text: str, *, types: Sequence[str] = (), after: Sequence[str] = (), limit: int = 50
) -> tuple[Answer[NeighbourList], tuple[str, ...]]:
    """A page of ties in the order type, name of the other end, tie id; `after` is that key of the last row shown.
    The key of this page's last row comes beside the answer, empty when no more follow.

    Raises the errors of `resolve_end`, and `UsageError` for an unknown tie type.
    """
    unknown = [name for name in types if name not in EDGE_KINDS]
    if unknown:
        raise UsageError(f"没有这种关系：{'、'.join(unknown)}", way_out="关系见 /v1/schema")

    def read(work: Work) -> tuple[NeighbourList, tuple[str, ...]]:
        ref = resolve_end(work, text)
        rows = work.run("read/neighbours_page", id=ref.id, types=list(types), after=list(after), limit=limit + 1)
        page = rows[:limit]
        sources = sources_of(work, {source for row in page for source in row["properties"].get("sources") or ()})
        shown = [
            Neighbour(
                tie=tie_of(row, sources, forward=row["start"] == ref.id, day=""),
                other=node_ref(row | {"id": row["other"]}),
            )
            for row in page
        ]
        return NeighbourList(node=ref, rows=shown), _key(page[-1]) if len(rows) > limit else ()

    (data, last), state = store.snapshot(read)
    meta = state.meta("read/neighbours_page", {"id": data.node.id, "types": list(types), "limit": limit})
    return Answer(data=data, meta=meta), last


def _key(row: Row) -> tuple[str, str, str]:
    return row["type"], row["name"], row["id"]
