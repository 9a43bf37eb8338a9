"""The local Neo4j: its jars and Java, start and stop, status, backup and restore, and how to connect to it."""

from graph.server.connect import Connection, connection, ensure_running, require_local
from graph.server.jars import NEO4J_VERSION
from graph.server.service import Status, start, status, stop

__all__ = [
    "NEO4J_VERSION",
    "Connection",
    "Status",
    "connection",
    "ensure_running",
    "require_local",
    "start",
    "status",
    "stop",
]
