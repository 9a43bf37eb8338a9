"""The only importer of the driver: one driver a process, statements of the catalogue in, plain rows out.

Reads are routed (`routing_="r"` on a cluster) and see the process' own writes by bookmarks. Errors of the driver become
the errors of `graph.errors`, in the user's words, with a way out.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import neo4j

from graph import catalogue
from graph.answers import Meta
from graph.catalogue import Query
from graph.errors import ForeignGraphError, LoadInProgressError, ServerDownError, XishangError
from graph.server import connection
from graph.settings import Settings
from graph.store.faults import is_fault, translated
from graph.store.plain import plain
from graph.store.table import Table, read_table

Row = dict[str, Any]
T = TypeVar("T")

CONNECT_SECONDS = 5.0
SNAPSHOT_TRIES = 5
DEADLOCK = "DeadlockDetected"
DEADLOCK_TRIES = 8


@dataclass(frozen=True)
class GraphState:
    """What the graph says of itself: `version` counts completed loads; an empty store has version 0."""

    version: int
    loaded_at: str | None
    load_in_progress: bool
    schema: str | None

    def meta(self, statement: str, parameters: Mapping[str, Any] | None = None, **more: Any) -> Meta:
        """Where an answer of this state comes from; `more` are further fields of `Meta`."""
        return Meta(
            graph_version=str(self.version),
            loaded_at=self.loaded_at,
            load_in_progress=self.load_in_progress,
            statement=statement,
            parameters=dict(parameters or {}),
            **more,
        )


@dataclass(frozen=True)
class Plan:
    """What EXPLAIN says: `type` is r, w, rw or s; `root` a tree of `operatorType`, `args`, `children`."""

    type: str
    root: dict[str, Any]


class Work:
    """One open transaction: statements of the catalogue go in, rows come out as plain values."""

    def __init__(self, transaction: neo4j.Transaction | neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, query: str | Query, *, slots: Mapping[str, str | int] | None = None, **params: Any) -> list[Row]:
        """Run a statement of the catalogue and return all its rows; parameters left out take their defaults."""
        found = catalogue.get(query) if isinstance(query, str) else query
        text = found.filled(**slots) if slots else found.text
        return self.run_text(text, _values(found, params))

    def run_parts(self, query: str, parts: Iterable[Sequence[str]], **params: Any) -> list[Row]:
        """Run a statement once for each list of ids and return all rows; the parts may run in any order."""
        return [row for ids in parts for row in self.run(query, ids=ids, **params)]

    def each(self, query: str, **params: Any) -> Iterator[Row]:
        """The rows of a statement of the catalogue as they come, for more of them than memory should hold."""
        found = catalogue.get(query)
        for record in self._transaction.run(found.text, _values(found, params)):
            yield {key: plain(value) for key, value in zip(record.keys(), record.values(), strict=True)}

    def run_text(self, text: str, values: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a statement given as text (schema commands and free Cypher; never with a user's text inside)."""
        result = self._transaction.run(text, dict(values or {}))
        return [
            {key: plain(value) for key, value in zip(record.keys(), record.values(), strict=True)} for record in result
        ]


