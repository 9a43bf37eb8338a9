"""What a column of a form becomes: the targets a field may declare."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """The name of what the row is about."""


@dataclass(frozen=True)
class Key:
    """A strong identifier of scheme `scheme`; also shown as property `prop` where the kind declares one.

    `scoped`: the number counts within the body the row stands in (an instrument's number within its owner).
    """

    scheme: str
    prop: str = ""
    scoped: bool = False


@dataclass(frozen=True)
class Property:
    """A declared property of the kind, or one of `kind`, `note`, `place`."""

    name: str


@dataclass(frozen=True)
class Note:
    """Kept in the note of the node as `heading：value`: said by the roster, nothing to ask by."""


@dataclass(frozen=True)
class OtherName:
    """Another name: an abbreviation, a foreign name."""


@dataclass(frozen=True)
class FormerName:
    """The name before; `until` is the field that holds the day of the change, else the date of the roster counts."""

    until: str = ""


@dataclass(frozen=True)
class Tie:
    """A tie to each one named in the cell.

    `kind` is what those are where their names do not tell. `of` is the field whose first body is the near end ("" = the
    row's own node). `inward`: the one named is the start of the tie. A person stands `within` the first body of the
    first of these fields that is filled in ("" = the row's own node); `home`: the roster says that the person works
    there, else that tie is inferred. `key` is (scheme, field that holds the number of the one named).
    """

    type: str
    kind: str
    inward: bool = False
    role: str = ""
    of: str = ""
    within: tuple[str, ...] = ()
    home: bool = False
    key: tuple[str, str] = ("", "")
    private: bool = False
    """True where the one named may be a private person: a name that looks like one is not taken for a body."""


@dataclass(frozen=True)
class Seat:
    """LOCATED_IN from the row's own node, or from the bodies of field `of`, to the division named or addressed.

    `within` is the field of the division above (the county of a town). An address is kept for organisations only.
    `each`: the column speaks of all bodies of `of`: one place is that of each, as many places as bodies go in their
    order; else a seat is that of the first body.
    """

    of: str = ""
    within: str = ""
    each: bool = False


@dataclass(frozen=True)
class Title:
    """APPROVED_AS this topic when the cell says yes or holds a number; a topic of "" is the cell itself.

    A row that fills in the field `unless` (取消年度) says that the title was taken back: then there is no tie.
    """

    topic: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Dated:
    """The date of the ties made from these fields (none = all ties of the row but those with a date of their own)."""

    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """How far it has come: the claim status of the ties made from these fields (none = all ties of the row)."""

    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoleIn:
    """The role in the tie made from field `of`."""

    of: str


@dataclass(frozen=True)
class Measure:
    """One observation of an indicator about the row's own node; its period is the field `period` or the roster's."""

    indicator: str
    unit: str = ""


@dataclass(frozen=True)
class BodyKind:
    """Says what kind of body a row of a mixed roster is (单位性质: 高校, 企业 …)."""


@dataclass(frozen=True)
class Helps:
    """Read only to understand another field (the county above a town, the number of a project named beside it)."""


Target = (
    Name
    | Key
    | Property
    | Note
    | OtherName
    | FormerName
    | Tie
    | Seat
    | Title
    | Dated
    | Stage
    | RoleIn
    | Measure
    | BodyKind
    | Helps
)
