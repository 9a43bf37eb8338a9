"""What the first reader would wait for, made ahead: the first page (its gap rules are planned), the tables of names."""

from __future__ import annotations

import logging
import threading

from fastapi import FastAPI

from api.deps import Stores
from api.kept import Kept
from api.routes.pages import home_text
from graph.errors import XishangError
from graph.identity.spoken import ready

logger = logging.getLogger("xishang.api")


def warm(app: FastAPI) -> threading.Thread:
    """Make both in the background. A database that does not answer is left to the first reader to meet."""
    thread = threading.Thread(target=_make, args=(app,), name="warm", daemon=True)
    thread.start()
    return thread


def _make(app: FastAPI) -> None:
    stores: Stores = app.state.stores
    kept: Kept[str] = app.state.home
    ready()
    try:
        store = stores.lease()
        try:
            kept.get(store.state(), lambda: home_text(store))
        finally:
            stores.release(store)
    except XishangError as error:
        logger.info("the first page was not made ahead: %s", error.detail)
