"""From a fresh clone to the first answer: `make demo` with empty caches, then from another clone with full ones."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Clock, folder_bytes, quiet_environment, received
from graph.settings import Settings

FIRST_ANSWER = "1. "
"""How the first sentence of the first path begins (graph/cli_text.py)."""


@dataclass(frozen=True)
class Fresh:
    """One run: seconds to the first answer and to the end, bytes received by the machine, sizes of the caches."""

    caches: str
    first_answer: float
    whole: float
    received: int
    packages: int
    jars: int


def fresh_clone(root: Path, folder: Path, port: int, *, caches: str) -> Fresh:
    """Clone, `make demo SERVE=0 STOP=1`, remove the clone. The caches stay in `folder` for the next run."""
    clone = folder / f"clone-{caches}"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(root), str(clone)], check=True)
    values = {
        "PIP_CACHE_DIR": str(folder / "pip"),
        "XISHANG_CACHE": str(folder / "jars"),
        "XISHANG_HOME": str(folder / f"home-{caches}"),
        "XISHANG_BOLT_PORT": str(port),
        "XISHANG_JAR_MIRROR": Settings().mirror,
        "PYTHONUNBUFFERED": "1",
    }
    before, clock, first = received(), Clock(), 0.0
    with quiet_environment(**values) as env, (folder / f"{caches}.log").open("w", encoding="utf-8") as log:
        command = ["make", "demo", "SERVE=0", "STOP=1"]
        with subprocess.Popen(command, cwd=clone, env=env, stdout=subprocess.PIPE, stderr=log, text=True) as child:
            for line in child.stdout or ():
                log.write(line)
                if not first and line.startswith(FIRST_ANSWER):
                    first = clock()
    if child.returncode or not first:
        raise RuntimeError(f"make demo failed, see {folder / f'{caches}.log'}")
    result = Fresh(
        caches, first, clock(), received() - before, folder_bytes(folder / "pip"), folder_bytes(folder / "jars")
    )
    shutil.rmtree(clone)
    return result
