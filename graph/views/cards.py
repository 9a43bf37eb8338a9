"""What a click shows: one card a node, tie or gap row, with its sources. All of it is plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from graph.answers import Evidence, Finding, NodeDetail, NodeRef, SourceRef, Tie
from graph.answers.cited import OWN_HOST, cite, printed_date
from graph.schema import COMMON, NODE_KINDS
from graph.schema.values import readable
from graph.views import style
from graph.views.words import tidy

VALUES = ("value", "number")
"""Properties of a measured value: their unit stands beside them."""
SHOWN_ELSEWHERE = ("id", "name", "names", "search_text", "city", "place", "sources")


class Cards:
    """Collects cards and the sources they share, in the order they are first met."""

    def __init__(self) -> None:
        self.cards: dict[str, dict[str, Any]] = {}
        self.sources: list[dict[str, str]] = []
        self._index: dict[str, int] = {}

    def source(self, source: SourceRef) -> int:
        """Number of a source in `sources`. An address is a link only on the publisher's own host (mark O)."""
        known = source.model_dump_json()
        if known not in self._index:
            entry = {"text": tidy(cite(source, OWN_HOST)), "mark": source.mark, "id": source.id}
            address = source.url or source.address_text or ""
            if source.mark == "O" and source.url and source.url.startswith(("http://", "https://")):
                entry["link"] = source.url
            elif source.mark in ("O", "R") and address:
                entry["address"] = tidy(address)
            self._index[known] = len(self.sources)
            self.sources.append(entry)
        return self._index[known]

    def _add(self, key: str, title: str, kind: str, lines: list[tuple[str, str]], sources: list[SourceRef]) -> None:
        shown = [[name, tidy(value)] for name, value in lines if value]
        numbers = sorted({self.source(source) for source in sources})
        self.cards[key] = {"title": tidy(title), "kind": kind, "lines": shown, "sources": numbers}

    def _leads(self, key: str, *bodies: tuple[str, str], kind: str = "") -> None:
        """Which pages of the site a card leads to, where it is served: [address, name] each; the first is of `kind`."""
        folders = ["commitment" if kind == "Commitment" else "node", *["node"] * len(bodies)]
        self.cards[key]["leads"] = [
            [f"/views/{folder}/{quote(id_, safe='')}", tidy(name)]
            for folder, (id_, name) in zip(folders, bodies, strict=False)
        ]

    def node(self, node: NodeRef, ties: Sequence[Tie], own: Iterable[SourceRef] = ()) -> None:
        """A node beside others; its sources are its own, where given, and those of its ties in this answer."""
        sources = [*own, *(source for tie in ties for source in tie.sources)]
        lines = [("城市", node.city), ("地点", node.place), ("编号", node.id)]
        self._add(f"n:{node.id}", node.name, style.kind_words(node.kind), lines, sources)
        if node.kind in NODE_KINDS:
            self._leads(f"n:{node.id}", (node.id, node.name), kind=node.kind)

    def detail(self, detail: NodeDetail) -> None:
        """The node that was asked for, with all its properties in the words of the schema and its own sources."""
        node = detail.node
        own = NODE_KINDS[node.kind].properties if node.kind in NODE_KINDS else ()
        declared = {prop.name: prop for prop in (*COMMON, *own)}
        lines = [("全部名称", "、".join(detail.names)), ("城市", node.city), ("地点", node.place)]
        for name, value in detail.properties.items():
            if name in SHOWN_ELSEWHERE or value in (None, "", []):
                continue
            prop = declared.get(name)
            unit = str(detail.properties.get("unit") or "") if name in VALUES else prop.unit if prop else ""
            text = _value(name, value)
            lines.append((prop.zh if prop else name, readable(text, unit) if unit else text))
        lines.append(("编号", node.id))
        self._add(f"n:{node.id}", node.name, style.kind_words(node.kind), lines, detail.sources)

    def group(
        self, key: str, title: str, kind: str, members: list[str], lines: list[tuple[str, str]], ties: list[Tie]
    ) -> None:
        """A card for several things drawn, for example a path; `members` are the cards of those things."""
        self._add(key, title, kind, lines, [source for tie in ties for source in tie.sources])
        self.cards[key]["members"] = members

    def tie(self, tie: Tie, names: dict[str, str]) -> None:
        """A tie: both verbs, stage, dates as printed, records and sources."""
        start, end = names[tie.start], names[tie.end]
        there = style.clause(tie.type, start, end, forward=tie.forward)
        back = style.clause(tie.type, end, start, forward=not tie.forward)
        lines = [
            ("反向读", "" if back == there else back),
            ("阶段", style.stage_of(tie.type, tie.stage)),
            ("口径", style.STATUS_WORDS.get(tie.status, tie.status)),
            ("日期", printed_date(tie.date_text) if tie.date_text else "未注明"),
            ("是否有效", "" if tie.in_force is None else ("有效" if tie.in_force else "已不在有效期内")),
            ("推断", "此关系为推断，不计为联系" if tie.inferred else ""),
            ("角色", tie.role or ""),
            ("说明", tie.note or ""),
            ("记录", "、".join(tie.records)),
        ]
        self._add(f"t:{tie.id}", there, f"关系：{style.tie_words(tie.type)}", lines, tie.sources)
        self._leads(f"t:{tie.id}", (tie.start, start), (tie.end, end))

    def finding(self, row: Finding) -> None:
        """A gap row: state, reason, evidence with the numbers of its sources, candidates; never a plain no."""
        key = f"f:{row.finding}"
        sources = [source for item in row.evidence for source in item.sources]
        place = {number: i for i, number in enumerate(sorted({self.source(source) for source in sources}), 1)}
        evidence = [
            (_evidence_name(item), item.text + _numbers(place[self.source(source)] for source in item.sources))
            for item in row.evidence
        ]
        lines = [
            ("状态", style.STATE_WORDS[row.state]),
            ("理由", row.reason),
            ("县区", row.county),
            ("地点", row.anchor.place),
            ("产业链", "、".join(row.chain)),
            ("起自", row.since or ""),
            *evidence,
            ("候选（推断）", "、".join(node.name for node in row.candidates)),
            ("说明", row.note or ""),
            ("结果编号", row.finding),
        ]
        self._add(key, anchor_name(row), style.kind_words(row.anchor.kind), lines, sources)
        self._leads(
            key,
            (row.anchor.id, anchor_name(row)),
            *((node.id, node.name) for node in row.candidates),
            kind=row.anchor.kind,
        )


def anchor_name(row: Finding) -> str:
    """Name of a row's anchor, with its number in front where people use it."""
    key = row.anchor.key
    return f"{key} {row.anchor.name}" if key and style.numbered(row.anchor.kind) else row.anchor.name


def _numbers(numbers: Iterable[int]) -> str:
    """Which of the listed sources: [1][3]."""
    return "".join(f"[{number}]" for number in sorted(set(numbers)))


def _value(name: str, value: Any) -> str:
    """A property as text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(str(item) for item in value)
    words = {"stage": style.STAGE_WORDS, "status": style.STATUS_WORDS, "mark": style.MARK_WORDS}.get(name, {})
    return words.get(str(value), str(value))


def _evidence_name(item: Evidence) -> str:
    """背景 for what came before, else 依据, with stage and date as printed."""
    parts = [style.STAGE_WORDS.get(item.stage or "", ""), printed_date(item.date_text) if item.date_text else ""]
    inside = "，".join(part for part in parts if part)
    return ("背景" if item.background else "依据") + (f"（{inside}）" if inside else "")
