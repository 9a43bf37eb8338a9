"""What routes are given: the store, opened at the first request and again after the database was away."""

from __future__ import annotations

import threading
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

    def get(self) -> Store:
        """The open store, or a new one. Raises `ServerDownError` when the local server is not running."""
        with self._lock:
            if self._store is None:
                self._store = Store(self._settings)
            return self._store

    def drop(self) -> None:
        """Close the store, so that the next request opens one: the server may be back on another port."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None


def store_of(request: Request) -> Iterator[Store]:
    """The store of this application; dropped when the database did not answer."""
    stores: Stores = request.app.state.stores
    try:
        yield stores.get()
    except (ServerDownError, WrongPasswordError):
        stores.drop()
        raise


StoreDep = Annotated[Store, Depends(store_of)]
