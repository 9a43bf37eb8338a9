"""How a kind, a side, a stage and a missing tie look. Every colour and shape comes from `graph.schema`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import CoverageNote, Tie
from graph.answers.cited import printed_date
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.schema.kinds import BLACK, BLUE, ORANGE, PURPLE, VERMILLION

FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'


def mix(colour: str, share: float) -> str:
    """A tint: `share` (0 to 1) of a `#rrggbb` colour on white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


@dataclass(frozen=True)
class Side:
    """How one side of the two cities is marked: ring colours from inside out, dashes of the ring, tint of the name."""

    words: str
    rings: tuple[str, ...] = ()
    dash: tuple[int, ...] = ()
    plate: str = "#ffffff"


# A ring says the side without colour too: whole, dashed, double or none.
SIDES: dict[str, Side] = {
    "西安": Side("西安一侧：蓝色实线圈", (BLUE,), (), mix(BLUE, 0.15)),
    "商洛": Side("商洛一侧：橙色虚线圈", (ORANGE,), (5, 4), mix(ORANGE, 0.2)),
    "两市": Side("两市共有：双圈", (BLUE, ORANGE), (), mix(PURPLE, 0.15)),
    "其他": Side("其他地方：无圈，灰底", (), (), mix(BLACK, 0.08)),
    "未知": Side("所属城市未知：无圈，白底"),
}


def side(city: str) -> Side:
    """The side a city word stands for; anything unheard of is unknown."""
    return SIDES.get(city, SIDES["未知"])


def side_word(kind: str, city: str) -> str:
    """The side to show: a word of `SIDES`, or "" for what is no body (a commitment, a value) and has none."""
    if city in ("", "未知") and kind in NODE_KINDS and not NODE_KINDS[kind].counted:
        return ""
    return city if city in SIDES or not city else "未知"


@dataclass(frozen=True)
class Line:
    """How a tie is drawn. `dash` empty = a whole line; `label` is added to its name, "" for a tie that simply is."""

    words: str
    colour: str
    width: float = 2.0
    dash: tuple[int, ...] = ()
    label: str = ""


LINES: dict[str, Line] = {
    "started": Line("已有（实线）", mix(BLACK, 0.62)),
    "delivered": Line("已见成果（粗实线）", mix(BLACK, 0.75), 3.5, (), "成果"),
    "signed": Line("已签约（长虚线），不等于已实施", BLUE, 2.0, (12, 6), "已签约"),
    "planned": Line("计划中（点线）", VERMILLION, 2.0, (2, 6), "计划"),
    "retired": Line("已退役：没有来源再这样说（灰色细点线）", mix(BLACK, 0.3), 1.0, (1, 3), "已退役"),
    "inferred": Line("推断，不计为联系（点划线）", PURPLE, 1.5, (10, 4, 2, 4), "推断"),
    "not_collected": Line("未收录依据（灰色虚线），不等于没有", mix(BLACK, 0.42), 1.5, (7, 5), "未收录依据"),
    "none_found": Line("查无：完整来源中没有（黑色点线）", BLACK, 1.5, (2, 4), "查无"),
}

STATE_WORDS = {"linked": "已有联系", "none_found": "查无", "not_collected": "未收录依据"}
STAGE_WORDS = {"planned": "计划中", "signed": "已签约", "started": "已开展", "delivered": "已见成果"}
STATUS_WORDS = {"stated": "陈述", "planned": "计划", "signed": "签约", "target": "目标", "result": "结果"}
MARK_WORDS = {"O": "发布者原址", "R": "转载", "M": "仅见于镜像", "N": "无网址"}
COVERAGE_WORDS = {"complete": "完整", "partial": "部分", "none": "无"}

INK, GREY, PALE, WASH = BLACK, mix(BLACK, 0.62), mix(BLACK, 0.14), mix(BLACK, 0.035)
ACCENT = BLUE


def line_of(stage: str, *, inferred: bool = False) -> str:
    """The key in `LINES` of a tie that is in the graph."""
    if inferred:
        return "inferred"
    return stage if stage in STAGE_WORDS else "started"


