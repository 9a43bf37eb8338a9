"""Which bodies the signatures of a large source mean.

A signature that shares no key and no name with another one, nor with the registry, is a body of its own: its id follows
from itself, in columns. The others, few in a list, are resolved by the same rules as in any load, beside what the graph
knows of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.identity.resolver import Resolution
from graph.schema import NODE_KINDS
from graph.schema.values import mint
from graph.store import Work
from loaders.additions import ids_taken
from loaders.affected import Affected, affected
from loaders.change import resolved
from loaders.late import late
from loaders.stream.kept import Kept, name_sought
from loaders.understood import NodeSaid, Said

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

SLICE = 50_000
"""Ids that are Python's at a time."""

NAMES = ("name", "alias")
"""Schemes of the registry that hold names, before the kind."""


@dataclass(frozen=True)
class Bodies:
    """`of`: signature → number of the body; `ids` by that number; `new`: whether it is added.

    `lone` are the numbers of bodies of one signature that nothing else names.
    """

    of: pl.DataFrame
    ids: pl.Series
    new: pl.Series
    lone: pl.Series
    found: Affected
    resolution: Resolution


def bodies_of(work: Work, kept: Kept) -> Bodies:
    """Resolve all signatures that were kept. Only reads."""
    every = _numbered(kept)
    signatures = every.unique("number", keep="first", maintain_order=True).sort("number")
    tied = _tied(work, kept, every)
    lone = signatures.join(tied, on="number", how="anti")
    told = lone.select("kind", "strongest").iter_rows()
    minted_alone = [mint(NODE_KINDS[kind].prefix, strongest) for kind, strongest in told]
    lone = lone.with_columns(id=pl.Series(minted_alone, dtype=pl.String))
    taken = lone.filter(pl.col("id").is_duplicated() | pl.col("id").is_in(sorted(_taken(work, lone))))
    if len(taken):  # an id that is in use or was: the resolver salts it, or it comes back from history
        tied = pl.concat([tied, taken.select("number")])
        lone = lone.join(taken, on="number", how="anti")
    own = lone.get_column("id")
    found, resolution, ids = _resolved(work, kept, signatures.join(tied, on="number", how="semi"), own)
    minted = resolution.minted & set(ids.get_column("id"))
    old = ids_taken(work, minted)
    named = pl.concat([lone.select("number", "id").with_columns(lone=True), ids.with_columns(lone=False)])
    bodies = named.unique("id", maintain_order=True).with_row_index("body")
    added = pl.Series(list(minted - old), dtype=pl.String)
    new = bodies.get_column("lone") | bodies.get_column("id").is_in(added.implode())
    of = every.join(named.select("number", "id"), on="number").join(bodies.select("id", "body"), on="id")
    return Bodies(
        of.select("signature", "body"),
        bodies.get_column("id"),
        new,
        bodies.get_column("lone"),
        found,
        resolution,
    )


def _taken(work: Work, lone: pl.DataFrame) -> set[str]:
    return {id_ for some in lone.iter_slices(SLICE) for id_ in ids_taken(work, some.get_column("id"))}


def _numbered(kept: Kept) -> pl.DataFrame:
    """Signatures as they were kept, with one number for all that are the same."""
    every = kept.scan("signatures").select("signature", "key", "more", "kind", "strongest").collect()
    keys = every.select("key", "more").unique(maintain_order=True).with_row_index("number")
    return every.join(keys, on=("key", "more"), maintain_order="left").drop("key", "more")


def _tied(work: Work, kept: Kept, every: pl.DataFrame) -> pl.DataFrame:
    """Numbers of signatures that may mean the same body as another one, or as one that the registry knows."""
    numbers = every.select("signature", "number").lazy()
    groups = kept.scan("groups").join(numbers, on="signature").select("use", "hash", "number")
    own = groups.filter(pl.col("use") == "bodies").select("hash", "number").unique().collect()
    shared = own.group_by("hash").len().filter(pl.col("len") > 1).select("hash")
    tied = [own.join(shared, on="hash", how="semi").select("number")]
    registry = _registry(work)
    if len(registry):
        sought = groups.filter(pl.col("use") == "registry").select("hash", "number").unique().collect()
        tied.append(sought.join(registry, on="hash", how="semi").select("number"))
    return pl.concat(tied).unique()


def _registry(work: Work) -> pl.DataFrame:
    """Hashes by which the registry is found, as `groups` has them for what is sought."""
    texts: list[str] = []
    for row in work.each("read/registry"):
        scheme, _, kind = row["scheme"].partition(":")
        if scheme in NAMES:
            texts.append(name_sought(kind, row["value"].partition("|")[0]))
        else:
            texts.append(f"key|{row['scheme']}|{row['value']}")
    return pl.DataFrame({"text": texts}, schema={"text": pl.String}).select(hash=pl.col("text").hash(seed=1)).unique()


def _resolved(work: Work, kept: Kept, tied: pl.DataFrame, own: pl.Series) -> tuple[Affected, Resolution, pl.DataFrame]:
    """What the graph knows of these signatures, the bodies they mean, and number and id of each."""
    told = kept.scan("signatures").join(tied.select("signature", "number").lazy(), on="signature")
    by_record: dict[str, list[tuple[int, NodeSaid]]] = defaultdict(list)
    for number, record, text in told.select("number", "first", "mention").sort("number").collect().iter_rows():
        kind, name, keys, within, city, aliases, former = json.loads(text)
        by_record[record].append((number, NodeSaid(kind, name, keys, within, city, aliases, former, {})))
    # One mention a signature stands for all of them. Its record is the first that has it: a person without a home is
    # known by that (`Mention.signature`).
    mine = [Said(record, 0, {}, [node for _, node in nodes]) for record, nodes in by_record.items()]
    found = affected(work, mine, [])

    def lone(ids: list[str]) -> set[str]:
        return set(own.filter(own.is_in(pl.Series(ids, dtype=pl.String).implode())))

    resolution = resolved(work, found, lone)
    rows = [
        (number, resolution.ids[f"{record}#{index}"])
        for record, nodes in by_record.items()
        for index, (number, _) in enumerate(nodes)
    ]
    schema = {"number": pl.UInt32, "id": pl.String}
    return found, resolution, pl.DataFrame(rows, schema=schema, orient="row")
