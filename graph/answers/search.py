"""Answers about single bodies: which one a text means, and what it is tied to."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from graph.answers.base import Model, NodeRef, SourceRef, Tie


class SearchHit(Model):
    """One body a text may mean. `why` says by which name or identifier, `certain` whether it is exact.

    `code` tells bodies of one name apart where the graph keeps the name with a code.
    """

    id: str
    kind: str
    name: str
    city: str = "未知"
    place: str = ""
    why: str
    certain: bool
    score: float = 1.0
    code: str = ""


class SearchAnswer(Model):
    """Hits in order: exact, alias, former name, then alike."""

    query: str
    hits: list[SearchHit]


class Neighbour(Model):
    """A tie of a node, read from that node, and what stands at its other end."""

    tie: Tie
    other: NodeRef


class NodeDetail(Model):
    """One node with all it carries and its ties, those with the greatest weight first.

    `properties` holds the kind's own and the common properties by their names in the schema; `ties_found` is how many
    ties it has, also those beyond the limit; `sources` are those that state the node itself.
    """

    node: NodeRef
    names: list[str] = Field(default_factory=list)
    properties: dict[str, Any] = Field(default_factory=dict)
    ties: list[Neighbour] = Field(default_factory=list)
    ties_found: int = 0
    sources: list[SourceRef] = Field(default_factory=list)


class StatedValue(Model):
    """One value as one record states it.

    `shown` says whether the body is shown with it; `rank` is the preference of its source: 1 registry, 2 roster,
    3 newspaper.
    """

    property: str
    zh: str
    value: str
    shown: bool
    record: str
    rank: int
    sources: list[SourceRef] = Field(default_factory=list)


class StatedList(Model):
    """What all records say of a body, by property; `records_found` counts its records, also those not read."""

    node: NodeRef
    values: list[StatedValue]
    records_found: int


class NeighbourList(Model):
    """A page of a node's ties with what is at their other ends."""

    node: NodeRef
    rows: list[Neighbour]
    next: str | None = None
