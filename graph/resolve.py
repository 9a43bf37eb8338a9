"""Which bodies do these names mean? One resolver for search, path ends, lists of names: it answers or says why not.

    resolve_names(store, [AskedName(name="西安交大")]) -> Answer[ResolveAnswer]

A name is the same as a body by its id, number, name, alias or former name, by the tables of names, or by a rule of
`graph.identity`; several that fit equally well are shown and none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers import Answer, AskedName, ResolveAnswer, ResolvedName
from graph.answers.resolve import Sure
from graph.candidates import Exact, Looked, alike, exact, looked_up
from graph.errors import UsageError
from graph.identity.unusable import bodies_in, fault
from graph.schema import EDGE_KINDS, NODE_KINDS, labels_of
from graph.schema.values import fold
from graph.store import Row, Store, Work
from graph.verdicts import RULE, Candidate, but_for_the_form, weigh

AT_MOST = 500
"""Names in one question: what an analyst pastes, and what one read transaction holds well."""
SECONDS = 60.0
"""For reading the candidates of so many names."""
READ = 40
"""Bodies most like a name that are read."""
SHOWN = 5
ONE_CHARACTER = "名称只有一个字"
MAY_STILL_BE_FOUND = (ONE_CHARACTER, "只有地名", "像是人名")
"""Faults of a name with which what is alike is still worth showing."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
KINDS_BY_WORD = {word: label for label, kind in NODE_KINDS.items() for word in (label.lower(), kind.zh)}
END_KINDS = frozenset(
    label
    for edge in EDGE_KINDS.values()
    if edge.walk != "never"
    for label in labels_of(edge.endpoints[0]) | labels_of(edge.endpoints[1])
)
"""Kinds a path can end at: those that hold a walkable tie."""


@dataclass(frozen=True)
class Decision:
    """What was decided on a name: `best` alone, or `rivals` that fit equally well; `found` is everything by order."""

    sure: Sure
    best: Candidate | None
    why: str
    rivals: Sequence[Candidate]
    found: Sequence[Candidate]


def resolve_names(store: Store, rows: Sequence[AskedName]) -> Answer[ResolveAnswer]:
    """For each name, in order, the body it means, how sure and why. Raises `UsageError`: too many, none, no kind.

    A cell with several bodies is taken apart and each is looked for; the row itself is then a `queue`.
    """
    if not rows:
        raise UsageError("没有给出名称", way_out="每行一个名称；CSV 首行是 name,place,kind")
    if len(rows) > AT_MOST:
        raise UsageError(
            f"一次最多 {AT_MOST} 个名称，给了 {len(rows)} 个",
            way_out="请分几次问，或用命令 xishang resolve 文件.csv -o 结果.csv，不限行数",
        )
    asked = [cleaned(row, number) for number, row in enumerate(rows, 1)]
    parts = [pieces(one.name) for one in asked]
    flat = [
        *asked,
        *(one.model_copy(update={"name": name}) for one, names in zip(asked, parts, strict=True) for name in names),
    ]
    decided, state = store.snapshot(lambda work: _candidates(work, flat), seconds=SECONDS)
    found = [decide(one, weigh(one, exactly, like)) for one, (exactly, like) in zip(flat, decided, strict=True)]
    more = iter(found[len(asked) :])
    answers = [
        _answer(number, one, decision, [next(more) for _ in names])
        for number, (one, decision, names) in enumerate(zip(asked, found, parts, strict=False), 1)
    ]
    counts = {band: sum(row.sure == band for row in answers) for band in ("same", "queue", "none")}
    return Answer(data=ResolveAnswer(rows=answers, **counts), meta=state.meta("read/exact", {"names": len(rows)}))


def cleaned(row: AskedName, number: int = 1) -> AskedName:
    """A row without control characters, its kind by the schema's name. Raises `UsageError` for an unknown kind."""
    kind = row.kind.strip()
    if kind and kind.lower() not in KINDS_BY_WORD:
        raise UsageError(
            f"第 {number} 行：没有这种类别“{kind}”",
            way_out="可用的类别：" + "、".join(f"{label}（{one.zh}）" for label, one in NODE_KINDS.items()),
        )
    return AskedName(
        name=" ".join(CONTROL.sub(" ", row.name).split()),
        place=" ".join(CONTROL.sub(" ", row.place).split()),
        kind=KINDS_BY_WORD[kind.lower()] if kind else "",
        keys={scheme.strip().lower(): value.strip() for scheme, value in row.keys.items() if value.strip()},
    )


