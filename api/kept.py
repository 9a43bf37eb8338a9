"""What is the same for everybody until the next load or the next day, made once for each version of the graph."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from graph.due import today
from graph.store import GraphState

T = TypeVar("T")


class Kept(Generic[T]):
    """One value with the state of the graph and the day it was made from; belongs to one application, not the module.

    Whoever comes while it is being made waits for it instead of making it again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made_from: tuple[GraphState, date] | None = None
        self._value: T | None = None

    def get(self, state: GraphState, make: Callable[[], T]) -> T:
        """The value of this state. `state` is read before `make`, so a load in between only makes it again."""
        with self._lock:
            wanted = state, today()  # what is stale is told by the day
            if self._value is None or self._made_from != wanted:
                self._value = make()
                self._made_from = wanted
            return self._value
