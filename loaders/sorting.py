"""The rows of a source, sorted into what becomes of them, in their order; of a large source by several processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from loaders import versions
from loaders.outcome import Outcome, Understanding
from loaders.rows import Row
from loaders.tally import Crew, Keeper, Reading


@dataclass(frozen=True)
class _Read:
    """A row that was read: its id, hash, and what it counts as for each claim of coverage."""

    row: Row
    id: str
    hash: bytes
    units: Sequence[str]
    twice: bool


class Sorter:
    """Takes rows in their order and fills a `Reading`. End with `finish`, and leave it with `close` in any case."""

    def __init__(
        self,
        reading: Reading,
        understanding: Understanding,
        before: versions.Outcomes | None,
        keep: Callable[[], Keeper] | None,
    ) -> None:
        self._reading, self._understanding, self._keep = reading, understanding, keep
        self._known: Mapping[str, bytes] = before.rows if before else {}
        self._crew: Crew | None = None
        self._waiting: list[_Read] = []
        self._away: set[str] = set()
        """Ids of rows of which it is not known yet what becomes of them."""

    def sort(self, row: Row) -> None:
        """The next row."""
        reading, spec = self._reading, self._understanding.spec
        units = [self._understanding.module.unit(row, claim, spec) for claim in spec.coverage]
        for scope, unit in zip(reading.scopes, units, strict=True):
            scope.units_read.update({unit} - {""})
        id_, hash_ = f"{spec.id}:{row.key}", versions.row_hash(row)
        outcomes = reading.outcomes
        outcomes.files.add(row.file)
        if id_ in self._away:
            self._settle()
        twice = versions.is_loaded(outcomes.rows, id_)
        if not twice and (old := versions.unchanged(self._known, id_, hash_)) is not None:
            reading.as_before(old, units)
            outcomes.rows[id_] = hash_ + old
            return
        outcomes.rows.setdefault(id_, hash_ + versions.REJECTED)
        one = _Read(row, id_, hash_, units, twice)
        if self._crew is None:
            self._place(one, self._understanding.of(row, twice=twice))
        else:
            self._give(self._crew, one)

    def _place(self, one: _Read, outcome: Outcome) -> None:
        """Count what became of a row."""
        reading, rows = self._reading, self._reading.outcomes.rows
        reading.unmapped.update(dict.fromkeys(outcome.unmapped))
        reading.not_placed += outcome.not_placed
        if outcome.left_out:
            reading.left_out[outcome.left_out] += 1
            rows[one.id] = one.hash + versions.LEFT_OUT + outcome.left_out.encode()
        elif outcome.reject:
            reading.rejects.append(outcome.reject)
            for scope, unit in zip(reading.scopes, one.units, strict=True):
                scope.rejected += bool(unit)
        else:
            rows[one.id] = one.hash + (versions.AGAIN if outcome.not_placed else versions.LOADED)
            for scope, unit in zip(reading.scopes, one.units, strict=True):
                scope.units_loaded.update({unit} - {""})
        if outcome.row is not None:
            reading.add(outcome.row, self._keep)
            if reading.kept is not None and self._crew is None:
                self._crew = reading.kept.crew(self._understanding)

    def _give(self, crew: Crew, one: _Read) -> None:
        self._waiting.append(one)
        self._away.add(one.id)
        if len(self._waiting) == crew.rows:
            self._hand_over(crew)
            self._take_back(crew, all_of_them=False)

    def _hand_over(self, crew: Crew) -> None:
        crew.give([(one.row, one.twice) for one in self._waiting], self._waiting)
        self._waiting = []

    def _take_back(self, crew: Crew, *, all_of_them: bool) -> None:
        for read, outcomes in crew.done(all_of_them=all_of_them):
            for one, outcome in zip(read, outcomes, strict=True):
                self._place(one, outcome)
                self._away.discard(one.id)

    def _settle(self) -> None:
        """Know of all rows what becomes of them."""
        if self._crew is not None:
            if self._waiting:
                self._hand_over(self._crew)
            self._take_back(self._crew, all_of_them=True)

    def finish(self) -> None:
        """No more rows."""
        self._settle()
        rows = self._reading.outcomes.rows
        self._reading.gone = [id_ for id_ in self._known if not versions.is_loaded(rows, id_)]

    def close(self) -> None:
        """End what was started to take rows."""
        if self._crew is not None:
            self._crew.close()
