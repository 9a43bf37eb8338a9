"""Constraints and indexes, applied once a store."""

from __future__ import annotations

from graph.render import constraints
from graph.schema.values import digest
from graph.store import Store


def ensure_schema(store: Store) -> bool:
    """Apply the schema commands unless this store has them; returns whether they were applied.

    Raises `ForeignGraphError` before anything is written into somebody else's graph.
    """
    commands = constraints()
    wanted = digest("\n".join(commands), 16)
    if store.state().schema == wanted:
        return False
    store.refuse_foreign()
    # One transaction: all or nothing, and half the time of one each (measured).
    store.writing(lambda work: [work.run_text(command) for command in commands])
    store.writing(lambda work: work.run("write/state_schema", schema=wanted))
    return True
