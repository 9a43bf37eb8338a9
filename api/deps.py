"""What routes are given: the store, opened at the first request and again after the database was away."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

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

    def release(self, store: Store, *, failed: bool = False) -> None:
        """Give a store back. One that failed is given to nobody else, and closed when its last user is done."""
        with self._lock:
            if failed and self._store is store:
                # The next request opens one anew: the server may be back on another port.
                self._store = None
            self._users[store] -= 1
            last = self._users[store] == 0
            if last:
                del self._users[store]
            done = last and self._store is not store
        if done:
            store.close()

    def close(self) -> None:
        """Close the store at the end of the process."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None


def store_of(request: Request) -> Iterator[Store]:
    """The store of this application; not used again when the database did not answer."""
    stores: Stores = request.app.state.stores
    store, failed = stores.lease(), False
    try:
        yield store
    except (ServerDownError, WrongPasswordError):
        failed = True
        raise
    finally:
        stores.release(store, failed=failed)


StoreDep = Annotated[Store, Depends(store_of)]
