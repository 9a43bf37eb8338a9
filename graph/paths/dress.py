"""From traces to the paths of an answer: names, verbs, dates and sources, read for the shown paths only."""

from __future__ import annotations

from graph.answers import NodeRef, Path, SourceRef
from graph.citation import sources_of
from graph.paths.region import Edge
from graph.paths.sentence import sentence
from graph.paths.trace import Trace
from graph.shown import node_refs, tie_of
from graph.store import Row, Work


def dressed(work: Work, found: list[Trace], day: str) -> list[Path]:
    """The paths with everything that is shown of them."""
    if not found:
        return []
    nodes = node_refs(work, (id_ for trace in found for id_ in trace.nodes))
    edges = {edge.id: edge for trace in found for edge in (*trace.edges, *trace.also)}
    pairs = [{"start": edge.start, "end": edge.end, "id": edge.id} for edge in edges.values()]
    kept = {row["id"]: row for row in work.run("paths/ties", pairs=pairs)}
    sources = sources_of(work, (s for row in kept.values() for s in row["properties"].get("sources") or ()))
    return [_path(trace, nodes, kept, sources, day) for trace in found]


def _path(
    trace: Trace, nodes: dict[str, NodeRef], kept: dict[str, Row], sources: dict[str, SourceRef], day: str
) -> Path:
    refs = [nodes[id_] for id_ in trace.nodes]
    ties = [
        tie_of(kept[edge.id], sources, forward=edge.start == here, day=day)
        for edge, here in zip(trace.edges, trace.nodes, strict=False)
    ]
    return Path(
        hops=trace.hops,
        score=trace.score,
        score_parts=trace.parts,
        pattern=trace.pattern,
        sentence=sentence(refs, ties),
        nodes=refs,
        ties=ties,
        also=[tie_of(kept[edge.id], sources, forward=_runs_along(trace, edge), day=day) for edge in trace.also],
    )


def _runs_along(trace: Trace, edge: Edge) -> bool:
    return trace.nodes.index(edge.start) < trace.nodes.index(edge.end)
