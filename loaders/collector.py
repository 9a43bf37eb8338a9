"""The collector of unreachable objects, kept from walking all of a load's objects again and again.

A load makes millions of objects that live to its end and hardly any ring of references. With Python's own thresholds
the collector took a fifth of the time of a load of 20 k bodies and 100 k ties (measured).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 100)
"""Objects between two walks of the youngest, then how many walks of one age come to one of the next."""


@contextmanager
def seldom() -> Iterator[None]:
    """Let the collector walk seldom while the body runs."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
