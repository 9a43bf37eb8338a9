"""Ties with their ids, as they are written: those stated once in columns, the others by the rules one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.schema import EDGE_KINDS
from graph.schema.values import interval, when
from loaders.assemble import INTERVAL, Stated, tie_props
from loaders.claims import STAGES
from loaders.late import late
from loaders.stream.kept import Kept
from loaders.stream.tables import TIE_FIELDS
from loaders.stream.ties import Identified
from loaders.understood import Said, TieSaid

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

ROWS = 200_000
"""Ties that are stated more than once, held at a time."""


@dataclass(frozen=True)
class Tie:
    """A tie and where it is stated, in order of preference."""

    id: str
    type: str
    a: str
    b: str
    stated: list[Stated]

    @property
    def props(self) -> dict[str, Any]:
        """Its properties, where only this source states it."""
        return tie_props(self.stated)


def once(kept: Kept, ties: Identified) -> Iterator[pl.DataFrame]:
    """Ties that are stated once, with their records; as they come, a part at a time."""
    for part in range(ties.parts):
        yield _with_records(kept, part, ties.part(part).filter(~pl.col("hash").is_in(ties.often.implode())))


def often(kept: Kept, ties: Identified) -> Iterator[pl.DataFrame]:
    """The same of ties that are stated more than once: all rows of a tie at a time."""
    portions = 1 + 2 * len(ties.often) // ROWS
    for portion in range(portions):
        hashes = ties.often.filter(ties.often % portions == portion)
        found = [
            _with_records(kept, part, ties.part(part).filter(pl.col("hash").is_in(hashes.implode())))
            for part in range(ties.parts)
        ]
        yield pl.concat(found)


def grouped(frame: pl.DataFrame, rank: int) -> Iterator[Tie]:
    """Rows of `once`, or of the same form, as ties."""
    tie: Tie | None = None
    ordered = frame.with_row_index("position").sort("id", "record_id", "position")
    for row in ordered.iter_rows(named=True):
        if tie is None or tie.id != row["id"]:
            if tie is not None:
                yield tie
            tie = Tie(row["id"], row["type"], row["a"], row["b"], [])
        tie.stated.append(_stated(row, rank))
    if tie is not None:
        yield tie


def _stated(row: dict[str, Any], rank: int) -> Stated:
    fields = {name: row[name] for name in TIE_FIELDS}
    said = TieSaid(start=0, end=0, id=row["id"], **fields)
    # Of the sources of a record only the best mark counts for a tie, so each may stand with that.
    return Stated(Said(row["record_id"], rank, dict.fromkeys(row["sources"], row["mark"]), [], [said]), 0)


def _with_records(kept: Kept, part: int, ties: pl.DataFrame) -> pl.DataFrame:
    records = kept.part("records", part).select("record", "sources", "mark", record_id="id")
    return ties.join(records, on="record", how="left", maintain_order="left")


def columns(frame: pl.DataFrame, version: int) -> pl.DataFrame:
    """Ties that are stated once as a prepared table has them; `tie_props` of each, in columns."""
    dated = pl.col("at") != ""
    spans = frame.select("type", "at").unique()
    bounds = [interval(when(at), EDGE_KINDS[type_].temporal) for type_, at in spans.iter_rows()]
    dates = [pl.Series(key, [found.get(key) for found in bounds], dtype=pl.Date) for key in INTERVAL]
    return frame.join(spans.with_columns(dates), on=("type", "at"), how="left").select(
        "a",
        "b",
        "id",
        "status",
        *INTERVAL,
        first_load=pl.lit(version, pl.Int64),
        records=pl.concat_list("record_id"),
        sources="sources",
        mark="mark",
        stage=pl.col("status").replace_strict(STAGES),
        date_text=pl.when(dated).then("at"),
        date_inferred=pl.when(dated).then("date_inferred"),
        inferred=pl.when("inferred").then("inferred"),
        role=_given("role"),
        note=_given("note"),
    )


def _given(column: str) -> pl.Expr:
    return pl.when(pl.col(column) != "").then(column)
