"""The queue of identities: pairs that look alike and nobody has judged, with what speaks for and against."""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph import journal
from graph.answers import Answer, NodeRef, ReviewList, ReviewPair, SideBySide
from graph.errors import NotFoundError
from graph.identity.judge import judge
from graph.identity.named import Named
from graph.node_detail import detail
from graph.shown import node_refs
from graph.store import Store, Work

TIES = 50
"""Ties shown of each of two bodies side by side."""


def queue(store: Store, *, kinds: Sequence[str] = ()) -> Answer[ReviewList]:
    """Pairs that wait for a person, most alike first; a judged one is gone, one left unsure comes last."""
    pairs, state = store.snapshot(lambda work: pairs_of(work, kinds))
    return Answer(data=ReviewList(pairs=pairs), meta=state.meta("read/queue", {"kinds": list(kinds)}))


def side_by_side(store: Store, one: str, other: str) -> Answer[SideBySide]:
    """Two bodies with their ties and sources beside each other. Raises `NotFoundError` for an id there is not."""

    def read(work: Work) -> SideBySide:
        refs = node_refs(work, [one, other])
        missing = [id_ for id_ in (one, other) if id_ not in refs]
        if missing:
            raise NotFoundError(f"没有编号为 {missing[0]} 的主体", way_out="用 xishang search 查到编号")
        state = work.run("read/graph_state")
        day = str(state[0]["loaded_at"] or "")[:10] if state else ""
        known = {frozenset((pair.one, pair.other)): pair for pair in pairs_of(work, ())}
        details = (detail(work, refs[one], limit=TIES, day=day), detail(work, refs[other], limit=TIES, day=day))
        ends = [{tie.other.id for tie in found.ties} for found in details]
        pair = known.get(frozenset((one, other))) or _pair(refs[one], refs[other], "", 0, "")
        return SideBySide(pair=pair, details=details, shared=sorted(ends[0] & ends[1]))

    found, state = store.snapshot(read)
    return Answer(data=found, meta=state.meta("read/queue", {"one": one, "other": other}))


def pairs_of(work: Work, kinds: Sequence[str]) -> list[ReviewPair]:
    """The queue inside an open read transaction."""
    waiting: dict[frozenset[str], tuple[int, str, str]] = {}
    for row in work.run("read/queue"):
        for item in json.loads(row["queued"]):
            pair = frozenset((item["one"], item["other"]))
            if len(pair) > 1 and (not kinds or item["kind"] in kinds):
                waiting.setdefault(pair, (row["load"], row["source"], item["why"]))
    judged = {frozenset(entry.ids): entry.kind for entry in journal.entries(work) if entry.kind != "hide"}
    open_ = {pair: told for pair, told in waiting.items() if judged.get(pair) not in ("same", "different")}
    refs = node_refs(work, {id_ for pair in open_ for id_ in pair})
    found = []
    for pair, (load, source, why) in open_.items():
        if pair <= refs.keys():
            one, other = sorted((refs[id_] for id_ in pair), key=lambda ref: ref.id)
            found.append(_pair(one, other, why, load, source))
    unsure = {pair for pair, kind in judged.items() if kind == "unsure"}
    return sorted(found, key=lambda p: (frozenset((p.one, p.other)) in unsure, -p.score, p.names, p.one))


def _pair(one: NodeRef, other: NodeRef, why: str, load: int, source: str) -> ReviewPair:
    verdict = judge(
        Named(one.name, one.place or one.city, one.kind), Named(other.name, other.place or other.city, other.kind)
    )
    return ReviewPair(
        one=one.id,
        other=other.id,
        names=(one.name, other.name),
        kind=one.kind,
        why=why,
        load=load,
        source=source,
        verdict=verdict.verdict,
        score=verdict.score,
        reason=verdict.reason,
        vetoes=list(verdict.vetoes),
    )
