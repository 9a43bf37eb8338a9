"""Signatures that may mean the same body as others, resolved some at a time, with all that may be one body together.

Signatures that share a key or a name, or lead to one body of the registry, are of one group. What a group may change
is sought in the graph as in any load (`affected`); should two groups come to one body there after all, or should one
move a claim of another source to another body, these groups are resolved together.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.identity.mention import Signature
from graph.identity.registry import Key, rows_for
from graph.identity.resolver import Resolution
from graph.store import Work
from loaders.additions import unmoved
from loaders.affected import Affected, affected
from loaders.assemble import STAGED, Stated
from loaders.change import Change, put_together, resolved
from loaders.late import late
from loaders.stream.kept import Kept
from loaders.stream.spool import Spool
from loaders.understood import NodeSaid, Said

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

GROUP = 20_000
"""Signatures resolved at a time; about 10 KB each where others say much of their bodies."""


@dataclass
class Resolved:
    """What all groups come to. `ids`: number of a signature and id of its body; `signatures`: those of a body.

    `found` and `change` are of the groups that were resolved together, with the bodies that any group knows. What other
    sources say is in `bodies` and `ties`, by id; `stated` are the ties of claims that stay as they are. `held` are keys
    and names of new bodies that the registry has already.
    """

    ids: pl.DataFrame
    found: Affected
    change: Change
    signatures: Spool[list[Signature]]
    bodies: Spool[list[Stated]]
    ties: Spool[list[Stated]]
    stated: set[str]
    held: set[Key]


@dataclass
class _Group:
    """A group resolved; `signatures` are those of its bodies."""

    ids: list[tuple[int, str]]
    found: Affected
    change: Change
    signatures: Spool[list[Signature]]
    bodies: Spool[list[Stated]]
    ties: Spool[list[Stated]]
    stated: set[str] = field(default_factory=set)
    held: set[Key] = field(default_factory=set)

    def moves(self) -> bool:
        """Whether a claim of another source comes to be about another body, or a body goes."""
        return bool(self.change.restated or self.change.touched or self.change.merged)

    def settle(self) -> None:
        """Forget what is said: it lies on disk."""
        self.found.others.clear()
        self.found.registry.entries.clear()
        resolution = self.change.resolution
        self.change.resolution = replace(resolution, ids={}, bodies={})


class Groups:
    """The groups of a load and where what they come to lies."""

    def __init__(self, work: Work, kept: Kept, numbered: pl.DataFrame, own: pl.Series) -> None:
        """`numbered`: signature and its number; `own`: ids of bodies that are in no group."""
        self._work, self._kept, self._numbered, self._own = work, kept, numbered, own
        self._signatures: Spool[list[Signature]] = Spool(kept.folder / "signatures-of-bodies")
        self._bodies: Spool[list[Stated]] = Spool(kept.folder / "others-of-bodies")
        self._ties: Spool[list[Stated]] = Spool(kept.folder / "others-of-ties")
        self._done: list[_Group] = []

    def resolve(self, tied: pl.DataFrame) -> Resolved:
        """Resolve all of them. `tied` has `number` and `with`, one that it is to be resolved with. Only reads."""
        all_numbers: list[pl.Series] = []
        first: dict[str, int] = {}
        again: set[int] = set()
        for numbers in in_groups(tied):
            group = self._resolved(numbers)
            met = {first.setdefault(id_, len(self._done)) for id_ in group.found.scope} - {len(self._done)}
            if met or group.moves():
                again |= {*met, len(self._done)}
            group.settle()
            self._done.append(group)
            all_numbers.append(numbers)
        self._done = [group for index, group in enumerate(self._done) if index not in again]
        none = pl.Series([], dtype=tied.schema["number"])
        return self._put_together(self._resolved(pl.concat([none, *(all_numbers[index] for index in sorted(again))])))

    def _resolved(self, numbers: pl.Series) -> _Group:
        told = self._kept.scan("signatures").join(
            self._numbered.filter(pl.col("number").is_in(numbers.implode())).lazy(), on="signature"
        )
        by_record: dict[str, list[tuple[int, NodeSaid]]] = defaultdict(list)
        for number, record, text in told.select("number", "first", "mention").sort("number").collect().iter_rows():
            kind, name, keys, within, city, aliases, former = json.loads(text)
            by_record[record].append((number, NodeSaid(kind, name, keys, within, city, aliases, former, {})))
        # One mention a signature stands for all of them. Its record is the first that has it: a person without a home
        # is known by that (`Mention.signature`).
        mine = [Said(record, 0, {}, [node for _, node in nodes]) for record, nodes in by_record.items()]
        found = affected(self._work, mine, [])
        resolution = resolved(self._work, found, self._given_away)
        ids = [
            (number, resolution.ids[f"{record}#{index}"])
            for record, nodes in by_record.items()
            for index, (number, _) in enumerate(nodes)
        ]
        found.drop_mine()  # what is said of them comes in parts
        change = put_together(found, resolution)
        group = _Group(ids, found, change, self._signatures.only(), self._bodies.only(), self._ties.only())
        _keep(group, resolution)
        return group

    def _given_away(self, ids: list[str]) -> set[str]:
        own = self._own.filter(self._own.is_in(pl.Series(ids, dtype=pl.String).implode()))
        minted = [group.change.resolution.minted for group in self._done]
        return {*own, *(id_ for id_ in ids if any(id_ in some for some in minted))}

    def _put_together(self, last: _Group) -> Resolved:
        """What is left of the groups beside those resolved together."""
        groups = [*self._done, last]
        for group in groups:
            self._signatures.adopt(group.signatures)
            self._bodies.adopt(group.bodies)
            self._ties.adopt(group.ties)
            last.found.known |= group.found.known
        ids = [row for group in groups for row in group.ids]
        resolutions = [group.change.resolution for group in groups]
        last.change.resolution = Resolution(
            ids={},
            bodies=self._signatures,
            minted=frozenset[str]().union(*(one.minted for one in resolutions)),
            ambiguous=sorted(pair for one in resolutions for pair in one.ambiguous),
            two_places=sorted(pair for one in resolutions for pair in one.two_places),
        )
        return Resolved(
            pl.DataFrame(ids, schema={"number": pl.UInt32, "id": pl.String}, orient="row"),
            last.found,
            last.change,
            self._signatures,
            self._bodies,
            self._ties,
            set[str]().union(*(group.stated for group in groups)),
            set[Key]().union(*(group.held for group in groups)),
        )


def _keep(group: _Group, resolution: Resolution) -> None:
    """Put on disk what other sources say, and the signatures of the bodies."""
    bodies: dict[str, list[Stated]] = defaultdict(list)
    ties: dict[str, list[Stated]] = defaultdict(list)
    for said in group.found.others.values():
        for index, node in enumerate(said.nodes):
            if node.id in resolution.bodies:
                bodies[node.id].append(_node_alone(said, index))
        for tie in said.ties:
            ties[tie.id].append(Stated(replace(said, nodes=[], ties=[tie]), 0))
    group.bodies.update(bodies)
    group.ties.update(ties)
    group.stated |= {tie.id for said in unmoved(group.found, group.change) for tie in said.ties}
    group.signatures.update(resolution.bodies)
    for id_ in resolution.minted:
        keys = ((row["scheme"], row["value"]) for row in rows_for(resolution.bodies[id_], id_))
        group.held.update(key for key in keys if key in group.found.registry.entries)


def _node_alone(said: Said, index: int) -> Stated:
    """What a record says of a body, without the rest of the record."""
    node = said.nodes[index]
    concerning = [tie for tie in said.ties if node.kind in STAGED and index in (tie.start, tie.end)]
    ties = [replace(tie, start=0, end=0) for tie in concerning]
    return Stated(replace(said, nodes=[node], ties=ties), 0)


def in_groups(tied: pl.DataFrame) -> Iterator[pl.Series]:
    """Numbers of signatures, some at a time; `tied` as `Groups.resolve` has it."""
    numbers = tied.get_column("number").unique().sort()
    at = pl.DataFrame({"number": numbers}).with_row_index("at")
    edges = tied.join(at, on="number").join(at.rename({"number": "with", "at": "other"}), on="with")
    members = at.with_columns(of=pl.Series(_components(len(numbers), edges.select("at", "other")), dtype=pl.UInt32))
    sizes = members.group_by("of").len().sort("of").with_columns(before=pl.col("len").cum_sum() - pl.col("len"))
    placed = members.join(sizes.with_columns(group=pl.col("before") // GROUP), on="of")
    for _, some in placed.sort("group", "number").group_by("group", maintain_order=True):
        yield some.get_column("number")


def _components(count: int, edges: pl.DataFrame) -> list[int]:
    """For each of `count` numbers, one that all have which edges lead to from it."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in edges.iter_rows():
        parent[root(one)] = root(other)
    return [root(number) for number in range(count)]
