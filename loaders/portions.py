"""A list in portions, each small enough for one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

ROWS = 2500
"""Rows a statement that writes; measured best for nodes (docs/decisions), and small enough for a small server."""


def portions(rows: Sequence[T], size: int = ROWS) -> Iterator[Sequence[T]]:
    """The rows in order, `size` at a time, the last portion shorter."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
