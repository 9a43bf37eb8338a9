"""How long a register of firms takes to be resolved against itself, how much memory, and how that grows.

Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bench.identity_names import Row, registrations
from bench.measure import percentile
from graph.identity.index import Index
from graph.identity.named import Named

ASKED = 500
MIB = 1024
"""Kibibytes of a mebibyte: Linux gives the peak in kibibytes."""


@dataclass(frozen=True)
class Run:
    """One size: seconds from the first row to the last verdict, the peak memory of the process, and what came out."""

    rows: int
    build: float
    """Seconds of them until the index stood."""
    seconds: float
    peak_mib: float
    same: int
    queued: int
    twice: int
    """Rows that are another writing of an earlier row …"""
    told: int
    """… and those of them that were found as the same or queued."""
    one_name_ms: float

    @property
    def per_n_log_n(self) -> float:
        """Microseconds for a row and a doubling of the rows: constant where the cost grows as n log n."""
        return 1e6 * self.seconds / (self.rows * math.log2(self.rows))


def speed(sizes: Sequence[int]) -> list[Run]:
    """One run for each size, smallest first."""
    runs = []
    for size in sizes:
        told = subprocess.run(
            [sys.executable, "-m", "bench.identity_speed", str(size)], stdout=subprocess.PIPE, text=True, check=True
        )
        runs.append(Run(**json.loads(told.stdout)))
    return runs


def measure(rows: int) -> Run:
    """Every made-up registration is put into the index and resolved against all; then some names one by one."""
    register = registrations(rows)
    began = time.perf_counter()
    index = Index((str(at), Named(row.name, row.place, row.kind)) for at, row in enumerate(register))
    built = time.perf_counter()
    found = {(int(one), int(other)): verdict.verdict for one, other, verdict in index.pairs()}
    ended = time.perf_counter()
    twice = [(row.written_otherwise, at) for at, row in enumerate(register) if row.written_otherwise >= 0]
    return Run(
        rows=rows,
        build=built - began,
        seconds=ended - began,
        peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB,
        same=sum(band == "same" for band in found.values()),
        queued=sum(band == "queue" for band in found.values()),
        twice=len(twice),
        told=sum(pair in found for pair in twice),
        one_name_ms=_one_name(index, register),
    )


def _one_name(index: Index, register: list[Row]) -> float:
    """The 95th percentile of resolving one name, in milliseconds, over names drawn evenly from the register."""
    times = []
    for row in register[:: max(1, len(register) // ASKED)]:
        began = time.perf_counter()
        index.resolve(Named(row.name, row.place, row.kind))
        times.append(1000 * (time.perf_counter() - began))
    return percentile(times, 0.95)


if __name__ == "__main__":
    print(json.dumps(asdict(measure(int(sys.argv[1])))))
