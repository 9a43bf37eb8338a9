"""Which server to talk to, and how: the one named by `NEO4J_URI`, else the local one by its own files."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import LocalServerError, ServerDownError
from graph.server.probe import HOST
from graph.server.progress import Say, say
from graph.server.service import Status, start, status
from graph.server.state import alive, has_store, read_password
from graph.settings import Settings


@dataclass(frozen=True)
class Connection:
    """What a driver needs. The password is kept out of `repr`."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


def connection(settings: Settings) -> Connection:
    """How to reach the server that the settings mean.

    Raises ServerDownError when that is the local one and it does not run, LocalServerError when its password is lost.
    """
    if not settings.local:
        return Connection(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, settings.neo4j_database)
    running = alive(settings.home)
    if running is None:
        known = "没有在运行" if has_store(settings.home) else "还没有建立"
        raise ServerDownError(f"本机数据库{known}（{settings.home}）", way_out="请运行 xishang db start")
    password = settings.neo4j_password or read_password(settings.home)
    return Connection(f"bolt://{HOST}:{running.port}", settings.neo4j_user, password, settings.neo4j_database)


def ensure_running(settings: Settings, *, tell: Say = say) -> Status | None:
    """Starts the local server unless it runs; None when the settings name another server, which is left alone."""
    if not settings.local:
        return None
    current = status(settings)
    return current if current.running else start(settings, tell=tell)


def require_local(settings: Settings) -> None:
    """Raises LocalServerError when the settings name a server that is not ours to start, stop or copy."""
    if not settings.local:
        raise LocalServerError(
            f"NEO4J_URI 指定了另一台服务器（{settings.neo4j_uri}），xishang db 只管本机数据库",
            way_out="请在那台服务器上操作；或去掉 NEO4J_URI（环境变量或 .env）后重试",
        )
