"""Findings counted by state: in all, and by county, chain, kind and group, each with its total as denominator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from graph.answers import Counts
from graph.store import Row


def count(states: Iterable[str]) -> Counts:
    """Counts by state; `total` is the denominator."""
    found = Counter(states)
    return Counts(**found, total=found.total())


def by_dimension(rows: list[Row]) -> dict[str, dict[str, Counts]]:
    """Counts by county, chain, kind of anchor and group of the rule; "" holds what has none.

    A finding in two chains counts in both. A dimension in which nothing has a value is left out.
    """
    keys: dict[str, Callable[[Row], list[str]]] = {
        "county": lambda row: [row["county"]],
        "chain": lambda row: row["chains"] or [""],
        "kind": lambda row: [row["anchor_kind"]],
        "group": lambda row: [row["group"]],
    }
    found = {}
    for dimension, keys_of in keys.items():
        states: dict[str, list[str]] = {}
        for row in rows:
            for key in keys_of(row):
                states.setdefault(key, []).append(row["state"])
        if set(states) - {""}:
            found[dimension] = {key: count(states[key]) for key in sorted(states)}
    return found
