"""What is the same for everybody until the next load, made once for each version of the graph."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from graph.store import GraphState

T = TypeVar("T")


class Kept(Generic[T]):
    """One value with the state of the graph it was made from; belongs to one application, not to the module.

    Whoever comes while it is being made waits for it instead of making it again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: GraphState | None = None
        self._value: T | None = None

    def get(self, state: GraphState, make: Callable[[], T]) -> T:
        """The value of this state. `state` is read before `make`, so a load in between only makes it again."""
        with self._lock:
            if self._value is None or self._state != state:
                self._value = make()
                self._state = state
            return self._value
