"""A data folder built beside the one in use takes its place, at any moment either the old one or the new one.

The workshop is `.bulk` in the home: `home` is a home of its own with the new data, `ready` is written when that is
whole and its server stopped, `old` receives the data that it replaces. Renaming is all that happens after `ready`, and
whoever starts the server next goes on where a killed process stopped; without `ready` the workshop is thrown away.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.server import state
from graph.server.locking import held
from graph.server.process import end


def workshop(home: Path) -> Path:
    """Where a new data folder of this home is built."""
    return home / ".bulk"


def workshop_lock(home: Path) -> Path:
    """Locked by the process that builds; beside the workshop, which comes and goes."""
    return home / ".bulk.lock"


def mark_ready(home: Path) -> None:
    """From here on the new data folder replaces the old one, whatever happens to this process."""
    state.write_atomic(workshop(home) / "ready", "ready\n")


def put_in_place(home: Path) -> None:
    """Finish or throw away what lies in the workshop. Under the home's lock, with the home's server stopped."""
    shop = workshop(home)
    if not shop.exists():
        return
    running = state.alive(shop / "home")
    if running is not None:
        end(shop / "home", running)
    new, old, data = shop / "home" / "data", shop / "old", home / "data"
    if (shop / "ready").exists() and new.exists():
        if old.exists():
            shutil.rmtree(data, ignore_errors=True)
        elif data.exists():
            data.rename(old)
        new.rename(data)
    shutil.rmtree(shop)


def recover(home: Path) -> None:
    """`put_in_place` unless a living process is still building. Called at every start of the home's server."""
    if workshop(home).exists() and not held(workshop_lock(home)):
        put_in_place(home)
