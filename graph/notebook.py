"""For analysts' notebooks: the same questions as on every door, answers as tables and pictures, the graph by py2neo.

    store = open_graph()
    to_polars(find_path(store, "陕西锌业", "西安交通大学"))
    picture(cypher(store, "MATCH p = (:Enterprise)--(:Platform)--(:University) RETURN p LIMIT 20"))

pandas and polars come with the extra `notebook`. py2neo is end-of-life and is imported here only: docs/py2neo.md shows
each call beside its driver twin, a contract test holds what works and what does not.
"""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING, Any

import py2neo
from pydantic import BaseModel

from graph import gaps
from graph import search as searching
from graph.answers import Answer, CypherAnswer, GapAnswer, NodeDetail, PathAnswer, SearchAnswer
from graph.frames import columns_of, rows_of
from graph.free import MAX_ROWS, CypherQuestion, ask_cypher
from graph.paths import PathQuestion, find_paths
from graph.reasons import Q, checked
from graph.server import connection
from graph.settings import Settings
from graph.store import Store
from graph.views import gap_page, node_page, path_page, table_page

if TYPE_CHECKING:
    import pandas
    import polars

AnyAnswer = Answer[SearchAnswer] | Answer[PathAnswer] | Answer[GapAnswer] | Answer[CypherAnswer] | Answer[NodeDetail]


def open_graph(settings: Settings | None = None) -> Store:
    """The graph that the settings mean (environment, `.env`, else the local server). Raises as `Store`."""
    store = Store(settings or Settings())
    store.verify()
    return store


def search(store: Store, text: str, *, limit: int = 20) -> Answer[SearchAnswer]:
    """Bodies a name, short name, former name, pinyin or id may mean."""
    return searching.search(store, text, limit=limit)


def node(store: Store, name: str) -> Answer[NodeDetail]:
    """One node with its ties. Raises `NotFoundError` or `AmbiguousNameError`."""
    return searching.node(store, name)


def find_path(store: Store, start: str, end: str, /, **more: Any) -> Answer[PathAnswer]:
    """How `start` connects to `end`; `more` are the other fields of `PathQuestion` (max_hops, k, via, as_of, …)."""
    return find_paths(store, _checked(PathQuestion, {"start": start, "end": end} | more))


def find_gaps(store: Store, rule: str, /, **parameters: Any) -> Answer[GapAnswer]:
    """The rows of a gap rule; `gap_rules()` lists the rules. Raises `NotFoundError`, `UsageError`."""
    return gaps.ask(store, rule, **parameters)


def cypher(
    store: Store, statement: str, /, *, limit: int = MAX_ROWS, seconds: float = 10.0, **parameters: Any
) -> Answer[CypherAnswer]:
    """Rows of a read-only statement, past the gates of free Cypher; warns when there are more than `limit` (≤ 5,000).

    Parameters named `limit` or `seconds` cannot be given this way: use `ask_cypher` with a `CypherQuestion`.
    """
    given = {"statement": statement, "parameters": parameters, "limit": limit, "seconds": seconds}
    answer = ask_cypher(store, _checked(CypherQuestion, given))
    if cut := answer.meta.truncated:
        warnings.warn(
            f"只取了前 {cut.shown} 行（{cut.why}），后面还有：加条件、聚合，或分页取 (SKIP … LIMIT …)", stacklevel=2
        )
    return answer


def to_pandas(answer: AnyAnswer) -> pandas.DataFrame:
    """An answer as a pandas table; one without rows keeps its columns."""
    # Loaded here: pandas is for notebooks only and takes half a second.
    import pandas

    return pandas.DataFrame(rows_of(answer.data), columns=columns_of(answer.data))


def to_polars(answer: AnyAnswer) -> polars.DataFrame:
    """An answer as a polars table. polars has one type a column: what is of several types becomes text."""
    # Loaded here for the same reason.
    import polars

    rows, columns = rows_of(answer.data), columns_of(answer.data)
    return polars.DataFrame([_series(name, [row[name] for row in rows]) for name in columns])


def _series(name: str, values: list[Any]) -> polars.Series:
    import polars  # as above

    types = {type(value) for value in values if value is not None}
    if types == {dict}:
        # polars takes the fields of the first map for those of all, and drops the others.
        fields = sorted({field for value in values if value for field in value})
        values = [None if value is None else {field: value.get(field) for field in fields} for value in values]
    if types == {int, float}:
        values = [value if value is None else float(value) for value in values]
    elif len(types) > 1:
        values = [_as_text(value) for value in values]
    try:
        return polars.Series(name, values)
    except (TypeError, polars.exceptions.PolarsError):
        # Lists or maps whose members are of several types.
        return polars.Series(name, [_as_text(value) for value in values], dtype=polars.String)


def _as_text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _checked(model: type[Q], given: dict[str, Any]) -> Q:
    called = {"from": "start", "to": "end"}
    return checked(model, given, called, way_out=f"可用的参数：{'、'.join(model.model_fields)}")


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


def picture(answer: AnyAnswer, *, height: int = 640) -> Picture:
    """The picture of an answer, to be the last value of a cell; `height` in pixels. A search has none: `TypeError`."""
    return Picture(_page(answer), height)


def _page(answer: Answer[Any]) -> str:
    data: BaseModel = answer.data
    if isinstance(data, PathAnswer):
        return path_page(answer)
    if isinstance(data, GapAnswer):
        return gap_page(answer)
    if isinstance(data, NodeDetail):
        return node_page(answer)
    if isinstance(data, CypherAnswer):
        return table_page(answer)
    raise TypeError(f"{type(data).__name__} has no picture: ask a path, a gap, a node or a statement")


gap_rules = gaps.rules


def py2neo_graph(settings: Settings | None = None) -> py2neo.Graph:
    """The same graph as a `py2neo.Graph`. Raises `ServerDownError` when the local server is not running.

    No gate stands before it: `run` writes if the statement does. `query` is its read-only call.
    """
    target = connection(settings or Settings())
    return py2neo.Graph(target.uri, auth=(target.user, target.password), name=target.database)


__all__ = [
    "Picture",
    "Settings",
    "cypher",
    "find_gaps",
    "find_path",
    "gap_rules",
    "node",
    "open_graph",
    "picture",
    "py2neo_graph",
    "search",
    "to_pandas",
    "to_polars",
]
