"""The two cities at a glance: bodies counted, what crosses between them, and which list to load next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph import gaps
from graph.answers import Answer, CityPair, GapAnswer, KindCount, Meta, NodeRef, Overview, Wanted
from graph.schema import EDGE_KINDS, NODE_KINDS, WALKED
from graph.shown import kind_of
from graph.store import Row, Store, Work

SIDES = {"西安": "xian", "商洛": "shangluo", "两市": "both", "其他": "other", "未知": "unknown"}
COOPERATION = sorted(name for name in WALKED if EDGE_KINDS[name].cooperation)


def overview(store: Store) -> Answer[Overview]:
    """Counts by kind and city, pairs of bodies of both cities, and what to load next, of one version of the graph."""

    def read(work: Work) -> tuple[list[Row], list[Row]]:
        return work.run("report/counts_by_city"), work.run("read/cross_city", types=COOPERATION)

    (counts, crossing), state = store.snapshot(read)
    data = Overview(
        counts=list(kind_counts(counts)),
        pairs=[_pair(row) for row in crossing],
        wanted=wanted(gaps.ask(store, rule.name) for rule in gaps.rules()),
    )
    meta = Meta(
        graph_version=str(state.version),
        loaded_at=state.loaded_at,
        load_in_progress=state.load_in_progress,
        statement="read/cross_city",
        parameters={"types": COOPERATION},
    )
    return Answer(data=data, meta=meta)


def kind_counts(rows: Iterable[Row]) -> Iterable[KindCount]:
    """Rows of labels, city and number as one row a kind, in the order of the schema."""
    table: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SIDES.values(), 0))
    for row in rows:
        table[kind_of(row["labels"])][SIDES.get(row["city"], "unknown")] += row["n"]
    for label, kind in NODE_KINDS.items():
        if kind.counted and label in table:
            yield KindCount(kind=label, **table[label])


def wanted(answers: Iterable[Answer[GapAnswer]]) -> list[Wanted]:
    """Lists that are not complete, by how many `not_collected` findings wait for them, most first."""
    waiting: dict[tuple[str, str], dict[str, Any]] = {}
    for answer in answers:
        open_rows = answer.data.counts.not_collected
        complete = {note.about for note in answer.meta.coverage if note.state == "complete"}
        for need in gaps.needs_of(answer.data.rule.name):
            if not open_rows or need["about"] in complete:
                continue
            entry = waiting.setdefault((need["about"], need.get("subkind", "")), {"findings": 0, "rules": []})
            entry["findings"] += open_rows
            entry["rules"].append(answer.data.rule.name)
    ranked = sorted(waiting.items(), key=lambda item: (-item[1]["findings"], item[0]))
    return [_wanted(about, subkind, entry) for (about, subkind), entry in ranked]


def _wanted(about: str, subkind: str, entry: dict[str, Any]) -> Wanted:
    zh = (NODE_KINDS.get(about) or EDGE_KINDS[about]).zh
    what = f"{zh}（{subkind}）" if subkind else zh
    columns = "、".join(template_columns(about))
    return Wanted(
        about=about,
        about_zh=zh,
        subkind=subkind,
        place="商洛市",
        findings=entry["findings"],
        rules=entry["rules"],
        how=f"商洛市{what}的完整名单（列：{columns}），并在 source.yml 的 coverage 里写明发布者所称的范围与条数",
    )


def template_columns(about: str) -> tuple[str, ...]:
    """Headers that a list of this kind or tie needs, in the words bureaus use; empty for what is not declared."""
    if about in NODE_KINDS:
        own = tuple(prop.zh for prop in NODE_KINDS[about].properties)
        return ("名称", "类别", "所在县区", *own, "日期", "备注")
    if about in EDGE_KINDS:
        return ("甲方", "乙方", EDGE_KINDS[about].zh, "所在县区", "日期", "备注")
    return ()


def _pair(row: Row) -> CityPair:
    return CityPair(
        xian=_ref(row["xian"]),
        shangluo=_ref(row["shangluo"]),
        through=_ref(row["through"]) if row["through"] else None,
        verb=EDGE_KINDS[row["type"]].zh,
        stage=row["stage"],
        mark=row["mark"],
    )


def _ref(node: dict[str, Any]) -> NodeRef:
    place = node.get("county") or ""
    return NodeRef(id=node["id"], kind=kind_of(node["labels"]), name=node["name"], city=node["city"], place=place)
