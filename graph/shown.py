"""Nodes and ties as every answer shows them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.answers import NodeRef, SourceRef, Tie
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.store import Row, Work


def kind_of(labels: Iterable[str]) -> str:
    """The kind among a node's labels."""
    return next(label for label in labels if label in NODE_KINDS)


def node_refs(work: Work, ids: Iterable[str]) -> dict[str, NodeRef]:
    """Nodes of these ids as shown, by id."""
    wanted = sorted(set(ids))
    return {row["id"]: node_ref(row) for row in work.run("read/nodes", ids=wanted)} if wanted else {}


def node_ref(row: Row) -> NodeRef:
    """A row with id, labels, name, city and place as a node beside others."""
    return NodeRef(id=row["id"], kind=kind_of(row["labels"]), name=row["name"], city=row["city"], place=row["place"])


def tie_of(row: Row, sources: dict[str, SourceRef], *, forward: bool, day: str) -> Tie:
    """A tie read in the walking direction; `row` has id, type, start, end and properties."""
    kept, kind = row["properties"], EDGE_KINDS[row["type"]]
    start, end = (row["start"], row["end"]) if forward else (row["end"], row["start"])
    return Tie(
        id=row["id"],
        type=row["type"],
        verb=kind.forward if forward else kind.backward,
        forward=forward,
        start=start,
        end=end,
        stage=kept["stage"],
        status=kept.get("status") or "",
        date_text=kept.get("date_text") or "",
        from_date=kept.get("from_earliest"),
        to_date=kept.get("to_latest"),
        in_force=in_force(row["type"], kept, day),
        inferred=bool(kept.get("inferred")),
        role=kept.get("role"),
        note=kept.get("note"),
        records=list(kept.get("records") or ()),
        sources=[sources[id_] for id_ in kept.get("sources") or () if id_ in sources],
    )


def in_force(type_: str, kept: Row, day: str) -> bool | None:
    """Whether a tie holds on a day: a plan does not; None when its dates do not say (model.md, "Time and stage").

    An act holds from its day on. A state holds from its start until it is known to have ended.
    """
    if kept.get("retired_in") is not None or kept["stage"] == "planned":
        return False
    first, begun, last = (kept.get(key) for key in ("from_earliest", "from_latest", "to_latest"))
    if not day or not (first or begun or last):
        return None
    if first and first > day:
        return False
    if last and last < day and EDGE_KINDS[type_].temporal == "state":
        return False
    return True if begun and begun <= day else None
