"""Why there is no path: each rule of the search is loosened by itself, and what then connects is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.answers import CoverageNote, NodeRef, Reason, SearchHit, WhyNone
from graph.due import covered, is_stale
from graph.errors import NotFoundError
from graph.paths.dress import dressed
from graph.paths.question import STAGES, PathQuestion
from graph.paths.rules import Rules
from graph.paths.seek import Search
from graph.paths.trace import Trace, traces
from graph.schema import EDGE_KINDS, NODE_KINDS, accepts
from graph.store import Work

FARTHEST = 6
"""A path longer than asked for is looked for up to so many hops."""
FEW = 50
"""To explain, a handful of paths is enough."""
Ends = tuple[NodeRef, NodeRef]
Best = tuple[Search, Trace]


def why_unknown(errors: list[NotFoundError]) -> WhyNone:
    """One or both ends are not in the graph."""
    reasons = [
        Reason(
            code="unknown_end",
            text=f"{error.detail}。{error.way_out}",
            evidence={"name": error.extra["name"], "nearest": [hit["id"] for hit in error.extra["nearest"]]},
        )
        for error in errors
    ]
    nearest = {hit["id"]: SearchHit(**hit) for error in errors for hit in error.extra["nearest"]}
    return WhyNone(reasons=reasons, nearest=list(nearest.values()))


def why_none(work: Work, question: PathQuestion, ends: Ends, search: Search) -> WhyNone:
    """The reasons why two known ends have no path under the rules, and which coverage would be needed to know more.

    `search` is the one that found nothing. One search with all rules loosened says first whether any reason but
    distance is possible, so that most answers need no more than that.
    """
    rules, hops = search.region.rules, question.max_hops
    wide = Search(work, search.start, search.end, _open(rules))
    near = _best(wide, hops)
    reasons = list(_blocked(work, search, hops)) if near else []
    farther = _farther(search, hops)
    if farther:
        reasons.append(_reason(work, "farther", farther, rules))
    if not reasons:
        reasons = [_all_at_once(work, near, rules) if near else _apart(work, wide, ends, rules, hops)]
    return WhyNone(
        reasons=reasons,
        would_join=_would_join(work, search, hops),
        coverage_missing=_coverage(work, ends),
    )


def _blocked(work: Work, search: Search, hops: int) -> Iterator[Reason]:
    """One reason for each rule that, loosened alone, lets a path through."""
    rules = search.region.rules
    for code, loosened in (
        ("only_through_hubs", rules.any_hub() if search.region.hubs() else rules),
        ("only_retired_or_planned", rules.any_stage()),
        ("outside_as_of", rules.any_day()),
        ("filtered", rules.unfiltered()),
    ):
        best = None if loosened == rules else _best(Search(work, search.start, search.end, loosened), hops)
        if best:
            yield _reason(work, code, best, rules)


def _best(search: Search, hops: int) -> Best | None:
    """The best of the shortest paths of a search."""
    ranked = traces(search.region, search.paths(hops, cap=FEW), search.region.rules.as_of or "")
    return (search, min(ranked, key=lambda trace: (trace.hops, -trace.score))) if ranked else None


def _farther(search: Search, hops: int) -> Best | None:
    """The shortest path longer than asked for, one hop at a time, so that no more is read than is needed."""
    for most in range(hops + 1, FARTHEST + 1):
        if search.exhausted:
            return None
        best = _best(search, most)
        if best:
            return best
    return None


def _reason(work: Work, code: str, best: Best, rules: Rules) -> Reason:
    search, trace = best
    path = dressed(work, [trace], "")[0]
    evidence = {"hops": trace.hops, "sentence": path.sentence, "nodes": [node.model_dump() for node in path.nodes]}
    passed = _hubs(search, trace, rules)
    hubs = [node for node in path.nodes if node.id in passed]
    words = {
        "only_through_hubs": f"只有经过枢纽“{'、'.join(hub.name for hub in hubs)}”才连得上，枢纽不作途经",
        "only_retired_or_planned": "只有经过计划中的或来源已不再陈述的关系才连得上",
        "outside_as_of": f"在 {rules.as_of} 没有成立的路径，不限日期则有",
        "filtered": "被筛选条件排除，去掉筛选则有路径",
        "farther": f"最短的路径有 {trace.hops} 跳，超过了上限",
    }
    if hubs:
        evidence["hubs"] = [hub.model_dump() | {"walk_degree": search.region.nodes[hub.id].degree} for hub in hubs]
    return Reason.model_validate({"code": code, "text": f"{words[code]}：{path.sentence}", "evidence": evidence})


def _hubs(search: Search, trace: Trace, rules: Rules) -> set[str]:
    """Hubs that a path passes although the rules do not let it."""
    known = search.region.nodes
    return {id_ for id_ in trace.nodes[1:-1] if id_ in known and known[id_].degree > rules.floor}


def _all_at_once(work: Work, best: Best, rules: Rules) -> Reason:
    """No rule alone stands in the way, but several together do."""
    search, trace = best
    stands = {
        "only_through_hubs": bool(_hubs(search, trace, rules)),
        "only_retired_or_planned": any(edge.stage not in rules.stages for edge in trace.edges),
    }
    code = next((name for name, is_so in stands.items() if is_so), "filtered")
    reason = _reason(work, code, best, rules)
    return reason.model_copy(update={"text": f"几个条件同时放宽才连得上；{reason.text}"})


def _apart(work: Work, wide: Search, ends: Ends, rules: Rules, hops: int) -> Reason:
    """Further than is looked for, or in parts of the graph that do not touch, whatever the rules."""
    farther = _farther(wide, hops)
    if farther:
        return _reason(work, "farther", farther, rules)
    reached = {end.id: wide.reached(end.id) for end in ends}
    if not wide.exhausted:
        evidence = {"at_least": FARTHEST + 1, "reached": reached}
        return Reason(code="farther", text=f"{FARTHEST} 跳以内没有路径", evidence=evidence)
    sizes = [{"id": end.id, "nodes": reached[end.id], "whole": end.id in wide.exhausted} for end in ends]
    words = "；".join(
        f"{end.name}所在的一片{'共' if size['whole'] else '至少'} {size['nodes']} 个节点"
        for end, size in zip(ends, sizes, strict=True)
    )
    return Reason(
        code="other_component",
        text=f"两端在互不相连的两片里（任何阶段、经过枢纽也连不上）：{words}",
        evidence={"components": sizes},
    )


def _open(rules: Rules) -> Rules:
    """All rules loosened together, but for inferred ties."""
    return replace(rules.any_hub().any_day().unfiltered(), stages=STAGES, with_retired=True)


def _would_join(work: Work, search: Search, hops: int) -> list[dict[str, object]]:
    """Inferred ties of the best path that would exist if they counted."""
    if not search.region.ghosts:
        return []
    best = _best(Search(work, search.start, search.end, search.region.rules.inferring()), hops)
    if best is None:
        return []
    path = dressed(work, [best[1]], "")[0]
    return [tie.model_dump() for tie in path.ties if tie.inferred]


def _coverage(work: Work, ends: Ends) -> list[CoverageNote]:
    """The lists of co-operation between kinds like these ends that would show a tie.

    Those not loaded, loaded in part, or past the day to take them anew.
    """
    needed = _needed(ends[0].kind, ends[1].kind)
    loaded = {row["about"]: row for row in work.run("read/coverage", about=needed)}
    where = "—".join(dict.fromkeys(end.city if end.city != "未知" else end.name for end in ends))
    notes = []
    for about in needed:
        row = loaded.get(about)
        if row is None:
            notes.append(CoverageNote(source="", publisher="", about=about, place=where, state="none"))
        elif not row["complete"] or is_stale(row["due"]):
            notes.append(covered(row))
    return notes


@cache
def _needed(one: str, other: str) -> list[str]:
    """Co-operation ties that could join two kinds, directly or through one reified node."""
    reified = [label for label, kind in NODE_KINDS.items() if kind.reified]

    def joins(name: str) -> bool:
        edge = EDGE_KINDS[name]
        if accepts(edge, one, other) or accepts(edge, other, one):
            return True
        return any(
            (accepts(edge, m, one) or accepts(edge, one, m)) and (accepts(edge, m, other) or accepts(edge, other, m))
            for m in reified
        )

    return [
        name for name, edge in sorted(EDGE_KINDS.items()) if edge.cooperation and edge.walk == "always" and joins(name)
    ]
