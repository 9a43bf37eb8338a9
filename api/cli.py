"""`xishang serve`: the HTTP door on this machine."""

from __future__ import annotations

import errno
import socket
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.keys import refuse_open_door
from api.warm import warm
from graph.cli_door import Json, print_json
from graph.errors import UsageError
from graph.settings import Settings

app = typer.Typer()

Host = Annotated[
    str, typer.Option("--host", help="监听地址；不是本机就要先设密钥 · address; others than loopback need keys")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="端口，0 为任选一个 · port, 0 for any")]
BACKLOG = 128
"""Connections that may wait to be taken."""
GRACE_SECONDS = 5
"""After Ctrl-C, questions under way have so long to end."""


@app.command(rich_help_panel="提供服务 · serving")
def serve(host: Host = "127.0.0.1", port: Port = 8000, as_json: Json = False) -> None:
    """在本机提供网页与接口，直到按 Ctrl-C · serve pages and API until Ctrl-C."""
    settings = Settings()
    refuse_open_door(host, settings)
    with listening(host, port) as door:
        address = f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}"
        if as_json:
            print_json({"pages": f"{address}/", "docs": f"{address}/docs", "openapi": f"{address}/openapi.json"})
        else:
            typer.echo(f"网页 {address}/   接口 {address}/docs   按 Ctrl-C 停止")
        try:
            served = create_app(settings)
            warm(served)
            server_of(settings, served).run(sockets=[door])
        except KeyboardInterrupt:
            # uvicorn has ended what was under way and raises the signal again; Ctrl-C is the way to stop, no failure.
            typer.echo("已停止提供服务", err=True)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises `UsageError` when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns Nagle's algorithm off only then: with it, every answer waits 40 ms for
    # the client's delayed acknowledgement (measured).
    door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(BACKLOG)
    except OSError as error:
        door.close()
        reason = "端口已被占用" if error.errno == errno.EADDRINUSE else error.strerror
        raise UsageError(
            f"不能在 {host}:{port} 上监听：{reason}", way_out="用 --port 换一个端口；make demo 用 PORT=8001"
        ) from error
    return door


def server_of(settings: Settings, served: FastAPI | None = None) -> uvicorn.Server:
    """One worker over these settings, or over the application given."""
    config = uvicorn.Config(
        served or create_app(settings),
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return uvicorn.Server(config)
