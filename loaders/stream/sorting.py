"""Which ties of a large source are added, and which change what others state or what there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store import Work
from loaders.additions import ties_there
from loaders.late import late
from loaders.prepared import Prepared
from loaders.stream.bodies import Bodies
from loaders.stream.degrees import Degrees
from loaders.stream.kept import Kept
from loaders.stream.known import change_ties
from loaders.stream.stated import Tie, columns, grouped, often, once
from loaders.stream.ties import Identified

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")


def sort_ties(
    work: Work, kept: Kept, bodies: Bodies, ties: Identified, tables: Prepared, *, rank: int, version: int
) -> Degrees:
    """Put ties that are added into prepared tables, and the others into the change; counts the ones added."""
    degrees = Degrees(len(bodies.ids))
    sorter = _Sorter(work, bodies)
    rest: list[Tie] = []
    for part in once(kept, ties):
        frame = sorter.sorted_out(part)
        added = frame.filter("adds")
        degrees.add(added)
        for (type_,), rows in added.group_by("type", maintain_order=True):
            tables.add_frame("ties", str(type_), columns(rows, version))
        rest += grouped(frame.filter(~pl.col("adds")), rank)
    for portion in often(kept, ties):
        frame = sorter.sorted_out(portion)
        added = frame.filter("adds")
        degrees.add(added)
        for tie in grouped(added, rank):
            row = {"a": tie.a, "b": tie.b, "id": tie.id, "first_load": version}
            tables.add("ties", tie.type, row | tie.props)
        rest += grouped(frame.filter(~pl.col("adds")), rank)
    change_ties(bodies.resolved, rest)
    return degrees


class _Sorter:
    def __init__(self, work: Work, bodies: Bodies) -> None:
        self._work, self._bodies = work, bodies
        resolved = bodies.resolved
        self._stated = pl.Series(list(resolved.stated), dtype=pl.String)
        # An end that comes back under an id it once had is written with the changes, and the tie after it.
        there = pl.Series(sorted(resolved.found.known.keys() - resolved.change.merged.keys()), dtype=pl.String)
        self._ends = bodies.new | bodies.ids.is_in(there.implode())

    def sorted_out(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Whether a tie `adds`: nobody states it yet, and it is no history."""
        start, end = frame.get_column("a_body"), frame.get_column("b_body")
        adds = self._ends.gather(start) & self._ends.gather(end) & ~frame.get_column("id").is_in(self._stated.implode())
        new = self._bodies.new
        doubtful = frame.filter(adds & ~new.gather(start) & ~new.gather(end))
        history: list[str] = []
        for (type_,), rows in doubtful.group_by("type"):
            history += ties_there(self._work, str(type_), rows.get_column("id").to_list())
        old = frame.get_column("id").is_in(pl.Series(history, dtype=pl.String).implode())
        return frame.with_columns(adds=adds & ~old)
