"""The path question as a function: checked parameters in, typed answer out."""

from __future__ import annotations

from typing import Any

from graph.answers import Answer, CoverageNote, Meta, NodeRef, PathAnswer, Truncated
from graph.errors import NotFoundError, UsageError
from graph.paths.dress import dressed
from graph.paths.question import PathQuestion
from graph.paths.region import Node
from graph.paths.rules import Rules, rules_of
from graph.paths.seek import Search
from graph.paths.trace import patterns, traces
from graph.paths.walk import Walked
from graph.paths.why import why_none, why_unknown
from graph.search import found_ends
from graph.shown import node_ref, node_refs
from graph.store import GraphState, Store, Work

HUBS_SHOWN = 20


def find_paths(store: Store, question: PathQuestion) -> Answer[PathAnswer]:
    """All simple paths between two ends by rank, or why there is none.

    Raises `UsageError` when both ends are one node, `AmbiguousNameError` when a name fits several bodies, and
    `NotFoundError` when a name in `via` or `avoid` fits none. An end that nobody knows is an answer (`unknown_end`).
    """
    (data, truncated), state = store.snapshot(lambda work: _answer(work, question))
    return Answer(data=data, meta=_meta(question, state, data, truncated))


def _answer(work: Work, question: PathQuestion) -> tuple[PathAnswer, Truncated | None]:
    first, second, *others = found_ends(work, [question.start, question.end, *question.via, *question.avoid])
    start, end = (None if isinstance(row, NotFoundError) else node_ref(row) for row in (first, second))
    if isinstance(first, NotFoundError) or isinstance(second, NotFoundError) or start is None or end is None:
        unknown = [error for error in (first, second) if isinstance(error, NotFoundError)]
        return _reply(start, end, why_none=why_unknown(unknown)), None
    if start.id == end.id:
        raise UsageError(
            f"路径的两端是同一个节点：{start.name}（{start.id}）",
            way_out=f"换一个终点；看它的邻居：xishang view node {start.id}",
            node={"id": start.id, "name": start.name},
        )
    ids = []
    for row in others:
        if isinstance(row, NotFoundError):
            raise row
        ids.append(str(row["id"]))
    via = len(question.via)
    rules = rules_of(question, via=tuple(ids[:via]), avoid=tuple(ids[via:]))
    return _search(work, question, rules, (start, end), (Node.of(first), Node.of(second)))


def _search(
    work: Work, question: PathQuestion, rules: Rules, ends: tuple[NodeRef, NodeRef], nodes: tuple[Node, Node]
) -> tuple[PathAnswer, Truncated | None]:
    day = rules.as_of or _loaded_day(work)
    search = Search(work, *nodes, rules)
    walked = search.paths(question.max_hops)
    ranked = traces(search.region, walked, day)
    hubs = search.region.hubs()[:HUBS_SHOWN]
    names = node_refs(work, (hub.id for hub in hubs))
    shown = ranked[: question.k]
    data = _reply(
        *ends,
        answer="found" if shown else "none",
        patterns=patterns(ranked, capped=walked.capped or search.region.cut),
        paths=dressed(work, shown, day),
        hubs_not_crossed=[names[hub.id] for hub in hubs],
        why_none=None if shown else why_none(work, question, ends, search),
    )
    return data, _truncated(search, walked, len(shown), len(ranked))


def _reply(start: NodeRef | None, end: NodeRef | None, *, answer: str = "none", **rest: Any) -> PathAnswer:
    """The ends are called `from` and `to` outside, and `from` is no name in Python."""
    return PathAnswer.model_validate({"from": start, "to": end, "answer": answer, **rest})


def _loaded_day(work: Work) -> str:
    rows = work.run("read/graph_state")
    return str(rows[0]["loaded_at"] or "")[:10] if rows else ""


def _truncated(search: Search, walked: Walked, shown: int, enumerated: int) -> Truncated | None:
    if walked.capped:
        return Truncated(shown=shown, found_at_least=enumerated, why="路径太多，枚举到上限为止")
    if search.region.cut:
        return Truncated(shown=shown, found_at_least=enumerated, why="范围太大，只读了关系最少的一部分节点")
    if enumerated > shown:
        return Truncated(shown=shown, found_at_least=enumerated, why="只列出得分最高的 k 条")
    return None


def _meta(question: PathQuestion, state: GraphState, data: PathAnswer, truncated: Truncated | None) -> Meta:
    dumped: dict[str, Any] = question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    coverage: list[CoverageNote] = data.why_none.coverage_missing if data.why_none else []
    return state.meta(
        "paths/step",
        dumped,
        as_of=question.as_of.isoformat() if question.as_of else None,
        as_of_mode=question.as_of_mode,
        truncated=truncated,
        coverage=coverage,
    )
