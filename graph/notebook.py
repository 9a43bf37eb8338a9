"""For analysts' notebooks: the graph by py2neo, and answers as tables.

py2neo is end-of-life and is imported here only. What works on 5.26 is `run`, `to_data_frame`, `to_subgraph` and `bulk`
(a contract test holds that); its `schema` calls do not. docs/py2neo.md shows each call beside its driver twin.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import py2neo

from graph.free import CypherQuestion, ask_cypher
from graph.gaps import ask as ask_gap
from graph.paths import PathQuestion, find_paths
from graph.search import search
from graph.server import connection
from graph.settings import Settings
from graph.store import Store
from graph.views.path import path_page

if TYPE_CHECKING:
    import pandas
    import polars


def open_graph(settings: Settings | None = None) -> Store:
    """The graph that the settings mean (environment, `.env`, else the local server)."""
    return Store(settings or Settings())


def py2neo_graph(settings: Settings | None = None) -> py2neo.Graph:
    """The same graph as a `py2neo.Graph`. Raises `ServerDownError` when the local server is not running."""
    target = connection(settings or Settings())
    return py2neo.Graph(target.uri, auth=(target.user, target.password), name=target.database)


def rows(store: Store, statement: str, **parameters: Any) -> list[dict[str, Any]]:
    """Rows of a read-only statement, past the gates of free Cypher, at most 5,000."""
    answer = ask_cypher(store, CypherQuestion(statement=statement, parameters=parameters, limit=5000))
    return [dict(zip(answer.data.columns, row, strict=True)) for row in answer.data.rows]


def to_pandas(table: Iterable[dict[str, Any]]) -> pandas.DataFrame:
    """Rows as a pandas table."""
    # Loaded here: pandas is for notebooks only and takes half a second.
    import pandas

    return pandas.DataFrame(list(table))


def to_polars(table: Iterable[dict[str, Any]]) -> polars.DataFrame:
    """Rows as a polars table."""
    # Loaded here for the same reason.
    import polars

    return polars.DataFrame(list(table), infer_schema_length=None)


class Picture:
    """A page of ours inside a notebook: a frame of its own, so that its script and policy stay in it."""

    def __init__(self, html: str, height: int = 640) -> None:
        self.html, self.height = html, height

    def _repr_html_(self) -> str:
        # The page is an attribute value here: quotes and ampersands are written as references.
        source = self.html.replace("&", "&amp;").replace('"', "&quot;")
        return (
            f'<iframe sandbox="allow-scripts" width="100%" height="{self.height}" style="border:1px solid #d5d9e0" '
            f'srcdoc="{source}"></iframe>'
        )


def picture_of_path(store: Store, start: str, end: str, **more: Any) -> Picture:
    """The picture of a path question, to be the last value of a cell."""
    return Picture(path_page(find_paths(store, PathQuestion(start=start, end=end, **more))))


__all__ = [
    "CypherQuestion",
    "PathQuestion",
    "Picture",
    "ask_cypher",
    "ask_gap",
    "find_paths",
    "open_graph",
    "picture_of_path",
    "py2neo_graph",
    "rows",
    "search",
    "to_pandas",
    "to_polars",
]
