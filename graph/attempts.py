"""Loads that failed. They change nothing in the graph, so they are noted beside it: `<home>/attempts/<source>.json`.

One file a source, of its latest failure; a load that succeeds takes it away. Whoever asks on another machine than the
one that loads does not see them.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from graph.answers import FailedLoad
from graph.errors import XishangError

FOLDER = "attempts"
INTERRUPTED = "装载被中断"


def failed(home: Path, source: str, error: BaseException) -> None:
    """Note that a load of a source failed. A folder that cannot be written is no second error."""
    ours = isinstance(error, XishangError)
    said = FailedLoad(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        code=error.code if isinstance(error, XishangError) else type(error).__name__,
        detail=error.detail if isinstance(error, XishangError) else INTERRUPTED,
        way_out=error.way_out if isinstance(error, XishangError) and ours else f"再运行 xishang load {source}",
    )
    path = _path(home, source)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_text(said.model_dump_json(), encoding="utf-8")
        beside.replace(path)
    except OSError:
        return  # a full disk may be why the load failed; that error is shown, this one would hide it


def succeeded(home: Path, source: str) -> None:
    """The latest load of a source did not fail."""
    try:
        _path(home, source).unlink(missing_ok=True)
    except OSError:
        return  # the note of a failure that was mended stays; the load is through


def attempts(home: Path) -> dict[str, FailedLoad]:
    """The latest failure of each source that failed since its last good load. A broken note is left out."""
    found = {}
    for path in sorted((home / FOLDER).glob("*.json")):
        try:
            found[path.stem] = FailedLoad(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            continue
    return found


def _path(home: Path, source: str) -> Path:
    return home / FOLDER / f"{source}.json"
