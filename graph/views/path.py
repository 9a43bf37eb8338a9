"""The picture of a path answer: read from left to right, the asked ends outermost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from graph.answers import Answer, NodeRef, Path, PathAnswer, Reason, Tie
from graph.views import layout, style
from graph.views.layout import Point
from graph.views.page import Links, page
from graph.views.picture import Picture

PHONE: Point = (370.0, 540.0)
"""Room for the picture on a telephone, in pixels; it decides which way a narrow screen reads."""
PART_WORDS = {
    "hops": "跳数",
    "weight": "关系",
    "stage": "阶段",
    "mark": "来源标记",
    "force": "是否有效",
    "narrow": "途经节点",
}
ROW = 88.0
"""Room for one node with three lines of name."""


def path_page(answer: Answer[PathAnswer], *, statement_text: str = "", links: Links | None = None) -> str:
    """The page of a path answer, found or not, as html text; `statement_text` is shown under "query"."""
    data = answer.data
    start, end = _name(data.start, answer, "from"), _name(data.end, answer, "to")
    picture = Picture()
    if data.paths:
        _draw_paths(picture, data)
    else:
        _draw_none(picture, data)
    return page(
        "path.html.j2",
        title=f"路径：{start} → {end}",
        picture=picture,
        meta=answer.meta,
        statement_text=statement_text,
        links=links,
        data=data,
        unknown=[str(reason.evidence["name"]) for reason in unknown_ends(data)],
        again=_again(answer),
        paths=[_words(number, path) for number, path in enumerate(data.paths)],
        patterns=[(style.pattern_words(p.pattern), p.count, p.at_least) for p in data.patterns],
        total=sum(p.count for p in data.patterns) or len(data.paths),
        at_least=any(p.at_least for p in data.patterns),
    )


def _name(node: NodeRef | None, answer: Answer[PathAnswer], asked: str) -> str:
    return node.name if node else str(answer.meta.parameters.get(asked) or "（未找到）")


def unknown_ends(data: PathAnswer) -> list[Reason]:
    """The reasons that say of an end that its name is not known."""
    return [reason for reason in data.why_none.reasons if reason.code == "unknown_end"] if data.why_none else []


def _again(answer: Answer[PathAnswer]) -> dict[str, str]:
    """By id of a suggested body: where the same question is asked with that body for the name that is not known."""
    asked, data = answer.meta.parameters, answer.data
    unknown = [name for name, end in (("from", data.start), ("to", data.end)) if end is None]
    return {
        id_: f"/views/path?{urlencode(asked | {name: id_}, doseq=True)}"
        for name, reason in zip(unknown, unknown_ends(data), strict=False)
        for id_ in reason.evidence["nearest"]
    }


def _words(number: int, path: Path) -> dict[str, Any]:
    names = {node.id: node.name for node in path.nodes}
    ties = [
        {
            "card": f"t:{tie.id}",
            "text": style.clause(tie.type, names[tie.start], names[tie.end], forward=tie.forward),
            "about": style.about_tie(tie),
            "sources": len(tie.sources),
        }
        for tie in all_ties(path)
    ]
    nodes = [{"card": f"n:{node.id}", "text": node.name, "kind": style.kind_words(node.kind)} for node in path.nodes]
    return {"card": f"p:{number}", "hops": path.hops, "sentence": path.sentence, "ties": ties, "nodes": nodes}


def all_ties(path: Path) -> list[Tie]:
    """The ties of a path in its order, each followed by the further ties between the same two nodes."""
    return [
        tie
        for main in path.ties
        for tie in (main, *(more for more in path.also if {more.start, more.end} == {main.start, main.end}))
    ]


def _draw_paths(picture: Picture, data: PathAnswer) -> None:
    nodes = {node.id: node for path in data.paths for node in path.nodes}
    ties = {tie.id: tie for path in reversed(data.paths) for tie in reversed(all_ties(path))}
    ends = {path.nodes[0].id for path in data.paths} | {path.nodes[-1].id for path in data.paths}
    places = _places(data.paths)
    names = {node.id: node.name for node in nodes.values()}
    for node in nodes.values():
        main = node.id in ends
        card = f"n:{node.id}"
        wide, narrow = places.nodes[node.id]
        picture.body(node.id, node.name, node.kind, node.city, wide, narrow, card=card, width=places.width, main=main)
        picture.cards.node(node, [tie for tie in ties.values() if node.id in (tie.start, tie.end)])
    for tie in ties.values():
        draw_tie(picture, tie, tie_label(tie), places.bends.get((tie.start, tie.end), ()))
        picture.cards.tie(tie, names)
    for number, path in enumerate(data.paths):
        members = [f"t:{tie.id}" for tie in all_ties(path)] + [f"n:{node.id}" for node in path.nodes]
        picture.cards.group(
            f"p:{number}",
            path.sentence,
            f"第 {number + 1} 条路径，{path.hops} 跳",
            members,
            _path_lines(path),
            all_ties(path),
        )


def _path_lines(path: Path) -> list[tuple[str, str]]:
    parts = " × ".join(f"{PART_WORDS.get(name, name)} {value:g}" for name, value in path.score_parts.items())
    return [
        ("模式", style.pattern_words(path.pattern)),
        ("得分", f"{path.score:g}" + (f"（{parts}）" if parts else "")),
    ]


def tie_label(tie: Tie) -> str:
    """The name of a tie with its stage, where that is not simply "started"."""
    stage = style.LINES[style.line_of(tie.stage, inferred=tie.inferred)].label
    return style.tie_words(tie.type) + (f"（{stage}）" if stage else "")


def draw_tie(picture: Picture, tie: Tie, label: str, bends: Sequence[tuple[Point, Point]] = ()) -> None:
    """One tie of the graph in its own direction, whichever way it was read; its stage is told apart."""
    line = style.line_of(tie.stage, inferred=tie.inferred)
    start, end = (tie.start, tie.end) if tie.forward else (tie.end, tie.start)
    corners = list(bends) if tie.forward else list(reversed(bends))
    picture.tie(start, end, line, label, card=f"t:{tie.id}", arrow=not style.mutual(tie.type), bends=corners)


@dataclass(frozen=True)
class Places:
    """Places of nodes and of bends on a wide and on a narrow screen, and the width of a name in characters."""

    nodes: dict[str, tuple[Point, Point]]
    bends: dict[tuple[str, str], list[tuple[Point, Point]]]
    width: int


def _places(paths: list[Path]) -> Places:
    routes = [[node.id for node in path.nodes] for path in paths]
    layer = layout.layers(routes)
    count = max(layer.values()) + 1
    gap = (min(290.0, max(140.0, 820.0 / max(1, count - 1))), ROW)
    wide, bends = layout.columns(routes, gap)
    rows = 1 + (max(y for _, y in wide.values()) - min(y for _, y in wide.values())) / ROW
    across = min(PHONE[0] / ((count - 1) * 125 + 90), PHONE[1] / (rows * ROW))
    down = min(PHONE[0] / (rows * 116), PHONE[1] / ((count - 1) * 125 + 90))

    def both(at: Point) -> tuple[Point, Point]:
        return at, (at[0] / gap[0] * 125, at[1]) if across >= down else layout.turned(at, gap, (116, 125))

    return Places(
        {name: both(at) for name, at in wide.items()},
        {pair: [both(at) for at in corners] for pair, corners in bends.items()},
        8 if count <= 5 else 7,
    )


def _draw_none(picture: Picture, data: PathAnswer) -> None:
    """No path: the ends that are known, with a dashed tie where one is missing."""
    known = [node for node in (data.start, data.end) if node]
    for node, x in zip(known, (0.0, 520.0), strict=False):
        narrow = (0.0, x / 2)
        picture.body(node.id, node.name, node.kind, node.city, (x, 0.0), narrow, card=f"n:{node.id}", main=True)
        picture.cards.node(node, [])
    if len(known) < 2 or known[0].id == known[1].id:
        return
    reasons = data.why_none.reasons if data.why_none else []
    picture.tie(known[0].id, known[1].id, "not_collected", "未找到路径", card="missing", arrow=False)
    lines = [("原因", reason.text) for reason in reasons]
    picture.cards.group("missing", "已收录的数据中没有这样的路径", "未找到，不等于没有联系", ["missing"], lines, [])
