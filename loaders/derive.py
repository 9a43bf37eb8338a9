"""What follows from the graph itself, worked out in the transaction of the load: degree, side and county.

Side: vocabulary of the two cities' agreement, "which place counts as which side"; each with its reason in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.schema import WALKED
from graph.store import Row, Work
from loaders.portions import portions

BATCH = 10_000
"""Ids a statement."""

ROUNDS = 6
"""A park in a zone in a district in a city: deeper nesting is not met; a ring would not come to rest."""


SIDED = frozenset({"Place", "Park", "Agency", "Person"})
"""Kinds whose side follows from more than what sources state of it and where it is."""

PLACING = frozenset({"LOCATED_IN", "PART_OF", "MANAGED_BY", "WORKS_AT"})
"""Ties from a body by which its side follows from that of the other end."""


def side_as_stated(props: Mapping[str, Any]) -> dict[str, str]:
    """The side of a body that is none of `SIDED` and has no tie of `PLACING`: `write/derive_city_base` of it."""
    if props.get("city_stated") is None:
        return {"city": "未知", "city_reason": "来源未给出地点"}
    return {"city": props["city_stated"], "city_reason": props["city_stated_reason"]}


def derive(work: Work, touched: Iterable[str]) -> None:
    """Derive again what depends on bodies whose properties or ties changed."""
    ids = sorted(touched)
    if not ids:
        return
    _run(work, "write/derive_walk_degree", ids, types=list(WALKED))
    dependents = _run(work, "read/dependents_of_place", ids)
    wider = sorted(set(ids).union(*(row["ids"] for row in dependents)))
    _run(work, "write/derive_city_base", wider)
    _run(work, "write/derive_city_agency", wider)
    _run(work, "write/derive_city_managed", wider)
    for _ in range(ROUNDS):
        if not sum(row["changed"] for row in _run(work, "write/derive_city_sites", wider)):
            break
    _run(work, "write/derive_city_people", wider)


def _run(work: Work, statement: str, ids: list[str], **params: Any) -> list[Row]:
    """Run a statement over all ids, some at a time: where each is a transaction of its own, one of a bearable size."""
    return work.run_parts(statement, list(portions(ids, BATCH)), **params)
