"""A large source worked out: what it adds lies in prepared tables, what it changes is held as in any load."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.identity.mention import Mention, Signature
from graph.identity.registry import rows_for
from graph.store import Work
from loaders.additions import ties_there, unmoved
from loaders.applying import Worked, check_promises
from loaders.change import Change
from loaders.late import late
from loaders.likeness import Brought, compared, queue
from loaders.prepared import Prepared
from loaders.spec import SourceSpec
from loaders.stream.bodies import Bodies, bodies_of
from loaders.stream.kept import Kept
from loaders.stream.known import change_bodies, change_of, change_ties
from loaders.stream.nodes import add_new, add_registered, mentions_of, told_of
from loaders.stream.stated import Tie, columns, grouped, often, once
from loaders.stream.ties import Identified, identify

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

LIKENED = ("name", "city_stated", "place")
"""What the queue of look-alikes asks of a new body."""


@dataclass
class Added:
    """What a large source adds, in tables of its own. `touched` are also the bodies that were there."""

    tables: Prepared
    new: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        """Rows of all tables."""
        return self.tables.count("nodes") + self.tables.count("ties")

    def prepare(self, tables: Prepared, _version: int) -> None:
        """Hand the tables over."""
        tables.adopt(self.tables)


def work_out_kept(work: Work, kept: Kept, spec: SourceSpec, source_version: str, version: int) -> Worked:
    """What the load of these rows does; only reads. Raises `SourceError` when that is not what the source promises."""
    rank, kinds = spec.rank, Counter[str]()
    placed = {"source": spec.id, "version": source_version, "first_load": version}
    kept.close()
    bodies = bodies_of(work, kept)
    change = change_of(bodies)
    added = Added(Prepared(kept.folder / "tables"))
    ties = identify(kept, bodies, added.tables, kept.folder / "identified", placed)
    mentions = mentions_of(kept, bodies)
    likened: dict[str, tuple[str, dict[str, Any]]] = {}
    for id_, label, props in add_new(kept, bodies, mentions, added.tables, rank=rank, version=version):
        kinds[label] += 1
        if compared(label) or id_ in bodies.resolution.bodies:
            likened[id_] = label, {key: props.get(key) for key in LIKENED}
    were = pl.arange(len(bodies.new), eager=True, dtype=pl.UInt32).filter(~bodies.new)
    change_bodies(bodies.found, change, told_of(kept, bodies, mentions, were, rank))
    kinds.update(change.entities[id_][0] for id_ in bodies.ids.gather(were))
    check_promises(spec, kinds, ties.types)
    del mentions
    added.new = set(bodies.ids.filter(bodies.new))
    added.touched = set(bodies.ids)
    add_registered(kept, bodies, added.tables, version)
    _register(bodies, change, added, version)
    _ties(work, kept, bodies, change, ties, added.tables, rank, version)
    added.tables.close()
    brought = Brought(
        resolution=change.resolution,
        bodies=change.entities | likened,
        new={id_ for id_, (label, _) in likened.items() if compared(label)},
        listed=set(bodies.ids.filter(~bodies.lone)),
        signatures=lambda id_: _signatures(kept, bodies, id_),
    )
    queued = queue(work, brought, bodies.found.judgements.different)
    numbers = {"new": kept.rows, "changed": 0, "retired": 0, "nodes": len(bodies.ids), "ties": ties.types.total()}
    return Worked(bodies.found, added, change, [], [], queued, numbers, version)


def _register(bodies: Bodies, change: Change, added: Added, version: int) -> None:
    """Keys and names of new bodies of several signatures; where the registry holds one, the body registers later."""
    taken: dict[tuple[str, str], str] = {}
    for id_ in sorted(bodies.ids.filter(bodies.new & ~bodies.lone)):
        signatures = bodies.resolution.bodies[id_]
        for row in rows_for(signatures, id_):
            key = row["scheme"], row["value"]
            if key in bodies.found.registry.entries or key in taken:
                change.bodies[id_] = signatures
                continue
            taken[key] = id_
            added.tables.add("nodes", "Identifier", row | {"first_load": version})


def _ties(
    work: Work, kept: Kept, bodies: Bodies, change: Change, ties: Identified, tables: Prepared, rank: int, version: int
) -> None:
    found = bodies.found
    others = {tie.id for said in unmoved(found, change) for tie in said.ties}
    # An end that comes back under an id it once had is written with the changes, and the tie after it.
    there = pl.Series(sorted(found.known.keys() - change.merged.keys()), dtype=pl.String)
    ends = bodies.new | bodies.ids.is_in(there.implode())

    def sorted_out(frame: pl.DataFrame) -> pl.DataFrame:
        """Whether a tie is added: nobody states it yet, and it is no history."""
        start, end = frame.get_column("a_body"), frame.get_column("b_body")
        adds = (
            ends.gather(start)
            & ends.gather(end)
            & ~frame.get_column("id").is_in(pl.Series(list(others), dtype=pl.String).implode())
        )
        doubtful = frame.filter(adds & ~bodies.new.gather(start) & ~bodies.new.gather(end))
        history: list[str] = []
        for (type_,), rows in doubtful.group_by("type"):
            history += ties_there(work, str(type_), rows.get_column("id").to_list())
        old = frame.get_column("id").is_in(pl.Series(history, dtype=pl.String).implode())
        return frame.with_columns(adds=adds & ~old)

    rest: list[Tie] = []
    for part in once(kept, ties):
        frame = sorted_out(part)
        for (type_,), rows in frame.filter("adds").group_by("type", maintain_order=True):
            tables.add_frame("ties", str(type_), columns(rows, version))
        rest += grouped(frame.filter(~pl.col("adds")), rank)
    for portion in often(kept, ties):
        frame = sorted_out(portion)
        for tie in grouped(frame.filter("adds"), rank):
            row = {"a": tie.a, "b": tie.b, "id": tie.id, "first_load": version}
            tables.add("ties", tie.type, row | tie.props)
        rest += grouped(frame.filter(~pl.col("adds")), rank)
    change_ties(found, change, rest)


def _signatures(kept: Kept, bodies: Bodies, id_: str) -> Sequence[Signature]:
    """The signatures of a body; none of one that this load does not look at."""
    if id_ in bodies.resolution.bodies:
        return bodies.resolution.bodies[id_]
    body = bodies.ids.index_of(id_)
    if body is None:
        return ()
    of = bodies.of.filter(pl.col("body") == body).head(1)
    text = kept.scan("signatures").join(of.lazy(), on="signature", how="semi").head(1).select("mention").collect()
    kind, name, keys, within, city, aliases, former = json.loads(text.item())
    names = tuple(name for name, _ in former)
    return [Mention("", kind, name, tuple(sorted(keys.items())), within, city, tuple(aliases), names).signature]
