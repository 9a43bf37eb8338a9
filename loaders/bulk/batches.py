"""Prepared tables over Bolt in many transactions; two at a time where they share no node.

Ties are sorted into buckets by a hash of either end; in each of three rounds two writers hold two buckets each, so
that no node is locked by both (measured, with the sizes of the batches, in docs/decisions/0006-bulk-writers.md). Rows
stay in columns until the writer that sends them turns them into maps, while the server works for the other one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from graph.schema import NODE_KINDS
from graph.store import Store
from loaders.collector import seldom
from loaders.late import late
from loaders.prepared import Prepared, Sort, given

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

NODES, TIES = 2500, 5000
"""Rows a transaction."""

BUCKETS = 4
ROUNDS = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
"""Pairs of buckets that two writers hold in each round; every pair of buckets is in one of them."""

WINDOW = 100_000
"""Ties of a type that a writer sorts at once; few of them leave more batches half full."""

PROBE = 50
"""Ids of a batch that are asked for first: mostly none of them is there, and the rest need not be asked."""

AT_ONCE = 4
"""Batches of nodes that wait or are under way."""

SECONDS = 60.0
"""Time for a question whether a batch is there, on a server that writes meanwhile."""

Tell = Callable[[str, int], None]


def write_tables(store: Store, tables: Prepared, version: int, tell: Tell) -> None:
    """Add everything in the tables; what is there already is left as it is, so a load that was cut off goes on."""
    writer = _Writer(store, version, tell)
    with seldom(), ThreadPoolExecutor(2) as both:
        _nodes(both, writer, tables)
        for number, pairs in enumerate(ROUNDS):
            _wait([both.submit(_ties, writer, tables, number, pair) for pair in pairs])


class _Writer:
    """Sends batches, each in a transaction of its own, and counts them."""

    def __init__(self, store: Store, version: int, tell: Tell) -> None:
        self._store, self._version, self._tell = store, version, tell
        self._written: dict[Sort, int] = {"nodes": 0, "ties": 0}
        self._lock = Lock()

    def nodes(self, name: str, frame: pl.DataFrame) -> None:
        """A batch of a table of nodes."""
        statement, slots, keys = _statement(name)
        if keys != ["id"] or not self._there("write/all_there_nodes", {"label": name.split(":")[0]}, frame):
            self._send(statement, slots, _rows(frame, keys, rest=keys == ["id"]))
        self._count("nodes", frame)

    def ties(self, type_: str, frame: pl.DataFrame) -> None:
        """A batch of ties of one type; no other writer holds a node at one of their ends."""
        slots = {"type": type_}
        if not self._there("write/all_there_ties", slots, frame):
            self._send("write/new_ties", slots, _rows(frame, ["id", "a", "b"], rest=True))
        self._count("ties", frame)

    def _there(self, statement: str, slots: dict[str, str], frame: pl.DataFrame) -> bool:
        ids = frame.get_column("id").to_list()
        return all(
            self._store.read(statement, slots=slots, ids=some, seconds=SECONDS)[0]["there"] == len(some)
            for some in (ids[:PROBE], ids)
        )

    def _send(self, statement: str, slots: dict[str, str], rows: list[list[Any]]) -> None:
        self._store.writing_beside(lambda work: work.run(statement, slots=slots, rows=rows, version=self._version))

    def _count(self, sort: Sort, frame: pl.DataFrame) -> None:
        with self._lock:
            self._written[sort] += len(frame)
            self._tell("写入节点" if sort == "nodes" else "写入关系", self._written[sort])


def _wait(jobs: list[Future[None]]) -> None:
    for job in jobs:
        job.result()


def _nodes(both: ThreadPoolExecutor, writer: _Writer, tables: Prepared) -> None:
    """Records and keys first: a load that is cut off later finds by them what it had stated."""
    names = sorted(tables.tables("nodes").items(), key=lambda item: item[0].startswith("Entity"))
    jobs: list[Future[None]] = []
    for name, paths in names:
        for path in paths:
            for part in pl.read_parquet(path).iter_slices(NODES):
                jobs.append(both.submit(writer.nodes, name, part))
                if len(jobs) == AT_ONCE:  # few batches wait in memory; an error of one stops the rest
                    jobs.pop(0).result()
        _wait(jobs)
        jobs.clear()


def _statement(name: str) -> tuple[str, dict[str, str], list[str]]:
    """The statement for a table of nodes, its slots, and the columns that come before the map of the others."""
    if name == "Record":
        return "write/new_records", {}, ["id"]
    if name == "Identifier":
        return "write/new_identifiers", {}, ["scheme", "value", "entity"]
    kind = next(label for label in name.split(":") if label in NODE_KINDS)
    return "write/new_entities", {"kind": kind, "group": (*NODE_KINDS[kind].groups, kind)[0]}, ["id"]


def _rows(frame: pl.DataFrame, keys: list[str], *, rest: bool) -> list[list[Any]]:
    """Lists of the key columns, then (with `rest`) a map of what else is given."""
    columns: list[list[Any]] = [frame.get_column(key).to_list() for key in keys]
    if rest:
        columns.append(given(frame.drop(keys)))
    return [list(row) for row in zip(*columns, strict=True)]


def _ties(writer: _Writer, tables: Prepared, number: int, pair: tuple[int, int]) -> None:
    """The ties between two buckets, by type; those within a bucket are of the first round."""
    for type_, paths in tables.tables("ties").items():
        for window in _windows(paths, number, pair):
            for part in window.sort("b", "a").iter_slices(TIES):
                writer.ties(type_, part)


def _windows(paths: list[Path], number: int, pair: tuple[int, int]) -> Iterator[pl.DataFrame]:
    waiting: list[pl.DataFrame] = []
    start, end = bucket("a"), bucket("b")
    held = start.is_in(pair) & end.is_in(pair)
    for path in paths:
        waiting.append(pl.read_parquet(path).filter(held & (start != end) if number else held))
        if sum(map(len, waiting)) >= WINDOW:
            yield pl.concat(waiting, how="diagonal_relaxed")
            waiting = []
    if waiting:
        yield pl.concat(waiting, how="diagonal_relaxed")


def bucket(column: str) -> pl.Expr:
    """The bucket of each id in a column, the same for all ends and all files of one run."""
    return pl.col(column).hash(seed=BUCKETS) % BUCKETS
