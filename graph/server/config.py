"""The configuration of the local server: loopback only, nothing sent out, nothing read from outside."""

from __future__ import annotations

import os
from pathlib import Path

from graph.server.memory import HEAP_FLOOR, Memory
from graph.server.state import write_atomic

MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
ADMIN_CLASS = "org.neo4j.cli.AdminTool"
"""What `neo4j-admin` ends in. Its usual wrapper starts a second Java and looks for the jars in a `lib` folder, which a
cache in Maven layout is not."""
JVM_OPTIONS = (
    # As in the neo4j.conf that 5.26 ships, without AlwaysPreTouch: memory is taken when it is used, not at the start.
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+UnlockExperimentalVMOptions",
    "-XX:+TrustFinalNonStaticFields",
    "-XX:+DisableExplicitGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)
TEMPLATE = """\
# Written by xishang at every start; changes are lost. No folder is named here: all are the usual ones under the
# home that the command line gives, for this file is read as Latin-1 and a home may have a Chinese name.

# Nothing but Bolt, and that on the loopback only.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.bolt.tls_level=DISABLED
# Both databases are checkpointed and closed by then; the default waits 5 s twice for connections that are gone.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.http.enabled=false
server.https.enabled=false

# Who may ask, and what a statement may reach.
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false

# Nothing is reported to anyone.
dbms.usage_report.enabled=false
server.bolt.telemetry.enabled=false
client.allow_telemetry=false

server.memory.heap.initial_size={heap_start}m
server.memory.heap.max_size={heap}m
server.memory.pagecache.size={page_cache}m
db.memory.transaction.max={transaction}m

# A new database otherwise takes 256 MB of transaction log beforehand, twice (system and neo4j).
db.tx_log.preallocate=false
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=256M size
# A disk that fills up in the middle of a load tears the last entry of the log, one that was never committed. By default
# such a store is not opened again, for good (met in a test); like this what cannot be read at the end is left out.
internal.dbms.tx_log.fail_on_corrupted_log_files=false
"""


def folders(home: Path) -> tuple[Path, ...]:
    """The folders that the server expects. `import` and `plugins` stay empty."""
    return tuple(home / name for name in ("data", "logs", "run", "import", "plugins", "conf"))


def write_config(home: Path, port: int, memory: Memory) -> Path:
    """Writes neo4j.conf for this home and port, and returns its folder."""
    for folder in folders(home):
        folder.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(
        port=port,
        heap_start=HEAP_FLOOR,
        heap=memory.heap,
        page_cache=memory.page_cache,
        transaction=memory.transaction,
    )
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
    return home / "conf"


def environment(home: Path) -> dict[str, str]:
    """The environment of the Java process. Under the plain C locale Java cannot name a file in Chinese."""
    return os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "LC_ALL": "C.UTF-8"}


def write_arguments(path: Path, jars: list[Path], options: list[str], command: list[str]) -> None:
    """Writes a Java argument file with options, class path, main class and its arguments.

    216 jars on one command line are longer than some systems allow, and a command line is seen by every user of the
    machine, which a password must not be: the file is its owner's. Words are quoted as `java @file` reads them.
    """
    words = [*options, "-cp", os.pathsep.join(str(jar) for jar in jars), *command]
    quoted = ['"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"' for word in words]
    write_atomic(path, "\n".join(quoted) + "\n", 0o600)
