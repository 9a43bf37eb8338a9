"""Which writer a load is for, by how much it adds."""

from __future__ import annotations

from typing import Literal

Writer = Literal["auto", "bolt", "offline"]
"""What the user asks for."""

How = Literal["transaction", "batches", "offline"]
"""How a load is written, as the report says it."""

ONE_TRANSACTION = 150_000
"""Rows of every kind that one transaction holds on the smallest server (heap 512 MiB, half of it for transactions)."""

OFFLINE_FROM = 1_000_000
"""Rows from which building a store takes less time than sending them, on 2 cores (docs/decisions/0006)."""


def choose(rows: int, writer: Writer, *, local: bool, held: bool) -> How:
    """How `rows` additions are written. Only the store of a local server can be replaced; only what is held in memory
    is written in one transaction."""
    if writer == "offline" and local:
        return "offline"
    if held and rows <= ONE_TRANSACTION:
        return "transaction"
    return "offline" if local and writer == "auto" and rows >= OFFLINE_FROM else "batches"
