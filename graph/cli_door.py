"""What all commands share: settings, the store, and how an answer or a table is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.text import Text

from graph.answers import Meta
from graph.catalogue import catalogue
from graph.settings import Settings
from graph.store import Store

Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取 · machine-readable output")]
PIPE_WIDTH = 160
"""Columns of a table that goes to a file or another program, where there is no terminal to ask."""


@contextmanager
def opened() -> Iterator[Store]:
    """The store that the settings mean, closed at the end; raises the errors of `Store` when it does not answer."""
    with Store(Settings()) as store:
        store.verify()
        yield store


def console() -> Console:
    """Where people read: as wide as the terminal, or of a fixed width when there is none."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=PIPE_WIDTH)


def line(out: Console, *parts: str | tuple[str, str]) -> None:
    """One line; a part is a text or (text, style). Nothing in it is read as markup, nothing is cut."""
    out.print(Text.assemble(*parts), soft_wrap=True)


def print_json(value: BaseModel | dict[str, Any] | list[Any]) -> None:
    """One line of JSON on stdout, the same the HTTP API sends."""
    body = (
        value.model_dump_json(by_alias=True) if isinstance(value, BaseModel) else json.dumps(value, ensure_ascii=False)
    )
    typer.echo(body)


def statement_of(meta: Meta) -> str:
    """The text of the statement an answer came from, for the page's "query"; "" when it came from several."""
    query = catalogue().get(meta.statement)
    return query.text if query else ""
