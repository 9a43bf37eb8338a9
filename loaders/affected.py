"""What a load may change: its own records before and after, and all bodies that share a key or a name with them.

Bodies are put together from all their records, so the records of other sources that state them are fetched too. The
search goes on until no further body shares a key or a name: then resolving these mentions again gives what resolving
everything would give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph import journal
from graph.identity.cluster import ORDER
from graph.identity.mention import Mention, Signature
from graph.identity.registry import Registry, look_up
from graph.identity.resolver import Judgements
from graph.schema import GROUPS
from graph.store import Work
from loaders.understood import Said

FRAME = ["Entity", *GROUPS]


@dataclass
class Known:
    """A body as it stands before the load."""

    label: str
    first_load: int
    retired: bool


@dataclass
class Affected:
    """`mine`: what this source says now; `before`: what it said; `others`: what other sources say of the same bodies.

    `known` has the bodies in scope that are in the graph. Mentions of bodies outside of it keep their ids.
    """

    mine: dict[str, Said]
    before: dict[str, Said]
    others: dict[str, Said] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    registry: Registry = field(default_factory=Registry)
    judgements: Judgements = field(default_factory=Judgements)
    scope: set[str] = field(default_factory=set)
    _of_mine: list[Mention] = field(default_factory=list, init=False, repr=False)

    def mentions(self) -> list[Mention]:
        """All mentions to be resolved: of this source, and of others where the body is in scope."""
        return [
            *self.of_mine(),
            *self.of_others(),
        ]

    def of_mine(self) -> list[Mention]:
        """The mentions of this source, with the ids they had before this load."""
        if not self._of_mine:
            self._of_mine = [mention for said in self.mine.values() for mention in said.mentions()]
        return self._of_mine

    def drop_mine(self) -> None:
        """Forget what this source says: it was only there to be resolved."""
        self.mine.clear()
        self._of_mine.clear()

    def of_others(self) -> list[Mention]:
        """The mentions of other sources where the body is in scope."""
        return [m for said in self.others.values() for m in said.mentions() if m.current in self.scope]


def affected(work: Work, mine: Iterable[Said], before: Iterable[Said], *, carry: bool = True) -> Affected:
    """Gather what a load may change. `mine` gets the ids its mentions had in the version before, unless it has its own
    (`carry` false: an older state of records, that is put back)."""
    found = Affected({said.record: said for said in mine}, {said.record: said for said in before})
    found.judgements = journal.judgements(journal.entries(work))
    if carry:
        _carry_ids(found)
    carried = (*found.before.values(), *(() if carry else found.mine.values()))
    wanted = {node.id for said in carried for node in said.nodes}
    looked_up: set[Signature] = set()
    signatures = {mention.signature for mention in found.of_mine()}
    while True:
        looked_up |= signatures
        wanted |= look_up(work, sorted(signatures, key=ORDER), found.registry)
        for same in found.judgements.same:
            if same & wanted:
                wanted |= {found.registry.now(id_) for id_ in same}
        new = wanted - found.scope
        if not new and not signatures:
            return found
        found.scope |= new
        _fetch(work, found, sorted(new))
        signatures = {mention.signature for mention in found.of_others()} - looked_up


def _carry_ids(found: Affected) -> None:
    """A row that still says what it said keeps the bodies it had."""
    for record, said in found.mine.items():
        if record in found.before:
            old = found.before[record]
            had = {mention.signature: node.id for mention, node in zip(old.mentions(), old.nodes, strict=True)}
            for mention, node in zip(said.mentions(), said.nodes, strict=True):
                node.id = had.get(mention.signature, "")


def _fetch(work: Work, found: Affected, ids: list[str]) -> None:
    records: dict[str, None] = {}
    for row in work.run("read/entities_for_load", ids=ids, frame=FRAME):
        found.known[row["id"]] = Known(row["label"], row["first_load"], row["retired_in"] is not None)
        if row["retired_in"] is None:
            records.update(dict.fromkeys(row["records"]))
    missing = [record for record in records if record not in found.before and record not in found.others]
    for row in work.run("read/records_by_id", ids=missing):
        found.others[row["id"]] = Said.from_json(row["understood"])
