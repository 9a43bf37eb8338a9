"""The node kinds of the agreement between the two cities: what was promised, planned and written down."""

from __future__ import annotations

from graph.schema.kinds import BLUE, NodeKind, Prop


class Agreement(NodeKind):
    """An agreement or framework between bodies or cities."""

    zh, en, plural, prefix = "协议", "agreement", "agreements", "agr"
    colour, shape = BLUE, "hexagon"
    transit = False


class Commitment(NodeKind):
    """One promise of an agreement."""

    zh, en, plural, prefix = "条款", "commitment", "commitments", "com"
    colour, shape = BLUE, "square"
    keys = ("commitment",)
    transit = False
    counted = False
    properties = (
        Prop("key", "string", "条款编号", "number of the commitment, C0 to C27 and leaves"),
        Prop("text_zh", "string", "条款文字", "the words of the agreement"),
        Prop("text_en", "string", "条款英文", "what it says, in English"),
        Prop("direction", "string", "方向", "西安→商洛, 商洛→西安 or both"),
        Prop("regularity", "string", "定期要求", "定期 or absent"),
        Prop("actors", "list<string>", "责任方", "who promised"),
        Prop("leaf", "boolean", "末级条款", "whether it has no parts of its own"),
        Prop("path_question", "string", "路径问题", "the path question it raises"),
        Prop("gap_question", "string", "空白问题", "the gap question it raises"),
        Prop("indicators", "list<string>", "指标", "indicators that would measure it"),
    )


class WorkItem(NodeKind):
    """A concrete item of work under a commitment, with owner, due date and milestones."""

    zh, en, plural, prefix = "合作事项", "work item", "work items", "wit"
    colour, shape = BLUE, "diamond"
    transit = False
    properties = (
        Prop("due", "string", "完成时限", "when it is due, as precise as printed"),
        Prop("milestones", "string", "阶段目标", "milestones, as printed"),
        Prop("led_by", "string", "推进方式", "政府 or 市场"),
        Prop("progress", "string", "进展情况", "how far it has come, as printed"),
    )


class Policy(NodeKind):
    """A policy, programme, call, mechanism or motto."""

    zh, en, plural, prefix = "政策与机制", "policy", "policies", "pol"
    colour, shape = BLUE, "triangle"
    keys = ("policy_number", "name")
    transit = False
    counted = False
    properties = (
        Prop("number", "string", "文号", "number of the document"),
        Prop("issued", "string", "发布日期", "day of issue, as precise as printed"),
        Prop("valid", "string", "有效期", "period in which it holds, as precise as printed"),
    )


class Document(NodeKind):
    """A map, report or list made by a body."""

    zh, en, plural, prefix = "文件", "document", "documents", "doc"
    colour, shape = BLUE, "triangleDown"
    transit = False
    counted = False
