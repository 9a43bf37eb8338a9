"""`xishang template`: a workbook to fill in, for one kind or for all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli_door import Json, console, line, print_json
from graph.errors import UsageError
from graph.schema import NODE_KINDS
from loaders.forms import FORMS
from loaders.forms.template import write_template

app = typer.Typer()
PANEL = "装载 · loading"


@app.command(rich_help_panel=PANEL)
def template(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help="类别，例如 Demand · the kind, see without it")] = "",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写到哪个文件或文件夹 · where to write")] = None,
    every: Annotated[bool, typer.Option("--all", help="全部类别，-o 给文件夹 · all kinds into a folder")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件 · replace what is there")] = False,
    as_json: Json = False,
) -> None:
    """写一份填报模板，填好可直接装载；不给类别则列出全部 · write a workbook to fill in and load."""
    if not kind and not every:
        _listed(as_json=as_json)
        return
    if kind and every:
        raise UsageError("类别与 --all 只能给一个", way_out="xishang template --all -o 文件夹")
    written = _written(_kinds(kind, every=every), output, every=every, force=force)
    if as_json:
        print_json([{"kind": one, "file": str(path)} for one, path in written])
        return
    for one, path in written:
        line(console(), f"{NODE_KINDS[one].zh}：", (str(path), "bold"))


def _kinds(kind: str, *, every: bool) -> list[str]:
    """The kinds meant, by label in any case or by Chinese name."""
    if every:
        return list(FORMS)
    known = {name.lower(): one for one in FORMS for name in (one, NODE_KINDS[one].zh)}
    if kind.lower() not in known:
        listed = "、".join(f"{one}（{NODE_KINDS[one].zh}）" for one in FORMS)
        raise UsageError(f"没有类别“{kind}”的模板", way_out=f"可用的类别：{listed}")
    return [known[kind.lower()]]


def _written(kinds: list[str], output: Path | None, *, every: bool, force: bool) -> list[tuple[str, Path]]:
    folder = output or Path()
    paths = [
        (
            one,
            output
            if output is not None and not every and not output.is_dir()
            else folder / f"{NODE_KINDS[one].zh}.xlsx",
        )
        for one in kinds
    ]
    for _, path in paths:
        if path.suffix.lower() != ".xlsx":
            raise UsageError(f"模板是 xlsx 文件，不能写成 {path.name}", way_out="例如 -o 需求.xlsx")
        if path.exists() and not force:
            raise UsageError(f"已有文件 {path}", way_out="换个名字，或加 --force 覆盖")
    for one, path in paths:
        write_template(one, path)
    return paths


def _listed(*, as_json: bool) -> None:
    rows = [{"kind": one, "zh": NODE_KINDS[one].zh, "about": form.about} for one, form in FORMS.items()]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        line(console(), (row["kind"], "bold"), f"  {row['zh']}：{row['about']}")
    line(console(), "写模板：xishang template Demand -o 需求.xlsx")
