"""The file as it lies there: its content hash, and that it did not change while it was read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import NotFoundError, SourceError, UsageError

FILES = re.compile(r"[/\\]|\.(?:xlsx?|xlsm|ods|csv|tsv|txt|html?|docx?|pdf|ofd|jsonl?|xml|zip|wps|et)$", re.IGNORECASE)


def looks_like_a_file(text: str) -> bool:
    """Whether an argument is meant as a file: it is one, or is written like one."""
    return Path(text).is_file() or FILES.search(text) is not None


def file_at(text: str, sources: frozenset[str]) -> Path:
    """The file of an argument. Raises `NotFoundError`, or `UsageError` when it may also be meant as a source."""
    path = Path(text)
    if not path.exists():
        raise NotFoundError(f"没有文件 {text}", way_out="核对路径；随附的来源见 xishang sources")
    if not path.is_file():
        raise UsageError(f"{text} 不是文件", way_out="给出一个文件；一次装载一个")
    if text in sources:
        raise UsageError(f"{text} 既是来源名，又是这里的文件", way_out=f"要装文件，写成 ./{text}")
    return path


def content_hash(path: Path) -> str:
    """SHA-256 of the file. Raises `SourceError` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(f"读不到文件 {path}：{error.strerror}", way_out="核对路径与权限", file=path.name) from error


@contextmanager
def unchanged(path: Path, sha256: str) -> Iterator[None]:
    """What is read inside is the file of this hash. Raises `SourceError` when it was replaced or written meanwhile."""
    yield
    if content_hash(path) != sha256:
        raise SourceError(
            f"文件 {path.name} 在读取时被改动或替换", way_out="等写它的程序结束后重新装载；图谱没有改动", file=path.name
        )
