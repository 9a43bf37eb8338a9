"""Prepared tables over Bolt in many transactions; two at a time where they share no node.

Ties are sorted into buckets by a hash of either end; each of two writers holds two buckets at a time, so that no node
is locked by both, and takes the next free pair when it is through (measured, with the sizes of the batches, in
docs/decisions/0006-bulk-writers.md). Rows stay in columns until the writer that sends them turns them into maps, while
the server works for the other one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from itertools import combinations
from pathlib import Path
from threading import Condition, Lock
from typing import TYPE_CHECKING, Any

from graph.errors import ServerDownError
from graph.schema import NODE_KINDS
from graph.store import Store
from graph.store.faults import is_fault
from loaders.bulk.apart import WRITERS
from loaders.collector import sweep
from loaders.late import late
from loaders.prepared import Prepared, Sort, given
from loaders.writing import group_of

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

NODES, TIES = 2500, 5000
"""Rows a transaction."""

BUCKETS = 5
"""With five there is always a pair for a writer that is through, whichever pair the other one holds, but at the end."""

Pair = tuple[int, int]

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
    with ThreadPoolExecutor(WRITERS) as both:
        _nodes(both, writer, tables)
        pairs = Pairs()
        _wait([both.submit(_ties, writer, tables, pairs) for _ in range(WRITERS)])


class There(Enum):
    """How much of a batch is in the graph already."""

    NONE, SOME, ALL = range(3)


class _Writer:
    """Sends batches, each in a transaction of its own, and counts them."""

    def __init__(self, store: Store, version: int, tell: Tell) -> None:
        self._store, self._version, self._tell = store, version, tell
        self._written: dict[Sort, int] = {"nodes": 0, "ties": 0}
        self._lock = Lock()

    def nodes(self, name: str, frame: pl.DataFrame) -> None:
        """A batch of a table of nodes."""
        statement, slots, keys = _statement(name)
        with_id = keys == ["id"]
        labels = {"label": name.split(":")[0]}
        if not with_id or self._there("write/all_there_nodes", labels, frame) is not There.ALL:
            self._send(statement, slots, _rows(frame, keys, rest=with_id))
        self._count("nodes", frame)

    def ties(self, type_: str, frame: pl.DataFrame) -> None:
        """A batch of ties of one type; no other writer holds a node at one of their ends."""
        slots = {"type": type_}
        there = self._there("write/all_there_ties", slots, frame)
        if there is not There.ALL:
            self._add(slots, _rows(frame, ["id", "a", "b"], rest=True), there)
        self._count("ties", frame)

    def _add(self, slots: dict[str, str], rows: list[list[Any]], there: There) -> None:
        if there is There.NONE:
            try:
                self._send("write/add_ties", slots, rows)
                return
            except ServerDownError as error:
                if not is_fault(error, "ConstraintValidation"):
                    raise
                # Some are there behind the ones that were asked for; nothing of the batch was written.
        self._send("write/new_ties", slots, rows)

    def _there(self, statement: str, slots: dict[str, str], frame: pl.DataFrame) -> There:
        """How much of a batch is there, by the first ids; of all of them only when those are."""
        ids = frame.get_column("id").to_list()
        for some in (ids[:PROBE], ids):
            there = self._store.read(statement, slots=slots, ids=some, seconds=SECONDS)[0]["there"]
            if there < len(some):
                return There.SOME if there else There.NONE
        return There.ALL

    def _send(self, statement: str, slots: dict[str, str], rows: list[list[Any]]) -> None:
        self._store.writing_beside(lambda work: work.run(statement, slots=slots, rows=rows, version=self._version))
        sweep()

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
    return "write/new_entities", {"kind": kind, "group": group_of(kind)}, ["id"]


def _rows(frame: pl.DataFrame, keys: list[str], *, rest: bool) -> list[list[Any]]:
    """Lists of the key columns, then (with `rest`) a map of what else is given."""
    columns: list[list[Any]] = [frame.get_column(key).to_list() for key in keys]
    if rest:
        columns.append(given(frame.drop(keys)))
    return [list(row) for row in zip(*columns, strict=True)]


class Pairs:
    """Pairs of buckets, each given to one writer, none while a bucket of it is held."""

    def __init__(self) -> None:
        self._waiting: list[Pair] = list(combinations(range(BUCKETS), 2))
        self._held: set[int] = set()
        self._changed = Condition()

    def next(self, done: Pair | None) -> Pair | None:
        """A free pair for a writer that is through with `done`, waited for; None: all are done, or a writer failed."""
        with self._changed:
            self._held -= set(done or ())
            self._changed.notify_all()
            while self._waiting:
                for pair in self._waiting:
                    if self._held.isdisjoint(pair):
                        self._waiting.remove(pair)
                        self._held |= set(pair)
                        return pair
                self._changed.wait()
        return None

    def stop(self) -> None:
        """No more pairs for anyone."""
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()


def _ties(writer: _Writer, tables: Prepared, pairs: Pairs) -> None:
    """The ties between two buckets, by type, pair by pair."""
    pair: Pair | None = None
    try:
        while pair := pairs.next(pair):
            for type_, paths in tables.tables("ties").items():
                for window in _windows(paths, pair):
                    for part in window.sort("b", "a").iter_slices(TIES):
                        writer.ties(type_, part)
    except BaseException:
        pairs.stop()  # the other writer would wait for the buckets held here
        raise


def _windows(paths: list[Path], pair: Pair) -> Iterator[pl.DataFrame]:
    waiting: list[pl.DataFrame] = []
    for path in paths:
        waiting.append(pl.read_parquet(path).filter(between(pair)))
        if sum(map(len, waiting)) >= WINDOW:
            yield pl.concat(waiting, how="diagonal_relaxed")
            waiting = []
    if waiting:
        yield pl.concat(waiting, how="diagonal_relaxed")


def between(pair: Pair) -> pl.Expr:
    """Whether a tie is one of this pair of buckets; those within a bucket are of one of its pairs."""
    one, other = pair
    start, end = bucket("a"), bucket("b")
    found = ((start == one) & (end == other)) | ((start == other) & (end == one))
    if other - one == 1:
        found |= (start == one) & (end == one)
    if other - one == BUCKETS - 1:
        found |= (start == other) & (end == other)
    return found


def bucket(column: str) -> pl.Expr:
    """The bucket of each id in a column, the same for all ends and all files of one run."""
    return pl.col(column).hash(seed=BUCKETS) % BUCKETS
