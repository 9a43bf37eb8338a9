"""The ties between bodies, carriers, people, resources and work: those a path may walk.

Ties that only frame a body (where it is, in which chain, what it signed) are in `frame_edges.py`.
"""

from __future__ import annotations

from graph.schema.kinds import EdgeKind, Prop

# What every tie carries. Dates are intervals (model.md, "Time and stage"); an open side is absent.
COMMON_EDGE = (
    Prop("id", "string", "编号", "id of the tie"),
    Prop("records", "list<string>", "记录", "records that state it"),
    Prop("sources", "list<string>", "来源", "sources that state it"),
    Prop("mark", "string", "标记", "best mark of its sources: O own host, R repost, M mirror only, N no address"),
    Prop("stage", "string", "阶段", "planned, signed, started or delivered"),
    Prop("status", "string", "口径", "stated, planned, signed, target or result, as the source puts it"),
    Prop("date_text", "string", "日期（原样）", "date as printed; without a year it stays without one"),
    Prop("from_earliest", "date", "起始不早于", "earliest possible start"),
    Prop("from_latest", "date", "起始不晚于", "latest possible start"),
    Prop("to_earliest", "date", "结束不早于", "earliest possible end"),
    Prop("to_latest", "date", "结束不晚于", "latest possible end"),
    Prop("date_inferred", "boolean", "日期为推断", "whether the date is inferred"),
    Prop("inferred", "boolean", "推断", "whether the tie itself is inferred; it never counts as a link"),
    Prop("role", "string", "角色", "role of the one in the other, as printed"),
    Prop("note", "string", "说明", "what the source adds"),
    Prop("first_load", "integer", "首次装载", "graph version of the first load that stated it"),
    Prop("retired_in", "integer", "退役装载", "graph version in which the last source stopped stating it; else absent"),
)

BODY = ("Organisation", "Carrier")
PEOPLE = ("Person", "Team")
ANY_ACTOR = (*BODY, *PEOPLE, "Place")


class CoBuiltBy(EdgeKind):
    """A platform, base, project or document and one of those who built it together."""

    zh, en, plural = "共建", "co-building", "co-buildings"
    forward, backward = "由…共建", "参与共建"
    forward_en, backward_en = "is co-built by", "co-builds"
    pair = "{a}与{b}共建{m}"
    endpoints = (("Carrier", "Project", "Document"), (*BODY, "Person"))
    weight, cooperation = 1.0, True


class PartnerOf(EdgeKind):
    """Two bodies work together, or signed that they would: read the stage."""

    zh, en, plural = "合作", "partnership", "partnerships"
    forward, backward = "与…合作", "与…合作"
    forward_en, backward_en = "works with", "works with"
    endpoints = ((*BODY, "Project", "Place"), (*BODY, "Project", "Place"))
    weight, cooperation = 0.9, True


class MemberOf(EdgeKind):
    """A person or body is a member of a team, platform, alliance, park or body."""

    zh, en, plural = "成员", "membership", "memberships"
    forward, backward = "是…成员", "有成员"
    forward_en, backward_en = "is a member of", "has as member"
    pair = "{a}与{b}同为{m}成员"
    endpoints = ((*BODY, "Person"), (*BODY, "Team"))
    weight, cooperation = 0.8, True


class WorksAt(EdgeKind):
    """A person and the home body a source gives."""

    zh, en, plural = "任职", "post", "posts"
    forward, backward = "任职于", "有人员"
    forward_en, backward_en = "works at", "employs"
    endpoints = (("Person",), BODY)
    weight = 0.8


class Hosts(EdgeKind):
    """The body that a platform, station, event or project rests on."""

    zh, en, plural = "依托", "hosting", "hostings"
    forward, backward = "承载", "依托"
    forward_en, backward_en = "hosts", "is hosted by"
    pair = "{a}与{b}共同承载{m}"
    endpoints = (BODY, ("Carrier", "Event", "Project"))
    weight, cooperation = 0.9, True


class Operates(EdgeKind):
    """A body runs a carrier."""

    zh, en, plural = "运营", "operation", "operations"
    forward, backward = "运营", "由…运营"
    forward_en, backward_en = "operates", "is operated by"
    pair = "{a}与{b}共同运营{m}"
    endpoints = (BODY, ("Carrier", "Topic", "Place"))
    weight, cooperation = 0.9, True


class Led(EdgeKind):
    """A person or body heads a body, platform, team, alliance or project."""

    zh, en, plural = "牵头", "leadership", "leaderships"
    forward, backward = "牵头", "由…牵头"
    forward_en, backward_en = "leads", "is led by"
    pair = "{a}与{b}共同牵头{m}"
    endpoints = ((*BODY, "Person"), (*BODY, "Team", "Project"))
    weight, cooperation = 0.9, True


class Undertook(EdgeKind):
    """A body, person or team carries out a project, an assignment or a service."""

    zh, en, plural = "承担", "undertaking", "undertakings"
    forward, backward = "承担", "由…承担"
    forward_en, backward_en = "undertakes", "is undertaken by"
    pair = "{a}与{b}共同承担{m}"
    endpoints = ((*BODY, "Person", "Team"), ("Project", "Assignment", "Service"))
    weight, cooperation = 0.9, True


