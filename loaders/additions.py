"""What a load adds, apart from what it changes: bodies, ties, rows and keys of which the graph holds nothing yet.

Additions can be sent in any number of transactions, or put into a new store from files, since nobody sees a difference
in what was there; the changes follow in one transaction. A body, tie or row that came back from history is a change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from typing import Any

from graph.identity.registry import rows_for
from graph.store import Row, Work
from loaders.affected import Affected
from loaders.change import Change
from loaders.derive import Sided
from loaders.portions import portions
from loaders.prepared import Prepared, labels_of
from loaders.understood import Said

ASKED = 5000
"""Ids asked for at once."""


@dataclass
class Additions:
    """New bodies (id → label, properties), ties (id → type, start, end, properties), records, and keys → body."""

    entities: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    ties: dict[str, tuple[str, str, str, dict[str, Any]]] = field(default_factory=dict)
    records: list[Row] = field(default_factory=list)
    identifiers: dict[tuple[str, str], str] = field(default_factory=dict)

    def __len__(self) -> int:
        """Rows of all four."""
        return len(self.entities) + len(self.ties) + len(self.records) + len(self.identifiers)

    @property
    def new(self) -> Set[str]:
        """New bodies."""
        return self.entities.keys()

    @property
    def sided(self) -> Sided:
        """None: everything is derived of all of them."""
        return {}

    @property
    def touched(self) -> set[str]:
        """New bodies and the ends of new ties."""
        return self.entities.keys() | {end for _, start, stop, _ in self.ties.values() for end in (start, stop)}

    def prepare(self, tables: Prepared, version: int) -> None:
        """Put everything into prepared tables."""
        for id_, (kind, props) in self.entities.items():
            tables.add("nodes", labels_of(kind), {"id": id_, "first_load": version} | props)
        for id_, (type_, start, end, props) in self.ties.items():
            tables.add("ties", type_, {"a": start, "b": end, "id": id_, "first_load": version} | props)
        for row in self.records:
            tables.add("nodes", "Record", row | {"first_load": version})
        for (scheme, value), entity in self.identifiers.items():
            row = {"scheme": scheme, "value": value, "entity": entity, "first_load": version}
            tables.add("nodes", "Identifier", row)
        tables.close()


def split(work: Work, found: Affected, change: Change, records: list[Row]) -> tuple[Additions, Change, list[Row]]:
    """Additions, and the change and the rows that remain. `records` are all rows to be written, as `Record` is."""
    added = Additions()
    minted = change.resolution.minted & change.entities.keys()
    known = ids_taken(work, minted)
    added.entities = {id_: one for id_, one in change.entities.items() if id_ in minted and id_ not in known}
    added.ties = _ties(work, found, change, added.entities.keys())
    old = _there(work, "read/records_there", [row["id"] for row in records])
    added.records = [row for row in records if row["id"] not in old]
    for id_ in added.entities:
        for row in rows_for(change.bodies.get(id_, ()), id_):
            key = (row["scheme"], row["value"])
            if key not in found.registry.entries:
                added.identifiers.setdefault(key, id_)
    rest = replace(
        change,
        entities={id_: one for id_, one in change.entities.items() if id_ not in added.entities},
        ties={id_: one for id_, one in change.ties.items() if id_ not in added.ties},
        # A key that the registry holds for another body is no addition: the body registers its keys as before.
        bodies={id_: found_ for id_, found_ in change.bodies.items() if not _registered(added, id_, found_)},
    )
    return added, rest, [row for row in records if row["id"] in old]


def _registered(added: Additions, id_: str, signatures: Iterable[Any]) -> bool:
    if id_ not in added.entities:
        return False
    rows = rows_for(signatures, id_)
    return all(added.identifiers.get((row["scheme"], row["value"])) == id_ for row in rows)


def _ties(work: Work, found: Affected, change: Change, new: Iterable[str]) -> dict[str, tuple[str, str, str, Any]]:
    """Ties to be written that nothing stated before and that are no history either."""
    stated = {tie.id for said in (*found.before.values(), *unmoved(found, change)) for tie in said.ties}
    bodies = set(new)
    # An end that comes back under an id it once had is written with the changes, and the tie after it.
    ends = bodies | (found.known.keys() - change.merged.keys())
    added = {id_: one for id_, one in change.ties.items() if id_ not in stated and {one[1], one[2]} <= ends}
    doubtful: dict[str, list[str]] = defaultdict(list)
    for id_, (type_, start, end, _) in added.items():
        if start not in bodies and end not in bodies:
            doubtful[type_].append(id_)
    for type_, ids in doubtful.items():
        for id_ in ties_there(work, type_, ids):
            added.pop(id_)
    return added


def ties_there(work: Work, type_: str, ids: list[str]) -> list[str]:
    """Which of these ties are there, in force or as history."""
    found: list[str] = []
    for some in portions(ids, ASKED):
        found += [row["id"] for row in work.run("write/ties_there", slots={"type": type_}, ids=some)]
    return found


def unmoved(found: Affected, change: Change) -> Iterator[Said]:
    """What other sources say, where this load did not give it other bodies."""
    restated = {said.record for said in change.restated}
    yield from (said for record, said in found.others.items() if record not in restated)


def ids_taken(work: Work, ids: Iterable[str]) -> set[str]:
    """Which of these ids a body has, be it history, or had: one that has lost a merge leads elsewhere until it is
    registered again."""
    asked = sorted(ids)
    return _there(work, "read/entities_there", asked) | _there(work, "read/merged_ids", asked)


def _there(work: Work, statement: str, ids: Iterable[str]) -> set[str]:
    return {row["id"] for some in portions(sorted(ids), ASKED) for row in work.run(statement, ids=some)}
