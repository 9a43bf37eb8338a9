"""The ties that frame a body: where it is, which chain it is in, what it signed, what it is called.

A path never walks them (two firms in one county are not connected by that), but for LOCATED_IN as the last hop to a
place that was asked for as an end.
"""

from __future__ import annotations

from typing import ClassVar

from graph.schema.edges import BODY
from graph.schema.kinds import EdgeKind, Walk

ANYTHING = (
    "Organisation",
    "Carrier",
    "Resource",
    "Person",
    "Team",
    "Project",
    "Contract",
    "Demand",
    "Assignment",
    "Service",
    "Event",
    "Agreement",
    "WorkItem",
    "Policy",
    "Document",
    "Place",
    "Chain",
)


class FrameEdge(EdgeKind):
    """A tie no path walks."""

    walk: ClassVar[Walk] = "never"
    weight = 0.1


class LocatedIn(FrameEdge):
    """Where a body, carrier, project or resource is; one tie for each site."""

    zh, en, plural = "位于", "location", "locations"
    forward, backward = "位于", "有"
    forward_en, backward_en = "is located in", "holds"
    endpoints = (ANYTHING, ("Place", "Park"))
    walk = "last_hop"


class ManagedBy(FrameEdge):
    """A zone run by a city, with dates."""

    zh, en, plural = "代管", "management", "managements"
    forward, backward = "由…管理", "管理"
    forward_en, backward_en = "is managed by", "manages"
    endpoints = (("Place", "Park"), ("Place", "Agency"))


class Borders(FrameEdge):
    """Two places that share a border."""

    zh, en, plural = "接壤", "border", "borders"
    forward, backward = "与…接壤", "与…接壤"
    forward_en, backward_en = "borders", "borders"
    endpoints = (("Place",), ("Place",))


class Links(FrameEdge):
    """A service that links a place."""

    zh, en, plural = "连通", "transport link", "transport links"
    forward, backward = "连通", "由…连通"
    forward_en, backward_en = "links", "is linked by"
    endpoints = (("Place",), ("Place",))


class HasStop(FrameEdge):
    """A railway line and one of its stations."""

    zh, en, plural = "设站", "stop", "stops"
    forward, backward = "设站", "是…的车站"
    forward_en, backward_en = "stops at", "is a stop of"
    endpoints = (("Place",), ("Place",))


class OriginatesFrom(FrameEdge):
    """A project named as spill-over of a place."""

    zh, en, plural = "来自", "origin", "origins"
    forward, backward = "来自", "外溢出"
    forward_en, backward_en = "originates from", "spilled over"
    endpoints = (("Project", "Organisation"), ("Place",))


class InChain(FrameEdge):
    """A body, carrier, project or team and its industry chain."""

    zh, en, plural = "处于产业链", "chain membership", "chain memberships"
    forward, backward = "处于…产业链", "有环节"
    forward_en, backward_en = "is in the chain", "includes"
    endpoints = (ANYTHING, ("Chain",))


class HasChain(FrameEdge):
    """A place and a chain its government names."""

    zh, en, plural = "有产业链", "chain of a place", "chains of places"
    forward, backward = "有…产业链", "是…的产业链"
    forward_en, backward_en = "has the chain", "is a chain of"
    endpoints = (("Place",), ("Chain",))


class Broader(FrameEdge):
    """A class of industry and the one above it in GB/T 4754-2017."""

    zh, en, plural = "上位类", "broader class", "broader classes"
    forward, backward = "属于上位类", "包含下位类"
    forward_en, backward_en = "belongs to the broader class", "includes the narrower class"
    endpoints = (("Industry",), ("Industry",))


class InIndustry(FrameEdge):
    """A body and its class of GB/T 4754-2017."""

    zh, en, plural = "所属行业", "industry class", "industry classes"
    forward, backward = "属于…行业", "有单位"
    forward_en, backward_en = "is in the industry", "includes"
    endpoints = (BODY, ("Industry",))


class Covers(FrameEdge):
    """An event, agreement, platform or team and what it treats or passes by."""

    zh, en, plural = "涉及", "coverage of a subject", "coverages of subjects"
    forward, backward = "涉及", "由…涉及"
    forward_en, backward_en = "covers", "is covered by"
    endpoints = (ANYTHING, ("Topic", "Chain", *BODY))


class OpenTo(FrameEdge):
    """A resource or call and a body that may use it."""

    zh, en, plural = "开放", "opening", "openings"
    forward, backward = "向…开放", "可使用"
    forward_en, backward_en = "is open to", "may use"
    endpoints = (("Resource", "Policy", "Carrier"), (*BODY, "Place", "Person"))


class CollectsFrom(FrameEdge):
    """A call and the kind of body whose needs it collects."""

    zh, en, plural = "征集自", "call", "calls"
    forward, backward = "征集自", "参与征集"
    forward_en, backward_en = "collects from", "answers"
    endpoints = (("Policy",), ("Topic", *BODY))


class Needs(FrameEdge):
    """A body and what it asks for."""

    zh, en, plural = "需要", "need", "needs"
    forward, backward = "需要", "被…需要"
    forward_en, backward_en = "needs", "is needed by"
    endpoints = ((*BODY, "Place"), ("Demand",))


class SharedWith(FrameEdge):
    """Reverse flow: a resource of Shangluo reaches a user or market in Xi'an."""

    zh, en, plural = "共享给", "sharing", "sharings"
    forward, backward = "共享给", "得到…共享"
    forward_en, backward_en = "is shared with", "shares"
    endpoints = (("Resource", "Chain"), (*BODY, "Place"))


class ApprovedAs(FrameEdge):
    """A title, award or test that was passed."""

    zh, en, plural = "认定", "approval", "approvals"
    forward, backward = "被认定为", "认定对象有"
    forward_en, backward_en = "was approved as", "was awarded to"
    endpoints = (ANYTHING, ("Topic",))
    temporal = "act"


class HasRole(FrameEdge):
    """A role that the source gives."""

    zh, en, plural = "角色", "role", "roles"
    forward, backward = "角色为", "承担者有"
    forward_en, backward_en = "has the role", "is the role of"
    endpoints = (ANYTHING, ("Topic",))


class HasLevel(FrameEdge):
    """A level that the source gives."""

    zh, en, plural = "级别", "level", "levels"
    forward, backward = "级别为", "该级别有"
    forward_en, backward_en = "has the level", "is the level of"
    endpoints = (ANYTHING, ("Topic",))


class HasValue(FrameEdge):
    """A body and one measured value of it."""

    zh, en, plural = "数值", "value", "values"
    forward, backward = "有数值", "是…的数值"
    forward_en, backward_en = "has the value", "is a value of"
    endpoints = (ANYTHING, ("Observation",))


class OfIndicator(FrameEdge):
    """A measured value and the indicator it is of."""

    zh, en, plural = "所属指标", "indicator of a value", "indicators of values"
    forward, backward = "是指标…的数值", "有数值"
    forward_en, backward_en = "is a value of", "has the value"
    endpoints = (("Observation",), ("Indicator",))


class GovernedBy(FrameEdge):
    """A body and the authority in charge of it. That two bodies have one authority is no connection."""

    zh, en, plural = "主管", "authority", "authorities"
    forward, backward = "由…主管", "主管"
    forward_en, backward_en = "is governed by", "governs"
    endpoints = ((*BODY, "Project"), ("Agency",))
