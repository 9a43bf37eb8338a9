"""One node with all it carries: properties, ties, and who stated them."""

from __future__ import annotations

from graph.answers import Answer, Neighbour, NodeDetail, NodeRef
from graph.citation import sources_of
from graph.schema import EDGE_KINDS
from graph.shown import kind_of, tie_of
from graph.store import GraphState, Row, Work

WEIGHTS = {name: kind.weight for name, kind in EDGE_KINDS.items()}
NOT_SHOWN = frozenset({"search_text", "names", "id", "name"})
TIES_AT_MOST = 200


def detail(work: Work, ref: NodeRef, *, limit: int = TIES_AT_MOST, day: str = "") -> NodeDetail:
    """A node's properties and its `limit` heaviest ties, inside an open read transaction."""
    kept = work.run("read/node", id=ref.id)[0]["properties"]
    rows = work.run("read/neighbours", id=ref.id, weights=WEIGHTS, limit=limit)
    wanted = {source for row in rows for source in row["properties"].get("sources") or ()}
    sources = sources_of(work, wanted | set(kept.get("sources") or ()))
    return NodeDetail(
        node=ref,
        names=list(kept.get("names") or (ref.name,)),
        properties={key: value for key, value in sorted(kept.items()) if key not in NOT_SHOWN},
        ties=[
            Neighbour(tie=tie_of(row, sources, forward=row["start"] == ref.id, day=day), other=_other(row))
            for row in rows
        ],
        ties_found=work.run("read/tie_counts", id=ref.id)[0]["ties"],
        sources=[sources[id_] for id_ in kept.get("sources") or () if id_ in sources],
    )


def answer_of(found: NodeDetail, state: GraphState, limit: int) -> Answer[NodeDetail]:
    """The detail in its envelope."""
    meta = state.meta("read/neighbours", {"id": found.node.id, "limit": limit})
    return Answer(data=found, meta=meta)


def _other(row: Row) -> NodeRef:
    return NodeRef(id=row["other"], kind=kind_of(row["labels"]), name=row["name"], city=row["city"], place=row["place"])