class Store:
    """A connection to one graph database. Use as a context manager or call `close`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        target = connection(settings)
        self.uri, self.database = target.uri, target.database
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with translated(self.uri):
            self._driver = neo4j.GraphDatabase.driver(
                target.uri,
                auth=(target.user, target.password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=CONNECT_SECONDS,
                notifications_min_severity="OFF",
            )

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back all connections."""
        self._driver.close()

    def verify(self) -> str:
        """Ask the server who it is; returns for example `5.26.30`. Raises the errors of `translated`."""
        with translated(self.uri):
            info = self._driver.get_server_info()
        return str(info.agent).removeprefix("Neo4j/")

    def read(
        self,
        query: str | Query,
        *,
        slots: Mapping[str, str | int] | None = None,
        seconds: float | None = None,
        **params: Any,
    ) -> list[Row]:
        """Rows of one statement of the catalogue, read-only, within a time limit (seconds; default of the settings)."""
        return self.reading(lambda work: work.run(query, slots=slots, **params), seconds=seconds)

    def read_text(
        self, text: str, values: Mapping[str, Any] | None = None, *, seconds: float | None = None
    ) -> list[Row]:
        """Rows of a statement given as text, in a READ session. Raises `ReadOnlyServerError` when it writes."""
        return self.reading(lambda work: work.run_text(text, values), seconds=seconds)

    def reading(self, work: Callable[[Work], T], *, seconds: float | None = None) -> T:
        """Do several reads in one read transaction; retried by the driver on a passing fault."""
        limit = self.settings.query_seconds if seconds is None else seconds
        function = neo4j.unit_of_work(timeout=limit)(lambda tx: work(Work(tx)))
        with translated(self.uri), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(function)

    def snapshot(self, work: Callable[[Work], T], *, seconds: float | None = None) -> tuple[T, GraphState]:
        """Reads that all see one version of the graph, with that version.

        Neo4j reads committed data statement by statement, so a load that commits in between would be seen in part. The
        version is read before and after; when it moved, the reads are done again. Half a commit may also be seen (a
        node without its labels yet, met while a load ended): a fault of `work` counts only when no load was under way.
        """

        def between(reads: Work) -> tuple[list[T], GraphState, GraphState, Exception | None]:
            before = _state(reads)
            try:
                return [work(reads)], before, _state(reads), None
            except (XishangError, neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
                raise
            except Exception as fault:
                return [], before, _state(reads), fault

        for attempt in range(SNAPSHOT_TRIES):
            result, before, after, fault = self.reading(between, seconds=seconds)
            still = before.version == after.version
            if fault is not None and still and not (before.load_in_progress or after.load_in_progress):
                raise fault
            if result and still:
                return result[0], after
            time.sleep(0.05 * (attempt + 1))
        raise LoadInProgressError("正在连续装载，暂时读不到前后一致的图", way_out="稍候再问")

    def writing(self, work: Callable[[Work], T], *, seconds: float | None = None) -> T:
        """Do all writes of `work` in one transaction: all of them, or, on any error, none."""
        with translated(self.uri), self._session(neo4j.WRITE_ACCESS) as session:
            transaction = session.begin_transaction(timeout=seconds)
            with transaction:
                result = work(Work(transaction))
                transaction.commit()
        return result

    def writing_beside(self, work: Callable[[Work], T]) -> T:
        """`writing` beside other writers of one load: what a deadlock rolled back is done again, a few times.

        Two writers that share no node may still wait for each other, since a tie hangs in the chains of both its ends
        (met at 20 k bodies and 100 k ties).
        """
        for attempt in range(DEADLOCK_TRIES - 1):
            try:
                return self.writing(work)
            except ServerDownError as error:
                if not is_fault(error, DEADLOCK):
                    raise
                time.sleep(random.uniform(0.01, 0.05) * (attempt + 1))
        return self.writing(work)

    def schema_commands(self, statements: list[str]) -> None:
        """Run constraint and index commands, each in a transaction of its own as Neo4j asks."""
        for text in statements:
            self.writing(lambda work, text=text: work.run_text(text))  # type: ignore[misc]  # default binds the loop's value

    def explain(self, text: str, values: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The plan the server would follow for a statement, which is not run: a tree of `operatorType`, `children`."""
        return self.plan(text, values).root

    def plan(self, text: str, values: Mapping[str, Any] | None = None) -> Plan:
        """What EXPLAIN says of a statement, which is not run: its type and its tree of operators."""
        with translated(self.uri), self._session(neo4j.WRITE_ACCESS) as session:
            summary = session.run(f"EXPLAIN {text}", dict(values or {})).consume()
        return Plan(summary.query_type or "", dict(summary.plan or {}))

    def table(self, text: str, values: Mapping[str, Any], *, cap: int, seconds: float) -> Table:
        """At most `cap` rows of a read-only statement, with the nodes and ties in them. Not retried: it may be slow."""
        with translated(self.uri), self._session(neo4j.READ_ACCESS) as session:
            return read_table(session, text, values, cap=cap, seconds=seconds)

    def state(self) -> GraphState:
        """Version and last load of the graph; version 0 when nothing was loaded yet."""
        return self.reading(_state)

    def refuse_foreign(self) -> None:
        """Raise `ForeignGraphError` when the database holds nodes that are not ours; nothing is written then."""
        row = self.read("read/foreign")[0]
        strangers = row["total"] - (row["ours"] if row["marker"] else 0)
        if strangers:
            raise ForeignGraphError(
                f"数据库 {self.database}（{self.uri}）里已有 {strangers} 个不属于西商图谱的节点，拒绝写入",
                way_out="请用 NEO4J_URI、NEO4J_DATABASE 指向一个空库，或用 xishang db start 启动自带的数据库",
            )

    @contextmanager
    def _session(self, mode: str) -> Iterator[neo4j.Session]:
        with self._driver.session(
            database=self.database, default_access_mode=mode, bookmark_manager=self._bookmarks
        ) as session:
            yield session


def _state(work: Work) -> GraphState:
    rows = work.run("read/graph_state")
    if not rows:
        return GraphState(0, None, False, None)
    row = rows[0]
    return GraphState(row["version"], row["loaded_at"], bool(row["load_in_progress"]), row["schema"])


def _values(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a statement, those left out at their defaults. Raises `TypeError`: one missing or unknown."""
    missing = [key for key, p in query.params.items() if key not in given and not p.optional and p.default is None]
    if missing or given.keys() - query.params.keys():
        raise TypeError(f"{query.name}: missing {missing}, unknown {sorted(given.keys() - query.params.keys())}")
    return {key: given.get(key, p.default) for key, p in query.params.items()}
