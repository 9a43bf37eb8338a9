"""A real Neo4j of its own: what listens, who may read, and every way a start can go wrong. One home, in order."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph import server
from graph.errors import LocalServerError, ServerDownError, XishangError
from graph.server.probe import speaks_bolt
from graph.server.state import password_file, recorded
from graph.settings import Settings
from graph.store import Store
from tests.conftest import SMALL, environment_of

pytestmark = pytest.mark.server
COMMAND = "import sys; from graph.cli_db import app; sys.argv[0] = 'xishang db'; app()"


@pytest.fixture(scope="module")
def own(new_home: Callable[[str], Settings]) -> Settings:
    """A home of this module's own, in a folder with a Chinese name and a space in it."""
    settings = new_home("本机 数据")
    server.start(settings, memory=SMALL)
    return settings


def command(settings: Settings, *words: str) -> subprocess.Popen[str]:
    """`xishang db WORDS --json` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *words, "--json"],
        env=environment_of(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What a command printed, as it succeeded."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_second_start_finds_the_first(own: Settings) -> None:
    first = server.status(own)
    again = server.start(own)
    assert first.running
    assert (again.pid, again.fresh) == (first.pid, False)
    assert speaks_bolt(again.port)


def test_nothing_but_the_loopback_listens(own: Settings) -> None:
    process = psutil.Process(server.status(own).pid)
    listening = {
        (c.laddr.ip.removeprefix("::ffff:"), c.laddr.port)
        for c in process.net_connections("inet")
        if c.status == psutil.CONN_LISTEN
    }
    assert listening == {("127.0.0.1", own.bolt_port)}
    for name, addresses in psutil.net_if_addrs().items():
        for address in addresses:
            if address.family == socket.AF_INET and not address.address.startswith("127."):
                with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
                    socket.create_connection((address.address, own.bolt_port), timeout=1.0)
                assert name


def test_password_and_home_are_their_owners_only(own: Settings) -> None:
    assert stat.S_IMODE(password_file(own.home).stat().st_mode) == 0o600
    assert stat.S_IMODE(own.home.stat().st_mode) == 0o700
    password = password_file(own.home).read_text().strip()
    process = psutil.Process(server.status(own).pid)
    assert password not in " ".join(process.cmdline())
    left = [path for path in (own.home / "conf").iterdir() if password in path.read_text(encoding="utf-8")]
    assert left == []


def test_the_connection_opens_and_files_of_the_machine_do_not(own: Settings) -> None:
    secret = password_file(own.home).as_uri()
    with Store(own) as store:
        assert store.verify() == server.NEO4J_VERSION
        with pytest.raises(XishangError):
            store.read_text("LOAD CSV FROM $file AS row RETURN row", {"file": secret})


def test_a_port_in_use_is_named_with_another_choice(own: Settings, tmp_path: Path) -> None:
    other = own.model_copy(update={"home": tmp_path})
    with pytest.raises(LocalServerError) as caught:
        server.start(other)
    assert f"端口 {own.bolt_port}" in caught.value.detail
    assert "XISHANG_BOLT_PORT=" in caught.value.way_out


def test_a_killed_server_is_noticed_and_two_starts_at_once_make_one(own: Settings) -> None:
    killed = server.status(own).pid
    os.kill(killed, signal.SIGKILL)
    until = time.monotonic() + 10
    while server.status(own).running and time.monotonic() < until:
        time.sleep(0.05)
    assert recorded(own.home) is None
    with pytest.raises(ServerDownError):
        Store(own)
    started = [answer(process) for process in [command(own, "start"), command(own, "start")]]
    assert started[0]["pid"] == started[1]["pid"] != killed
    assert sorted(one["fresh"] for one in started) == [False, True]
    with Store(own) as store:
        assert store.read_text("RETURN 1 AS one") == [{"one": 1}]


def test_status_and_stop_by_command(own: Settings) -> None:
    status = answer(command(own, "status"))
    assert status["running"]
    assert status["port"] == own.bolt_port
    assert status["store"] > 0
    assert 100e6 < status["memory"] < 1.5e9
    assert answer(command(own, "stop")) == {"stopped": True}
    assert answer(command(own, "stop")) == {"stopped": False}
    # Whoever started it may not have asked yet what became of it.
    assert not psutil.pid_exists(status["pid"]) or psutil.Process(status["pid"]).status() == psutil.STATUS_ZOMBIE
    assert not speaks_bolt(own.bolt_port)


def test_a_transaction_log_of_a_later_format_is_said_so(own: Settings) -> None:
    server.stop(own)
    log = own.home / "data" / "transactions" / "neo4j" / "neostore.transaction.db.0"
    before = log.read_bytes()
    # The first byte of the log's header is the version of its format.
    log.write_bytes(b"\x40" + before[1:])
    with pytest.raises(LocalServerError, match="更新版本"):
        server.start(own, memory=SMALL)
    assert not server.status(own).running
    log.write_bytes(before)