class SupportedBy(EdgeKind):
    """A body, base or park and its backer."""

    zh, en, plural = "支持", "support", "supports"
    forward, backward = "得到…支持", "支持"
    forward_en, backward_en = "is supported by", "supports"
    pair = "{a}与{b}共同支持{m}"
    endpoints = ((*BODY, "Project"), BODY)
    weight, cooperation = 0.7, True


class ResultedIn(EdgeKind):
    """A body, a project or the people who made it, and what came out: a result, a patent, a product."""

    zh, en, plural = "产出", "outcome", "outcomes"
    forward, backward = "产出", "由…产出"
    forward_en, backward_en = "resulted in", "results from"
    endpoints = ((*BODY, "Project", "Person", "Team"), ("Resource",))
    weight = 0.8


class PartOf(EdgeKind):
    """A part and its whole. Between places it frames only: a place is never a step of a path."""

    zh, en, plural = "隶属", "part", "parts"
    forward, backward = "属于", "包含"
    forward_en, backward_en = "is part of", "includes"
    endpoints = (
        (*BODY, "Team", "Event", "Place", "Project", "Commitment"),
        (*BODY, "Place", "Policy", "Project", "Commitment"),
    )
    weight = 0.7


class BranchOf(EdgeKind):
    """A branch and its parent."""

    zh, en, plural = "分支", "branch", "branches"
    forward, backward = "是…的分支", "设有分支"
    forward_en, backward_en = "is a branch of", "has as branch"
    endpoints = (BODY, BODY)
    weight = 0.8


class HasCentreIn(EdgeKind):
    """A university runs a centre, which the source does not name, in a zone or city."""

    zh, en, plural = "设中心", "centre", "centres"
    forward, backward = "在…设有中心", "有…的中心"
    forward_en, backward_en = "has a centre in", "holds a centre of"
    endpoints = (BODY, ("Park", "Place"))
    weight = 0.6


class RdAt(EdgeKind):
    """A firm or product and the place of its R&D."""

    zh, en, plural = "研发在", "R&D site", "R&D sites"
    forward, backward = "在…研发", "承载…的研发"
    forward_en, backward_en = "does R&D at", "holds the R&D of"
    endpoints = (("Organisation", "Product"), BODY)
    weight = 0.7


class IncubatedIn(EdgeKind):
    """A firm or team and its incubator."""

    zh, en, plural = "孵化", "incubation", "incubations"
    forward, backward = "孵化于", "孵化了"
    forward_en, backward_en = "is incubated in", "incubates"
    pair = "{a}与{b}同在{m}孵化"
    endpoints = (("Organisation", "Team"), ("Park",))
    weight = 0.6


class CommercialisedAt(EdgeKind):
    """A firm or result and the place where it was turned into a business."""

    zh, en, plural = "转化落地", "commercialisation", "commercialisations"
    forward, backward = "转化落地于", "承接…转化"
    forward_en, backward_en = "was commercialised at", "took up"
    endpoints = (("Organisation", "Resource", "Project"), (*BODY, "Place"))
    weight = 0.8


class MadeAt(EdgeKind):
    """A product and the body that makes it."""

    zh, en, plural = "制造", "manufacture", "manufactures"
    forward, backward = "制造于", "制造"
    forward_en, backward_en = "is made at", "makes"
    endpoints = (("Product",), (*BODY, "Place"))
    weight = 0.7


class InvestedIn(EdgeKind):
    """An investor and a project or body."""

    zh, en, plural = "投资", "investment", "investments"
    forward, backward = "投资", "由…投资"
    forward_en, backward_en = "invested in", "is invested in by"
    pair = "{a}与{b}共同投资{m}"
    endpoints = ((*BODY, "Person"), (*BODY, "Project"))
    weight, cooperation = 0.8, True


class Founded(EdgeKind):
    """A person or body and the firm it founded."""

    zh, en, plural = "创办", "founding", "foundings"
    forward, backward = "创办", "由…创办"
    forward_en, backward_en = "founded", "was founded by"
    endpoints = ((*BODY, "Person"), BODY)
    weight, temporal, cooperation = 0.9, "act", True


class Owns(EdgeKind):
    """A body and an instrument, patent or achievement it owns."""

    zh, en, plural = "拥有", "ownership", "ownerships"
    forward, backward = "拥有", "归…所有"
    forward_en, backward_en = "owns", "is owned by"
    pair = "{a}与{b}共有{m}"
    endpoints = ((*BODY, "Person"), ("Resource", "Organisation"))
    weight = 0.8


class Offers(EdgeKind):
    """A body and a product, resource or service it offers."""

    zh, en, plural = "提供", "offer", "offers"
    forward, backward = "提供", "由…提供"
    forward_en, backward_en = "offers", "is offered by"
    endpoints = (BODY, ("Resource", "Topic"))
    weight = 0.5
