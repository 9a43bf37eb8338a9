"""`xishang sources`, `load`, `rebuild`: what is bundled, and how it gets into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console

from graph.answers import Answer, LoadReport, Meta
from graph.cli_door import Json, console, line, opened, print_json
from graph.errors import LocalServerError, ServerDownError, UsageError
from graph.gaps import record_findings
from graph.settings import Settings
from graph.store import Store, Work
from graph.views.style import MARK_WORDS
from loaders import pipeline
from loaders.reading import Progress
from loaders.report import print_report
from loaders.revision import source_version
from loaders.spec import SourceSpec, bundled, find

app = typer.Typer()
PANEL = "装载 · loading"


@app.command(rich_help_panel=PANEL)
def sources(as_json: Json = False) -> None:
    """随附的来源：发布者、日期、许可、是否已装载 · the bundled sources, and whether they are loaded."""
    loads, version = _loaded()
    rows = [_source_row(spec, loads) for spec in bundled()]
    if as_json:
        print_json({"data": rows, "meta": Meta(graph_version=version, statement="report/last_loads").model_dump()})
        return
    out = console()
    for row in rows:
        line(out, (row["id"], "bold"), f"  {row['title']}")
        line(
            out,
            f"    {row['publisher']}，{row['date'] or '无日期'}，{MARK_WORDS[row['mark']]}；",
            _loaded_words(row, loads),
        )
        line(out, (f"    许可：{row['licence']}", "dim"))
    if loads is None:
        line(out, "数据库没有应答。启动：xishang db start")


def _loaded() -> tuple[dict[str, dict[str, Any]] | None, str]:
    """The last load of each source by its id, and the graph version; None and "" when the database is not there."""
    try:
        with Store(Settings()) as store:
            return {row["source"]: row for row in store.read("report/last_loads")}, str(store.state().version)
    except (ServerDownError, LocalServerError):
        return None, ""


def _source_row(spec: SourceSpec, loads: dict[str, dict[str, Any]] | None) -> dict[str, Any]:
    fields = {"id", "title", "publisher", "date", "mark", "url", "licence", "origin", "retrieved", "files", "declared"}
    load = (loads or {}).get(spec.id)
    return spec.model_dump(include=fields) | {"version": source_version(spec), "load": load}


def _loaded_words(row: dict[str, Any], loads: dict[str, dict[str, Any]] | None) -> str:
    load = row["load"]
    if load is None:
        return f"{row['declared']} 行，" + ("未装载" if loads is not None else "是否已装载不得而知")
    changed = "" if load["version"] == row["version"] else f"；文件或程序已变，请运行 xishang load {row['id']}"
    return f"{load['read']} 行中装载 {load['loaded']} 行{changed}"


@app.command(rich_help_panel=PANEL)
def load(
    names: Annotated[list[str] | None, typer.Argument(metavar="[来源…]", help="来源名，见 xishang sources")] = None,
    every: Annotated[bool, typer.Option("--all", help="全部随附来源 · all bundled sources")] = False,
    force: Annotated[bool, typer.Option("--force", help="文件没有变也重新装载 · even when nothing changed")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只报告会怎样，不写入 · report only, write nothing")
    ] = False,
    as_json: Json = False,
) -> None:
    """把来源装载进图谱；同一文件装两次，结果不变 · load sources into the graph; twice is the same as once."""
    if bool(names) == every:
        raise UsageError("请给出来源名，或用 --all 装载全部", way_out="可用的来源见 xishang sources")
    wanted = bundled() if every else [find(name) for name in names or []]
    out = console()
    with opened() as store:
        for spec, hooks in pipeline.with_hooks(store, wanted, [keep_findings], force=force):
            with _busy(spec.title) as progress:
                answer = pipeline.load(store, spec, force=force, dry_run=dry_run, progress=progress, after=hooks)
            _show(out, answer, as_json=as_json)


@app.command(rich_help_panel=PANEL)
def rebuild(
    yes: Annotated[bool, typer.Option("--yes", help="不再询问 · do not ask")] = False,
    as_json: Json = False,
) -> None:
    """清空图谱，从文件与日志重新推导；结果应与原图相同 · derive the whole graph again from files and journal."""
    if not yes and not as_json:
        typer.confirm("将清空图谱并重新装载全部来源，继续吗？", abort=True)
    out = console()
    with opened() as store:
        with _busy("全部来源") as progress:
            answers = pipeline.rebuild(store, bundled(), progress=progress, after=[keep_findings])
        for answer in answers:
            _show(out, answer, as_json=as_json)


def keep_findings(work: Work, version: int) -> None:
    """Keep what the gap rules find, in the transaction of the load, so that an answer can say what changed."""
    record_findings(work, version)


@contextmanager
def _busy(title: str) -> Iterator[Progress]:
    """A sign of life on a terminal; nothing when the output goes to a file or a program."""
    err = Console(stderr=True)
    if not err.is_terminal:
        yield lambda _what, _count: None
        return
    with err.status(f"装载 {title} …") as status:
        yield lambda what, count: status.update(f"装载 {title}：{what} {count}")


def _show(out: Console, answer: Answer[LoadReport], *, as_json: bool) -> None:
    """One report: a line of JSON, or words."""
    if as_json:
        print_json(answer)
    else:
        print_report(out, answer.data)
