"""What a standard is, and reading what its files have in common: JSON in four arrangements, plain or gzipped."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from loaders.claims import Claims
from loaders.rows import Row

GZIP = b"\x1f\x8b"
HEAD = 1 << 16
LARGEST = 2 << 30
"""Bytes of JSON read at once; a whole dump of ROR is an eighth of it."""


@dataclass(frozen=True)
class Standard:
    """`recognise` takes the first bytes of a file; `read` gives one row a record; `understand` states what it says."""

    name: str
    title: str
    recognise: Callable[[bytes], bool]
    read: Callable[[Path], Iterator[Row]]
    understand: Callable[[Row, Claims], None]


def head_of(path: Path) -> bytes:
    """The first 64 KiB of a file, unpacked; empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
        with gzip.open(path) if packed else path.open("rb") as unpacked:
            return unpacked.read(HEAD)
    except (OSError, EOFError):
        return b""


def records(path: Path, lists: tuple[str, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a JSON file with their number, counted from 1: a list, one a line, one alone, or a page that
    holds them under one of the names in `lists`.

    Raises `SourceError` naming file and line when it is no JSON or holds no records.
    """
    text = _text(path)
    for number, record in enumerate(_records(text, path, lists), start=1):
        if not isinstance(record, dict):
            raise _bad(path, f"第 {number} 条不是对象")
        yield number, record


def cells_of(record: Mapping[str, Any]) -> dict[str, str]:
    """Members as cells: text as it is, anything else as JSON."""
    return {k: v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for k, v in record.items()}


def record_of(cells: Mapping[str, str], text: tuple[str, ...]) -> dict[str, Any]:
    """The record again; `text` names the members that are plain text. A member that was null is None."""
    return {k: _member(v) if k not in text or v == "null" else v for k, v in cells.items()}


def taken(row: Row) -> dict[str, str]:
    """All cells of a row, which are then no longer left over."""
    return {column: row.cells.pop(column) for column in list(row.cells)}


def _member(cell: str) -> Any:
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if data[:2] == GZIP:
            with gzip.open(path) as file:
                data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _bad(path, "展开后超过 2 GiB")
        return data.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise _bad(path, str(error)) from error


def _records(text: str, path: Path, lists: tuple[str, ...]) -> list[Any]:
    try:
        whole = json.loads(text)
    except ValueError:
        return [_line(line, number, path) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if isinstance(whole, list):
        return whole
    held = next((whole[name] for name in lists if isinstance(whole.get(name), list)), None)
    return held if held is not None else [whole]


def _line(line: str, number: int, path: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise _bad(path, f"第 {number} 行不是 JSON：{error}") from error


def _bad(path: Path, what: str) -> SourceError:
    return SourceError(
        f"{path.name} 读不出：{what}", way_out="重新取得完整的文件（JSON 或 JSON Lines，UTF-8）", file=path.name
    )
