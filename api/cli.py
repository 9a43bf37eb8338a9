"""`xishang serve`: the HTTP door on this machine."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.keys import refuse_open_door
from graph.settings import Settings

app = typer.Typer()

Host = Annotated[
    str, typer.Option("--host", help="监听地址；不是本机就要先设密钥 · address; others than loopback need keys")
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="端口 · port")]


@app.command(rich_help_panel="提供服务 · serving")
def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """在本机提供网页与接口，直到按 Ctrl-C · serve pages and API until Ctrl-C."""
    settings = Settings()
    refuse_open_door(host, settings)
    typer.echo(f"网页 http://{host}:{port}/   接口 http://{host}:{port}/docs   按 Ctrl-C 停止")
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False, date_header=True)
