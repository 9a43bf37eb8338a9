"""Search: which body does a text mean? By name, alias, former name, identifier, pinyin or likeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.answers import Answer, NodeDetail, NodeRef, SearchAnswer, SearchHit
from graph.errors import AmbiguousNameError, NotFoundError, UsageError
from graph.identity.aliases import canonical
from graph.name_match import Match, lucene, match
from graph.node_detail import TIES_AT_MOST, answer_of, detail
from graph.schema import EDGE_KINDS, NODE_KINDS, labels_of
from graph.schema.values import fold
from graph.shown import kind_of, node_ref
from graph.store import Row, Store, Work

CANDIDATES = 100
NEAREST = 5
FAINTEST = 0.25
"""Hits less alike than this (half of the characters, in half of the order) only distract."""
ID = re.compile(r"[a-z]{3}-[a-z2-7]{8,}")
NO_NUMBER = frozenset({"name", "name_at_body", "record"})
SCHEMES = ("merged", *sorted({key for kind in NODE_KINDS.values() for key in kind.keys} - NO_NUMBER))
"""Schemes of numbers that a person may type; `merged` holds the ids that lost a merge."""
END_KINDS = frozenset(
    label
    for edge in EDGE_KINDS.values()
    if edge.walk != "never"
    for label in labels_of(edge.endpoints[0]) | labels_of(edge.endpoints[1])
)
"""Kinds a path can end at: those that hold a walkable tie."""


def search(store: Store, text: str, *, limit: int = 10, kinds: Sequence[str] = ()) -> Answer[SearchAnswer]:
    """Bodies that a text may mean, certain ones first; an empty list when none. Raises `UsageError`."""
    unknown = [kind for kind in kinds if kind not in NODE_KINDS]
    if unknown:
        raise UsageError(f"没有这种类别：{'、'.join(unknown)}", way_out="可用的类别：" + "、".join(NODE_KINDS))
    hits, state = store.snapshot(lambda work: find_hits(work, text, kinds=kinds, limit=limit))
    return Answer(
        data=SearchAnswer(query=text, hits=hits),
        meta=state.meta("read/search", {"text": text, "limit": limit, "kinds": list(kinds)}),
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
    if not fold(text):
        raise UsageError("检索词是空的", way_out="请给出名称、简称、拼音或编号")
    rows = _certain(work, text, kinds) + work.run("read/search", text=lucene(text), kinds=list(kinds), limit=CANDIDATES)
    ranked = [(row, found) for row, found in _ranked(text, rows) if found.score >= FAINTEST]
    return [_hit(row, found) for row, found in ranked[:limit]]


def resolve_end(work: Work, text: str) -> NodeRef:
    """The one node a text means; see `resolve`."""
    return node_ref(resolve(work, text))


def resolve(work: Work, text: str) -> Row:
    """The row of the one node a text means: by id, identifier, name, alias or former name, never by likeness.

    A preferred name wins over another body's alias. Raises `AmbiguousNameError` with `candidates` where several fit,
    `NotFoundError` with the `nearest` names where none does. The row has id, labels, name, city, place and degree.
    """
    if not fold(text):
        raise UsageError("节点的名称是空的", way_out="请给出名称、简称或编号")
    certain = [(row, found) for row, found in _ranked(text, _certain(work, text, ())) if found.certain]
    best = [(row, found) for row, found in certain if found.score == certain[0][1].score]
    walkable = [(row, found) for row, found in best if kind_of(row["labels"]) in END_KINDS]
    chosen = walkable or best
    if not chosen:
        nearest = [hit.model_dump() for hit in find_hits(work, text)]
        raise NotFoundError(f"图中没有名为“{text}”的节点", way_out=_way_out(nearest), name=text, nearest=nearest)
    if len(chosen) > 1:
        candidates = [_hit(row, found).model_dump() for row, found in chosen]
        raise AmbiguousNameError(
            f"“{text}”可以指 {len(candidates)} 个节点",
            way_out="请改用编号："
            + "；".join(f"{c['id']}（{c['name']}，{c['kind']}，{c['city']}）" for c in candidates),
            name=text,
            candidates=candidates,
        )
    return chosen[0][0]


def _way_out(nearest: list[dict[str, object]]) -> str:
    if not nearest:
        return "用 xishang search 换个写法找找看"
    return "相近的名称：" + "、".join(str(hit["name"]) for hit in nearest)


def _certain(work: Work, text: str, kinds: Sequence[str]) -> list[Row]:
    """Rows found by id, identifier, name or alias."""
    bare = text.strip()
    if ID.fullmatch(bare):
        rows = work.run("read/by_id", id=bare) or work.run("read/by_identifier", schemes=["merged"], value=bare)
        if rows:
            return _of_kinds(rows, kinds)
    wanted = sorted({fold(text), fold(canonical(text))})
    names = [
        {"scheme": f"{scheme}:{kind}", "prefix": name.replace("|", "") + "|"}
        for kind in (kinds or NODE_KINDS)
        for scheme in ("name", "alias")
        for name in wanted
    ]
    rows = work.run("read/by_name", names=names)
    if not rows:  # no name is also a number
        rows = _of_kinds(work.run("read/by_identifier", schemes=list(SCHEMES), value=bare), kinds)
    return rows


def _of_kinds(rows: list[Row], kinds: Sequence[str]) -> list[Row]:
    return [row for row in rows if not kinds or kind_of(row["labels"]) in kinds]


def _ranked(text: str, rows: Iterable[Row]) -> list[tuple[Row, Match]]:
    """Each node once, with its best match; certain ones first, then by score, ties, name and id."""
    best: dict[str, tuple[Row, Match]] = {}
    for row in rows:
        found = match(text, row)
        if row["id"] not in best or found.score > best[row["id"]][1].score:
            best[row["id"]] = (row, found)
    return sorted(
        best.values(),
        key=lambda pair: (not pair[1].certain, -pair[1].score, -pair[0]["degree"], pair[0]["name"], pair[0]["id"]),
    )


def _hit(row: Row, found: Match) -> SearchHit:
    return SearchHit(
        id=row["id"],
        kind=kind_of(row["labels"]),
        name=row["name"],
        city=row["city"],
        place=row["place"],
        why=found.why,
        certain=found.certain,
        score=found.score,
    )
