"""The rules of the local server that need no server: memory, versions, what a log means, whose pid it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import psutil
import pytest

from graph.errors import LocalServerError, ServerDownError
from graph.server import connection, require_local
from graph.server.failures import explain
from graph.server.memory import MIB, Memory, fit
from graph.server.state import (
    Running,
    alive,
    check_version,
    new_password,
    password_file,
    recorded,
    remember,
    version_file,
)
from tests.conftest import settings_of

GIB = 1024 * MIB


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (2 * GIB, Memory(512, 256, 256)),
        (4 * GIB, Memory(512, 256, 256)),
        (8 * GIB, Memory(1024, 512, 512)),
        (24 * GIB, Memory(3072, 1536, 1536)),
        (256 * GIB, Memory(4096, 4096, 2048)),
    ],
)
def test_memory_is_fitted_between_floor_and_cap(total: int, expected: Memory) -> None:
    assert fit(total) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("java.io.IOException: No space left on device", "磁盘写满"),
        ("Caused by: java.net.BindException: Address already in use", "端口 7687"),
        ("Unknown store version 'record-aligned-9.9'", "更新版本"),
        ("the log files originates from an newer version of neo4j, which we", "更新版本"),
        ("The sub-graph is unsupported because it is a newer version, this component", "更新版本"),
        ("There is insufficient memory for the Java Runtime Environment to continue.", "内存不够"),
        ("org.neo4j.kernel.internal.locker.FileLockException: Lock file has been locked", "另一个 Neo4j"),
        ("ERROR Failed to start DatabaseId{bdb6014d[neo4j]}\nStore is damaged", "损坏"),
        ("JVM argument: -XX:+ExitOnOutOfMemoryError", "没有起来"),
        ("something nobody has seen", "something nobody has seen"),
    ],
)
def test_what_the_log_says_becomes_a_message_with_a_way_out(said: str, expected: str, tmp_path: Path) -> None:
    error = explain(tmp_path, f"first line\n{said}\nlast line", 7687)
    assert expected in error.detail
    assert error.way_out


@pytest.mark.parametrize(("theirs", "newer"), [("5.26.29", False), ("5.26.30", False), ("5.27.0", True)])
def test_a_store_of_a_newer_version_is_refused(theirs: str, newer: bool, tmp_path: Path) -> None:
    version_file(tmp_path).write_text(theirs + "\n")
    if newer:
        with pytest.raises(LocalServerError, match=r"更新版本.*5\.27\.0"):
            check_version(tmp_path, "5.26.30")
    else:
        check_version(tmp_path, "5.26.30")


def test_years_are_newer_than_version_five(tmp_path: Path) -> None:
    version_file(tmp_path).write_text("2026.01.3\n")
    with pytest.raises(LocalServerError, match="更新版本"):
        check_version(tmp_path, "5.26.30")


def test_a_pid_of_another_process_is_not_ours(tmp_path: Path) -> None:
    mine = psutil.Process(os.getpid())
    remember(tmp_path, Running(mine.pid, mine.create_time(), 7687, "5.26.30", 0.0))
    assert alive(tmp_path) is not None
    remember(tmp_path, Running(mine.pid, mine.create_time() - 3600, 7687, "5.26.30", 0.0))
    assert alive(tmp_path) is None
    assert recorded(tmp_path) is None


def test_the_password_is_long_new_each_time_and_its_owners_only(tmp_path: Path) -> None:
    first, second = new_password(tmp_path), new_password(tmp_path)
    assert first != second
    assert len(second) >= 32
    # neo4j-admin takes a word that begins with a dash for an option.
    assert all(new_password(tmp_path).isalnum() for _ in range(200))
    assert stat.S_IMODE(password_file(tmp_path).stat().st_mode) == 0o600


def test_a_server_that_does_not_run_is_said_with_the_command_that_starts_it(tmp_path: Path) -> None:
    with pytest.raises(ServerDownError) as caught:
        connection(settings_of(tmp_path))
    assert caught.value.way_out == "请运行 xishang db start"


def test_another_server_is_used_as_named_and_never_started_or_stopped(tmp_path: Path) -> None:
    named = settings_of(tmp_path).model_copy(
        update={"neo4j_uri": "neo4j+s://db.invalid", "neo4j_password": "secret-word"}
    )
    target = connection(named)
    assert (target.uri, target.user, target.password, target.database) == (
        "neo4j+s://db.invalid",
        "neo4j",
        "secret-word",
        "neo4j",
    )
    assert "secret-word" not in repr(target)
    with pytest.raises(LocalServerError, match="NEO4J_URI"):
        require_local(named)
