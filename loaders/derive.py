"""What follows from the graph itself, worked out in the transaction of the load: degree, side and county.

Side: vocabulary of the two cities' agreement, "which place counts as which side"; each with its reason in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from graph.schema import WALKED
from graph.store import Row, Work
from loaders.portions import portions

BATCH = 10_000
"""Ids a statement."""

ROUNDS = 6
"""A park in a zone in a district in a city: deeper nesting is not met; a ring would not come to rest."""

PLACING = frozenset({"LOCATED_IN", "PART_OF", "MANAGED_BY", "WORKS_AT"})
"""Ties from a body by which its side follows from that of the other end."""

SIDED = frozenset({"Park", "Agency", "Person"})
"""Kinds whose side follows from more than what sources state and where they are; of places even the base does."""

Sided = Mapping[str, Iterable[str]]
"""Kind → ids of new bodies whose degree and stated side are set already, and whose side may follow from more."""


def side_as_stated(props: Mapping[str, Any]) -> dict[str, str]:
    """`write/derive_city_base` of a new body that is no place."""
    if props.get("city_stated") is None:
        return {"city": "未知", "city_reason": "来源未给出地点"}
    return {"city": props["city_stated"], "city_reason": props["city_stated_reason"]}


def derive(work: Work, touched: Iterable[str], sided: Sided = MappingProxyType({})) -> None:
    """Derive again what depends on bodies whose properties or ties changed; of `sided` only what is not set yet."""
    ids = wider = sorted(touched)
    if ids:
        _run(work, "write/derive_walk_degree", ids, types=list(WALKED))
        dependents = _run(work, "read/dependents_of_place", ids)
        wider = sorted(set(ids).union(*(row["ids"] for row in dependents)))
        _run(work, "write/derive_city_base", wider)
    _run(work, "write/derive_city_agency", [*wider, *sided.get("Agency", ())])
    _run(work, "write/derive_city_managed", [*wider, *sided.get("Park", ())])
    every = [*wider, *(id_ for some in sided.values() for id_ in some)]
    for _ in range(ROUNDS):
        if not sum(row["changed"] for row in _run(work, "write/derive_city_sites", every)):
            break
    _run(work, "write/derive_city_people", [*wider, *sided.get("Person", ())])


def _run(work: Work, statement: str, ids: list[str], **params: Any) -> list[Row]:
    """Run a statement over all ids, some at a time: where each is a transaction of its own, one of a bearable size."""
    return work.run_parts(statement, list(portions(ids, BATCH)), **params)
