"""Why there is no path: each rule of the search is loosened by itself, and what then connects is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.answers import CoverageNote, NodeRef, Reason, SearchHit, WhyNone
from graph.errors import NotFoundError
from graph.paths.dress import dressed
from graph.paths.question import STAGES, PathQuestion
from graph.paths.region import Node
from graph.paths.rules import Rules
from graph.paths.seek import Found, seek
from graph.paths.trace import Trace, traces
from graph.schema import EDGE_KINDS, NODE_KINDS, accepts
from graph.store import Work

FARTHEST = 6
"""A path longer than asked for is looked for up to so many hops."""
FEW = 50
"""To explain, a handful of paths is enough."""
Ends = tuple[NodeRef, NodeRef]
Nodes = tuple[Node, Node]


def why_unknown(errors: list[NotFoundError]) -> WhyNone:
    """One or both ends are not in the graph."""
    reasons = [
        Reason(code="unknown_end", text=f"{error.detail}；{error.way_out}", evidence={"name": error.extra["name"]})
        for error in errors
    ]
    nearest = [SearchHit(**hit) for error in errors for hit in error.extra["nearest"]]
    return WhyNone(reasons=reasons, nearest=nearest)


def why_none(work: Work, question: PathQuestion, rules: Rules, ends: Ends, nodes: Nodes) -> WhyNone:
    """The reasons why two known ends have no path under the rules, and which coverage would be needed to know more."""
    reasons = list(_blocked(work, question, rules, nodes))
    if not reasons:
        reasons = [_all_at_once(work, question, rules, nodes) or _apart(work, question, rules, ends, nodes)]
    return WhyNone(
        reasons=reasons,
        would_join=_would_join(work, question, rules, nodes),
        coverage_missing=_coverage(work, ends),
    )


def _blocked(work: Work, question: PathQuestion, rules: Rules, nodes: Nodes) -> Iterator[Reason]:
    """One reason for each rule that, loosened alone, lets a path through."""
    hops = question.max_hops
    for code, loosened in _loosenings(rules):
        found = _best(work, nodes, loosened, hops)
        if found is not None:
            yield _reason(work, code, found, rules)
    longer = _best(work, nodes, rules, FARTHEST, above=hops)
    if longer is not None:
        yield _reason(work, "farther", longer, rules)


def _loosenings(rules: Rules) -> Iterator[tuple[str, Rules]]:
    for code, loosened in (
        ("only_through_hubs", rules.any_hub()),
        ("only_retired_or_planned", rules.any_stage()),
        ("outside_as_of", rules.any_day()),
        ("filtered", rules.unfiltered()),
    ):
        if loosened != rules:
            yield code, loosened


def _best(work: Work, nodes: Nodes, rules: Rules, hops: int, *, above: int = 0) -> tuple[Found, Trace] | None:
    """The best path under these rules, shortest length only; tried from `above` + 1 hops on when that is given."""
    for most in range(above + 1, hops + 1) if above else (hops,):
        found = seek(work, *nodes, rules, most, cap=FEW)
        ranked = traces(found.region, found.walked, rules.as_of or "")
        if ranked:
            return found, ranked[0]
        if len(found.exhausted) and not found.region.located:
            return None
    return None


def _reason(work: Work, code: str, best: tuple[Found, Trace], rules: Rules) -> Reason:
    found, trace = best
    path = dressed(work, [trace], "")[0]
    evidence = {"hops": trace.hops, "sentence": path.sentence, "nodes": [node.model_dump() for node in path.nodes]}
    passed = _hubs(found, trace, rules)
    hubs = [node for node in path.nodes if node.id in passed]
    planned = sorted({tie.stage for tie in path.ties if tie.stage not in rules.stages})
    words = {
        "only_through_hubs": f"只有经过枢纽“{'、'.join(hub.name for hub in hubs)}”才连得上，枢纽不作途经",
        "only_retired_or_planned": "只有经过计划中的或来源已不再陈述的关系才连得上"
        + (f"（含{'、'.join(planned)}阶段）" if planned else ""),
        "outside_as_of": f"在 {rules.as_of} 没有成立的路径，不限日期则有",
        "filtered": "被筛选条件排除，去掉筛选则有路径",
        "farther": f"最短的路径有 {trace.hops} 跳，超过了上限",
    }
    if hubs:
        evidence["hubs"] = [hub.model_dump() | {"walk_degree": found.region.nodes[hub.id].degree} for hub in hubs]
    return Reason.model_validate({"code": code, "text": f"{words[code]}：{path.sentence}", "evidence": evidence})


def _hubs(found: Found, trace: Trace, rules: Rules) -> set[str]:
    """Hubs that a path passes although the rules do not let it."""
    known = found.region.nodes
    return {id_ for id_ in trace.nodes[1:-1] if id_ in known and known[id_].degree > rules.floor}


def _all_at_once(work: Work, question: PathQuestion, rules: Rules, nodes: Nodes) -> Reason | None:
    """No rule alone stands in the way, but several together do."""
    best = _best(work, nodes, _open(rules), question.max_hops)
    if best is None:
        return None
    found, trace = best
    loosened = {
        "only_through_hubs": bool(_hubs(found, trace, rules)),
        "only_retired_or_planned": any(edge.stage not in rules.stages for edge in trace.edges),
    }
    code = next((name for name, stands in loosened.items() if stands), "filtered")
    reason = _reason(work, code, best, rules)
    return reason.model_copy(update={"text": f"几个条件同时放宽才连得上；{reason.text}"})


def _apart(work: Work, question: PathQuestion, rules: Rules, ends: Ends, nodes: Nodes) -> Reason:
    """Further than is looked for, or in parts of the graph that do not touch, whatever the rules."""
    wide = _open(rules)
    best = _best(work, nodes, wide, FARTHEST, above=question.max_hops)
    if best is not None:
        return _reason(work, "farther", best, rules)
    found = seek(work, *nodes, wide, FARTHEST, cap=FEW)
    if not found.exhausted:
        return Reason(
            code="farther",
            text=f"{FARTHEST} 跳以内没有路径",
            evidence={"at_least": FARTHEST + 1, "reached": found.reached},
        )
    sizes = {
        end.name: {"id": end.id, "nodes": found.reached[end.id], "whole": end.id in found.exhausted} for end in ends
    }
    words = "；".join(
        f"{name} 所在的一片{'共' if size['whole'] else '至少'} {size['nodes']} 个节点" for name, size in sizes.items()
    )
    return Reason(
        code="other_component",
        text=f"两端在互不相连的两片里（任何阶段、经过枢纽也连不上）：{words}",
        evidence={"components": list(sizes.values())},
    )


def _open(rules: Rules) -> Rules:
    """All rules loosened together, but for inferred ties."""
    return replace(rules.any_hub().any_day().unfiltered(), stages=STAGES, with_retired=True)


def _would_join(work: Work, question: PathQuestion, rules: Rules, nodes: Nodes) -> list[dict[str, object]]:
    if rules.with_inferred:
        return []
    best = _best(work, nodes, rules.inferring(), question.max_hops)
    if best is None:
        return []
    path = dressed(work, [best[1]], "")[0]
    return [tie.model_dump() for tie in path.ties if tie.inferred]


def _coverage(work: Work, ends: Ends) -> list[CoverageNote]:
    """The lists of co-operation between kinds like these ends that would show a tie, loaded in part or not at all."""
    needed = _needed(ends)
    loaded = {row["about"]: row for row in work.run("read/coverage", about=needed)}
    where = "—".join(dict.fromkeys(end.city if end.city != "未知" else end.name for end in ends))
    notes = []
    for about in needed:
        row = loaded.get(about)
        if row is None:
            notes.append(CoverageNote(source="", publisher="", about=about, place=where, state="none"))
        elif not row["complete"]:
            notes.append(
                CoverageNote(
                    source=row["source"],
                    publisher=row["publisher"],
                    about=about,
                    place=row["place"],
                    state="partial",
                    as_of=row["last"],
                    declared=row["declared"],
                    loaded=row["loaded"],
                )
            )
    return notes


def _needed(ends: Ends) -> list[str]:
    """Co-operation ties that could join the two kinds, directly or through one reified node."""
    one, other = (end.kind for end in ends)
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