def pieces(name: str) -> tuple[str, ...]:
    """The bodies of a cell that lists several; none for a plain name."""
    found = bodies_in(name) if len(name) <= 500 else (name,)
    return found if len(found) > 1 else ()


def decisions(work: Work, asked: Sequence[AskedName]) -> list[Decision]:
    """The decision on each name, inside an open read transaction: two statements for all."""
    rows = _candidates(work, asked)
    return [decide(one, weigh(one, exactly, like)) for one, (exactly, like) in zip(asked, rows, strict=True)]


def _candidates(work: Work, asked: Sequence[AskedName]) -> list[tuple[list[Exact], list[Row]]]:
    looks: list[Looked] = [looked_up(one.name, one.keys) for one in asked]
    found = exact(work, looks)
    open_ = [one.name for one, rows in zip(asked, found, strict=True) if not _settled(one, rows)]
    like = alike(work, open_, (), READ)
    return [(rows, like.get(one.name, [])) for one, rows in zip(asked, found, strict=True)]


def _settled(asked: AskedName, rows: Sequence[Exact]) -> bool:
    """Whether what is exact decides a name, or its fault leaves nothing to look for."""
    why = fault(asked.name)
    if why and not why.startswith(MAY_STILL_BE_FOUND):
        return True
    return bool(rows) and decide(asked, weigh(asked, rows, ())).sure == "same"


def decide(asked: AskedName, found: Sequence[Candidate]) -> Decision:
    """The one body that is surest, those that fit equally well, or none, with the reason."""
    certain = [one for one in found if one.sure == "same"]
    if certain:
        best = [one for one in certain if (one.tier, one.score) == (certain[0].tier, certain[0].score)]
        if certain[0].tier == RULE:  # two that a rule finds the same are rivals whatever their scores
            best = certain
        ends = [one for one in best if one.kind in END_KINDS] or best
        if len(ends) == 1:
            return Decision("same", ends[0], ends[0].why, (), found)
        return Decision("queue", None, _several(asked.name, ends), ends, found)
    if formless := but_for_the_form(asked, found):
        return Decision("same", formless, formless.why, (), [formless, *found])
    why = fault(asked.name)
    maybe = [one for one in found if one.sure == "queue"]
    if why.startswith(ONE_CHARACTER):
        held = [one for one in found if asked.name and fold(asked.name) in fold(one.row["name"])]
        return Decision("queue" if held else "none", None, f"{why}，含这个字的见其他可能" if held else why, (), held)
    if maybe:
        best = [one for one in maybe if one.score == maybe[0].score]
        if len(best) == 1:
            return Decision("queue", best[0], best[0].why, (), found)
        return Decision("queue", None, best[0].why if _all_alike(best) else _several(asked.name, best), best, found)
    return Decision("none", None, why or "图中没有这个名称，也没有按规则相符的主体", (), [] if why else found)


def _all_alike(found: Sequence[Candidate]) -> bool:
    return len({one.why for one in found}) == 1


def _several(name: str, found: Sequence[Candidate]) -> str:
    shown = "、".join(f"{one.row['name']}（{one.row['place'] or one.row['city']}）" for one in found[:SHOWN])
    return f"“{name}”可以指图中 {len(found)} 个：{shown}"


def _answer(number: int, asked: AskedName, decision: Decision, parts: Sequence[Decision]) -> ResolvedName:
    if parts and decision.sure != "same":
        inside = [part.best for part in parts if part.best is not None]
        return ResolvedName(
            row=number,
            asked=asked,
            sure="queue" if inside else "none",
            why=f"一格里有 {len(parts)} 个主体，请拆成几行",
            others=[one.hit() for one in {one.row["id"]: one for one in inside}.values()],
        )
    best, sure, why = decision.best, decision.sure, decision.why
    if sure == "same" and best is not None and best.kind == "Person" and best.by_name:
        sure, why = "queue", f"{why}相同，但同名不等于同一人，请用编号或 ORCID"
    others = [one for one in decision.found if best is None or one.row["id"] != best.row["id"]]
    shown = [one for one in others if one.near and (sure != "same" or one.sure != "none")][:SHOWN]
    return ResolvedName(
        row=number,
        asked=asked,
        sure=sure,
        best=best.hit() if best else None,
        score=best.score if best else 0.0,
        why=why,
        others=[one.hit() for one in shown],
    )
