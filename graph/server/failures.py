"""Why the server did not come up: what its log says, in the user's words."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from graph.errors import LocalServerError
from graph.server.jars import NEO4J_VERSION
from graph.server.state import newer_store

TAIL_LINES = 15
LOG_CLOCK = 0.001
"""The server's logs name the millisecond and drop what is beyond, in seconds."""
NEWER = re.compile(
    r"(newer version (?:than|of neo4j)|it is a newer version|Unknown store version|unrecognised format|"
    r"Unrecognised DBMS runtime version|Unrecognized transaction log format|Unknown log format)"
)
"""What the kernel of 5.26 says of a store, a transaction log or a system graph of a later version."""


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


def database_failed(home: Path, sizes: dict[Path, int]) -> bool:
    """True when the server came up but could not open our database: Bolt then answers, and every question fails."""
    debug = logs(home)[-1]
    return re.search(r"Failed to start DatabaseId\{\w+\[neo4j\]\}", log_text(debug, sizes.get(debug, 0))) is not None


def panicked(home: Path, since: float) -> bool:
    """True when a database of the server that started at `since` (seconds of the epoch) has given up: a log that could
    not be written. It takes no more writes until a restart."""
    debug = logs(home)[-1]
    since -= LOG_CLOCK  # a moment printed is up to that much earlier than the moment itself
    return any("Database panic" in line and _moment(line) >= since for line in log_text(debug, 0).splitlines())


def _moment(line: str) -> float:
    """When a line of debug.log was written, in seconds of the epoch; 0 for a line that bears no time."""
    try:
        return datetime.strptime(line[:28], "%Y-%m-%d %H:%M:%S.%f%z").timestamp()
    except ValueError:
        return 0.0


def explain(home: Path, text: str, port: int, what: str = "数据库没有起来") -> LocalServerError:
    """The error that fits what the server said; without a known cause, the tail of the log itself."""
    where = f"日志：{home / 'logs'}"
    if re.search(r"No space left on device|Disk quota exceeded|OutOfDiskSpace", text):
        return LocalServerError(
            f"磁盘写满了，数据库停了下来。{where}",
            way_out="请腾出空间，或用 XISHANG_HOME 换一个盘，再运行 xishang db start",
        )
    if re.search(r"Address already in use|BindException", text):
        return port_in_use(port)
    if match := NEWER.search(text):
        return newer_store(home, match.group(1), NEO4J_VERSION)
    if re.search(
        r"Cannot allocate memory|insufficient memory|Could not reserve enough space|lang\.OutOfMemoryError", text
    ):
        return LocalServerError(f"内存不够，数据库起不来。{where}", way_out="请关掉别的程序，再运行 xishang db start")
    if re.search(r"StoreLockException|FileLockException|in use by another", text):
        return LocalServerError(
            f"另一个 Neo4j 正占着 {home} 中的数据。{where}", way_out="请先停掉它（xishang db stop，或结束那个进程）"
        )
    if "Failed to start DatabaseId" in text:
        return LocalServerError(
            f"数据文件损坏，Neo4j 打不开。{where}",
            way_out="请用备份恢复：xishang db restore 备份文件 --force；没有备份则换一个 XISHANG_HOME 重新装载",
        )
    tail = "\n".join(text.strip().splitlines()[-TAIL_LINES:])
    return LocalServerError(f"{what}。{where}\n{tail}", way_out="请按日志排除原因，再运行 xishang db start")


def port_in_use(port: int, holder: str = "") -> LocalServerError:
    """The error for a port that another program holds."""
    by = f"（{holder}）" if holder else ""
    other = port + 1 if port < 65535 else port - 1
    return LocalServerError(
        f"端口 {port} 已被别的程序占用{by}",
        way_out=f"请停掉那个程序，或换一个端口：XISHANG_BOLT_PORT={other} xishang db start",
        port=port,
    )
