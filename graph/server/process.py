"""The server process itself: launched detached, awaited, ended; found again by pid and creation time."""

from __future__ import annotations

import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil

from graph.errors import LocalServerError
from graph.server import state
from graph.server.config import JVM_OPTIONS, MAIN_CLASS, environment, write_arguments
from graph.server.failures import database_failed, explain_logs, logs, panicked
from graph.server.jars import NEO4J_VERSION
from graph.server.memory import HEAP_FLOOR, Memory
from graph.server.probe import speaks_bolt

START_SECONDS = 180.0
"""Bolt answers 4-7 s after the start on 2 cores (measured); a slow disk or a recovery after a crash takes longer."""
STOP_SECONDS = 60.0
KILL_SECONDS = 10.0


def launch(home: Path, java: Path, jars: list[Path], port: int, memory: Memory) -> state.Running:
    """Starts the process in a session of its own, so that neither the terminal's end nor Ctrl-C reaches it."""
    arguments = home / "conf" / "server.args"
    options = [*JVM_OPTIONS, f"-Xms{HEAP_FLOOR}m", f"-Xmx{memory.heap}m"]
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    write_arguments(arguments, jars, options, [MAIN_CLASS, *folders])
    with logs(home)[0].open("ab") as log:
        child = subprocess.Popen(
            [str(java), f"@{arguments}"],
            cwd=home,
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    running = state.Running(child.pid, psutil.Process(child.pid).create_time(), port, NEO4J_VERSION, time.time())
    state.remember(home, running)
    # The child outlives us on purpose; without this Python warns when it collects the handle of a live child.
    child.returncode = 0
    return running


def wait_for_bolt(home: Path, running: state.Running, sizes: dict[Path, int]) -> None:
    """Returns when Bolt answers and the database is open.

    Raises LocalServerError with the reason from the logs when the process dies or cannot open the database (it is
    ended then), and when it does not answer in time.
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if state.process_of(running) is None:
            state.forget(home)
            raise explain_logs(home, sizes, running.port)
        if speaks_bolt(running.port):
            if database_failed(home, sizes):
                end(home, running)
                raise explain_logs(home, sizes, running.port)
            return
        time.sleep(0.05)
    raise LocalServerError(
        f"数据库进程（pid {running.pid}）在 {START_SECONDS:.0f} 秒内没有答复端口 {running.port}；日志：{home / 'logs'}",
        way_out="请稍候再运行 xishang db status；仍不行则 xishang db stop 后重试",
    )


def end(home: Path, running: state.Running) -> bool:
    """Ends the server and returns when it is gone; False when it was gone before. Asks first (SIGTERM), and kills
    after a minute: a killed server recovers from its transaction log at the next start.

    A server whose database has given up on a full disk is killed at once. Asked to end it would write the rest of
    the torn entry once more, behind what is there, and the next start then reads a length out of the middle of it
    and runs out of memory (decision 0005).
    """
    process = state.process_of(running)
    if process is not None:
        with suppress(psutil.NoSuchProcess):  # it went by itself meanwhile
            asked = not panicked(home, running.started)
            if asked:
                process.terminate()
            if not asked or not _gone(running, STOP_SECONDS):
                process.kill()
                if not _gone(running, KILL_SECONDS):
                    raise LocalServerError(
                        f"数据库进程（pid {running.pid}）停不下来", way_out=f"请自行结束它：kill -9 {running.pid}"
                    )
    state.forget(home)
    return process is not None


def _gone(running: state.Running, seconds: float) -> bool:
    """Waits until the process has ended. One that ended counts though the program that started it, a notebook or an
    API, has not yet asked what became of it: psutil would wait for that."""
    until = time.monotonic() + seconds
    while state.process_of(running) is not None:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
