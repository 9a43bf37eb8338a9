"""What became of the rows of a source, in numbers and lists, and who takes the rows of a large one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph.answers import Reject
from loaders import versions
from loaders.outcome import LoadedRow, Outcome, Understanding
from loaders.rows import Row
from loaders.spec import Publication

LARGE = 10_000
"""Rows from which a first load keeps what they say on disk: in memory that is some 10 to 30 KB a row (measured)."""


@dataclass
class Scope:
    """What a coverage claim counts: distinct units read and loaded, and rows rejected in its scope."""

    units_read: set[str] = field(default_factory=set)
    units_loaded: set[str] = field(default_factory=set)
    rejected: int = 0

    @property
    def read(self) -> int:
        """Distinct units read."""
        return len(self.units_read)

    @property
    def loaded(self) -> int:
        """Distinct units loaded."""
        return len(self.units_loaded)


class Crew(Protocol):
    """Processes that understand and keep the rows of a large source."""

    rows: int
    """Rows to be given at a time."""

    def give(self, rows: Sequence[tuple[Row, bool]], ticket: Any) -> None:
        """Hand rows over, each with whether one with its key is loaded already."""

    def done(self, *, all_of_them: bool) -> Iterable[tuple[Any, Sequence[Outcome]]]:
        """Tickets and outcomes of rows that are through, in the order in which they were given; without the rows.
        Waits where many are under way, or for all."""

    def close(self) -> None:
        """End the processes."""


class Keeper(Protocol):
    """Takes the rows of a large source out of memory (`loaders.stream`). `cited`: the publications they rest on."""

    rows: int
    cited: set[str]

    def take(self, row: LoadedRow) -> None:
        """Keep a row."""

    def crew(self, understanding: Understanding) -> Crew | None:
        """Who takes all further rows; None while, or where, it is this process. Asked after each row."""


@dataclass
class Reading:
    """All rows of a source, sorted into what becomes of them."""

    read: int = 0
    rows: list[LoadedRow] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    not_placed: list[Reject] = field(default_factory=list)
    unmapped: dict[str, None] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    scopes: list[Scope] = field(default_factory=list)
    """One for each coverage claim of the source, in its order."""
    same: int = 0
    """Rows that are loaded as they stand since the version before; they are in none of the lists."""
    gone: list[str] = field(default_factory=list)
    """With `same`: ids of rows of the version before that are no longer loaded."""
    compared: str = ""
    """With `same`: the version before."""
    outcomes: versions.Outcomes = field(default_factory=versions.Outcomes)
    kept: Keeper | None = None
    """Where the loaded rows are, where there were too many for `rows`."""

    @property
    def loaded(self) -> int:
        """Rows loaded."""
        return len(self.rows) + self.same + (self.kept.rows if self.kept else 0)

    @property
    def cited(self) -> set[str]:
        """Publications that loaded rows rest on."""
        return {source for row in self.rows for source in row.sources} | (self.kept.cited if self.kept else set())

    def add(self, row: LoadedRow, keep: Callable[[], Keeper] | None) -> None:
        """A loaded row; with `keep`, rows go there from the `LARGE`th on, those before included."""
        if self.kept is not None:
            self.kept.take(row)
            return
        self.rows.append(row)
        if keep is not None and len(self.rows) == LARGE:
            self.kept = keep()
            for one in self.rows:
                self.kept.take(one)
            self.rows.clear()

    def as_before(self, outcome: bytes, units: Sequence[str]) -> None:
        """Count a row that is as it was."""
        if outcome.startswith(versions.LEFT_OUT):
            self.left_out[outcome.removeprefix(versions.LEFT_OUT).decode()] += 1
            return
        self.same += 1
        for scope, unit in zip(self.scopes, units, strict=True):
            scope.units_loaded.update({unit} - {""})
