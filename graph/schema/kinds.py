"""What a node kind, an edge kind and a property are.

A kind is a class: its docstring explains it to people and is printed in docs/schema.md, its class attributes are the
declaration everything else is derived from (constraints, upserts, legend, docs, API bodies). A wrong declaration stops
the import, so that no half-declared kind is ever in use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

PropType = Literal["string", "integer", "float", "boolean", "date", "list<string>"]
Walk = Literal["always", "last_hop", "never"]
Temporal = Literal["state", "act"]

# Okabe & Ito (2008), "Color Universal Design": eight colours that people with any colour vision can tell apart.
BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
OKABE_ITO = (BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE)
# Shapes of vis-network that draw the name beside the mark, so Chinese names of any length stay readable.
SHAPES = ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon")

# A node with more walkable ties than this is a hub: it may be an end of a path, never a step of it (model.md).
HUB_FLOOR = 500


@dataclass(frozen=True)
class Prop:
    """One property: its name in the database, type, Chinese and English name, and unit ("" = no unit)."""

    name: str
    type: PropType
    zh: str
    en: str
    unit: str = ""


class NodeKind:
    """Base of all node kinds; subclasses with a `prefix` are concrete and join `NODE_KINDS` by being declared."""

    label: ClassVar[str]
    """The label in the database: the name of the class."""
    zh: ClassVar[str] = ""
    en: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    prefix: ClassVar[str] = ""
    """Three letters in front of the ids of this kind."""
    groups: ClassVar[tuple[str, ...]] = ()
    caption: ClassVar[str] = "name"
    keys: ClassVar[tuple[str, ...]] = ("name",)
    properties: ClassVar[tuple[Prop, ...]] = ()
    subkinds: ClassVar[tuple[str, ...]] = ()
    colour: ClassVar[str] = BLACK
    shape: ClassVar[str] = "dot"
    transit: ClassVar[bool] = True
    """False: never a step of a path, only an end."""
    reified: ClassVar[bool] = False
    """True: a tie with partners and dates of its own; between two bodies it takes no hop (model.md, "A hop")."""
    counted: ClassVar[bool] = True
    """False for places and classifications, which are no bodies and are not counted as such."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.label = cls.__name__
        if not cls.prefix:
            return
        if not (cls.zh and cls.en and cls.plural and cls.__doc__):
            raise TypeError(f"{cls.__name__}: zh, en, plural and a docstring are needed")
        if cls.colour not in OKABE_ITO or cls.shape not in SHAPES:
            raise TypeError(f"{cls.__name__}: colour or shape is not in the palette")
        if not re.fullmatch(r"[a-z]{3}", cls.prefix):
            raise TypeError(f"{cls.__name__}: the id prefix is three lower-case letters")
        if cls.label in NODE_KINDS or any(cls.prefix == kind.prefix for kind in NODE_KINDS.values()):
            raise TypeError(f"{cls.__name__}: label or prefix is declared twice")
        NODE_KINDS[cls.label] = cls


NODE_KINDS: dict[str, type[NodeKind]] = {}


class EdgeKind:
    """Base of all edge kinds; subclasses with endpoints are concrete and join `EDGE_KINDS` by being declared.

    The type in the database is the class name in upper snake case (`CoBuiltBy` → `CO_BUILT_BY`). A verb has `…` where
    the other end goes (由…共建); without `…` the other end follows the verb (位于). `endpoints` name the labels or
    groups of the start and of the end. `pair` is the clause for two bodies that both hold this tie to one reified node:
    `{a}`, `{b}` are the bodies, `{m}` the node between.
    """

    type: ClassVar[str]
    zh: ClassVar[str] = ""
    en: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    forward: ClassVar[str] = ""
    backward: ClassVar[str] = ""
    forward_en: ClassVar[str] = ""
    backward_en: ClassVar[str] = ""
    pair: ClassVar[str] = ""
    endpoints: ClassVar[tuple[tuple[str, ...], tuple[str, ...]]] = ((), ())
    walk: ClassVar[Walk] = "always"
    weight: ClassVar[float] = 0.5
    """0 to 1: how much the tie says about two bodies working together; a visit or an attendance is low."""
    cooperation: ClassVar[bool] = False
    """True where the tie counts as working together in gap rules (questions.md, Q4)."""
    temporal: ClassVar[Temporal] = "state"
    """An act happens on its date; a state was so on its date, and began then or before."""
    keys: ClassVar[tuple[str, ...]] = ("id",)
    caption: ClassVar[str] = "forward"
    properties: ClassVar[tuple[Prop, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.type = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).upper()
        if not cls.endpoints[0]:
            return
        needed = (cls.zh, cls.en, cls.plural, cls.forward, cls.backward, cls.forward_en, cls.backward_en, cls.__doc__)
        if not all(needed):
            raise TypeError(f"{cls.__name__}: names, verbs in both directions and a docstring are needed")
        if not 0 < cls.weight <= 1:
            raise TypeError(f"{cls.__name__}: the weight lies between 0 and 1")
        if cls.type in EDGE_KINDS:
            raise TypeError(f"{cls.__name__}: declared twice")
        EDGE_KINDS[cls.type] = cls

    @classmethod
    def clause(cls, start: str, end: str, *, forward: bool = True) -> str:
        """The tie as a Chinese clause read from one side, for example 丙由甲共建 or 甲参与共建丙."""
        verb, first, other = (cls.forward, start, end) if forward else (cls.backward, end, start)
        return first + (verb.replace("…", other) if "…" in verb else verb + other)


EDGE_KINDS: dict[str, type[EdgeKind]] = {}
