"""Prepared tables over Bolt in many transactions; two at a time where they share no node.

Ties are sorted into buckets by a hash of either end; in each of three rounds two writers hold two buckets each, so that
no node is locked by both and no transaction waits for the other or is ended by a deadlock (measured, with the sizes of
the batches, in docs/decisions/0006-bulk-writers.md).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from graph.schema import NODE_KINDS
from graph.store import Store
from loaders.prepared import Prepared, Values, rows_of

NODES, TIES = 2500, 5000
"""Rows a transaction."""

ROUNDS = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
"""Pairs of buckets that two writers hold in each round; every pair of buckets is in one of them."""

WINDOW = 200_000
"""Ties in memory at once; each window is three rounds, so a small one leaves more batches half full."""

Tell = Callable[[str, int], None]
Send = Callable[[str, dict[str, str], list[list[Any]]], None]


def write_tables(store: Store, tables: Prepared, version: int, tell: Tell) -> None:
    """Add everything in the tables; what is there already is left as it is, so a load that was cut off goes on."""

    def send(statement: str, slots: dict[str, str], rows: list[list[Any]]) -> None:
        store.writing_beside(lambda work: work.run(statement, slots=slots, rows=rows, version=version))

    with ThreadPoolExecutor(2) as both:
        _nodes(both, send, tables, tell)
        written = 0
        for type_, paths in tables.tables("ties").items():
            for window in _windows(rows_of(paths, TIES)):
                _rounds(both, send, type_, window)
                written += len(window)
                tell("写入关系", written)


def _nodes(both: ThreadPoolExecutor, send: Send, tables: Prepared, tell: Tell) -> None:
    """Records and keys first: a load that is cut off later finds by them what it had stated."""
    names = sorted(tables.tables("nodes").items(), key=lambda item: item[0].startswith("Entity"))
    written = 0
    for name, paths in names:
        statement, slots = _statement(name)
        jobs: list[Any] = []
        for batch in rows_of(paths, NODES):
            jobs.append(both.submit(send, statement, slots, [_row(name, row) for row in batch]))
            written += len(batch)
            if len(jobs) == 4:  # few batches wait in memory; an error of one stops the rest
                jobs.pop(0).result()
                tell("写入节点", written)
        for job in jobs:
            job.result()


def _statement(name: str) -> tuple[str, dict[str, str]]:
    """The statement for a table of nodes, and its slots."""
    if name == "Record":
        return "write/new_records", {}
    if name == "Identifier":
        return "write/new_identifiers", {}
    kind = next(label for label in name.split(":") if label in NODE_KINDS)
    return "write/new_entities", {"kind": kind, "group": (*NODE_KINDS[kind].groups, kind)[0]}


def _row(name: str, row: Values) -> list[Any]:
    if name == "Identifier":
        return [row["scheme"], row["value"], row["entity"]]
    return [row.pop("id"), row]


def _windows(batches: Iterable[list[Values]]) -> Iterator[list[Values]]:
    window: list[Values] = []
    for batch in batches:
        window += batch
        if len(window) >= WINDOW:
            yield window
            window = []
    if window:
        yield window


def _rounds(both: ThreadPoolExecutor, send: Send, type_: str, ties: list[Values]) -> None:
    waiting: dict[frozenset[int], list[list[Any]]] = {}
    for tie in ties:
        start, end = tie.pop("a"), tie.pop("b")
        waiting.setdefault(frozenset((bucket(start), bucket(end))), []).append([tie.pop("id"), start, end, tie])
    for pairs in ROUNDS:
        held = [[waiting.pop(key) for key in list(waiting) if key <= set(pair)] for pair in pairs]
        jobs = [both.submit(_send_all, send, type_, [row for rows in groups for row in rows]) for groups in held]
        for job in jobs:
            job.result()


def _send_all(send: Send, type_: str, rows: list[list[Any]]) -> None:
    rows.sort(key=lambda row: (row[2], row[1]))
    for start in range(0, len(rows), TIES):
        send("write/new_ties", {"type": type_}, rows[start : start + TIES])


def bucket(id_: str) -> int:
    """The bucket of an id, the same in every run."""
    return zlib.crc32(id_.encode()) % 4
