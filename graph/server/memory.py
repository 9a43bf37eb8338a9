"""How much memory the local server takes, fitted to the machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil

MIB = 1024 * 1024
HEAP_FLOOR, HEAP_CAP = 512, 4096
PAGE_CACHE_FLOOR, PAGE_CACHE_CAP = 256, 4096


@dataclass(frozen=True)
class Memory:
    """Sizes in MiB: the largest heap, the page cache, and what one transaction may take of the heap."""

    heap: int
    page_cache: int
    transaction: int


def fit(total: int) -> Memory:
    """The sizes for a machine of `total` bytes of memory.

    An eighth for the heap and a sixteenth for the page cache: 512 and 256 MiB on a 4 GiB laptop, which also holds a
    browser and the loader (the bundled graph's store is far below that). At 24 GiB that is 3 GiB and 1.5 GiB: the
    store of a graph of 1 M nodes and 5 M ties is 2.2 GB (measured) and was answered warm from less. One transaction
    may take half of the heap, so that one statement cannot stop the server.
    """
    mib = total // MIB
    heap = min(max(mib // 8, HEAP_FLOOR), HEAP_CAP)
    page_cache = min(max(mib // 16, PAGE_CACHE_FLOOR), PAGE_CACHE_CAP)
    return Memory(heap, page_cache, heap // 2)


def machine_memory() -> int:
    """The memory of this machine in bytes, or of the container that we run in, whichever is less."""
    return min(psutil.virtual_memory().total, _container_limit())


def _container_limit() -> int:
    """The limit that the control group sets (Linux, both versions of it), else the largest number."""
    for name in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            return int(Path(name).read_text(encoding="ascii"))
        except (OSError, ValueError):
            continue  # not Linux, the other version, or "max"
    return 2**63
