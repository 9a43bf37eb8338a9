"""`xishang sources`: what is bundled and what was given here, and whether it is loaded."""

from __future__ import annotations

from typing import Any

import typer

from graph.answers import FailedLoad, Meta
from graph.answers.cited import local_time
from graph.attempts import attempts
from graph.cli_door import Json, console, line, print_json
from graph.due import age_days, next_due, stale_words
from graph.errors import LocalServerError, ServerDownError
from graph.settings import Settings
from graph.store import Store
from graph.views.style import MARK_WORDS
from loaders.revision import source_version
from loaders.spec import SourceSpec, installed

app = typer.Typer()
FIELDS = {
    "id",
    "title",
    "publisher",
    "date",
    "mark",
    "url",
    "licence",
    "origin",
    "retrieved",
    "every",
    "files",
    "declared",
}


@app.command(rich_help_panel="装载 · loading")
def sources(as_json: Json = False) -> None:
    """来源：随附的和自己装的，发布者、日期、许可、是否已装载 · all sources, and whether they are loaded."""
    loads, version = _loaded()
    failed = attempts(Settings().home)
    rows = [_source_row(spec, loads, failed.get(spec.id)) for spec in installed(Settings().home)]
    if as_json:
        print_json({"data": rows, "meta": Meta(graph_version=version, statement="report/last_loads").model_dump()})
        return
    out = console()
    for row in rows:
        own = f"  （{row['form']['file']}）" if row["form"] else ""
        line(out, (row["id"], "bold"), f"  {row['title']}", (own, "dim"))
        line(
            out,
            f"    {row['publisher']}，{row['date'] or '无日期'}，{MARK_WORDS[row['mark']]}；",
            _loaded_words(row, loads),
        )
        line(out, (f"    许可：{row['licence']}；取自 {row['retrieved']}{_due_words(row)}", "dim"))
        if row["stale"]:
            line(out, (f"    {row['stale']}", "yellow"))
        if row["failed"]:
            line(
                out,
                (
                    f"    {local_time(row['failed']['at'])} 的装载失败，图谱没有改动：{row['failed']['detail']}",
                    "yellow",
                ),
            )
    if loads is None:
        line(out, "数据库没有应答。启动：xishang db start")


def _loaded() -> tuple[dict[str, dict[str, Any]] | None, str]:
    """The last load of each source by its id, and the graph version; None and "" when the database is not there."""
    try:
        with Store(Settings()) as store:
            return {row["source"]: row for row in store.read("report/last_loads")}, str(store.state().version)
    except (ServerDownError, LocalServerError):
        return None, ""


def _source_row(spec: SourceSpec, loads: dict[str, dict[str, Any]] | None, failed: FailedLoad | None) -> dict[str, Any]:
    form = spec.form.model_dump(include={"kind", "standard", "file", "sha256", "region"}) if spec.form else None
    load = (loads or {}).get(spec.id)
    due = next_due(spec.retrieved, spec.every)
    return spec.model_dump(include=FIELDS) | {
        "form": form,
        "version": source_version(spec),
        "load": load,
        "age_days": age_days(spec.retrieved),
        "due": due,
        "stale": stale_words(spec.retrieved, spec.every, due),
        "failed": failed.model_dump() if failed else None,
    }


def _due_words(row: dict[str, Any]) -> str:
    """How old the file is, and when the publisher renews it."""
    due = f"，{row['due']} 起应换新版" if row["due"] and not row["stale"] else ""
    return f"（{row['age_days']} 天前）{due}"


def _loaded_words(row: dict[str, Any], loads: dict[str, dict[str, Any]] | None) -> str:
    load = row["load"]
    if load is None:
        many = "" if row["declared"] is None else f"{row['declared']} 行，"
        return many + ("未装载" if loads is not None else "是否已装载不得而知")
    changed = "" if load["version"] == row["version"] else f"；文件或程序已变，请运行 xishang load {row['id']}"
    number = f"（装载编号 {load['load']}）" if load["load"] is not None else ""
    return f"{load['read']} 行中装载 {load['loaded']} 行{number}{changed}"
