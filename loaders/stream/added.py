"""A large source worked out: what it adds lies in prepared tables, what it changes is held as in any load."""

from __future__ import annotations

import json
from array import array
from collections import ChainMap, Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.identity.mention import Mention, Signature
from graph.identity.registry import rows_for
from graph.store import Work
from loaders.applying import Worked, check_promises
from loaders.derive import SIDED, Sided
from loaders.late import late
from loaders.likeness import Brought, compared, queue
from loaders.prepared import Prepared
from loaders.spec import SourceSpec
from loaders.stream.bodies import Bodies, bodies_of
from loaders.stream.kept import Kept
from loaders.stream.known import change_bodies
from loaders.stream.nodes import New, add_new, add_registered, mentions_of, told_of
from loaders.stream.sorting import sort_ties
from loaders.stream.ties import identify

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

LIKENED = ("name", "city_stated", "place")
"""What the queue of look-alikes asks of a new body."""


@dataclass
class Added:
    """What a large source adds, in tables of its own."""

    tables: Prepared
    ids: pl.Series
    new: set[str] = field(default_factory=set)
    numbers: defaultdict[str, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("L")))
    """Kind → numbers (in `ids`) of the bodies of `sided`."""

    @property
    def sided(self) -> Sided:
        """Other new bodies of which something is to be derived."""
        return {kind: self.ids.gather(pl.Series(some, dtype=pl.UInt64)) for kind, some in self.numbers.items()}

    @property
    def touched(self) -> set[str]:
        """The same as `new`: bodies that were there are touched by the change."""
        return self.new

    def __len__(self) -> int:
        """Rows of all tables."""
        return self.tables.count("nodes") + self.tables.count("ties")

    def derive(self, new: New) -> None:
        """Note what is to be derived of a new body."""
        if new.label == "Place":
            self.new.add(new.id)
        elif new.placed or new.label in SIDED:
            self.numbers[new.label].append(new.body)

    def prepare(self, tables: Prepared, _version: int) -> None:
        """Hand the tables over."""
        tables.adopt(self.tables)


def work_out_kept(work: Work, kept: Kept, spec: SourceSpec, source_version: str, version: int) -> Worked:
    """What the load of these rows does; only reads. Raises `SourceError` when that is not what the source promises."""
    rank, kinds = spec.rank, Counter[str]()
    placed = {"source": spec.id, "version": source_version, "first_load": version}
    kept.close()
    bodies = bodies_of(work, kept)
    resolved, change = bodies.resolved, bodies.resolved.change
    added = Added(Prepared(kept.folder / "tables"), bodies.ids)
    ties = identify(kept, bodies, added.tables, kept.folder / "identified", placed)
    mentions = mentions_of(kept, bodies)
    were = pl.arange(len(bodies.new), eager=True, dtype=pl.UInt32).filter(~bodies.new)
    kinds.update(change_bodies(resolved, told_of(kept, bodies, mentions, were, rank), kept.folder / "entities"))
    degrees = sort_ties(work, kept, bodies, ties, added.tables, rank=rank, version=version)
    likened: dict[str, tuple[str, dict[str, Any]]] = {}
    for new in add_new(kept, bodies, mentions, degrees, added.tables, rank=rank, version=version):
        kinds[new.label] += 1
        added.derive(new)
        if compared(new.label) or new.id in resolved.signatures:
            likened[new.id] = new.label, {key: new.props.get(key) for key in LIKENED}
    del mentions
    check_promises(spec, kinds, ties.types)
    add_registered(kept, bodies, added.tables, version)
    _register(bodies, added, version)
    added.tables.close()
    brought = Brought(
        resolution=change.resolution,
        bodies=ChainMap(likened, change.entities),
        new={id_ for id_, (label, _) in likened.items() if compared(label)},
        listed=set(bodies.ids.filter(~bodies.lone)),
        signatures=lambda id_: _signatures(kept, bodies, id_),
    )
    queued = queue(work, brought, resolved.found.judgements.different)
    numbers = {"new": kept.rows, "changed": 0, "retired": 0, "nodes": len(bodies.ids), "ties": ties.types.total()}
    return Worked(resolved.found, added, change, [], [], queued, numbers, version)


def _register(bodies: Bodies, added: Added, version: int) -> None:
    """Keys and names of new bodies of several signatures; where the registry holds one, the body registers later."""
    resolved = bodies.resolved
    taken: dict[tuple[str, str], str] = {}
    for id_ in sorted(bodies.ids.filter(bodies.new & ~bodies.lone)):
        signatures = resolved.signatures[id_]
        for row in rows_for(signatures, id_):
            key = row["scheme"], row["value"]
            if key in resolved.held or key in taken:
                resolved.change.bodies[id_] = signatures
                continue
            taken[key] = id_
            added.tables.add("nodes", "Identifier", row | {"first_load": version})


def _signatures(kept: Kept, bodies: Bodies, id_: str) -> Sequence[Signature]:
    """The signatures of a body; none of one that this load does not look at."""
    if id_ in bodies.resolved.signatures:
        return bodies.resolved.signatures[id_]
    body = bodies.ids.index_of(id_)
    if body is None:
        return ()
    of = bodies.of.filter(pl.col("body") == body).head(1)
    text = kept.scan("signatures").join(of.lazy(), on="signature", how="semi").head(1).select("mention").collect()
    kind, name, keys, within, city, aliases, former = json.loads(text.item())
    names = tuple(name for name, _ in former)
    return [Mention("", kind, name, tuple(sorted(keys.items())), within, city, tuple(aliases), names).signature]
