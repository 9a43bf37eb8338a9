"""The walkable ties made by help, events and contracts: who was sent, served, visited, met or sold to."""

from __future__ import annotations

from graph.schema.edges import ANY_ACTOR, BODY, PEOPLE
from graph.schema.kinds import EdgeKind


class AssignedTo(EdgeKind):
    """A team or person and the place, platform or body it was sent to."""

    zh, en, plural = "派往", "assignment", "assignments"
    forward, backward = "派往", "派驻有"
    forward_en, backward_en = "is assigned to", "hosts as assigned"
    endpoints = ((*PEOPLE, "Assignment"), (*BODY, "Place"))
    weight, cooperation = 0.8, True


class Served(EdgeKind):
    """A helper and the one who was helped."""

    zh, en, plural = "服务", "service given", "services given"
    forward, backward = "服务", "得到…服务"
    forward_en, backward_en = "served", "was served by"
    endpoints = ((*BODY, *PEOPLE, "Policy", "Service"), (*BODY, "Place"))
    weight, temporal, cooperation = 0.7, "act", True


class Visited(EdgeKind):
    """A visit: it says that two bodies met, never that they work together."""

    zh, en, plural = "走访", "visit", "visits"
    forward, backward = "走访", "接待"
    forward_en, backward_en = "visited", "received"
    endpoints = ((*BODY, *PEOPLE), (*BODY, *PEOPLE))
    weight, temporal = 0.3, "act"


class Organised(EdgeKind):
    """A body and an event it held."""

    zh, en, plural = "组织", "organising", "organisings"
    forward, backward = "组织", "由…组织"
    forward_en, backward_en = "organised", "was organised by"
    pair = "{a}与{b}共同组织{m}"
    endpoints = ((*BODY, *PEOPLE), ("Event",))
    weight, temporal = 0.4, "act"


class Attended(EdgeKind):
    """A body, place or person and an event: being in one room is no co-operation."""

    zh, en, plural = "参加", "attendance", "attendances"
    forward, backward = "参加", "有…参加"
    forward_en, backward_en = "attended", "was attended by"
    pair = "{a}与{b}同场参加{m}"
    endpoints = (ANY_ACTOR, ("Event",))
    weight, temporal = 0.3, "act"


class HeldAt(EdgeKind):
    """An event and the place or carrier where it was held."""

    zh, en, plural = "举办地", "venue", "venues"
    forward, backward = "举办于", "承办"
    forward_en, backward_en = "was held at", "was the venue of"
    endpoints = (("Event",), (*BODY, "Place"))
    weight, temporal = 0.2, "act"


class SoldTo(EdgeKind):
    """A technology contract and its buyer; the seller holds `SOLD_BY`."""

    zh, en, plural = "买方", "purchase", "purchases"
    forward, backward = "卖给", "购入"
    forward_en, backward_en = "is sold to", "buys"
    endpoints = (("Contract",), (*BODY, "Person"))
    weight, temporal, cooperation = 0.9, "act", True


class SoldBy(EdgeKind):
    """A technology contract and its seller."""

    zh, en, plural = "卖方", "sale", "sales"
    forward, backward = "由…卖出", "卖出"
    forward_en, backward_en = "is sold by", "sells"
    endpoints = (("Contract",), (*BODY, "Person"))
    weight, temporal, cooperation = 0.9, "act", True


class SucceededBy(EdgeKind):
    """A body and its successor after a merger, a split or a re-founding. A renamed body is one node instead."""

    zh, en, plural = "后继", "succession", "successions"
    forward, backward = "后继为", "前身为"
    forward_en, backward_en = "was succeeded by", "succeeded"
    endpoints = (BODY, BODY)
    weight, temporal = 0.9, "act"