def colour_of(kind: str) -> str:
    """Fill of a node kind; black for a label the schema does not know."""
    return NODE_KINDS[kind].colour if kind in NODE_KINDS else BLACK


def shape_of(kind: str) -> str:
    """Shape of a node kind."""
    return NODE_KINDS[kind].shape if kind in NODE_KINDS else "dot"


GROUPINGS = {"county": "县区", "chain": "产业链", "kind": "类别", "group": "情形", "place": "地点", "city": "城市"}
"""What the rows of a gap answer are counted by."""


def kind_words(kind: str) -> str:
    """Chinese name of a node kind."""
    return NODE_KINDS[kind].zh if kind in NODE_KINDS else kind


def tie_words(type_: str) -> str:
    """Chinese name of a tie kind, short enough to stand on a line."""
    return EDGE_KINDS[type_].zh if type_ in EDGE_KINDS else type_


def clause(type_: str, start: str, end: str, *, forward: bool) -> str:
    """A tie as a clause read from `start`; `forward` says whether that is its own direction."""
    if type_ not in EDGE_KINDS:
        return f"{start} – {type_} – {end}"
    first, other = (start, end) if forward else (end, start)
    return EDGE_KINDS[type_].clause(first, other, forward=forward)


def stage_of(type_: str, stage: str) -> str:
    """The stage of a tie in words; "" for what simply is and has none: a county's city, a body's place, a value."""
    told = type_ not in EDGE_KINDS or EDGE_KINDS[type_].cooperation or stage != "started"
    return STAGE_WORDS.get(stage, stage) if told else ""


def about_tie(tie: Tie) -> str:
    """How far a tie has come, its dates as people write them, and whether it is inferred."""
    dates = printed_date(tie.date_text) if tie.date_text else ""
    parts = (stage_of(tie.type, tie.stage), dates, "推断" if tie.inferred else "")
    return "，".join(part for part in parts if part)


def mutual(type_: str) -> bool:
    """Whether a tie reads the same from both ends, so it needs no arrow."""
    return type_ in EDGE_KINDS and EDGE_KINDS[type_].forward == EDGE_KINDS[type_].backward


def pattern_words(pattern: str) -> str:
    """A metapath pattern (`Enterprise–CO_BUILT_BY–University`) in Chinese."""
    return " – ".join(kind_words(part) if part in NODE_KINDS else tie_words(part) for part in pattern.split("–"))


# What a missing tie is called where the name of its kind would not stand after 缺 (missing).
MISSING_WORDS = {"BEARS_ON": "有关的事实"}


def numbered(kind: str) -> bool:
    """Whether the key of an anchor of this kind is a number people use (a commitment's C11a), not a register's code."""
    return kind in NODE_KINDS and any(prop.name == "key" for prop in NODE_KINDS[kind].properties)


def coverage_words(notes: Iterable[CoverageNote]) -> list[str]:
    """Coverage as text, what differs only in the kind it is about on one line."""
    lines: dict[tuple[str, ...], list[str]] = {}
    for note in notes:
        counts = "" if note.declared is None else f"，称共 {note.declared}"
        counts += "" if note.loaded is None else f"，已装 {note.loaded}"
        counts += f"，截至 {note.as_of}" if note.as_of else ""
        counts += f"，{note.note}" if note.note else ""
        who = note.publisher or "没有已装载的来源"
        about = about_words(note.about) + (f"（{note.subkind}）" if note.subkind else "")
        lines.setdefault((who, note.place, COVERAGE_WORDS[note.state] + counts), []).append(about)
    return [
        f"{who}：{'、'.join(dict.fromkeys(abouts))}；{place}；{rest}" for (who, place, rest), abouts in lines.items()
    ]


def about_words(about: str) -> str:
    """What a coverage or rule looks at (a label or a tie type) in Chinese."""
    return kind_words(about) if about in NODE_KINDS else tie_words(about)


def variables() -> str:
    """The colours and the font as CSS variables for the style sheet."""
    named = {"ink": INK, "grey": GREY, "pale": PALE, "wash": WASH, "accent": ACCENT, "chosen": mix(ACCENT, 0.12)}
    return ":root{" + "".join(f"--{name}:{value};" for name, value in named.items()) + f"--font:{FONT};" + "}"
