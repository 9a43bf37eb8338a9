"""The kinds of work done together or asked for: projects, contracts, demands, assignments, services, events."""

from __future__ import annotations

from graph.schema.kinds import ORANGE, PURPLE, YELLOW, NodeKind, Prop


class Project(NodeKind):
    """A research, cooperation, industry or investment project."""

    zh, en, plural, prefix = "项目", "project", "projects", "prj"
    colour, shape = ORANGE, "diamond"
    keys = ("project_number", "name")
    reified = True
    subkinds = ("research", "cooperation", "industry", "investment")
    properties = (
        Prop("number", "string", "项目编号", "number given by its programme"),
        Prop("programme", "string", "专项", "programme it belongs to"),
        Prop("category", "string", "项目类别", "category within its programme, as printed"),
        Prop("funding", "float", "财政经费", "public funding", "元"),
        Prop("investment", "float", "总投资", "total investment", "元"),
        Prop("duration", "float", "实施周期", "duration", "年"),
        Prop("period", "string", "起止时间", "start and end, as precise as printed"),
        Prop("progress", "string", "项目进展", "how far it has come, as printed"),
    )


class Contract(NodeKind):
    """A technology contract with seller and buyer."""

    zh, en, plural, prefix = "技术合同", "technology contract", "technology contracts", "con"
    colour, shape = ORANGE, "star"
    keys = ("contract_number", "name")
    reified = True
    subkinds = ("技术开发", "技术转让", "技术许可", "技术咨询", "技术服务")
    properties = (
        Prop("number", "string", "合同登记号", "number of its registration"),
        Prop("amount", "float", "合同金额", "amount", "元"),
        Prop("signed", "string", "签订日期", "day of signature, as precise as printed"),
    )


class Demand(NodeKind):
    """Something a body asks for."""

    zh, en, plural, prefix = "技术需求", "demand", "demands", "dem"
    colour, shape = ORANGE, "triangleDown"
    keys = ("demand_number", "name")
    transit = False
    properties = (
        Prop("number", "string", "需求编号", "number given by the register"),
        Prop("problem", "string", "主要问题", "the problem and its technical key, as printed"),
        Prop("target", "string", "预期目标", "what is to be reached, as printed"),
        Prop("funding", "float", "拟投入资金", "money the asking body means to spend", "元"),
        Prop("deadline", "string", "需求时限", "period in which it is to be solved"),
        Prop("way", "string", "解决方式", "way of solving it that is wished for, as printed"),
    )


class Assignment(NodeKind):
    """An expert or a team paired with a beneficiary."""

    zh, en, plural, prefix = "选派与结对", "assignment", "assignments", "asg"
    colour, shape = PURPLE, "diamond"
    keys = ("assignment", "name")
    reified = True
    properties = (
        Prop("period", "string", "选派期限", "start and end, as precise as printed"),
        Prop("task", "string", "服务内容", "what is to be done, as printed"),
    )


class Service(NodeKind):
    """One piece of help given: kind, days, people, outcome."""

    zh, en, plural, prefix = "服务记录", "service", "services", "ser"
    colour, shape = PURPLE, "star"
    keys = ("service_number", "service", "name")
    reified = True
    subkinds = ("技术指导", "人员培训", "市场销售", "创新创业")
    properties = (
        Prop("days", "float", "服务天数", "days of service", "天"),
        Prop("people", "float", "服务人次", "people reached", "人次"),
        Prop("issue", "string", "问题内容", "what help was asked for, as printed"),
        Prop("outcome", "string", "处理结果", "what came of it, as printed"),
    )


class Event(NodeKind):
    """A matchmaking meeting, training, roadshow, council or visit."""

    zh, en, plural, prefix = "活动", "event", "events", "evt"
    colour, shape = YELLOW, "star"
    reified = True
    subkinds = (
        "洽谈会",
        "培训会",
        "路演",
        "座谈",
        "理事会",
        "调研",
        "评审",
        "联席会议",
        "筹备会",
        "推进会",
        "上门服务",
    )
    properties = (
        Prop("held", "string", "举办时间", "day or period, as precise as printed"),
        Prop("people", "float", "参加人数", "people who came", "人"),
    )
