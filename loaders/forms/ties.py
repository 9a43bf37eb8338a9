"""The ties of a row: from each field that becomes a tie, in the order of the form."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property

from graph.gazetteer import IndustryClass
from graph.schema import EDGE_KINDS
from graph.schema.values import NO_DATE, When, when
from loaders.claims import Claims, NodeClaim, Status
from loaders.columns import bare_header
from loaders.forms.cells import Cells, Read
from loaders.forms.ends import BODIES, Ends
from loaders.forms.form import Form, Given
from loaders.forms.readers import Spot
from loaders.forms.targets import Tie, Title

printed = cache(when)
"""The date of a roster, read once."""


@dataclass
class Ties:
    """States the ties of one row. `made` has the far ends by field, for ties that start there."""

    form: Form
    cells: Cells
    out: Claims
    given: Given
    ends: Ends
    mains: list[NodeClaim]
    made: dict[str, list[NodeClaim]] = field(default_factory=dict)

    def state(self) -> None:
        """All ties of the row."""
        found = [(t, read) for reads in self.cells.in_order(self.form) for read in reads for t in read.field.becomes]
        ties = [(target, read) for target, read in found if isinstance(target, Tie)]
        # Bodies before what hangs on them, people last: they stand within a body.
        for target, read in sorted(ties, key=lambda pair: (pair[0].kind == "Person", bool(pair[0].of))):
            self._tie(target, read)
        for title, read in found:
            if isinstance(title, Title):
                self._title(title, read)
        self._seats()

    def near(self, of: str) -> list[NodeClaim]:
        """The near ends of a tie: the row's own nodes, or the first body of a field."""
        return self.mains if not of else self.made.get(of, [])[:1]

    def status(self, of: str = "") -> Status:
        """The claim status of the ties of a field: the row's own words, else what was said of the roster."""
        for name in (*(self.form.staged.get(of, ()) if of else ()), *self.form.staged.get("", ())):
            read = self.cells.first(name)
            if read is not None and read.value:
                return read.value  # type: ignore[return-value] # the reader of a stage gives a claim status
        return self.given.status

    def date(self, of: str, type_: str) -> When:
        """The date of a tie: one of its own, else that of the row, else the roster's for what is a state."""
        own = self._own_date(of) if of else None
        found = own or self._row_date
        if found is not None:
            return found
        if EDGE_KINDS[type_].temporal == "act" or self.status(of) in ("planned", "target"):
            return NO_DATE
        return printed(self.given.date)

    def _own_date(self, of: str) -> When | None:
        for name in self.form.dated.get(of, ()):
            read = self.cells.first(name)
            if read is not None and isinstance(read.value, When):
                return read.value
        return None

    @cached_property
    def _row_date(self) -> When | None:
        return self._own_date("")

    def _role(self, target: Tie, read: Read) -> str:
        told = self.cells.first(self.form.roles.get(read.field.name, ""))
        return str(told.value) if told is not None else target.role or bare_header(read.column)

    def _tie(self, target: Tie, read: Read) -> None:
        if isinstance(read.value, IndustryClass):
            for near in self.near(target.of):
                if near.kind in BODIES:
                    self._join(target, near, self.ends.industry(read.value), read)
            return
        found = read.value if isinstance(read.value, list) else [read.value]
        if target.of and not self.near(target.of) and len(read.field.becomes) == 1:
            why = f"没有写“{self.form.by_name[target.of].zh}”，不知道与什么相连"
            self.out.cannot_place(read.column, read.printed, "no-near-end", why)
        for name in found:
            for near in self.near(target.of):
                if target.kind == "Person":
                    self._person(target, str(name), near, read)
                    continue
                if isinstance(name, Spot):
                    for place in self.ends.places(name):
                        self.made.setdefault(read.field.name, []).append(place)
                        self._join(target, near, place, read)
                    continue
                end = self.ends.end(target, str(name), near, self._keys(target))
                if end is None:
                    why = "像个人姓名，没有单位就不能与同名者区分，不入图"
                    self.out.cannot_place(read.column, str(name), "private-person", why)
                    continue
                self.made.setdefault(read.field.name, []).append(end)
                self._join(target, near, end, read)

    def _keys(self, target: Tie) -> dict[str, str]:
        scheme, number = target.key
        read = self.cells.first(number) if number else None
        return {scheme: str(read.value)} if read is not None else {}

    def _person(self, target: Tie, name: str, near: NodeClaim, read: Read) -> None:
        bodies = next((made for of in target.within if (made := self.near(of))), [])
        if not bodies:
            why = "没有所在单位，不能与同名者区分，不入图"
            self.out.cannot_place(read.column, name, "no-home-body", why)
            return
        person = self.ends.person(name, bodies[0])
        self.made.setdefault(read.field.name, []).append(person)
        self._join(target, near, person, read)
        alone = any(len(set(map(id, self.made.get(of, [])))) == 1 for of in target.within if of)
        if bodies[0] not in self.mains and (target.home or alone) and not self._stated("WORKS_AT", person, bodies[0]):
            note = "" if target.home else "名单只把人与单位并列，任职单位为推断"
            self.out.tie(
                "WORKS_AT", person, bodies[0], inferred=not target.home, note=note, at=self.date("", "WORKS_AT")
            )

    def _stated(self, type_: str, start: NodeClaim, end: NodeClaim) -> bool:
        return any(t.type == type_ and t.start is start and t.end is end for t in self.out.ties)

    def _join(self, target: Tie, near: NodeClaim, end: NodeClaim, read: Read) -> None:
        if near is end:
            return
        start, other = (end, near) if target.inward else (near, end)
        self.out.tie(
            target.type,
            start,
            other,
            status=self.status(read.field.name),
            at=self.date(read.field.name, target.type),
            role=self._role(target, read),
        )

    def _title(self, target: Title, read: Read) -> None:
        if read.value is False or self.cells.of(target.unless):
            return
        topics = [target.topic] if target.topic else self.cells.names(read.field.name)
        for topic in topics:
            for main in self.mains:
                node = self.ends.end(Tie("APPROVED_AS", "Topic"), topic, main, {})
                if node is not None and not self._stated("APPROVED_AS", main, node):
                    at = self.date(read.field.name, "APPROVED_AS")
                    self.out.tie("APPROVED_AS", main, node, status=self.status(read.field.name), at=at)

    def _seats(self) -> None:
        """LOCATED_IN for the finest division of each near end; a coarser one that contradicts it is reported."""
        by_near: dict[str, list[Read]] = {}
        for one, target in self.form.seats:
            if target.each:
                self._seats_of_each(target.of, self.cells.of(one.name))
            else:
                by_near.setdefault(target.of, []).extend(self.cells.of(one.name))
        for of, reads in by_near.items():
            for found in seats(reads, self.out):
                for near in self.near(of):
                    for end in self.ends.places(found):
                        if of:  # the day of a project says nothing of where its bodies are
                            self.out.tie("LOCATED_IN", near, end, at=printed(self.given.date))
                        else:
                            at = self.date("", "LOCATED_IN")
                            self.out.tie("LOCATED_IN", near, end, status=self.status(), at=at)

    def _seats_of_each(self, of: str, reads: list[Read]) -> None:
        """LOCATED_IN for each body of a field: all in the one place, or each in the place that stands at its number."""
        bodies = list({id(one): one for one in self.made.get(of, [])}.values())
        for read in reads:
            found = read.value if isinstance(read.value, list) else []
            if len(found) not in (1, len(bodies)):
                why = f"写了 {len(bodies)} 个单位、{len(found)} 处所在地，对不上"
                self.out.cannot_place(read.column, read.printed, "seats-of-bodies", why)
                continue
            for body, one in zip(bodies, found * len(bodies) if len(found) == 1 else found, strict=True):
                for end in self.ends.places(one):
                    self.out.tie("LOCATED_IN", body, end, at=printed(self.given.date))


def seats(reads: list[Read], out: Claims | None = None) -> list[Spot]:
    """The places several columns together give: all of a column that lists several, else the finest one."""
    listed = [(read, one) for read in reads if isinstance(read.value, list) for one in read.value]
    several = next((read.value for read in reads if isinstance(read.value, list) and len(read.value) > 1), [])
    if several or not listed:
        return list(dict.fromkeys(several))
    finest = max((one for _, one in listed), key=lambda one: len(one.code))
    for read, one in listed:
        if out is not None and finest.division and not finest.code.startswith(one.code):
            why = f"与本行另一列所说的{finest.division.name}不一致"
            out.cannot_place(read.column, read.printed, "place-differs", why)
    in_zone = next((one.zone for _, one in listed if one.zone is not None), None)
    return [Spot(finest.division, in_zone)]
