"""How the download is shown: a bar on a terminal, a plain line at every tenth otherwise. Always on stderr, so that
`--json` output stays clean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

Say = Callable[[str], None]
Advance = Callable[[int], None]


def say(message: str) -> None:
    """One line to the user, on stderr."""
    print(message, file=sys.stderr, flush=True)


def megabytes(count: int) -> str:
    """A number of bytes for people: `145 MB`, `2.1 MB`, `5 KB` (1 MB = 10^6 bytes)."""
    if count < 100_000:
        return f"{count / 1e3:.0f} KB"
    return f"{count / 1e6:.0f} MB" if count >= 10_000_000 else f"{count / 1e6:.1f} MB"


@contextmanager
def progress(title: str, total: int, tell: Say = say) -> Iterator[Advance]:
    """Gives a function to call with each number of bytes received (from any thread). `total` is in bytes."""
    console = Console(stderr=True)
    if console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
        with Progress(*columns, TimeRemainingColumn(), console=console) as bar:
            task = bar.add_task(title, total=total)
            yield lambda count: bar.advance(task, count)
        return
    yield _plain(title, total, tell)


def _plain(title: str, total: int, tell: Say) -> Advance:
    done, told = 0, 0

    def advance(count: int) -> None:
        nonlocal done, told
        done += count
        tenth = min(10, 10 * done // max(total, 1))
        if tenth > told:
            told = tenth
            tell(f"{title}：{tenth * 10}%（{megabytes(done)} / {megabytes(total)}）")

    return advance
