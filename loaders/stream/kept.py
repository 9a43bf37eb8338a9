"""What the rows of a large source say, on disk in columns until all of it is known.

Seven tables of parquet, a file each for every `PART` rows; records, signatures and variants are numbered from 0:

- `records`: a row each, as `Record` holds it; `understood` with the ids of its nodes and ties left open.
- `nodes`: a mention each: its record (number), position, signature and variant.
- `variants`: what a mention says of a body beside its record; a list says the same of a body again and again, so few
  of them are there several times.
- `ties`: a tie each, with the signatures of its ends.
- `signatures`: the evidence of a mention, with the record (id) that had it; numbers with one `key` (a hash, with
  `more`) are the same.
- `groups`: hashes of what may make two signatures one body (`bodies`), and of what leads to the registry (`registry`).
- `registered`: what is registered of a body of this signature; HOLE stands for its id.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from loaders.late import late
from loaders.outcome import LoadedRow, Understanding
from loaders.stream.crew import HELPED, Crew, hands
from loaders.stream.filling import Filler
from loaders.stream.tables import path_of

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

PART = 10_000
"""Rows a part; about 150 MB of them wait in memory while one is filled."""


class Kept:
    """Fill it with `take`, or by its `crew`, and end with `close`; then read it with `scan` and `part`."""

    def __init__(self, folder: Path, hidden: frozenset[str]) -> None:
        self.folder = folder
        self.hidden = hidden
        self.rows = self.parts = 0
        self.cited: set[str] = set()
        self._filler: Filler | None = Filler(folder, hidden)

    def take(self, row: LoadedRow) -> None:
        """Keep a row and what it says; ids in it are overwritten."""
        if self._filler is None:
            raise RuntimeError("the rows are the crew's")
        self.cited.update(row.sources)
        self._filler.take(row, self.rows)
        self.rows += 1
        if self.rows % PART == 0:
            self._write(self._filler)

    def _write(self, filler: Filler) -> None:
        filler.write(self.parts)
        self.parts += 1

    def crew(self, understanding: Understanding) -> Crew | None:
        """Who takes all further rows: other processes, once there are many rows and where there are processors."""
        if self._filler is None or self.rows < HELPED or self.rows % PART or not (count := hands()):
            return None
        first = self._filler.next_number
        self._filler = None
        return Crew(self, understanding, count, rows=PART, first=first)

    def begin_part(self) -> int:
        """The number of a part that another process fills; its records are numbered from `PART` times that on."""
        self.parts += 1
        return self.parts - 1

    def count(self, rows: int, cited: set[str]) -> None:
        """Note what another process has kept."""
        self.rows += rows
        self.cited |= cited

    def close(self) -> None:
        """Write what still waits."""
        if self._filler is not None and self.rows % PART:
            self._write(self._filler)
        self._filler = None

    def part(self, name: str, part: int) -> pl.DataFrame:
        """A table of one part."""
        return pl.read_parquet(path_of(self.folder, name, part))

    def scan(self, name: str) -> pl.LazyFrame:
        """A table of all parts."""
        return pl.scan_parquet([path_of(self.folder, name, part) for part in range(self.parts)])

    def drop(self, name: str) -> None:
        """Delete a table that is needed no more."""
        for part in range(self.parts):
            path_of(self.folder, name, part).unlink()
