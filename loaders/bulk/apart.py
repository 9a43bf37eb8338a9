"""Statements of a load, each in a transaction of its own: for a store that nobody reads yet, or that only grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from graph.catalogue import Query
from graph.store import Row, Store, Work
from loaders.collector import sweep

WRITERS = 2
"""Transactions at a time, each on bodies of its own."""


class Apart(Work):
    """Looks like one open transaction; every statement that is run is committed by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def run(self, query: str | Query, *, slots: Mapping[str, str | int] | None = None, **params: Any) -> list[Row]:
        """Run a statement of the catalogue in a transaction of its own."""
        rows = self._store.writing(lambda work: work.run(query, slots=slots, **params))
        sweep()
        return rows

    def run_parts(self, query: str, parts: Iterable[Sequence[str]], **params: Any) -> list[Row]:
        """Two parts at a time: they hold different bodies, so neither waits for the other."""
        with ThreadPoolExecutor(WRITERS) as both:
            return [row for rows in both.map(lambda ids: self.run(query, ids=ids, **params), parts) for row in rows]

    def run_text(self, text: str, values: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a statement given as text in a transaction of its own."""
        return self._store.writing(lambda work: work.run_text(text, values))
