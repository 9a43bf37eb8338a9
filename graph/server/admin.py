"""Neo4j's own administration command, run on a stopped home."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import BinaryIO

from graph.server.config import ADMIN_CLASS, JVM_OPTIONS, environment, write_arguments
from graph.server.failures import explain

LIMIT_SECONDS = 3600
MEMORY = "-Xmx512m"


def run_admin(
    home: Path,
    java: Path,
    jars: list[Path],
    arguments: list[str],
    port: int,
    source: BinaryIO | None = None,
    *,
    folder: Path | None = None,
) -> str:
    """Runs `neo4j-admin ARGUMENTS`, in `folder`, with `source` as its input, and returns what it printed.

    Raises LocalServerError with the reason when it fails. The arguments go through a file that only its owner reads
    and that is gone afterwards: one of them may be a password.
    """
    file = home / "conf" / "admin.args"
    write_arguments(file, jars, [*JVM_OPTIONS, MEMORY], [ADMIN_CLASS, *arguments])
    try:
        done = subprocess.run(
            [str(java), f"@{file}"],
            cwd=folder,
            env=environment(home),
            stdin=source or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=LIMIT_SECONDS,
            check=False,
        )
    finally:
        file.unlink(missing_ok=True)
    if done.returncode != 0:
        # The first two words name the command; what follows may be a password.
        raise explain(home, done.stdout, port, f"neo4j-admin {' '.join(arguments[:2])} 失败")
    return done.stdout
