"""A path as a sentence a planner can paste: 甲与乙共建丙（发布者《题名》，日期，标记）."""

from __future__ import annotations

from graph.answers import NodeRef, SourceRef, Tie
from graph.answers.cited import cite, printed_date
from graph.schema import EDGE_KINDS

STAGE_WORDS = {"planned": "计划", "signed": "已签约"}
STAGE_ORDER = ("planned", "signed", "started", "delivered")


def sentence(nodes: list[NodeRef], ties: list[Tie]) -> str:
    """The clauses of a path in walking order, each with what it rests on. `nodes` has one more item than `ties`."""
    clauses, at = [], 0
    while at < len(ties):
        width = 2 if at + 1 < len(ties) and pairs(ties[at], ties[at + 1]) else 1
        clauses.append(_clause(nodes[at : at + width + 1], ties[at : at + width]))
        at += width
    return "；".join(clauses)


def pairs(first: Tie, second: Tie) -> bool:
    """Whether two ties in a row read as one clause: two partners that hold the same kind of tie to what is between.

    A tie is held by its start, but one whose type ends in `_BY` by its end: what was built is the start of CO_BUILT_BY.
    """
    if first.type != second.type or not EDGE_KINDS[first.type].pair:
        return False
    onto = not first.type.endswith("_BY")
    return first.forward is onto and second.forward is not onto


def _clause(nodes: list[NodeRef], ties: list[Tie]) -> str:
    if len(ties) == 2:
        text = EDGE_KINDS[ties[0].type].pair.format(a=nodes[0].name, b=nodes[2].name, m=nodes[1].name)
    else:
        tie = ties[0]
        text = EDGE_KINDS[tie.type].clause(*_kept(nodes, tie), forward=tie.forward)
    return f"{text}（{_brackets(ties)}）"


def _kept(nodes: list[NodeRef], tie: Tie) -> tuple[str, str]:
    """Names of the start and the end of a tie as it is kept."""
    here, there = nodes[0].name, nodes[1].name
    return (here, there) if tie.forward else (there, here)


def _brackets(ties: list[Tie]) -> str:
    stage = min((tie.stage for tie in ties), key=STAGE_ORDER.index)
    dates = sorted({tie.date_text for tie in ties if tie.date_text})
    sources: dict[str, SourceRef] = {source.id: source for tie in ties for source in tie.sources}
    pieces = [
        *([STAGE_WORDS[stage]] if stage in STAGE_WORDS else []),
        *(["推断，无来源直接陈述"] if any(tie.inferred for tie in ties) else []),
        *(printed_date(date) for date in dates),
        *(cite(source) for source in sources.values()),
    ]
    return "；".join(pieces)
