"""Is there room on the disk: asked before anything is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.errors import LocalServerError
from graph.server.progress import megabytes

MARGIN = 50_000_000
"""Bytes left free on top of what is asked for, so that the machine itself keeps working."""


def existing_parent(path: Path) -> Path:
    """The nearest folder on the way up that exists."""
    while not path.exists():
        path = path.parent
    return path


def check_space(path: Path, need: int, purpose: str) -> None:
    """Raises LocalServerError when the disk of `path` has fewer than `need` bytes (and a margin) free."""
    free = shutil.disk_usage(existing_parent(path)).free
    if free < need + MARGIN:
        raise LocalServerError(
            f"磁盘空间不足：{purpose}需要 {megabytes(need + MARGIN)}，{path} 所在的盘只剩 {megabytes(free)}",
            way_out="请腾出空间，或用 XISHANG_HOME（数据）、XISHANG_CACHE（缓存）换一个盘",
        )
