"""Neo4j's own administration command, run on a stopped home."""

from __future__ import annotations

import subprocess
from pathlib import Path

from graph.server.config import ADMIN_CLASS, JVM_OPTIONS, environment, write_arguments
from graph.server.failures import explain

LIMIT_SECONDS = 1800


def run_admin(home: Path, java: Path, jars: list[Path], arguments: list[str], port: int) -> str:
    """Runs `neo4j-admin ARGUMENTS` and returns what it printed.

    Raises LocalServerError with its reason when it fails. `arguments` never reach a shell; a password among them is
    seen in the process list for the second that it runs, so the first one is changed by nobody but its owner.
    """
    file = home / "conf" / "admin.args"
    write_arguments(file, ADMIN_CLASS, jars, [*JVM_OPTIONS, "-Xmx512m"])
    done = subprocess.run(
        [str(java), f"@{file}", *arguments],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=LIMIT_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise explain(home, done.stdout, port)
    return done.stdout
