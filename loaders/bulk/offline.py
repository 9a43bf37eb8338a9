"""A new store built offline from prepared tables, finished on a server of its own, then put in place of the old one.

Everything the old store holds goes along: books, journal, registry, findings. The old server answers until the new
data folder is whole; then it stops, two folders change names, and it starts again. A process killed at any moment
leaves the old store or the new one (`graph.server.swap`).
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import NotFoundError
from graph.server import state
from graph.server.admin import run_admin
from graph.server.config import write_config
from graph.server.disk import check_space
from graph.server.locking import locked
from graph.server.process import end
from graph.server.service import Ready, home_lock, installed, run_ready, start_locked, stop_locked
from graph.server.swap import mark_ready, put_in_place, workshop, workshop_lock
from graph.settings import Settings
from graph.store import Store
from loaders.bulk.tables_csv import BETWEEN_OPTION, Files, write_files
from loaders.prepared import Prepared
from loaders.setup import ensure_schema

DATABASE = "neo4j"
"""The one database that Community has besides its own."""

AUTH = "data/dbms/auth.ini"
"""Where a home keeps the hash of its first password."""

ITEM_BYTES = 1500
"""Disk a row takes while a store is built: tables, csv and store (measured at 1 M + 5 M: 7 GB)."""

INDEX_SECONDS = 3600

Tell = Callable[[str], None]


@contextmanager
def alone(settings: Settings, tell: Tell) -> Iterator[Path]:
    """The empty workshop, for one process at a time; what is left in it at the end is thrown away or put in place."""
    home = settings.home
    with locked(workshop_lock(home), tell, f"另一个进程正在离线建库，等待它完成（{home}）"):
        with home_lock(home, tell):
            _clear(home)
        workshop(home).mkdir(parents=True)
        try:
            yield workshop(home)
        finally:
            with home_lock(home, tell):
                _clear(home)


def _clear(home: Path) -> None:
    """Throw away an unfinished workshop; a finished one is put in place, for which the home's server must be down."""
    if (workshop(home) / "ready").exists():
        stop_locked(home)
    put_in_place(home)


@contextmanager
def built(settings: Settings, shop: Path, tables: list[Prepared], tell: Tell) -> Iterator[Store]:
    """A store on a server of its own that holds these tables, with constraints and indexes online.

    Whatever is written there belongs to the new data folder. When the body ends well the folder is whole and marked
    ready: `put_into_use` makes it the home's. Raises LocalServerError when the import fails.
    """
    check_space(shop, ITEM_BYTES * sum(t.count("nodes") + t.count("ties") for t in tables), "离线建库")
    ready = installed(settings, tell=tell)
    staged = settings.model_copy(update={"home": shop / "home", "bolt_port": _free_port()})
    _prepare_home(settings, staged, ready)
    files = _csv(tables, shop / "csv")
    tell("neo4j-admin 正在导入……")
    _import(staged, ready, shop / "csv", files)
    shutil.rmtree(shop / "csv")
    run_ready(staged, ready)
    try:
        with Store(staged) as store:
            tell("建立约束与索引……")
            ensure_schema(store)
            store.reading(lambda work: work.run("read/await_indexes", seconds=INDEX_SECONDS), seconds=INDEX_SECONDS)
            for label, rows in files.lists.items():
                if rows:
                    _mend(store, label, rows)
            yield store
    finally:
        _end(staged.home)
    mark_ready(settings.home)


def put_into_use(settings: Settings, tell: Tell) -> None:
    """Stop the home's server, put the new data folder in place, and start it again on the port it had."""
    with home_lock(settings.home, tell):
        running = state.alive(settings.home)
        again = settings.model_copy(update={"bolt_port": running.port}) if running else settings
        stop_locked(settings.home)
        put_in_place(settings.home)
        start_locked(again, tell=tell)


def _prepare_home(settings: Settings, staged: Settings, ready: Ready) -> None:
    """Configuration and the very password of the home, since programs that are connected know it."""
    write_config(staged.home, staged.bolt_port, ready.memory)
    password = state.read_password(settings.home)
    state.write_atomic(state.password_file(staged.home), password + "\n")
    given = settings.home / AUTH
    if given.is_file():  # what the command below would write, without starting a Java for it
        (staged.home / AUTH).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(given, staged.home / AUTH)
        return
    arguments = ["dbms", "set-initial-password", password]
    run_admin(staged.home, ready.java, ready.jars, arguments, staged.bolt_port)


def _csv(tables: list[Prepared], folder: Path) -> Files:
    folder.mkdir()
    files = Files()
    for number, one in enumerate(tables):
        write_files(one, folder, f"t{number}", files)
        shutil.rmtree(one.folder)
    return files


def _import(staged: Settings, ready: Ready, folder: Path, files: Files) -> None:
    if not files.arguments:
        raise NotFoundError("没有可以导入的节点", way_out="先装载一个来源")
    arguments = [
        *("database", "import", "full", DATABASE, "--overwrite-destination=true", "--id-type=string"),
        # Strict: a tie without its end or an id given twice ends the import, and the old store stays.
        *("--bad-tolerance=0", "--skip-bad-relationships=false", "--skip-duplicate-nodes=false"),
        *(BETWEEN_OPTION, "--max-off-heap-memory=50%", "--report-file=report.txt"),
        # One thread reads a file whose fields hold line breaks, so it is said only when there are some.
        *(("--multiline-fields=true",) if files.multiline else ()),
        *files.arguments,
    ]
    run_admin(staged.home, ready.java, ready.jars, arguments, staged.bolt_port, folder=folder)


def _mend(store: Store, label: str, rows: list[dict[str, object]]) -> None:
    store.writing(lambda work: work.run("write/empty_lists", slots={"label": label}, rows=rows))


def _end(home: Path) -> None:
    with suppress(FileNotFoundError):
        running = state.alive(home)
        if running is not None:
            end(home, running)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
