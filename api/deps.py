"""What routes are given: the store, opened at the first request and again after the database was away."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from graph.errors import ServerDownError, WrongPasswordError
from graph.settings import Settings
from graph.store import Store


class Stores:
    """One store for the process. A database that is down is no reason not to start, nor to be started again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._users: Counter[Store] = Counter()

    def lease(self) -> Store:
        """The open store, or a new one. Raises `ServerDownError` when the local server is not running."""
        with self._lock:
            if self._store is None:
                self._store = Store(self._settings)
            self._users[self._store] += 1
            return self._store

    @property
    def opened(self) -> bool:
        """Whether a lease is only a count, without asking the system for anything."""
        return self._store is not None

    def release(self, store: Store, *, failed: bool = False) -> Store | None:
        """Give a store back. One that failed is given to nobody else, and returned to its last user to be closed."""
        with self._lock:
            if failed and self._store is store:
                # The next request opens one anew: the server may be back on another port.
                self._store = None
            self._users[store] -= 1
            last = self._users[store] == 0
            if last:
                del self._users[store]
            return store if last and self._store is not store else None

    def close(self) -> None:
        """Close the store at the end of the process."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None


async def store_of(request: Request) -> AsyncIterator[Store]:
    """The store of this application; not used again when the database did not answer.

    Async, though questions are not: a lease is a count, and two threads a request for that are felt (0.4 ms, measured).
    Opening and closing, which talk to the server, take a thread.
    """
    stores: Stores = request.app.state.stores
    store = stores.lease() if stores.opened else await run_in_threadpool(stores.lease)
    failed = False
    try:
        yield store
    except (ServerDownError, WrongPasswordError):
        failed = True
        raise
    finally:
        unused = stores.release(store, failed=failed)
        if unused is not None:
            await run_in_threadpool(unused.close)


StoreDep = Annotated[Store, Depends(store_of)]
