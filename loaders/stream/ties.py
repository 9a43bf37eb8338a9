"""The ids of the ties of a large source, and its records, which hold them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.schema import EDGE_KINDS
from loaders.assemble import tie_id
from loaders.late import late
from loaders.prepared import Prepared
from loaders.stream.bodies import Bodies
from loaders.stream.kept import Kept
from loaders.stream.tables import OPEN
from loaders.understood import TieSaid

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")


@dataclass
class Identified:
    """Ties with their ids, a file a part in `folder`. `often`: hashes of ids that are stated more than once."""

    folder: Path
    parts: int
    often: pl.Series
    types: Counter[str]
    """Different ties by type."""

    def part(self, part: int) -> pl.DataFrame:
        """The ties of one part, `hash` of their id among the columns."""
        return pl.read_parquet(self.folder / f"{part:05d}.parquet")


def identify(kept: Kept, bodies: Bodies, tables: Prepared, folder: Path, placed: dict[str, Any]) -> Identified:
    """Give every tie its id, and put the records, which hold these ids, into prepared tables.

    `placed` are the properties that all records of the load have alike.
    """
    folder.mkdir()
    found: list[pl.DataFrame] = []
    types = pl.Enum(sorted(EDGE_KINDS))  # a byte each, of millions
    for part in range(kept.parts):
        mentioned = kept.part("nodes", part).select("signature").unique()
        of = bodies.of.join(mentioned, on="signature", how="semi")
        of = of.with_columns(id=bodies.ids.gather(of.get_column("body")))
        ties = _identified(kept.part("ties", part), of)
        _records(kept, part, of, ties, tables, placed)
        ties = ties.with_columns(pl.col("id").hash(seed=1).alias("hash"))
        found.append(ties.select("hash", pl.col("type").cast(types)))
        ties.write_parquet(folder / f"{part:05d}.parquet")
    kept.drop("ties")
    every = pl.concat(found).group_by("hash").agg(pl.len(), pl.col("type").first())
    often = every.filter(pl.col("len") > 1).get_column("hash")
    counted = Counter(dict(every.group_by("type").len().iter_rows()))
    return Identified(folder, kept.parts, often, counted)


def _identified(ties: pl.DataFrame, of: pl.DataFrame) -> pl.DataFrame:
    for end, column in (("start", "a"), ("end", "b")):
        ends = of.rename({"signature": end, "id": column, "body": f"{column}_body"})
        ties = ties.join(ends, on=end, how="left", maintain_order="left")
    ids = [
        tie_id(TieSaid(type_, 0, 0, status, at, False, False, "", "", distinct), start, end)
        for type_, status, at, distinct, start, end in ties.select(
            "type", "status", "at", "distinct", "a", "b"
        ).iter_rows()
    ]
    return ties.with_columns(id=pl.Series(ids, dtype=pl.String)).drop("start", "end")


def _records(
    kept: Kept, part: int, of: pl.DataFrame, ties: pl.DataFrame, tables: Prepared, placed: dict[str, Any]
) -> None:
    """Records with the ids of their nodes and then of their ties filled in: the order in which their JSON has them."""
    nodes = kept.part("nodes", part).join(of, on="signature", how="left", maintain_order="left")
    ids: dict[int, list[str]] = defaultdict(list)
    for frame in (nodes, ties):
        for record, id_ in frame.select("record", "id").iter_rows():
            ids[record].append(id_)
    records = kept.part("records", part)
    texts = [_filled(text, ids.get(at, [])) for at, text in records.select("record", "understood").iter_rows()]
    constant = [pl.lit(value).alias(name) for name, value in placed.items()]
    frame = records.with_columns(pl.Series("understood", texts, dtype=pl.String), *constant)
    tables.add_frame("nodes", "Record", frame.drop("record", "mark"))


def _filled(text: str, ids: list[str]) -> str:
    first, *pieces = text.split(OPEN)
    return first + "".join(f'"id":"{id_}"{piece}' for id_, piece in zip(ids, pieces, strict=True))
