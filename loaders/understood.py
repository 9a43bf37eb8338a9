"""What a record says, in the form in which it is kept: claims with the ids of the bodies they are about.

Bodies and ties are put together from these alone, so taking a record away or adding one re-derives exactly what it
touched. The form is JSON (`Record.understood`); personal data is taken out before it is written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graph.identity.mention import Mention
from graph.schema.values import When, when
from loaders.claims import Claims, NodeClaim, TieClaim
from loaders.privacy import guarded

SHARED = frozenset({"kind", "type", "status", "city", "within"})
WRITE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass
class NodeSaid:
    """A node as a record states it; `id` is the body the resolver took it for ("" = not yet resolved)."""

    kind: str
    name: str
    keys: dict[str, str]
    within: str
    city: str
    aliases: list[str]
    former: list[list[str]]
    props: dict[str, Any]
    id: str = ""


@dataclass
class TieSaid:
    """A tie as a record states it; `start` and `end` are positions in the record's list of nodes."""

    type: str
    start: int
    end: int
    status: str
    at: str
    date_inferred: bool
    inferred: bool
    role: str
    note: str
    distinct: str
    id: str = ""

    @property
    def when(self) -> When:
        """The date with its precision."""
        return when(self.at)


@dataclass
class Said:
    """All that one record says. `rank` is the preference of its source; `marks` the mark of each publication."""

    record: str
    rank: int
    marks: dict[str, str]
    nodes: list[NodeSaid] = field(default_factory=list)
    ties: list[TieSaid] = field(default_factory=list)

    def ref(self, index: int) -> str:
        """The name of the mention that its node at this position is."""
        return f"{self.record}#{index}"

    def mentions(self) -> list[Mention]:
        """Its nodes for the resolver, in order."""
        return [self.mention(index) for index in range(len(self.nodes))]

    def mention(self, index: int) -> Mention:
        """Its node at this position for the resolver."""
        node = self.nodes[index]
        return Mention(
            ref=self.ref(index),
            kind=node.kind,
            name=node.name,
            keys=tuple(sorted(node.keys.items())),
            within=node.within,
            city=node.city,
            aliases=tuple(node.aliases),
            former=tuple(name for name, _ in node.former),
            current=node.id,
        )

    def to_json(self, nodes: Sequence[str] | None = None) -> str:
        """As kept in `Record.understood`; `nodes` as JSON where it is known: lists repeat themselves."""
        if nodes is None:
            nodes = [WRITE(vars(node)) for node in self.nodes]
        ties = WRITE([vars(tie) for tie in self.ties])
        head = f'{{"marks":{_marks(tuple(self.marks.items()))},"nodes":[{",".join(nodes)}],"rank":{self.rank}'
        return f'{head},"record":{WRITE(self.record)},"ties":{ties}}}'

    def without_ids(self) -> str:
        """The same without ids: equal when two versions of a row say the same."""
        nodes = [vars(node) | {"id": ""} for node in self.nodes]
        ties = [vars(tie) | {"id": ""} for tie in self.ties]
        return json.dumps(vars(self) | {"nodes": nodes, "ties": ties}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Said:
        """Read what `to_json` wrote."""
        body = json.loads(text)
        for one in (*body["nodes"], *body["ties"]):  # texts that all records share are there once
            for field_ in SHARED & one.keys():
                one[field_] = sys.intern(one[field_])
        return cls(
            record=body["record"],
            rank=body["rank"],
            marks=body["marks"],
            nodes=[NodeSaid(**node) for node in body["nodes"]],
            ties=[TieSaid(**tie) for tie in body["ties"]],
        )


@lru_cache(maxsize=1000)
def _marks(marks: tuple[tuple[str, str], ...]) -> str:
    """Marks as JSON; all rows of a list rest on the same few publications."""
    return WRITE(dict(marks))


def said_of(record: str, rank: int, claims: Claims, marks: Mapping[str, str]) -> Said:
    """The claims of one row in the kept form."""
    position = {id(node): index for index, node in enumerate(claims.nodes)}
    return Said(
        record=record,
        rank=rank,
        marks={source: marks[source] for source in sorted(set(claims.sources))},
        nodes=[_node(node) for node in claims.nodes],
        ties=[_tie(tie, position) for tie in claims.ties],
    )


def _node(claim: NodeClaim) -> NodeSaid:
    return NodeSaid(
        kind=claim.kind,
        name=claim.name,
        keys=dict(claim.keys),
        within=claim.within,
        city=claim.city,
        aliases=list(claim.aliases),
        former=[[name, until] for name, until in claim.former],
        props={key: _kept(claim.kind, key, value) for key, value in claim.props.items()},
    )


def _kept(kind: str, key: str, value: Any) -> Any:
    """A property without personal data. The value of an observation is a measured number, whatever it looks like."""
    measured = kind == "Observation" and key == "value"
    return guarded(value) if isinstance(value, str) and not measured else value


def _tie(claim: TieClaim, position: Mapping[int, int]) -> TieSaid:
    return TieSaid(
        type=claim.type,
        start=position[id(claim.start)],
        end=position[id(claim.end)],
        status=claim.status,
        at=claim.at.text,
        date_inferred=claim.date_inferred,
        inferred=claim.inferred,
        role=guarded(claim.role),
        note=guarded(claim.note),
        distinct=claim.distinct,
    )
