"""What is derived of new bodies from their ties, in columns and before they are written.

The server would work it out one body at a time (`loaders.derive`), which took a quarter of the time of a load of a
million bodies. It still does so for the few that a place, a park or a person has a part in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.schema import WALKED
from loaders.derive import PLACING
from loaders.late import late

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

BODY = "body"


class Degrees:
    """Takes ties as they are added; `a_body` and `b_body` are numbers of bodies below `bodies`."""

    def __init__(self, bodies: int) -> None:
        self._bodies = bodies
        self._ends = [pl.DataFrame(schema={BODY: pl.UInt32, "len": pl.UInt32})]
        self._placed = [pl.Series(BODY, [], dtype=pl.UInt32)]

    def add(self, ties: pl.DataFrame) -> None:
        """Ties that are added; each may come in several rows of this frame, by all of which it is inferred or not."""
        once = ties.group_by("id").agg(pl.col("type", "a_body", "b_body").first(), pl.col("inferred").all())
        walked = once.filter(pl.col("type").is_in(WALKED) & ~pl.col("inferred"))
        loops = pl.col("a_body") == pl.col("b_body")  # a tie of a body with itself counts once
        ends = [walked.get_column("a_body"), walked.filter(~loops).get_column("b_body")]
        self._ends.append(pl.DataFrame({BODY: pl.concat(ends).cast(pl.UInt32)}).group_by(BODY).len())
        placed = once.filter(pl.col("type").is_in(sorted(PLACING))).get_column("a_body").unique()
        self._placed.append(placed.cast(pl.UInt32).alias(BODY))

    def degrees(self) -> pl.Series:
        """Walkable ties by number of the body, as `write/derive_walk_degree` counts them."""
        counted = pl.concat(self._ends).group_by(BODY).agg(pl.col("len").sum())
        every = pl.DataFrame({BODY: pl.arange(self._bodies, eager=True, dtype=pl.UInt32)})
        return every.join(counted, on=BODY, how="left", maintain_order="left").get_column("len").fill_null(0)

    def placed(self) -> pl.Series:
        """By number of the body, whether a tie may say on which side it is."""
        return pl.arange(self._bodies, eager=True, dtype=pl.UInt32).is_in(pl.concat(self._placed).implode())
