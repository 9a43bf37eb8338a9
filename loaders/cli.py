"""`xishang sources`, `load`, `rebuild`: what is bundled, and how it gets into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from graph.answers import Answer, LoadReport, Meta
from graph.cli_door import Json, console, line, opened, print_json
from graph.errors import LocalServerError, ServerDownError, UsageError
from graph.settings import Settings
from graph.store import Store
from graph.views.style import MARK_WORDS
from loaders import pipeline
from loaders.report import print_report
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
    table = Table("来源", "题名", "发布者", "日期", "标记", "行数", "许可", "已装载", box=None, pad_edge=False)
    for row in rows:
        cells = (row["id"], row["title"], row["publisher"], row["date"], MARK_WORDS[row["mark"]], row["declared"])
        table.add_row(*(str(cell or "") for cell in cells), row["licence"], _loaded_words(row, loads))
    out.print(table)
    if loads is None:
        line(out, "数据库没有应答，是否已装载不得而知。启动：xishang db start")


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
    return spec.model_dump(include=fields) | {"hash": spec.content_hash(), "load": load}


def _loaded_words(row: dict[str, Any], loads: dict[str, dict[str, Any]] | None) -> str:
    load = row["load"]
    if load is None:
        return "否" if loads is not None else "？"
    current = str(load["version"]).rsplit("@", 1)[-1]
    return f"{load['loaded']} / {load['read']} 行" + (
        "" if row["hash"].startswith(current) else "（文件已变，需重新装载）"
    )


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
        for spec in wanted:
            with _busy(spec.title):
                report = pipeline.load(store, spec, force=force, dry_run=dry_run)
            _show(store, out, report, as_json=as_json)


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
        with _busy("重建"):
            reports = pipeline.rebuild(store)
        for report in reports:
            _show(store, out, report, as_json=as_json)


@contextmanager
def _busy(title: str) -> Iterator[None]:
    """A sign of life on a terminal; nothing when the output goes to a file or a program."""
    err = Console(stderr=True)
    if not err.is_terminal:
        yield
        return
    with err.status(f"装载 {title} …"):
        yield


def _show(store: Store, out: Console, report: LoadReport, *, as_json: bool) -> None:
    """One report: a line of JSON, or words."""
    if as_json:
        meta = Meta(graph_version=str(report.graph_version), loaded_at=store.state().loaded_at, statement="load")
        print_json(Answer[LoadReport](data=report, meta=meta))
    else:
        print_report(out, report)
