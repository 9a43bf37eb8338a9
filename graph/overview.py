"""The two cities at a glance: bodies counted, what crosses between them, and which list to load next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph import gaps
from graph.answers import (
    Answer,
    CityPair,
    GapAnswer,
    KindCount,
    NodeRef,
    Overview,
    RuleRef,
    SourceRef,
    StaleSource,
    Wanted,
)
from graph.citation import sources_of
from graph.due import stale_words, today
from graph.schema import EDGE_KINDS, NODE_KINDS, WALKED
from graph.shown import kind_of
from graph.store import Row, Store, Work

SIDES = {"西安": "xian", "商洛": "shangluo", "两市": "both", "其他": "other", "未知": "unknown"}
STAGES = ("planned", "", "signed", "started", "delivered")
"""From the least to the most advanced; a tie without a stage says less than a signed one."""
MARKS = ("O", "R", "M", "N")
"""From the publisher's own host to none at all."""
COOPERATION = sorted(name for name in WALKED if EDGE_KINDS[name].cooperation)


def overview(store: Store) -> Answer[Overview]:
    """Counts by kind and city, pairs of bodies of both cities, and what to load next, of one version of the graph."""

    def read(work: Work) -> tuple[list[Row], list[Row], dict[str, SourceRef], list[Row]]:
        crossing = work.run("read/cross_city", types=COOPERATION)
        cited = sources_of(work, (source for row in crossing for source in row["sources"]))
        past = work.run("read/stale_sources", today=today().isoformat())
        return work.run("report/counts_by_city"), crossing, cited, past

    (counts, crossing, cited, past), state = store.snapshot(read)
    data = Overview(
        counts=list(kind_counts(counts)),
        pairs=[_pair(row, cited) for row in crossing],
        wanted=wanted(gaps.ask(store, rule.name) for rule in gaps.rules()),
        stale=[_stale(row) for row in past],
    )
    meta = state.meta("read/cross_city", {"types": COOPERATION})
    return Answer(data=data, meta=meta)


def _stale(row: Row) -> StaleSource:
    note = stale_words(row["retrieved"], row["every"], row["due"])
    return StaleSource(id=row["id"], title=row["title"], due=row["due"], note=note)


def kind_counts(rows: Iterable[Row]) -> Iterable[KindCount]:
    """Rows of labels, city and number as one row a kind, in the order of the schema."""
    table: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SIDES.values(), 0))
    for row in rows:
        table[kind_of(row["labels"])][SIDES.get(row["city"], "unknown")] += row["n"]
    for label, kind in NODE_KINDS.items():
        if kind.counted and label in table:
            yield KindCount(kind=label, **table[label])


def wanted(answers: Iterable[Answer[GapAnswer]]) -> list[Wanted]:
    """Lists that are not complete, by how many `not_collected` findings wait for them, most first.

    A list that several rules want is one row: the findings of all of them are added up.
    """
    waiting: dict[str, dict[str, Any]] = {}
    for answer in answers:
        findings, rule = answer.data.counts.not_collected, answer.data.rule
        complete = {note.about for note in answer.meta.coverage if note.state == "complete"}
        lists = [entry for entry in _lists_of(rule.name) if not set(entry["about"]) <= complete]
        for entry in lists if findings else ():
            row = waiting.setdefault(entry["key"], {"entry": entry, "findings": 0, "rules": [], "together": {}})
            row["findings"] += findings
            row["rules"].append(rule)
            row["together"] |= {other["list"]: None for other in lists if other is not entry}
    ranked = sorted(waiting.values(), key=lambda row: (-row["findings"], row["entry"]["list"]))
    return [_wanted(**row) for row in ranked]


def _lists_of(rule: str) -> list[dict[str, Any]]:
    return list(gaps.find(rule).extras.get("wanted", ()))


def _wanted(entry: dict[str, Any], findings: int, rules: list[RuleRef], together: dict[str, None]) -> Wanted:
    fills = dict.fromkeys((NODE_KINDS.get(about) or EDGE_KINDS[about]).zh for about in entry["about"])
    return Wanted(
        key=entry["key"],
        title=entry["list"],
        keepers=entry["keepers"],
        fills="、".join(fills),
        findings=findings,
        rules=rules,
        together=tuple(together),
        kind=entry["kind"],
        columns=tuple(entry["columns"]),
    )


def template_columns(key: str) -> tuple[str, ...]:
    """Headers of a wanted list; empty for what is none."""
    for rule in gaps.rules():
        for entry in _lists_of(rule.name):
            if entry["key"] == key:
                return tuple(entry["columns"])
    return ()


def _pair(row: Row, cited: dict[str, SourceRef]) -> CityPair:
    verbs = dict.fromkeys(EDGE_KINDS[type_].zh for type_ in row["types"])
    return CityPair(
        xian=_ref(row["xian"]),
        shangluo=_ref(row["shangluo"]),
        through=_ref(row["through"]) if row["through"] else None,
        verb="、".join(verbs),
        stage=min(row["stages"], key=STAGES.index),
        mark=max(row["marks"], key=MARKS.index),
        date_text="；".join(dict.fromkeys(date for date in row["dates"] if date)),
        sources=[cited[id_] for id_ in dict.fromkeys(row["sources"]) if id_ in cited],
    )


def _ref(node: dict[str, Any]) -> NodeRef:
    place = node.get("county") or ""
    return NodeRef(id=node["id"], kind=kind_of(node["labels"]), name=node["name"], city=node["city"], place=place)
