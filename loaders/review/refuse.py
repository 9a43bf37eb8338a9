"""What no judgement outvotes: two numbers of one register, two known cities or parents, and the vetoes of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from graph import journal
from graph.errors import UsageError
from graph.identity.cluster import Cluster
from graph.identity.judge import judge
from graph.identity.named import Named
from graph.identity.resolver import Judgements
from graph.store import Work
from loaders.understood import Said

WAY_OUT = "若确是同一主体，请先改正来源里的这一项并重新装载；否则判为“不同”"


def refuse_merge(work: Work, ids: Sequence[str], today: Mapping[str, str], stated: Sequence[Said]) -> None:
    """Raise `UsageError` where a merge of these, with all that earlier judgements draw in, would break a veto."""
    bodies = sorted(set(today.values()))
    standing = journal.judgements(journal.entries(work))
    drawn = drawn_in(standing, {*ids, *bodies})
    for apart in standing.different:
        if apart <= drawn:
            raise UsageError(
                f"已判定不同：{'、'.join(sorted(apart))}，不能再并为一",
                way_out="先收回那条判定（xishang review --journal）",
            )
    clusters = {id_: _cluster(id_, stated) for id_ in bodies}
    for one, other in combinations(bodies, 2):
        why = told_apart(clusters[one], clusters[other])
        if why:
            raise UsageError(f"{one} 与 {other} 不能并为一：{'；'.join(why)}", way_out=WAY_OUT)


def drawn_in(standing: Judgements, ids: Iterable[str]) -> set[str]:
    """These ids and all that judgements of "same" tie to them, step by step."""
    drawn = set(ids)
    while more := {id_ for same in standing.same if same & drawn for id_ in same} - drawn:
        drawn |= more
    return drawn


def _cluster(id_: str, stated: Sequence[Said]) -> Cluster:
    """All that records say of a body."""
    return Cluster.of({mention.signature for said in stated for mention in said.mentions() if mention.current == id_})


def told_apart(one: Cluster, other: Cluster) -> list[str]:
    """Why two bodies cannot be one, in the user's words; empty when nothing forbids it."""
    why = []
    for scheme in sorted(one.keys.keys() & other.keys.keys()):
        if one.keys[scheme].isdisjoint(other.keys[scheme]):
            mine, theirs = "、".join(sorted(one.keys[scheme])), "、".join(sorted(other.keys[scheme]))
            why.append(f"{scheme} 编号不同（{mine} / {theirs}）")
    if one.elsewhere(other) and not {s.name for s in one.members} & {s.name for s in other.members}:
        # of one name a person may say that they are two sites of one body
        why.append(f"所在城市不同（{'、'.join(sorted(one.cities))} / {'、'.join(sorted(other.cities))}）")
    people = any(signature.kind == "Person" for signature in one.members)  # who may have two home bodies
    if not people and one.withins and other.withins and one.withins.isdisjoint(other.withins):
        why.append(f"所属不同（{'、'.join(sorted(one.withins))} / {'、'.join(sorted(other.withins))}）")
    return why or _by_name(one, other)


def _by_name(one: Cluster, other: Cluster) -> list[str]:
    """The vetoes of names, where every name of the one is told apart from every name of the other."""
    if any(signature.kind == "Person" for signature in one.members):
        return []
    verdicts = [
        judge(Named(mine.name, kind=mine.kind), Named(theirs.name, kind=theirs.kind))
        for mine in one.members
        for theirs in other.members
    ]
    if not verdicts or not all(verdict.vetoes for verdict in verdicts):
        return []
    return list(dict.fromkeys(veto for verdict in verdicts for veto in verdict.vetoes))
