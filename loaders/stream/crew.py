"""Other processes that understand and keep the rows of a large source, a part each at a time.

They are started as programs of their own (`loaders.stream.hand`) and not forked, since this process has threads; nor by
`multiprocessing`, which would run the script of whoever calls `load` again in each. They end with this process.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol

from graph.errors import SourceError
from loaders.outcome import Outcome, Understanding
from loaders.rows import Row

HELPED = 30_000
"""Rows from which other processes take the rest: it takes them a second to be there."""

MOST = 2
"""Other processes; each takes about 400 MB, and this one reads as fast as two of them understand."""


def hands() -> int:
    """How many other processes are worth it here; none on a single processor."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, processors) if processors > 1 and sys.executable else 0


class Parts(Protocol):
    """What is told of the parts that are filled (`Kept`)."""

    folder: Path
    hidden: frozenset[str]

    def begin_part(self) -> int:
        """The number of a part that another process fills."""

    def count(self, rows: int, cited: set[str]) -> None:
        """Note what another process has kept."""


class Crew:
    """Gives each process `rows` at a time. End it with `close`."""

    def __init__(self, parts: Parts, understanding: Understanding, count: int, *, rows: int, first: int) -> None:
        self.rows = rows
        self._parts, self._spec = parts, understanding.spec
        self._processes = [_started() for _ in range(count)]
        self._free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._threads = ThreadPoolExecutor(count)
        self._under_way: deque[tuple[Any, Future[tuple[int, set[str], list[Outcome]]]]] = deque()
        marks = dict(understanding.marks)
        for number, process in enumerate(self._processes):
            _send(process, (self._spec, marks, parts.folder, parts.hidden, rows, first + number, count))
            self._free.put(process)

    def give(self, rows: Sequence[tuple[Row, bool]], ticket: Any) -> None:
        """Hand rows over, each with whether one with its key is loaded already."""
        self._under_way.append((ticket, self._threads.submit(self._understood, self._parts.begin_part(), rows)))

    def done(self, *, all_of_them: bool) -> Iterator[tuple[Any, list[Outcome]]]:
        """Tickets and outcomes of rows that are through, in the order in which they were given; waits until no more
        than a part for each process is under way, or none. Raises `SourceError` where a process ended by itself, and
        what understanding a row raised."""
        while len(self._under_way) > (0 if all_of_them else len(self._processes)):
            ticket, future = self._under_way.popleft()
            kept, cited, outcomes = future.result()
            self._parts.count(kept, cited)
            yield ticket, outcomes

    def _understood(self, part: int, rows: Sequence[tuple[Row, bool]]) -> tuple[int, set[str], list[Outcome]]:
        """What a process says of these rows; called in a thread, of which there are as many as processes."""
        process = self._free.get()
        try:
            _send(process, (part, rows))
            assert process.stdout
            answer = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            process.kill()
            raise SourceError(
                f"来源 {self._spec.id} 的读取中断：一个辅助进程意外结束（{process.wait()}），图谱没有改动",
                way_out="可能是内存不够，关掉别的程序后重新装载",
                source=self._spec.id,
            ) from error
        finally:
            self._free.put(process)
        if isinstance(answer, BaseException):
            raise answer
        found: tuple[int, set[str], list[Outcome]] = answer
        return found

    def close(self) -> None:
        """End the processes; what they have answered is on disk."""
        for process in self._processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "loaders.stream.hand"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # It finds what this process finds, and takes one processor.
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path or "." for path in sys.path), "POLARS_MAX_THREADS": "1"},
        start_new_session=True,  # Ctrl-C is for this process, which ends the others
    )


def _send(process: subprocess.Popen[bytes], message: Any) -> None:
    assert process.stdin
    pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
