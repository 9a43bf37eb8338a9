"""A disk that can be filled up under a running server.

A small file system in memory where this machine lets us mount one; else the largest size of a file is limited for the
server's process, which its writes meet in the same way (the disk takes no more).
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LITTLE = 64 * 1024
"""Bytes left on a disk that is full: less than one load writes."""


class Disk:
    """`how` says which way it is: `tmpfs` or `limit`."""

    def __init__(self, folder: Path, how: str) -> None:
        self.folder = folder
        self.how = how
        self._pid = 0

    def fill(self, pid: int) -> None:
        """Leave hardly anything; `pid` is the process that writes there."""
        if self.how == "tmpfs":
            left = shutil.disk_usage(self.folder).free - LITTLE
            with (self.folder / "filler").open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, left)
            return
        self._pid = pid
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (LITTLE, resource.RLIM_INFINITY))

    def free(self) -> None:
        """Give the room back."""
        (self.folder / "filler").unlink(missing_ok=True)
        if self._pid:
            resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            self._pid = 0


@contextmanager
def small_disk(folder: Path, mebibytes: int) -> Iterator[Disk]:
    """A disk of this size at `folder`; what is on it is gone afterwards."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "xishang-test", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield Disk(folder, "tmpfs" if mounted else "limit")
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)
