"""Small instruments: percentiles, bytes received, peak memory of a process, the machine."""

from __future__ import annotations

import math
import os
import platform
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

SAMPLE_SECONDS = 0.05


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile, `share` from 0 to 1."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def received() -> int:
    """Bytes this machine has received so far, loopback left out."""
    return sum(
        card.bytes_recv for name, card in psutil.net_io_counters(pernic=True).items() if not name.startswith("lo")
    )


def folder_bytes(folder: Path) -> int:
    """What the files of a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.exists() else 0


@dataclass
class Peak:
    """The highest resident memory seen of a process, in bytes."""

    rss: int = 0


@contextmanager
def watching(pid: int) -> Iterator[Peak]:
    """Samples the resident memory of a process (not of its children) while the block runs."""
    peak, done = Peak(), threading.Event()

    def sample() -> None:
        try:
            process = psutil.Process(pid)
            while not done.is_set():
                peak.rss = max(peak.rss, process.memory_info().rss)
                done.wait(SAMPLE_SECONDS)
        except psutil.NoSuchProcess:
            return

    thread = threading.Thread(target=sample, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


@contextmanager
def quiet_environment(**values: str) -> Iterator[dict[str, str]]:
    """The environment for a command under test: nothing of ours but what is given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "XISHANG_"))}
    yield kept | {"NEO4J_URI": "", "NEO4J_PASSWORD": ""} | values


def machine() -> str:
    """Processor count, memory, system and Python: what a figure depends on. No host name."""
    memory = psutil.virtual_memory().total / 2**30
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {system}"


def load_average() -> str:
    """How busy the machine is besides, over the last minute; figures of a busy machine are upper bounds."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def commit(root: Path) -> str:
    """The commit measured, and whether the tree had changes beside it."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=root, capture_output=True, text=True, check=False
    )
    return said.stdout.strip() or "unknown"


class Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self.start = time.perf_counter()

    def __call__(self) -> float:
        return time.perf_counter() - self.start
