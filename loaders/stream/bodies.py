"""Which bodies the signatures of a large source mean.

A signature that shares no key and no name with another one, nor with the registry, is a body of its own: its id follows
from itself, in columns. The others, few in a list, are resolved by the same rules as in any load, beside what the graph
knows of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from graph.schema import NODE_KINDS
from graph.schema.values import mint
from graph.store import Row, Work
from loaders.additions import ids_taken
from loaders.late import late
from loaders.stream.groups import Groups, Resolved
from loaders.stream.kept import Kept
from loaders.stream.tables import name_sought

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
    resolved: Resolved


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
        tied = pl.concat([tied, taken.select("number", pl.col("number").alias("with"))])
        lone = lone.join(taken, on="number", how="anti")
    own = lone.get_column("id")
    resolved = Groups(work, kept, signatures.select("signature", "number"), own).resolve(tied)
    ids = resolved.ids
    minted = resolved.change.resolution.minted & set(ids.get_column("id"))
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
        resolved,
    )


def _taken(work: Work, lone: pl.DataFrame) -> set[str]:
    return {id_ for some in lone.iter_slices(SLICE) for id_ in ids_taken(work, some.get_column("id"))}


def _numbered(kept: Kept) -> pl.DataFrame:
    """Signatures as they were kept, with one number for all that are the same."""
    every = kept.scan("signatures").select("signature", "key", "more", "kind", "strongest").collect()
    keys = every.select("key", "more").unique(maintain_order=True).with_row_index("number")
    return every.join(keys, on=("key", "more"), maintain_order="left").drop("key", "more")


def _tied(work: Work, kept: Kept, every: pl.DataFrame) -> pl.DataFrame:
    """Signatures that may mean the same body as another one, or as one that the registry knows: `number`, and another
    one (or the same) of those it may be one body with, as `with`."""
    numbers = every.select("signature", "number").lazy()
    groups = kept.scan("groups").join(numbers, on="signature").select("use", "hash", "number")
    own = groups.filter(pl.col("use") == "bodies").select("hash", "number").unique().collect()
    tied = [_with_first(own.filter(pl.len().over("hash") > 1), "hash")]
    registry = _registry(work)
    if len(registry):
        sought = groups.filter(pl.col("use") == "registry").select("hash", "number").unique().collect()
        tied.append(_with_first(sought.join(registry, on="hash"), "entity"))
    return pl.concat(tied).unique()


def _with_first(frame: pl.DataFrame, by: str) -> pl.DataFrame:
    return frame.select("number", pl.col("number").first().over(by).alias("with"))


def _registry(work: Work) -> pl.DataFrame:
    """Hashes by which the registry is found, as `groups` has them for what is sought, and the bodies they lead to."""
    rows = work.each("read/registry")
    found = [pl.DataFrame(schema={"hash": pl.UInt64, "entity": pl.UInt64})]
    while some := list(islice(rows, SLICE)):
        texts, entities = [_sought(row) for row in some], [row["entity"] for row in some]
        frame = pl.DataFrame({"text": texts, "entity": entities}, schema={"text": pl.String, "entity": pl.String})
        found.append(frame.select(hash=pl.col("text").hash(seed=1), entity=pl.col("entity").hash(seed=1)))
    return pl.concat(found).unique()


def _sought(row: Row) -> str:
    scheme, _, kind = row["scheme"].partition(":")
    if scheme in NAMES:
        return name_sought(kind, row["value"].partition("|")[0])
    return f"key|{row['scheme']}|{row['value']}"
