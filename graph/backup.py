"""Backup and restore of the local database: stop, dump or load, start again; both try what they made.

Neo4j Community dumps and loads a stopped database only. A dump is tried by loading it into a home of its own and
checking its records there, so a backup that returned can be restored.
"""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LocalServerError, NotFoundError, UsageError
from graph.server.admin import run_admin
from graph.server.config import write_config
from graph.server.disk import check_space
from graph.server.progress import Say, megabytes, say
from graph.server.service import (
    Ready,
    check_port,
    folder_bytes,
    home_lock,
    installed,
    run_ready,
    set_up,
    start_locked,
    stop_locked,
)
from graph.server.state import alive, has_store
from graph.settings import Settings
from graph.store import Store

DATABASE = "neo4j"
"""The one database that Community has besides its own."""
LOAD = ["database", "load", DATABASE, "--from-stdin", "--overwrite-destination=true"]


@dataclass(frozen=True)
class Dump:
    """A dump file: its path, its size in bytes, and how many bytes and files of a store it holds."""

    file: str
    size: int
    store: int
    files: int


@dataclass(frozen=True)
class Restored:
    """What a restored database holds: counts of nodes and ties."""

    file: str
    nodes: int
    ties: int


def backup(settings: Settings, file: Path, *, force: bool = False, tell: Say = say) -> Dump:
    """Writes the local database to `file`, which appears only when it is whole and has been tried.

    A running server is down while it dumps and runs again afterwards. Raises UsageError when `file` exists (unless
    `force`), NotFoundError when there is no database yet, LocalServerError when dump, start or trial fail.
    """
    if file.exists() and not force:
        raise UsageError(f"{file} 已经存在", way_out="换一个文件名，或加 --force 覆盖它")
    if not has_store(settings.home):
        raise NotFoundError(
            f"{settings.home} 中还没有数据库，没有可备份的", way_out="请先运行 xishang db start 并装载数据"
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    size = folder_bytes(settings.home / "data" / "databases" / DATABASE)
    check_space(file.parent, size, "备份")
    with (
        home_lock(settings.home, tell),
        tempfile.TemporaryDirectory(dir=file.parent, prefix=".xishang-backup-") as name,
    ):
        made = Path(name) / f"{DATABASE}.dump"
        ready = _dump(settings, made.parent, tell)
        dump = _tried(settings, ready, made, tell)
        with made.open("rb") as handle:
            os.fsync(handle.fileno())
        made.replace(file)
    return Dump(str(file), file.stat().st_size, dump.store, dump.files)


def restore(settings: Settings, file: Path, *, force: bool = False, tell: Say = say) -> Restored:
    """Loads a dump into the local database, starts it and counts what is there.

    Refuses a database that is not empty unless `force`. The dump is tried before anything is replaced. Raises
    NotFoundError when the file is missing, UsageError when the database is not empty, LocalServerError otherwise.
    """
    if not file.is_file():
        raise NotFoundError(f"没有文件 {file}", way_out="检查路径；备份由 xishang db backup 写成")
    with home_lock(settings.home, tell):
        if not force and has_store(settings.home):
            _refuse_full(settings, tell)
        ready = installed(settings, tell=tell)
        dump = _tried(settings, ready, file, tell)
        check_space(settings.home, dump.store, "恢复")
        settings = _same_port(settings)
        stop_locked(settings.home)
        check_port(settings.bolt_port)
        set_up(settings, ready)
        with file.open("rb") as source:
            run_admin(settings.home, ready.java, ready.jars, LOAD, settings.bolt_port, source)
        run_ready(settings, ready)
        nodes, ties = counts(settings)
    return Restored(str(file), nodes, ties)


def counts(settings: Settings) -> tuple[int, int]:
    """Nodes and ties in the database, from its count store."""
    with Store(settings) as store:
        row = store.read("report/totals")[0]
    return row["nodes"], row["ties"]


def _same_port(settings: Settings) -> Settings:
    """The settings with the port on which a running server's clients know it."""
    running = alive(settings.home)
    return settings.model_copy(update={"bolt_port": running.port}) if running else settings


def _dump(settings: Settings, folder: Path, tell: Say) -> Ready:
    """Dumps into `folder` with the server stopped; it runs again afterwards when it ran before, whatever happened."""
    ready = installed(settings, tell=tell)
    again = _same_port(settings)
    tell("停下数据库，写备份……")
    was_running = stop_locked(settings.home)
    try:
        set_up(again, ready)
        arguments = ["database", "dump", DATABASE, f"--to-path={folder}"]
        run_admin(settings.home, ready.java, ready.jars, arguments, again.bolt_port)
    finally:
        if was_running:
            start_locked(again, tell=tell)
    return ready


def _tried(settings: Settings, ready: Ready, file: Path, tell: Say) -> Dump:
    """Loads the dump into a home of its own and checks its records; raises LocalServerError when either fails."""
    with tempfile.TemporaryDirectory(dir=settings.home, prefix=".trial-") as name:
        home = Path(name)
        write_config(home, settings.bolt_port, ready.memory)
        about = _readable(file, home, ready, ["database", "load", DATABASE, "--info", "--from-stdin"])
        store, files = _figure(about, "Bytes"), _figure(about, "Files")
        check_space(settings.home, store, "检验备份")
        tell(f"检验备份（{megabytes(store)}）……")
        _readable(file, home, ready, LOAD)
        _readable(file, home, ready, ["database", "check", DATABASE])
    return Dump(str(file), file.stat().st_size, store, files)


def _readable(file: Path, home: Path, ready: Ready, arguments: list[str]) -> str:
    """Runs one command of the trial on the dump; its failure is the dump's."""
    try:
        with file.open("rb") as source:
            return run_admin(home, ready.java, ready.jars, arguments, 0, source)
    except LocalServerError as error:
        raise LocalServerError(
            f"备份文件 {file.name} 读不通：{error.detail}", way_out="文件可能不完整或不是本命令所写，请换一份备份"
        ) from error


def _figure(text: str, name: str) -> int:
    """The number after `name:` in what `database load --info` prints; 0 when it does not say."""
    found = re.search(rf"^{name}: (\d+)", text, re.M)
    return int(found.group(1)) if found else 0


def _refuse_full(settings: Settings, tell: Say) -> None:
    start_locked(settings, tell=tell)
    nodes, ties = counts(settings)
    if nodes:
        raise UsageError(
            f"本机数据库不是空的（{nodes} 个节点，{ties} 条关系），没有覆盖",
            way_out="先 xishang db backup 备份现有数据，再加 --force 覆盖；或用 XISHANG_HOME 换一个空文件夹",
        )
