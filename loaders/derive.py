"""What follows from the graph itself, worked out in the transaction of the load: degree, side and county.

Side: vocabulary of the two cities' agreement, "which place counts as which side"; each with its reason in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.schema import WALKED
from graph.store import Work

ROUNDS = 6
"""A park in a zone in a district in a city: deeper nesting is not met; a ring would not come to rest."""


def derive(work: Work, touched: Iterable[str]) -> None:
    """Derive again what depends on bodies whose properties or ties changed."""
    ids = sorted(touched)
    if not ids:
        return
    work.run("write/derive_walk_degree", ids=ids, types=list(WALKED))
    wider = sorted({*ids, *(row["id"] for row in work.run("read/dependents_of_place", ids=ids))})
    work.run("write/derive_city_base", ids=wider)
    work.run("write/derive_city_agency", ids=wider)
    work.run("write/derive_city_managed", ids=wider)
    for _ in range(ROUNDS):
        if not work.run("write/derive_city_sites", ids=wider)[0]["changed"]:
            break
    work.run("write/derive_city_people", ids=wider)
