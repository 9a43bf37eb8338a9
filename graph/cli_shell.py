"""`xishang db shell`: read statements typed in a terminal, one answer table each."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from rich.table import Table

from graph.cli_door import Json, console, opened, print_json
from graph.errors import XishangError
from graph.server import connection
from graph.server.state import password_file
from graph.settings import Settings
from graph.store import Store

PROMPT, MORE = "xishang> ", "       > "
ROWS = 200
"""Rows shown of one answer in the terminal; `--json` with a statement gives all."""
Statement = Annotated[
    str, typer.Argument(help="只读的 Cypher 语句；不给则交互输入 · a read-only Cypher statement", show_default=False)
]


def shell(statement: Statement = "", as_json: Json = False) -> None:
    """用 Cypher 提问（只读）；不在终端中时打印连接方式 · ask in Cypher, read-only."""
    if statement:
        with opened() as store:
            rows = store.read_text(statement)
        print_json(rows) if as_json else _show(rows)
    elif as_json or not sys.stdin.isatty():
        _connection_data(as_json)
    else:
        with opened() as store:
            _loop(store)


def _connection_data(as_json: bool) -> None:
    """How to connect with another tool. Of the password only the place is said."""
    settings = Settings()
    target = connection(settings)
    data = {"uri": target.uri, "user": target.user, "database": target.database}
    if settings.local:
        data["password_file"] = str(password_file(settings.home))
    if as_json:
        print_json(data)
        return
    names = {"uri": "地址", "user": "用户名", "database": "库", "password_file": "口令在文件"}
    for key, value in data.items():
        typer.echo(f"{names[key]}：{value}")


def _loop(store: Store) -> None:
    # Line editing and history come with the import of readline, which some Python builds lack.
    try:
        import readline  # noqa: F401  # imported for its effect on input()
    except ImportError:
        typer.echo("（没有 readline，不能用方向键编辑）", err=True)
    typer.echo(f"{store.uri}，只读。语句以 ; 结束；:quit 或 Ctrl-D 退出")
    while (statement := _statement()) is not None:
        if not statement:
            continue
        try:
            _show(store.read_text(statement))
        except XishangError as error:
            typer.echo(str(error), err=True)


def _statement() -> str | None:
    """The next statement, over as many lines as it takes to a semicolon; empty after Ctrl-C, None at the end."""
    lines: list[str] = []
    try:
        while True:
            line = input(MORE if lines else PROMPT).strip()
            if not lines and line in (":quit", ":exit", "quit", "exit"):
                return None
            lines.append(line)
            if line.endswith(";"):
                return "\n".join(lines).rstrip("; \n")
            if line == "" and not any(lines):
                return ""
    except EOFError:
        return None
    except KeyboardInterrupt:
        typer.echo("")
        return ""


def _show(rows: list[dict[str, Any]]) -> None:
    if not rows:
        typer.echo("没有结果")
        return
    table = Table(*rows[0].keys())
    for row in rows[:ROWS]:
        table.add_row(*(str(value) for value in row.values()))
    console().print(table, markup=False)
    typer.echo(f"{len(rows)} 行" + (f"，只显示前 {ROWS} 行" if len(rows) > ROWS else ""))
