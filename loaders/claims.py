"""What was understood from one row: claims about nodes and ties, not yet resolved to ids.

A claim says what a source states. Which body is meant is decided later by the resolver, from the claim's keys and name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn

from graph.schema import EDGE_KINDS, NODE_KINDS, accepts
from graph.schema.values import NO_DATE, When, clean, when
from loaders.rows import LeftOutError, RejectedError

Status = Literal["stated", "planned", "signed", "target", "result"]

# claim_status of a source → stage of the tie (model.md, "Time and stage"); a signed intention is never a result.
STAGES: dict[str, str] = {
    "stated": "started",
    "planned": "planned",
    "target": "planned",
    "signed": "signed",
    "result": "delivered",
}


ALLOWED = {
    label: frozenset({*(p.name for p in kind.properties), "kind", "place", "note", "city", "city_reason"})
    for label, kind in NODE_KINDS.items()
}
"""Properties that may be stated of a node of each kind."""


@dataclass(frozen=True, eq=False)
class NodeClaim:
    """A node as a row states it.

    `keys` are strong identifiers (scheme → value). `within` is what makes a plain name unique where it is not: the code
    of the parent division, the home body of a person. `city` (西安, 商洛, 其他 …) helps to tell equal names apart.
    `props` are declared properties of the kind, or `kind`, `place`, `note`, `city`, `city_reason`.
    """

    kind: str
    name: str
    keys: dict[str, str] = field(default_factory=dict)
    within: str = ""
    city: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[tuple[str, str], ...] = ()
    """Former names with the year or date they ended, as printed ("" = not known)."""
    props: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class TieClaim:
    """A tie as a row states it; `distinct` keeps two ties of one kind between the same ends apart."""

    type: str
    start: NodeClaim
    end: NodeClaim
    status: Status = "stated"
    at: When = NO_DATE
    date_inferred: bool = False
    inferred: bool = False
    role: str = ""
    note: str = ""
    distinct: str = ""


@dataclass(frozen=True)
class NotPlaced:
    """A part of a row that the graph has no place for: column, value, rule, and why (Chinese). It is listed."""

    column: str
    value: str
    rule: str
    reason: str


@dataclass
class Claims:
    """Collects the claims of one row. `sources` are the ids of the publications the row rests on."""

    sources: list[str]
    nodes: list[NodeClaim] = field(default_factory=list)
    ties: list[TieClaim] = field(default_factory=list)
    not_placed: list[NotPlaced] = field(default_factory=list)

    def node(
        self,
        kind: str,
        name: str,
        /,
        *,
        keys: dict[str, str] | None = None,
        within: str = "",
        city: str = "",
        aliases: tuple[str, ...] = (),
        former: tuple[tuple[str, str], ...] = (),
        **props: Any,
    ) -> NodeClaim:
        """State a node; the name is cleaned. Rejects an empty name, an unknown kind, property or sub-kind."""
        cleaned = clean(name)
        if kind not in NODE_KINDS:
            self.reject("", kind, "unknown-kind", f"未知的类别“{kind}”")
        if not cleaned:
            self.reject("", name, "empty-name", "名称为空")
        if not props.keys() <= ALLOWED[kind]:
            self.reject("", kind, "unknown-property", f"{kind} 没有属性 {sorted(props.keys() - ALLOWED[kind])}")
        given = {key: value for key, value in props.items() if value not in ("", None, [])}
        claim = NodeClaim(kind, cleaned, keys or {}, within, city, aliases, former, given)
        self.nodes.append(claim)
        return claim

    def tie(
        self,
        type_: str,
        start: NodeClaim,
        end: NodeClaim,
        *,
        status: Status = "stated",
        at: When | str = NO_DATE,
        date_inferred: bool = False,
        inferred: bool = False,
        role: str = "",
        note: str = "",
        distinct: str = "",
    ) -> TieClaim:
        """State a tie. Rejects an unknown type, ends the schema does not allow, and an unreadable date."""
        edge = EDGE_KINDS.get(type_)
        if edge is None or not accepts(edge, start.kind, end.kind):
            reason = f"模式不允许 {start.kind} –{type_}→ {end.kind}"
            self.reject("", type_, "endpoints", reason)
        claim = TieClaim(type_, start, end, status, self.date(at), date_inferred, inferred, role, note, distinct)
        self.ties.append(claim)
        return claim

    def date(self, at: When | str, column: str = "") -> When:
        """A date with its precision; rejects the row when it cannot be read."""
        if isinstance(at, When):
            return at
        try:
            return when(at)
        except ValueError as error:
            raise RejectedError(column, at, "date", f"日期“{at}”读不出") from error

    def cannot_place(self, column: str, value: str, rule: str, reason: str) -> None:
        """A part of the row has no place in the graph; the row is loaded without it and the report lists it."""
        self.not_placed.append(NotPlaced(column, value, rule, reason))

    def leave_out(self, rule: str) -> NoReturn:
        """The row is not for this graph, by this rule."""
        raise LeftOutError(rule)

    def reject(self, column: str, value: str, rule: str, reason: str) -> NoReturn:
        """The row cannot be understood."""
        raise RejectedError(column, value, rule, reason)
