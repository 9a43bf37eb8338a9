"""`xishang sources`: what is bundled and what was given here, and whether it is loaded."""

from __future__ import annotations

from typing import Any

from graph.answers import Meta
from graph.cli_door import Json, console, line, print_json
from graph.errors import LocalServerError, ServerDownError
from graph.settings import Settings
from graph.store import Store
from graph.views.style import MARK_WORDS
from loaders.revision import source_version
from loaders.spec import SourceSpec, installed

FIELDS = {"id", "title", "publisher", "date", "mark", "url", "licence", "origin", "retrieved", "files", "declared"}


def sources(as_json: Json = False) -> None:
    """来源：随附的和自己装的，发布者、日期、许可、是否已装载 · all sources, and whether they are loaded."""
    loads, version = _loaded()
    rows = [_source_row(spec, loads) for spec in installed(Settings().home)]
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
    form = spec.form.model_dump(include={"kind", "standard", "file", "sha256", "region"}) if spec.form else None
    load = (loads or {}).get(spec.id)
    return spec.model_dump(include=FIELDS) | {"form": form, "version": source_version(spec), "load": load}


def _loaded_words(row: dict[str, Any], loads: dict[str, dict[str, Any]] | None) -> str:
    load = row["load"]
    if load is None:
        many = "" if row["declared"] is None else f"{row['declared']} 行，"
        return many + ("未装载" if loads is not None else "是否已装载不得而知")
    changed = "" if load["version"] == row["version"] else f"；文件或程序已变，请运行 xishang load {row['id']}"
    return f"{load['read']} 行中装载 {load['loaded']} 行{changed}"
