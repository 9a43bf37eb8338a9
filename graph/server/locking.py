"""A lock between processes: the second one waits, and says so."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import LocalServerError
from graph.server.progress import Say

LIMIT_SECONDS = 900.0
"""Longer than a first fetch over a slow line (145 MB at 200 KB/s take 725 s)."""


@contextmanager
def locked(path: Path, tell: Say, message: str, limit: float = LIMIT_SECONDS) -> Iterator[None]:
    """Holds `path` locked while the body runs; the system frees it when the process dies, however it dies.

    Tells `message` once when it has to wait; raises LocalServerError after `limit` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        until, told = time.monotonic() + limit, False
        while not _try(file.fileno()):
            if not told:
                tell(message)
                told = True
            if time.monotonic() > until:
                raise LocalServerError(
                    f"等了 {limit:.0f} 秒，另一个 xishang 进程仍占着 {path}", way_out="请结束那个进程后重试"
                )
            time.sleep(0.1)
        yield


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def held(path: Path) -> bool:
    """Whether another process holds `path` locked now."""
    if not path.exists():
        return False
    with path.open("a", encoding="utf-8") as file:
        return not _try(file.fileno())
