"""Answers as flat tables for analysts: which columns, which rows. The words are those of every other door."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.answers import CypherAnswer, GapAnswer, NodeDetail, PathAnswer, SearchAnswer, Tie
from graph.answers.cited import OWN_HOST, cite

Data = SearchAnswer | PathAnswer | GapAnswer | CypherAnswer | NodeDetail

TIE = ("start", "type", "end", "verb", "stage", "date", "inferred", "records", "sources")
SEARCH = ("id", "kind", "name", "city", "place", "why", "certain", "score")
PATH = ("path", "hops", "score", "step", *TIE, "sentence")
"""One row a tie of a path, in the path's own direction; `path` counts from 1 in rank order, `step` from 1."""
GAP = (
    "finding",
    "key",
    "name",
    "kind",
    "place",
    "county",
    "chain",
    "state",
    "since",
    "reason",
    "evidence",
    "sources",
    "note",
)
"""One row a finding; `evidence` lists texts, `sources` citations."""
NODE = ("other", "other_kind", "other_name", "other_city", *TIE)
"""One row a tie of the node that was asked for."""


def columns_of(data: Data) -> list[str]:
    """The columns of an answer's table; of a statement, those it returns."""
    if isinstance(data, CypherAnswer):
        return data.columns
    if isinstance(data, SearchAnswer):
        return list(SEARCH)
    if isinstance(data, PathAnswer):
        return list(PATH)
    return list(GAP if isinstance(data, GapAnswer) else NODE)


def rows_of(data: Data) -> list[dict[str, Any]]:
    """The rows of an answer's table, each with exactly the columns of `columns_of`."""
    if isinstance(data, CypherAnswer):
        return [dict(zip(data.columns, row, strict=True)) for row in data.rows]
    if isinstance(data, SearchAnswer):
        return [hit.model_dump(include=set(SEARCH)) for hit in data.hits]
    if isinstance(data, PathAnswer):
        return list(_path_rows(data))
    if isinstance(data, GapAnswer):
        return list(_gap_rows(data))
    return list(_node_rows(data))


def _tie(tie: Tie, names: dict[str, str]) -> dict[str, Any]:
    return {
        "start": names[tie.start],
        "type": tie.type,
        "end": names[tie.end],
        "verb": tie.verb,
        "stage": tie.stage,
        "date": tie.date_text,
        "inferred": tie.inferred,
        "records": tie.records,
        "sources": [cite(source, OWN_HOST) for source in tie.sources],
    }


def _path_rows(data: PathAnswer) -> Iterator[dict[str, Any]]:
    for number, path in enumerate(data.paths, 1):
        names = {node.id: node.name for node in path.nodes}
        whole = {"path": number, "hops": path.hops, "score": path.score, "sentence": path.sentence}
        for step, tie in enumerate(path.ties, 1):
            yield whole | {"step": step} | _tie(tie, names)


def _gap_rows(data: GapAnswer) -> Iterator[dict[str, Any]]:
    for row in data.rows:
        cited = [cite(source, OWN_HOST) for item in row.evidence for source in item.sources]
        yield {
            "finding": row.finding,
            "key": row.anchor.key,
            "name": row.anchor.name,
            "kind": row.anchor.kind,
            "place": row.anchor.place,
            "county": row.county,
            "chain": row.chain,
            "state": row.state,
            "since": row.since,
            "reason": row.reason,
            "evidence": [item.text for item in row.evidence],
            "sources": list(dict.fromkeys(cited)),
            "note": row.note,
        }


def _node_rows(data: NodeDetail) -> Iterator[dict[str, Any]]:
    for item in data.ties:
        names = {data.node.id: data.node.name, item.other.id: item.other.name}
        other = {
            "other": item.other.id,
            "other_kind": item.other.kind,
            "other_name": item.other.name,
            "other_city": item.other.city,
        }
        yield other | _tie(item.tie, names)
