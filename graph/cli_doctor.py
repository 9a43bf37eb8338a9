"""`xishang doctor`: what is there, what is wrong, and the command that mends it."""

from __future__ import annotations

import json
from typing import Any, Literal

import typer
from rich.table import Table

from graph import server
from graph.answers import Model
from graph.answers.cited import local_time
from graph.cli_door import Json, console, line, print_json
from graph.errors import ForeignGraphError, XishangError
from graph.render import constraints
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.settings import Settings
from graph.store import Store
from graph.views.style import kind_words, tie_words

app = typer.Typer()
START_PANEL = "开始与检查 · start here"


class Check(Model):
    """One thing looked at: `detail` says what was found, `mend` the command that helps."""

    name: str
    state: Literal["ok", "warning", "wrong"]
    detail: str
    mend: str = ""


class Diagnosis(Model):
    """Everything `doctor` found; `counts` by kind and by tie type, without what is retired."""

    healthy: bool
    checks: list[Check]
    nodes: dict[str, int]
    ties: dict[str, int]
    loads: list[dict[str, Any]]


@app.command(rich_help_panel=START_PANEL)
def doctor(as_json: Json = False) -> None:
    """检查数据库、模式、数据，指出毛病和修法 · what is wrong, and the command that mends it."""
    found = diagnose(Settings())
    if as_json:
        print_json(found)
    else:
        _print(found)
    if not found.healthy:
        raise typer.Exit(4)


def diagnose(settings: Settings) -> Diagnosis:
    """Look at server, schema, data and loads; never raises for something that is wrong."""
    checks: list[Check] = []
    try:
        with Store(settings) as store:
            checks.append(
                Check(name="数据库", state="ok", detail=f"Neo4j {store.verify()}，{store.uri}，库 {store.database}")
            )
            return _look(store, checks)
    except XishangError as error:
        checks.append(Check(name="数据库", state="wrong", detail=error.detail, mend=error.way_out))
        local = server.status(settings) if settings.local else None
        if local is not None:
            checks.append(Check(name="本机数据库", state="warning", detail=f"文件夹 {local.home}，端口 {local.port}"))
    return Diagnosis(healthy=False, checks=checks, nodes={}, ties={}, loads=[])


def _look(store: Store, checks: list[Check]) -> Diagnosis:
    try:
        store.refuse_foreign()
    except ForeignGraphError as error:
        checks.append(Check(name="库中内容", state="wrong", detail=error.detail, mend=error.way_out))
    checks.append(_schema(store))
    rows = store.read("report/counts_by_kind")
    nodes = {row["label"]: row["count"] for row in rows if row["label"] in NODE_KINDS}
    ties = {row["type"]: row["count"] for row in store.read("report/counts_by_tie")}
    loads = [row | {"left_out": json.loads(row["left_out"] or "{}")} for row in store.read("report/last_loads")]
    checks += [_content(store, nodes, ties), *_loads(loads)]
    healthy = all(check.state != "wrong" for check in checks)
    return Diagnosis(healthy=healthy, checks=checks, nodes=nodes, ties=ties, loads=loads)


def _schema(store: Store) -> Check:
    """Are all constraints and indexes there and ready? They are told by their names, which the templates give."""
    wanted = {text.split()[text.split().index("IF") - 1] for text in constraints()}
    there = {row["name"]: row["state"] for row in store.read("report/indexes")}
    missing = sorted(wanted - there.keys())
    pending = sorted(name for name in wanted & there.keys() if there[name] != "ONLINE")
    if missing:
        detail = f"缺 {len(missing)} 个约束或索引：{'、'.join(missing[:5])}{'…' if len(missing) > 5 else ''}"
        return Check(name="模式", state="wrong", detail=detail, mend="xishang load --all")
    if pending:
        return Check(name="模式", state="warning", detail=f"正在建立：{'、'.join(pending)}", mend="稍候再查")
    return Check(name="模式", state="ok", detail=f"{len(wanted)} 个约束与索引齐全")


def _content(store: Store, nodes: dict[str, int], ties: dict[str, int]) -> Check:
    state = store.state()
    if not nodes:
        return Check(name="数据", state="wrong", detail="库是空的，还没有装载", mend="xishang load --all")
    unknown = sorted(ties.keys() - EDGE_KINDS.keys())
    if unknown:
        return Check(
            name="数据", state="wrong", detail=f"有模式以外的关系：{'、'.join(unknown)}", mend="xishang rebuild"
        )
    held = f"{sum(nodes.values())} 个节点，{sum(ties.values())} 条关系"
    detail = f"图谱版本 {state.version}，{held}，装载于 {local_time(state.loaded_at)}"
    if state.load_in_progress:
        return Check(
            name="数据", state="warning", detail=f"{detail}；有一次装载正在进行或中断了", mend="xishang load --all"
        )
    return Check(name="数据", state="ok", detail=detail)


def _loads(loads: list[dict[str, Any]]) -> list[Check]:
    """One check a source whose last load left rows rejected."""
    return [
        Check(
            name=f"来源 {row['source']}",
            state="warning",
            detail=f"上次装载拒收 {row['rejected']} 行",
            mend=f"xishang load {row['source']} --force",
        )
        for row in loads
        if row["rejected"]
    ]


def _print(found: Diagnosis) -> None:
    out = console()
    signs = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "wrong": ("✗", "bold red")}
    for check in found.checks:
        line(out, signs[check.state], f" {check.name}：{check.detail}")
        if check.mend:
            line(out, f"    → {check.mend}")
    for title, counts, words in (("节点", found.nodes, kind_words), ("关系", found.ties, tie_words)):
        if counts:
            ordered = sorted(counts.items(), key=lambda item: -item[1])
            line(out, (f"{title}：", "bold"), "，".join(f"{words(name)} {count}" for name, count in ordered))
    if found.loads:
        table = Table("来源", "版本", "读入", "装载", "拒收", "不在范围", "完成于", box=None, pad_edge=False)
        for row in found.loads:
            left_out = sum(row["left_out"].values())
            cells = (
                row["source"],
                row["version"],
                row["read"],
                row["loaded"],
                row["rejected"],
                left_out,
                local_time(row["finished"]),
            )
            table.add_row(*(str(cell if cell is not None else "") for cell in cells))
        out.print(table)
    line(out, ("一切正常" if found.healthy else "有需要处理的问题，见 → 后的命令", "bold"))
