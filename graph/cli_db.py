"""`xishang db …`: the local Neo4j, started, stopped, looked at, backed up and restored."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graph import server
from graph.backup import backup as make_backup
from graph.backup import restore as load_backup
from graph.cli_door import Json, print_json
from graph.cli_shell import shell
from graph.server.progress import megabytes
from graph.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    rich_help_panel="开始与检查 · start here",
    help="本机数据库：启动、停止、状态、备份、恢复 · the local Neo4j: start, stop, back up, restore",
)
Dump = Annotated[Path, typer.Argument(help="备份文件 · the dump file", metavar="FILE", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的文件或数据 · replace what is there")]


@app.command()
def start(as_json: Json = False) -> None:
    """启动本机数据库（首次会下载约 140 MB，之后几秒即可） · start the local Neo4j."""
    settings = _settings()
    state = server.start(settings)
    if as_json:
        print_json(state.as_dict())
    elif state.fresh:
        typer.echo(f"数据库已启动：bolt://127.0.0.1:{state.port}（Neo4j {state.version}，pid {state.pid}）")
        typer.echo("停止：xishang db stop")
    else:
        typer.echo(f"数据库已在运行：bolt://127.0.0.1:{state.port}（pid {state.pid}）")


@app.command()
def stop(as_json: Json = False) -> None:
    """停止本机数据库 · stop the local Neo4j."""
    was_running = server.stop(_settings())
    if as_json:
        print_json({"stopped": was_running})
    else:
        typer.echo("数据库已停止" if was_running else "数据库没有在运行")


@app.command()
def status(as_json: Json = False) -> None:
    """本机数据库的状态：端口、版本、内存、数据大小、已运行多久 · is it running, where, how large."""
    state = server.status(_settings())
    if as_json:
        print_json(state.as_dict())
        return
    if not state.running:
        typer.echo(f"没有在运行（{state.home}，数据 {megabytes(state.store)}）\n启动：xishang db start")
        return
    typer.echo(f"在运行：bolt://127.0.0.1:{state.port}，Neo4j {state.version}，pid {state.pid}")
    typer.echo(f"已运行 {_duration(state.uptime)}，内存 {megabytes(state.memory)}，数据 {megabytes(state.store)}")
    typer.echo(f"文件夹：{state.home}")


@app.command()
def backup(file: Dump, force: Force = False, as_json: Json = False) -> None:
    """备份到一个文件：停库、导出、再启动，并检验备份能读通 · stop, dump, start again, try the dump."""
    made = make_backup(_settings(), file.absolute(), force=force)
    if as_json:
        print_json(asdict(made))
    else:
        typer.echo(f"已备份：{made.file}（{megabytes(made.size)}，数据 {megabytes(made.store)}），已检验")


@app.command()
def restore(file: Dump, force: Force = False, as_json: Json = False) -> None:
    """从备份文件恢复：库不是空的则拒绝，除非 --force · load a dump; refuses a graph that is not empty."""
    done = load_backup(_settings(), file.absolute(), force=force)
    if as_json:
        print_json(asdict(done))
    else:
        typer.echo(f"已恢复：{done.nodes} 个节点，{done.ties} 条关系；数据库在运行")


app.command()(shell)


def _settings() -> Settings:
    settings = Settings()
    server.require_local(settings)
    return settings


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} 小时 {minutes} 分" if hours else f"{minutes} 分 {rest} 秒"
