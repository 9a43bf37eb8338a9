"""Start, stop and look at the local server: one process of its own, found again by pid and creation time."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from graph.errors import LocalServerError
from graph.server import state
from graph.server.admin import run_admin
from graph.server.config import JVM_OPTIONS, MAIN_CLASS, environment, write_arguments, write_config
from graph.server.disk import check_space
from graph.server.failures import explain_logs, log_sizes, logs, port_in_use
from graph.server.fetch import ensure_jars
from graph.server.jars import NEO4J_VERSION, class_path, jar_folder, read_lock
from graph.server.java import find_java
from graph.server.locking import locked
from graph.server.memory import Memory, fit, machine_memory
from graph.server.probe import holder_of, speaks_bolt, wait_free
from graph.server.progress import Say, say
from graph.settings import Settings

START_SECONDS = 180.0
"""Bolt answers 4-7 s after the start on 2 cores (measured); a slow disk or a recovery after a crash takes longer."""
STOP_SECONDS = 60.0
HOME_BYTES = 150_000_000
"""A new home with both its databases takes 5 MB (measured), the bundled graph and its logs well below the rest."""


@dataclass(frozen=True)
class Status:
    """What `xishang db status` shows. Sizes are bytes, `uptime` is seconds; zero where the server does not run."""

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


@contextmanager
def home_lock(home: Path, tell: Say) -> Iterator[None]:
    """Start, stop, backup and restore of one home exclude each other."""
    with locked(home / ".lock", tell, f"另一个 xishang 正在启动或停止数据库，等待它完成（{home}）"):
        yield


def start(settings: Settings, *, memory: Memory | None = None, tell: Say = say) -> Status:
    """Starts the local server, or finds it running, and returns when Bolt answers.

    `Status.fresh` is true when this call started it. Raises LocalServerError: no network, a wrong hash, no Java, a
    port in use, too little space, a store of a newer version, or what the server's log says.
    """
    with home_lock(settings.home, tell):
        return start_locked(settings, memory=memory, tell=tell)


def start_locked(settings: Settings, *, memory: Memory | None = None, tell: Say = say) -> Status:
    """`start` for a caller that already holds the home's lock."""
    home = settings.home
    running = state.alive(home)
    if running is not None:
        if not speaks_bolt(running.port):
            _wait_for_bolt(home, running, {})
        return status(settings)
    java, jars = prepare(settings, memory or fit(machine_memory()), tell)
    if not state.password_file(home).exists() and not state.has_store(home):
        password = state.new_password(home)
        run_admin(home, java, jars, ["dbms", "set-initial-password", password], settings.bolt_port)
    state.read_password(home)
    sizes = log_sizes(home)
    running = _launch(home, java, jars, settings.bolt_port, memory or fit(machine_memory()))
    _wait_for_bolt(home, running, sizes)
    state.write_atomic(state.version_file(home), NEO4J_VERSION + "\n", 0o644)
    return status(settings, fresh=True)


def prepare(settings: Settings, memory: Memory, tell: Say) -> tuple[Path, list[Path]]:
    """Everything before the launch: checks, Java, jars, configuration. Returns Java and the class path."""
    home = settings.home
    state.check_version(home, NEO4J_VERSION)
    java, lock, folder = find_java(), read_lock(), jar_folder(settings.cache)
    if not wait_free(settings.bolt_port, 2.0):
        raise port_in_use(settings.bolt_port, holder_of(settings.bolt_port))
    check_space(home, HOME_BYTES, "数据库")
    ensure_jars(lock, folder, settings.mirror, tell)
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o700)
    write_config(home, settings.bolt_port, memory)
    return java, class_path(lock, folder)


def _launch(home: Path, java: Path, jars: list[Path], port: int, memory: Memory) -> state.Running:
    """Starts the process in a session of its own, so that neither the terminal's end nor Ctrl-C reaches it."""
    arguments = home / "conf" / "server.args"
    options = [*JVM_OPTIONS, "-Xms512m", f"-Xmx{memory.heap}m"]
    write_arguments(arguments, MAIN_CLASS, jars, options)
    command = [str(java), f"@{arguments}", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with logs(home)[0].open("ab") as log:
        child = subprocess.Popen(
            command,
            cwd=home,
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    running = state.Running(child.pid, psutil.Process(child.pid).create_time(), port, NEO4J_VERSION, time.time())
    state.remember(home, running)
    return running


def _wait_for_bolt(home: Path, running: state.Running, sizes: dict[Path, int]) -> None:
    """Returns when Bolt answers and the log says that the server is up; raises what the log says when it died."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if state.process_of(running) is None:
            state.forget(home)
            raise explain_logs(home, sizes, running.port)
        if speaks_bolt(running.port):
            return
        time.sleep(0.05)
    raise LocalServerError(
        f"数据库进程（pid {running.pid}）在 {START_SECONDS:.0f} 秒内没有答复端口 {running.port}；日志：{home / 'logs'}",
        way_out="请稍候再运行 xishang db status；仍不行则 xishang db stop 后重试",
    )


def stop(settings: Settings, *, tell: Say = say) -> bool:
    """Stops the local server and returns when it is gone; False when it was not running."""
    with home_lock(settings.home, tell):
        return stop_locked(settings.home)


def stop_locked(home: Path) -> bool:
    """`stop` for a caller that already holds the home's lock. Asks first (SIGTERM), and kills after a minute."""
    running = state.alive(home)
    process = state.process_of(running) if running else None
    if process is None:
        return False
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(10.0)
    state.forget(home)
    return True


def status(settings: Settings, *, fresh: bool = False) -> Status:
    """How the local server is. Never raises for a server that is down."""
    home = settings.home
    running = state.alive(home)
    process = state.process_of(running) if running else None
    store = folder_bytes(home / "data")
    if running is None or process is None:
        return Status(False, str(home), settings.bolt_port, NEO4J_VERSION, store=store)
    return Status(
        running=True,
        home=str(home),
        port=running.port,
        version=running.version,
        pid=running.pid,
        uptime=round(time.time() - running.started, 1),
        memory=process.memory_info().rss,
        store=store,
        fresh=fresh,
    )


def folder_bytes(folder: Path) -> int:
    """What a folder's files take, in bytes. A file that vanishes meanwhile counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total
