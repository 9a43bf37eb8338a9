"""The words of the model, one line each: printed in docs/schema.md and carried in schema.json."""

from __future__ import annotations

from typing import NamedTuple


class Term(NamedTuple):
    """A word of the model: English, Chinese, what it means here."""

    en: str
    zh: str
    meaning: str


TERMS = (
    Term(
        "entity",
        "实体",
        "a node of the field (a body, a person, a project, a place …): label `Entity` and one kind label",
    ),
    Term("kind", "类别", "what a node is, its label; the sub-kind (property `kind`) keeps the word of its source"),
    Term("group", "大类", "`Organisation`, `Carrier`, `Resource`: a further label that several kinds share"),
    Term("tie", "关系", "a relationship; its verb can be read from either end"),
    Term("reified tie", "实体化关系", "a node that stands for a tie with partners, dates and an outcome of its own"),
    Term("hop", "跳", "a step of a path from body to body; a reified tie between two bodies takes none of its own"),
    Term(
        "walk", "可走", "`always`: a path may take this tie; `last_hop`: only onto a named end; `never`: it frames only"
    ),
    Term("transit", "可途经", "whether a path may pass through a node or may only end there"),
    Term("hub", "枢纽", "a node with very many walkable ties: it may be an end of a path, never a step of it"),
    Term(
        "metapath pattern",
        "路径模式",
        "the kinds and ties of a path without the names, for example Enterprise–CO_BUILT_BY–University",
    ),
    Term("weight", "权重", "0 to 1: how much a tie says about working together; a visit or an attendance is low"),
    Term(
        "state, act", "状态、行为", "a state was so on its date and began then or before; an act happened on its date"
    ),
    Term("stage", "阶段", "`planned`, `signed`, `started`, `delivered`; a signed intention is never shown as a result"),
    Term("status", "口径", "the word of the source: stated, planned, signed, target or result"),
    Term("mark", "标记", "`O` on the publisher's own host, `R` a repost, `M` seen on a mirror only, `N` no address"),
    Term("inferred", "推断", "a tie no source states; it is shown dashed, and never counts as a link"),
    Term("record", "记录", "one row of a source: its raw cells, and what was understood from them"),
    Term("provenance", "出处", "the records and publications a node or tie rests on; none is without"),
    Term(
        "coverage",
        "收录范围",
        "what a publisher says its list covers: kind or tie, place, period, complete or not, how many",
    ),
    Term("linked", "已有联系", "a tie in force is in the graph"),
    Term("none found", "完整名单中未见", "every list the rule looks at is complete and loaded, and there is none"),
    Term("not collected", "未收录依据", "any other absence: the graph cannot tell; it never reads as 没有"),
    Term("anchor", "锚点", "what one row of a gap answer is about"),
    Term("finding", "结论行", "one row of a gap answer; its id stays the same for the same rule and anchor"),
    Term("retired", "已退役", "no source states it any longer: kept as history (`retired_in`), left out of answers"),
    Term(
        "graph version", "图谱版本", "the number of completed loads; every answer says which version it was read from"
    ),
)
