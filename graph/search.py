"""Search: which body does a text mean? By name, alias, former name, identifier, pinyin, by rule or by likeness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.answers import Answer, AskedName, NodeDetail, NodeRef, SearchAnswer, SearchHit
from graph.candidates import alike, exact, looked_up
from graph.errors import AmbiguousNameError, NotFoundError, UsageError
from graph.node_detail import TIES_AT_MOST, answer_of, detail
from graph.resolve import Decision, cleaned, decisions
from graph.schema import NODE_KINDS
from graph.schema.values import fold
from graph.shown import node_ref
from graph.store import Row, Store, Work
from graph.verdicts import ALIKE, BODIES, Candidate, hits_of, weigh

CANDIDATES = 100
NEAREST = 5
LONGEST = 2000
"""Characters of a text; no name in the graph is longer."""
USUALLY_MEANT = BODIES | {"Person", "Place", "Team"}
"""Kinds that people ask for; of others (projects, events, policies) only where none of these is like the name."""
NEVER_MEANT = frozenset({"Observation"})
FAINTEST = 0.25
"""Hits less alike than this (half of the characters, in half of the order) only distract."""


def search(store: Store, text: str, *, limit: int = 10, kinds: Sequence[str] = ()) -> Answer[SearchAnswer]:
    """Bodies that a text may mean, certain ones first; an empty list when none. Raises `UsageError`."""
    unknown = [kind for kind in kinds if kind not in NODE_KINDS]
    if unknown:
        raise UsageError(f"没有这种类别：{'、'.join(unknown)}", way_out="可用的类别：" + "、".join(NODE_KINDS))
    hits, state = store.snapshot(lambda work: find_hits(work, text, kinds=kinds, limit=limit))
    return Answer(
        data=SearchAnswer(query=text, hits=hits),
        meta=state.meta("read/alike", {"text": text, "limit": limit, "kinds": list(kinds)}),
    )


def node(store: Store, text: str, *, limit: int = TIES_AT_MOST) -> Answer[NodeDetail]:
    """The node that an id or a name means, with its properties, its `limit` heaviest ties and their sources.

    Raises the errors of `resolve_end`.
    """

    def read(work: Work) -> NodeDetail:
        state = work.run("read/graph_state")
        day = str(state[0]["loaded_at"] or "")[:10] if state else ""
        return detail(work, resolve_end(work, text), limit=limit, day=day)

    found, state = store.snapshot(read)
    return answer_of(found, state, limit)


def find_hits(work: Work, text: str, *, kinds: Sequence[str] = (), limit: int = NEAREST) -> list[SearchHit]:
    """The hits of a search inside an open read transaction."""
    asked = _asked(text, "检索词")
    rows = exact(work, [looked_up(asked.name)])[0]
    like = alike(work, [asked.name], kinds, CANDIDATES)[asked.name]
    found = [one for one in weigh(asked, rows, like) if not kinds or one.kind in kinds]
    found.sort(key=lambda one: one.shown)
    return hits_of([one for one in found if one.tier < ALIKE or one.score >= FAINTEST][:limit])


def resolve_end(work: Work, text: str) -> NodeRef:
    """The one node a text means; see `resolve`."""
    return node_ref(resolve(work, [text])[0])


def resolve(work: Work, texts: Sequence[str]) -> list[Row]:
    """The row of the one node each text means, by at most two statements for all.

    By id, identifier, name, alias or former name, by the tables of names or a rule of identity, never by likeness. A
    preferred name wins over another body's alias. Raises `AmbiguousNameError` with `candidates` where several fit,
    `NotFoundError` with the `nearest` names where none does. A row has id, labels, name, city, place and degree.
    """
    rows = []
    for row in found_ends(work, texts):
        if isinstance(row, NotFoundError):
            raise row
        rows.append(row)
    return rows


def found_ends(work: Work, texts: Sequence[str]) -> list[Row | NotFoundError]:
    """As `resolve`, with an error in place of the row where nothing fits; an ambiguous name is raised all the same."""
    asked = [_asked(text, "节点的名称") for text in texts]
    return [_end(one.name, decision) for one, decision in zip(asked, decisions(work, asked), strict=True)]


def _asked(text: str, what: str) -> AskedName:
    if not fold(text):
        raise UsageError(f"{what}是空的", way_out="请给出名称、简称、拼音或编号")
    if len(text) > LONGEST:
        raise UsageError(f"{what}长 {len(text)} 字，最多 {LONGEST} 字", way_out="请给出名称、简称、拼音或编号")
    return cleaned(AskedName(name=text))


def _end(text: str, decision: Decision) -> Row | NotFoundError:
    if decision.sure == "same" and decision.best is not None:
        return decision.best.row
    if decision.rivals and all(one.sure == "same" for one in decision.rivals):
        raise _ambiguous(text, decision.rivals)
    found = sorted(decision.found, key=lambda one: one.shown)
    nearest = [one.hit().model_dump() for one in _suggested(found)][:NEAREST]
    return NotFoundError(_what(text, decision), way_out=_way_out(nearest), name=text, nearest=nearest)


def _suggested(found: Sequence[Candidate]) -> list[Candidate]:
    """What may have been meant: bodies, people and places, without those only what else holds ties; never a value."""
    near = [one for one in found if one.near and one.kind not in NEVER_MEANT]
    return [one for one in near if one.kind in USUALLY_MEANT] or near


def _what(text: str, decision: Decision) -> str:
    said = f"图中没有名为“{text}”的节点"
    if decision.sure != "queue":
        return said
    if decision.best is None:
        return f"{said}：{decision.why}"
    return f"{said}；最接近的是“{decision.best.row['name']}”（{decision.best.why}），但不能确定是它"


def _ambiguous(text: str, rivals: Sequence[Candidate]) -> AmbiguousNameError:
    candidates = [one.hit().model_dump() for one in rivals]
    return AmbiguousNameError(
        f"“{text}”可以指 {len(candidates)} 个节点",
        way_out="请改用编号：" + "；".join(f"{c['id']}（{_apart(c)}）" for c in candidates),
        choices=[f"{c['id']}  {_apart(c)}" for c in candidates],
        name=text,
        candidates=candidates,
    )


def _apart(hit: Mapping[str, Any]) -> str:
    """A candidate with what tells it apart: name, kind, county or city, code."""
    where = hit["place"] or hit["city"]
    return "，".join(part for part in (hit["name"], NODE_KINDS[hit["kind"]].zh, where, hit["code"]) if part)


def _way_out(nearest: list[dict[str, object]]) -> str:
    if not nearest:
        return "用 xishang search 换个写法找找看"
    return "相近的名称：" + "、".join(str(hit["name"]) for hit in nearest)
