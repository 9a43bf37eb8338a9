"""The server's process is ended whoever started it, also where that program never asks what became of it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from graph.server import failures, process, state

PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True)
time.sleep(120)
"""
"""Starts a process, waits until it is ready, and never asks for its end."""

GOES = "import time; print(flush=True); time.sleep(120)"
STAYS = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(120)"

TELLS = """
import pathlib, signal, time
signal.signal(signal.SIGTERM, lambda *_: pathlib.Path("{}").touch())
print(flush=True)
time.sleep(120)
"""


@pytest.fixture
def parents() -> Iterator[list[subprocess.Popen[str]]]:
    found: list[subprocess.Popen[str]] = []
    yield found
    for one in found:
        one.kill()
        one.communicate()


def started(parents: list[subprocess.Popen[str]], code: str, home: Path) -> state.Running:
    """A process of another program, recorded as the server of a home."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, code], stdout=subprocess.PIPE, text=True)
    parents.append(parent)
    assert parent.stdout
    pid = int(parent.stdout.readline())
    running = state.Running(pid, psutil.Process(pid).create_time(), 1, "5", time.time())
    (home / "run").mkdir(parents=True)
    state.remember(home, running)
    return running


def test_a_process_whose_parent_does_not_ask_is_gone(parents: list[subprocess.Popen[str]], tmp_path: Path) -> None:
    running = started(parents, GOES, tmp_path)
    assert process.end(tmp_path, running)
    assert psutil.Process(running.pid).status() == psutil.STATUS_ZOMBIE
    assert state.recorded(tmp_path) is None
    assert not process.end(tmp_path, running)


def test_a_process_that_does_not_listen_is_killed(
    parents: list[subprocess.Popen[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "STOP_SECONDS", 0.2)
    running = started(parents, STAYS, tmp_path)
    assert process.end(tmp_path, running)
    assert state.process_of(running) is None


def test_a_server_in_panic_is_not_asked(parents: list[subprocess.Popen[str]], tmp_path: Path) -> None:
    """It would tear its log further; a panic of an earlier run does not count."""
    running = started(parents, TELLS.format(tmp_path / "asked"), tmp_path)
    (tmp_path / "logs").mkdir()
    log = tmp_path / "logs" / "debug.log"
    log.write_text(f"{stamp(running.started - 60)} ERROR [o.n.m.DatabaseHealth] Database panic: earlier\n  at a.b.C\n")
    assert not failures.panicked(tmp_path, running.started)
    with log.open("a") as file:
        file.write(f"{stamp(time.time())} ERROR [o.n.m.DatabaseHealth] [neo4j/1] Database panic: now\n")
    assert failures.panicked(tmp_path, running.started)
    assert process.end(tmp_path, running)
    assert not (tmp_path / "asked").exists()


def stamp(when: float) -> str:
    """A moment as Neo4j prints it."""
    return f"{datetime.fromtimestamp(when, UTC):%Y-%m-%d %H:%M:%S}.{int(when % 1 * 1000):03d}+0000"
