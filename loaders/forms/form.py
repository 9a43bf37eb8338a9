"""What a form is: which columns a roster of one kind may have, how each cell is read, and what it becomes.

A form is data. `loaders.columns` matches headers to its fields, `loaders.forms.understand` turns rows into claims, and
`loaders.forms.template` writes the table to be filled in: all three from the same declaration.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.errors import SchemaError
from loaders.claims import Status
from loaders.forms.targets import Dated, FormerName, Name, Note, RoleIn, Seat, Stage, Target, Tie, Title

Reader = Literal[
    "text",  # cleaned text
    "subkind",  # one of the kind's sub-kinds, or free text where it has none
    "name",  # one name
    "names",  # one or several names in one cell
    "people",  # names of people in a public role
    "place",  # a division, by name or code
    "places",  # several divisions, or bodies where a name is no division
    "address",  # the address of an organisation; its county is found in it
    "industry",  # a class of GB/T 4754-2017, by name or code
    "money",  # yuan; the unit of the header counts where the cell gives none
    "number",
    "date",  # a date or a period, with its precision
    "yes",  # 是 / 否
    "stage",  # the words for how far a thing has come
    "uscc",
    "moe",
    "ror",
    "doi",
    "patent",
    "hnte",
    "code",  # any other number given by a register: upper case, no blanks
]


@dataclass(frozen=True)
class Field:
    """One thing a column may hold.

    `name` is used by `--map 列名=field`; `zh` is the heading in templates; `words` are further headers met. `choices`
    is the closed list of a template. `implies`: the sub-kind of a row that fills this field in and gives none.
    """

    name: str
    zh: str
    becomes: tuple[Target, ...]
    words: tuple[str, ...] = ()
    reader: Reader = "text"
    needed: bool = False
    implies: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""
    example: str = ""
    template: bool = True
    """False: met in rosters, not offered in the template."""

    @property
    def many(self) -> bool:
        """Whether several columns may hold it (合作单位1, 合作单位2)."""
        return self.reader in ("names", "people", "places") or all(isinstance(t, Note) for t in self.becomes)


@dataclass(frozen=True)
class Form:
    """The columns of a roster of one kind.

    `known` are headers that are understood and not kept (序号), `personal` those that name private people in this kind
    of roster though not in others (申请人 of a service order). `identity` are groups of fields that identify a row
    across versions of a roster, best first. `mixed`: the roster may list bodies of another kind, told by their names.
    `several`: one row may name several things of the kind. `within` are fields whose first body a plain name counts
    within (a demand within the body that asks). `named` are fields that make a name where the roster gives none; none
    of them names people, so that a hidden person stands in no other name. `told_by` is the scheme and the fields of a
    digest that tells two of one name apart. `one_of` are groups of fields of each of which a row fills in one at least.
    """

    kind: str
    fields: tuple[Field, ...]
    identity: tuple[tuple[str, ...], ...]
    known: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    mixed: bool = False
    several: bool = False
    within: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    told_by: tuple[str, tuple[str, ...]] = ("", ())
    one_of: tuple[tuple[str, ...], ...] = ()
    about: str = ""
    """One Chinese sentence for the notes of the template."""

    def __post_init__(self) -> None:
        names = [one.name for one in self.fields]
        twice = {name for name in names if names.count(name) > 1}
        meant = {*self.within, *self.named, *self.told_by[1], *(name for group in self.identity for name in group)}
        for target in (target for one in self.fields for target in one.becomes):
            match target:
                case Tie():
                    meant |= {target.of, target.key[1], *target.within}
                case Seat():
                    meant |= {target.of, target.within}
                case Dated() | Stage():
                    meant |= set(target.of)
                case RoleIn():
                    meant.add(target.of)
                case FormerName():
                    meant.add(target.until)
                case Title():
                    meant.add(target.unless)
        meant |= {name for group in self.one_of for name in group}
        unknown = meant - set(names) - {""}
        if twice or unknown or not self.identity:
            raise SchemaError(f"form {self.kind}: fields twice {sorted(twice)}, unknown {sorted(unknown)}")

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Fields by their name."""
        return {one.name: one for one in self.fields}

    @cached_property
    def needed(self) -> tuple[Field, ...]:
        """The fields without which a row does not stand."""
        return tuple(one for one in self.fields if one.needed)

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each field stands."""
        return {one.name: at for at, one in enumerate(self.fields)}

    @cached_property
    def dated(self) -> dict[str, tuple[str, ...]]:
        """Fields that hold the date of the ties of a field; under "" those that date all ties of a row."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.fields:
            for target in one.becomes:
                if isinstance(target, Dated):
                    for of in target.of or ("",):
                        found[of] = (*found.get(of, ()), one.name)
        return found

    @cached_property
    def roles(self) -> dict[str, str]:
        """Field → the field that holds the role in its ties."""
        return {t.of: one.name for one in self.fields for t in one.becomes if isinstance(t, RoleIn)}

    @cached_property
    def staged(self) -> dict[str, tuple[str, ...]]:
        """Fields that say how far the ties of a field have come; under "" those that say it of all ties of a row."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.fields:
            for target in one.becomes:
                if isinstance(target, Stage):
                    for of in target.of or ("",):
                        found[of] = (*found.get(of, ()), one.name)
        return found

    @cached_property
    def seats(self) -> tuple[tuple[Field, Seat], ...]:
        """Fields that say where something is."""
        return tuple((one, t) for one in self.fields for t in one.becomes if isinstance(t, Seat))

    @cached_property
    def name_field(self) -> Field:
        """The field that holds the name of what a row is about."""
        return next(one for one in self.fields if Name() in one.becomes)


@dataclass(frozen=True)
class Given:
    """What holds for a whole roster: the id of its source, its date as printed, its claim status, where it is about.

    `within` is the division code the roster is confined to ("6110"), to tell towns of one name apart; "" = none.
    `period` is the year or period that its figures are of, "" = not known. `subkind` is the sub-kind of all rows that
    give none of their own.
    """

    source: str = ""
    date: str = ""
    status: Status = "stated"
    within: str = ""
    period: str = ""
    subkind: str = ""
