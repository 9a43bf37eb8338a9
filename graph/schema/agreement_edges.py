"""The ties of agreements: who signed, what was promised, planned, agreed, and which facts bear on it."""

from __future__ import annotations

from graph.schema.edges import BODY
from graph.schema.frame_edges import ANYTHING, FrameEdge


class Signed(FrameEdge):
    """A body or city and an agreement it signed."""

    zh, en, plural = "签署", "signature", "signatures"
    forward, backward = "签署", "由…签署"
    forward_en, backward_en = "signed", "was signed by"
    endpoints = ((*BODY, "Place", "Person"), ("Agreement", "Contract"))
    temporal = "act"


class SignedAt(FrameEdge):
    """An agreement or alliance and the event or place where it was signed."""

    zh, en, plural = "签于", "place of signature", "places of signature"
    forward, backward = "签于", "见证签署"
    forward_en, backward_en = "was signed at", "saw the signing of"
    endpoints = (("Agreement", "Association", "Contract"), ("Event", "Place", "Park"))
    temporal = "act"


class HasCommitment(FrameEdge):
    """An agreement and one of its promises."""

    zh, en, plural = "载有条款", "commitment held", "commitments held"
    forward, backward = "载有条款", "载于"
    forward_en, backward_en = "contains", "is contained in"
    endpoints = (("Agreement",), ("Commitment",))


class Supersedes(FrameEdge):
    """A round of an agreement and the round before it."""

    zh, en, plural = "取代", "supersession", "supersessions"
    forward, backward = "取代", "由…取代"
    forward_en, backward_en = "supersedes", "is superseded by"
    endpoints = (("Agreement", "Commitment"), ("Agreement", "Commitment"))
    temporal = "act"


class PromisedBy(FrameEdge):
    """A commitment and a body that promised it."""

    zh, en, plural = "责任方", "promise", "promises"
    forward, backward = "由…承诺", "承诺"
    forward_en, backward_en = "is promised by", "promised"
    endpoints = (("Commitment", "WorkItem"), (*BODY, "Place"))


class BearsOn(FrameEdge):
    """A stated fact that bears on a commitment. It may be a frame, a total or background, and never means fulfilled."""

    zh, en, plural = "与条款有关", "bearing", "bearings"
    forward, backward = "与…有关", "有相关事实"
    forward_en, backward_en = "bears on", "has as related fact"
    endpoints = ((*ANYTHING, "Observation", "Topic"), ("Commitment",))


class Agreed(FrameEdge):
    """Bodies and an item of work they agreed on."""

    zh, en, plural = "商定", "agreed item", "agreed items"
    forward, backward = "商定", "由…商定"
    forward_en, backward_en = "agreed on", "was agreed by"
    endpoints = (BODY, ("WorkItem",))


class Proposes(FrameEdge):
    """A proposal and what it asks for: not done by itself."""

    zh, en, plural = "提出", "proposal", "proposals"
    forward, backward = "提出", "由…提出"
    forward_en, backward_en = "proposes", "is proposed by"
    endpoints = (("Policy", "Document", *BODY), ("WorkItem", "Topic", "Policy"))


class Planned(FrameEdge):
    """Something a place or body intends."""

    zh, en, plural = "计划", "plan", "plans"
    forward, backward = "计划", "由…计划"
    forward_en, backward_en = "plans", "is planned by"
    endpoints = ((*BODY, "Place"), ("Carrier", "Project", "Event", "Agreement"))


class BidsFor(FrameEdge):
    """A place and a title it strives for."""

    zh, en, plural = "争创", "bid", "bids"
    forward, backward = "争创", "由…争创"
    forward_en, backward_en = "bids for", "is bid for by"
    endpoints = (("Place", *BODY), ("Place", "Topic"))


class Adopted(FrameEdge):
    """A place or body and a policy, tool or motto it uses."""

    zh, en, plural = "采用", "adoption", "adoptions"
    forward, backward = "采用", "被…采用"
    forward_en, backward_en = "adopted", "is adopted by"
    endpoints = ((*BODY, "Place"), ("Policy",))
