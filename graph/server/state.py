"""What the home remembers about its server: who runs, on which port, with which password, written by which version."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from graph.errors import LocalServerError


@dataclass(frozen=True)
class Running:
    """The server process of a home. `created` and `started` are seconds since 1970; the pid alone would name another
    process once the system has reused it, pid and creation time together do not."""

    pid: int
    created: float
    port: int
    version: str
    started: float


def state_file(home: Path) -> Path:
    """Where the running server is recorded."""
    return home / "server.json"


def password_file(home: Path) -> Path:
    """Where the generated password lies; only its owner reads it."""
    return home / "password"


def version_file(home: Path) -> Path:
    """Where the version that last opened the store is recorded."""
    return home / "store-version"


def write_atomic(path: Path, text: str, mode: int = 0o600) -> None:
    """Writes a small file in one piece; it never exists with other rights than `mode`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as file:
        file.write(text)
    part.replace(path)


def remember(home: Path, running: Running) -> None:
    """Records the server that runs."""
    write_atomic(state_file(home), json.dumps(asdict(running)) + "\n")


def forget(home: Path) -> None:
    """Removes the record of a server that is gone."""
    state_file(home).unlink(missing_ok=True)


def recorded(home: Path) -> Running | None:
    """The recorded server, alive or not. A record that cannot be read counts as none."""
    try:
        return Running(**json.loads(state_file(home).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def process_of(running: Running) -> psutil.Process | None:
    """The process of a recorded server, or None when it is gone (a zombie is gone, and so is a reused pid)."""
    try:
        process = psutil.Process(running.pid)
        same = abs(process.create_time() - running.created) < 1.0
        return process if same and process.status() != psutil.STATUS_ZOMBIE else None
    except psutil.NoSuchProcess:
        return None


def alive(home: Path) -> Running | None:
    """The server that runs from this home, or None; the record of a dead one (kill -9, power cut) is removed."""
    running = recorded(home)
    if running is None:
        return None
    if process_of(running) is None:
        forget(home)
        return None
    return running


def new_password(home: Path) -> str:
    """A fresh password of 32 characters, written for its owner only: letters and digits, since neo4j-admin takes one
    that begins with a dash for an option."""
    password = secrets.token_hex(16)
    write_atomic(password_file(home), password + "\n")
    return password


def read_password(home: Path) -> str:
    """The local server's password. Raises LocalServerError when its file is missing."""
    try:
        return password_file(home).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise LocalServerError(
            f"口令文件不见了：{password_file(home)}",
            way_out="从备份找回该文件；或换一个 XISHANG_HOME，再用 xishang db restore 恢复数据",
        ) from error


def has_store(home: Path) -> bool:
    """True when this home's server has been started before: it then knows the password, and data may lie in it."""
    return (home / "data" / "databases" / "system").is_dir()


def version_key(version: str) -> tuple[int, ...]:
    """`5.26.30` → (5, 26, 30), to compare versions; what is no number ends it."""
    numbers = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def check_version(home: Path, ours: str) -> None:
    """Raises LocalServerError when the store was last opened by a newer Neo4j than ours, which we would not read."""
    try:
        theirs = version_file(home).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return
    if version_key(theirs) > version_key(ours):
        raise newer_store(home, theirs, ours)


def newer_store(home: Path, theirs: str, ours: str) -> LocalServerError:
    """The error for a store that only a newer version reads."""
    return LocalServerError(
        f"{home} 中的数据由更新版本的 Neo4j 写成（{theirs}），本程序带的是 {ours}，读不了",
        way_out="请升级 xishang；或用 XISHANG_HOME 指定另一个文件夹，再运行 xishang rebuild 重新装载",
    )
