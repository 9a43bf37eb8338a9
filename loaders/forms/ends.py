"""The other ends of the ties of a row: bodies, people, places and subjects, each stated once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from graph.gazetteer import Division, IndustryClass, Zone, division, locate
from graph.schema import EDGE_KINDS, GROUPS, accepts
from graph.schema.values import fold
from loaders.body_kind import kind_of, like_a_person
from loaders.claims import Claims, NodeClaim
from loaders.forms.form import Given
from loaders.forms.readers import Spot, spot
from loaders.forms.targets import Tie

ZONE_PARKS = (("高新", "高新区"), ("经开", "经开区"), ("经济技术", "经开区"))
CHAIN = re.compile(r"(?<=.)(全产业链|产业链)$")
SMALL_PLACE = re.compile(r"(村|社区|镇|乡|街道|组|县|市)$")
BODIES = frozenset((*GROUPS["Organisation"], *GROUPS["Carrier"]))


@dataclass
class Ends:
    """Makes the nodes at the far ends of the ties of one row."""

    out: Claims
    given: Given
    within: str = ""
    """Code of the division that places of the row are looked up within."""
    made: dict[tuple[str, str, str], NodeClaim] = field(default_factory=dict)

    def places(self, found: Spot) -> list[NodeClaim]:
        """The nodes of a place: its division, its zone, or both."""
        nodes = [self.division(found.division)] if found.division is not None else []
        return [*nodes, self.zone(found.zone)] if found.zone is not None else nodes

    def division(self, found: Division) -> NodeClaim:
        """The node of a division."""
        return self._once("Place", found.name, "", keys={"division": found.code}, code=found.code, kind=found.level)

    def zone(self, found: Zone) -> NodeClaim:
        """The node of a zone: a park where its name says what kind, else a place."""
        park = next((kind for word, kind in ZONE_PARKS if word in found.name), "")
        return self._once("Park" if park else "Place", found.name, "", kind=park or "新区")

    def industry(self, found: IndustryClass) -> NodeClaim:
        """The node of a class of GB/T 4754."""
        return self._once("Industry", found.name, "", keys={"gbt4754": found.code})

    def end(self, target: Tie, name: str, near: NodeClaim, keys: dict[str, str]) -> NodeClaim | None:
        """The node of a name in a column of bodies, places or subjects; None when it may be a private person."""
        if target.private and like_a_person(name):
            return None
        kind = target.kind
        if kind == "Place":
            found = self._place(name)
            if found is not None:
                return found
            kind = "Enterprise"
        if kind in BODIES:
            kind = self._kind(target, kind, name, near)
        elif kind == "Chain":
            name = CHAIN.sub("", name)
        return self._once(kind, name, "", keys=keys)

    def person(self, name: str, home: NodeClaim) -> NodeClaim:
        """A person within the home body."""
        return self._once("Person", name, home.name)

    def _kind(self, target: Tie, default: str, name: str, near: NodeClaim) -> str:
        """The kind told by the name where the tie may lead there, else the one the column is declared with."""
        told = kind_of(name, default)
        ends = (told, near.kind) if target.inward else (near.kind, told)
        return told if accepts(EDGE_KINDS[target.type], *ends) else default

    def place_named(self, name: str) -> NodeClaim:
        """A place by a name that is one: a division, or what lies below the one the row says."""
        return self._place(name) or self._once("Place", name, self.within)

    def _place(self, name: str) -> NodeClaim | None:
        """A division or zone, or a village or town below one; None where the name is no place."""
        small = SMALL_PLACE.search(name) is not None
        if kind_of(name) and not small:
            return None
        try:
            found: Spot | None = spot(name, self.within)
        except ValueError:
            found = None
        if found is None:
            return self._once("Place", name, self.within) if small else None
        known = division(name, within=self.within) if self.within else None
        rest = "" if known is not None else locate(name).rest.strip()
        if not rest or not small:
            return self.places(found)[-1]
        below = self._once("Place", rest, found.code)
        if found.division is not None and not self._part_of(below):
            self.out.tie("PART_OF", below, self.division(found.division))
        return below

    def _part_of(self, below: NodeClaim) -> bool:
        return any(tie.type == "PART_OF" and tie.start is below for tie in self.out.ties)

    def _once(self, label: str, name: str, within: str, keys: dict[str, str] | None = None, **props: Any) -> NodeClaim:
        key = (label, fold(name), within)
        if key not in self.made:
            self.made[key] = self.out.node(label, name, keys=keys, within=within, **props)
        return self.made[key]
