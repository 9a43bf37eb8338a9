"""The sentence of a path: what a planner can paste, never more than the sources say."""

from __future__ import annotations

from graph.answers import NodeRef, SourceRef, Tie
from graph.paths.sentence import sentence

OWN = SourceRef(id="Z1", publisher="虚构日报", title="共建纪实", date="2024-01-02", mark="O")
MIRROR = SourceRef(
    id="Z2", publisher="虚构晚报", title="一则消息", date="11-27", date_note="year not printed", mark="M"
)
NOBODY = SourceRef(id="Z3", publisher="发布者未注明", title="转载", date="", mark="R")


def node(name: str, kind: str = "Enterprise") -> NodeRef:
    return NodeRef(id=name, kind=kind, name=name)


def tie(type_: str, start: str, end: str, *, forward: bool = True, **more: object) -> Tie:
    values = {
        "id": f"{start}{type_}{end}",
        "type": type_,
        "verb": "",
        "forward": forward,
        "start": start,
        "end": end,
        "stage": "started",
        "status": "stated",
        "records": ["t:1"],
        "sources": [OWN],
    }
    return Tie.model_validate(values | more)


def test_two_partners_of_one_thing_are_one_clause() -> None:
    nodes = [node("甲"), node("丙", "Platform"), node("乙", "University")]
    ties = [
        tie("CO_BUILT_BY", "甲", "丙", forward=False, sources=[OWN, MIRROR]),
        tie("CO_BUILT_BY", "丙", "乙", sources=[OWN]),
    ]
    said = "甲与乙共建丙（虚构日报《共建纪实》，2024-01-02；虚构晚报《一则消息》，11-27，原文未印年份，仅见于镜像）"
    assert sentence(nodes, ties) == said


def test_what_is_built_is_not_its_builder() -> None:
    """丙 built both 甲 and 乙: that is not 甲与乙共建丙."""
    nodes = [node("甲", "Platform"), node("丙"), node("乙", "Platform")]
    ties = [tie("CO_BUILT_BY", "甲", "丙"), tie("CO_BUILT_BY", "丙", "乙", forward=False)]
    said = sentence(nodes, ties)
    assert said.startswith("甲由丙共建（")
    assert "；丙参与共建乙（" in said
    assert "甲与乙" not in said


def test_a_chain_reads_in_the_direction_of_the_path() -> None:
    nodes = [node("盘龙"), node("医学院", "University")]
    visit = tie("VISITED", "盘龙", "医学院", forward=False, date_text="2023-06-01", sources=[NOBODY])
    assert sentence(nodes, [visit]) == "盘龙接待医学院（2023-06-01；发布者未注明《转载》，日期未注明，转载）"


def test_signed_planned_and_inferred_are_said() -> None:
    nodes = [node("甲"), node("乙")]
    assert sentence(nodes, [tie("PARTNER_OF", "甲", "乙", stage="signed")]).startswith("甲与乙合作（已签约；")
    assert sentence(nodes, [tie("PARTNER_OF", "甲", "乙", stage="planned")]).startswith("甲与乙合作（计划；")
    assert sentence(nodes, [tie("PARTNER_OF", "甲", "乙", inferred=True)]).startswith(
        "甲与乙合作（推断，无来源直接陈述"
    )


def test_a_tie_date_without_a_year_stays_without() -> None:
    nodes = [node("甲"), node("会", "Event"), node("乙")]
    ties = [
        tie("ATTENDED", "甲", "会", date_text="05-27"),
        tie("ATTENDED", "会", "乙", forward=False, date_text="05-27"),
    ]
    assert sentence(nodes, ties).startswith("甲与乙同场参加会（05-27，原文未印年份；虚构日报")
