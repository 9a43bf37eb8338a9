"""`xishang load --undo LOAD`: a load taken back, and the folder of a given source with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from graph.answers import Answer, UndoReport
from graph.cli_door import line
from graph.errors import UsageError
from graph.store import Store
from loaders.given import folder
from loaders.loading import After
from loaders.undo import undo

LAST = "last"


def undo_load(store: Store, home: Path, text: str, *, after: Sequence[After] = ()) -> Answer[UndoReport]:
    """Take back the load of this number, or the `last` one. Raises `UsageError` for another word, and what `undo` does.

    The source of a given file is kept below `home` again as it was before, so that `load --all` does not bring back
    what was taken back.
    """
    if text != LAST and not text.isdecimal():
        raise UsageError(
            f"--undo “{text}” 不是装载的编号", way_out="写编号（装载所成的图版本，见 xishang sources）或 last"
        )
    answer = undo(store, None if text == LAST else int(text), after=after)
    current = store.read("read/source_version", source=answer.data.source)
    kept = folder.stored(home, answer.data.source)
    if kept is not None and (not current or kept.content_hash() != current[0]["content"]):
        folder.step_back(home, answer.data.source)
    return answer


def print_undo(out: Console, report: UndoReport) -> None:
    """What was taken back, and what holds now."""
    line(
        out,
        ("✓ ", "green"),
        f"已撤销装载 {report.load}（来源 ",
        (report.source, "bold"),
        f"）：去掉 {report.removed} 条记录，放回 {report.restored} 条；图版本 {report.graph_version}",
    )
    line(out, f"    来源现为 {report.now}" if report.now else "    图里不再有这个来源")
