"""What a user asks of the local server: start, stop, status. One at a time for each home."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graph.server import state
from graph.server.admin import run_admin
from graph.server.config import write_config
from graph.server.disk import check_space
from graph.server.failures import log_sizes, port_in_use
from graph.server.fetch import ensure_jars
from graph.server.jars import NEO4J_VERSION, class_path, jar_folder, read_lock
from graph.server.java import find_java
from graph.server.locking import locked
from graph.server.memory import Memory, fit, machine_memory
from graph.server.probe import holder_of, speaks_bolt, wait_free
from graph.server.process import end, launch, wait_for_bolt
from graph.server.progress import Say, say
from graph.server.swap import recover
from graph.settings import Settings

HOME_BYTES = 150_000_000
"""Free bytes asked for before a start: a new home takes 2 MB (measured), transaction logs up to 64 MB a file."""


@dataclass(frozen=True)
class Status:
    """What `xishang db status` shows. Sizes are bytes, `uptime` is seconds; zero where the server does not run.

    `fresh` is true when the call that returned it has started the server.
    """

    running: bool
    home: str
    port: int
    version: str
    pid: int = 0
    uptime: float = 0.0
    memory: int = 0
    store: int = 0
    fresh: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The fields by name, for JSON."""
        return asdict(self)


@dataclass(frozen=True)
class Ready:
    """What runs Neo4j: Java, class path, and the memory it shall take."""

    java: Path
    jars: list[Path]
    memory: Memory


@contextmanager
def home_lock(home: Path, tell: Say = say) -> Iterator[None]:
    """Start, stop, backup and restore of one home exclude each other, between processes too."""
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o700)
    with locked(home / ".lock", tell, f"另一个 xishang 正在启动或停止数据库，等待它完成（{home}）"):
        yield


def start(settings: Settings, *, memory: Memory | None = None, tell: Say = say) -> Status:
    """Starts the local server, or finds it running, and returns when Bolt answers and the database is open.

    `memory` other than None overrides what is fitted to the machine. Raises LocalServerError: no network at the first
    run, a wrong hash, no Java, a port in use, too little space, a store of a newer version, or what the log says.
    """
    with home_lock(settings.home, tell):
        return start_locked(settings, memory=memory, tell=tell)


def start_locked(settings: Settings, *, memory: Memory | None = None, tell: Say = say) -> Status:
    """`start` for a caller that already holds the home's lock."""
    home = settings.home
    running = state.alive(home)
    if running is not None:
        if not speaks_bolt(running.port):
            wait_for_bolt(home, running, {})
        return status(settings)
    check_port(settings.bolt_port)
    recover(home)
    ready = installed(settings, memory=memory, tell=tell)
    set_up(settings, ready)
    return run_ready(settings, ready)


def run_ready(settings: Settings, ready: Ready) -> Status:
    """Launches the server of a home that `set_up` has made ready, and waits for it; under the home's lock."""
    home = settings.home
    sizes = log_sizes(home)
    running = launch(home, ready.java, ready.jars, settings.bolt_port, ready.memory)
    wait_for_bolt(home, running, sizes)
    state.write_atomic(state.version_file(home), NEO4J_VERSION + "\n", 0o644)
    return status(settings, fresh=True)


def check_port(port: int) -> None:
    """Raises LocalServerError when another program holds the port; asked before anything is downloaded."""
    # A server that has just stopped may hold its port for a moment.
    if not wait_free(port, 2.0):
        raise port_in_use(port, holder_of(port))


def installed(settings: Settings, *, memory: Memory | None = None, tell: Say = say) -> Ready:
    """Java and verified jars, fetched if need be. Raises when they cannot be had or are older than the store."""
    state.check_version(settings.home, NEO4J_VERSION)
    java, lock, folder = find_java(), read_lock(), jar_folder(settings.cache)
    ensure_jars(lock, folder, settings.mirror, tell)
    return Ready(java, class_path(lock, folder), memory or fit(machine_memory()))


def set_up(settings: Settings, ready: Ready) -> None:
    """Folders and configuration of the home, and, of a new one, the password."""
    home = settings.home
    check_space(home, HOME_BYTES, "数据库")
    write_config(home, settings.bolt_port, ready.memory)
    _set_password(home, ready, settings.bolt_port)


def _set_password(home: Path, ready: Ready, port: int) -> None:
    """Gives a new home its password, once. A first start that was cut off before the server knew it begins anew."""
    if state.has_store(home):
        state.read_password(home)
        return
    password = state.new_password(home)
    run_admin(home, ready.java, ready.jars, ["dbms", "set-initial-password", password], port)


def stop(settings: Settings, *, tell: Say = say) -> bool:
    """Stops the local server and returns when it is gone; False when it was not running."""
    with home_lock(settings.home, tell):
        return stop_locked(settings.home)


def stop_locked(home: Path) -> bool:
    """`stop` for a caller that already holds the home's lock."""
    running = state.alive(home)
    return running is not None and end(home, running)


def status(settings: Settings, *, fresh: bool = False) -> Status:
    """How the local server is. Never raises for a server that is down."""
    home = settings.home
    running = state.alive(home)
    process = state.process_of(running) if running else None
    store = folder_bytes(home / "data")
    if running is None or process is None:
        return Status(False, str(home), settings.bolt_port, NEO4J_VERSION, store=store)
    uptime = round(time.time() - running.started, 1)
    memory = process.memory_info().rss
    return Status(True, str(home), running.port, running.version, running.pid, uptime, memory, store, fresh)


def folder_bytes(folder: Path) -> int:
    """What a folder's files take, in bytes. A file that vanishes meanwhile counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total
