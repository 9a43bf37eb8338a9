"""`xishang load --undo LOAD`: a load taken back, and the folder of a given source with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console

from graph.answers import Answer, UndoReport
from graph.cli_door import line
from graph.errors import UsageError
from graph.store import Store
from loaders.given import folder
from loaders.loading import After
from loaders.undo import undo

LAST = "last"
BESIDE = frozenset({"undo", "dry_run", "as_json"})
"""Parameters of `xishang load` that mean something beside --undo."""


def refuse_beside(context: typer.Context) -> None:
    """Raise `UsageError` for what was said beside --undo and would be passed over."""
    said = [one for one in context.command.params if one.name not in BESIDE and _was_said(context, one.name or "")]
    if said:
        told = "、".join("来源名或文件" if one.param_type_name == "argument" else one.opts[0] for one in said)
        raise UsageError(
            f"--undo 不与 {told} 同用：撤回的是整次装载",
            way_out="写成 xishang load --undo 12（加 --dry-run 先看会怎样，不写入）；编号见 xishang sources",
        )


def _was_said(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def undo_load(
    store: Store, home: Path, text: str, *, after: Sequence[After] = (), dry_run: bool = False
) -> Answer[UndoReport]:
    """Take back the load of this number, or the `last` one. Raises `UsageError` for another word, and what `undo` does.

    The source of a given file is kept below `home` again as it was before, so that `load --all` does not bring back
    what was taken back. `dry_run` reports only.
    """
    if text != LAST and not text.isdecimal():
        raise UsageError(
            f"--undo “{text}” 不是装载的编号", way_out="写编号（装载所成的图版本，见 xishang sources）或 last"
        )
    answer = undo(store, None if text == LAST else int(text), after=after, dry_run=dry_run)
    if dry_run:
        return answer
    current = store.read("read/source_version", source=answer.data.source)
    kept = folder.stored(home, answer.data.source)
    if kept is not None and (not current or kept.content_hash() != current[0]["content"]):
        folder.step_back(home, answer.data.source)
    return answer


def print_undo(out: Console, report: UndoReport) -> None:
    """What was taken back and what holds now, or what would be."""
    if report.dry_run:
        line(
            out,
            f"（试撤销，未写入）撤销装载 {report.load}（来源 ",
            (report.source, "bold"),
            f"）会去掉 {report.removed} 条记录，放回 {report.restored} 条；图版本仍为 {report.graph_version}",
        )
        line(out, f"    来源将是 {report.now}" if report.now else "    图里将不再有这个来源")
        return
    line(
        out,
        ("✓ ", "green"),
        f"已撤销装载 {report.load}（来源 ",
        (report.source, "bold"),
        f"）：去掉 {report.removed} 条记录，放回 {report.restored} 条；图版本 {report.graph_version}",
    )
    line(out, f"    来源现为 {report.now}" if report.now else "    图里不再有这个来源")
