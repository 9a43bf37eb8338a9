"""Why the server did not come up: what its log says, in the user's words."""

from __future__ import annotations

import re
from pathlib import Path

from graph.errors import LocalServerError
from graph.server.jars import NEO4J_VERSION
from graph.server.state import newer_store

TAIL_LINES = 15


def logs(home: Path) -> tuple[Path, ...]:
    """The files that say why: the process' own output, the server's log for its user, and its log in full."""
    return tuple(home / "logs" / name for name in ("console.log", "neo4j.log", "debug.log"))


def log_sizes(home: Path) -> dict[Path, int]:
    """How long each log is now, in bytes: what comes after was written by the next start."""
    return {path: path.stat().st_size if path.exists() else 0 for path in logs(home)}


def log_text(path: Path, start: int) -> str:
    """What a log says from byte `start` on; all of it when it has been rotated since."""
    if not path.exists():
        return ""
    data = path.read_bytes()
    return (data[start:] if len(data) >= start else data).decode("utf-8", errors="replace")


def explain_logs(home: Path, sizes: dict[Path, int], port: int) -> LocalServerError:
    """The error for a server that died: the reason is sought in all its logs."""
    return explain(home, "\n".join(log_text(path, sizes.get(path, 0)) for path in reversed(logs(home))), port)


def explain(home: Path, text: str, port: int) -> LocalServerError:
    """The error that fits what the server said; without a known cause, the tail of the log itself."""
    where = f"日志：{home / 'logs'}"
    if re.search(r"No space left on device|Disk quota exceeded|not enough space", text, re.I):
        return LocalServerError(
            f"磁盘写满了，数据库停了下来。{where}",
            way_out="请腾出空间，或用 XISHANG_HOME 换一个盘，再运行 xishang db start",
        )
    if re.search(r"Address already in use|BindException|PortBindException", text):
        return port_in_use(port)
    if match := re.search(
        r"(unknown (?:store|format|kernel)|newer (?:version|kernel)|UnknownFormat|not recogni[sz]ed)[^\n]*", text, re.I
    ):
        return newer_store(home, match.group(0)[:160], NEO4J_VERSION)
    if re.search(
        r"Cannot allocate memory|insufficient memory|Could not reserve enough space|OutOfMemoryError", text, re.I
    ):
        return LocalServerError(f"内存不够，数据库起不来。{where}", way_out="请关掉别的程序，再运行 xishang db start")
    if re.search(r"already in use|StoreLockException|FileLockException|lock.*is held", text, re.I):
        return LocalServerError(
            f"另一个 Neo4j 正占着 {home} 中的数据。{where}", way_out="请先停掉它（xishang db stop，或结束那个进程）"
        )
    tail = "\n".join(text.strip().splitlines()[-TAIL_LINES:])
    return LocalServerError(
        f"数据库没有起来。{where}\n{tail}", way_out="请运行 xishang db status，并把上面的日志附在问题报告里"
    )


def port_in_use(port: int, holder: str = "") -> LocalServerError:
    """The error for a port that another program holds."""
    by = f"（{holder}）" if holder else ""
    return LocalServerError(
        f"端口 {port} 已被别的程序占用{by}",
        way_out=f"请停掉那个程序，或换一个端口：XISHANG_BOLT_PORT={port + 1} xishang db start",
        port=port,
    )
