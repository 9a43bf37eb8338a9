"""Ties shared out among two writers: each tie once, no bucket held twice, no writer left waiting."""

from __future__ import annotations

import time
from itertools import combinations
from pathlib import Path
from threading import Lock, Thread

import polars as pl

from graph.errors import SchemaError
from graph.store import Store
from loaders.bulk.batches import BUCKETS, Pairs, between, bucket, write_tables
from loaders.prepared import Prepared


def test_each_tie_is_of_one_pair_of_its_buckets() -> None:
    ids = [f"ent-{n}" for n in range(40)]
    ties = pl.DataFrame([{"a": a, "b": b} for a in ids for b in ids]).with_columns(x=bucket("a"), y=bucket("b"))
    found = []
    for pair in combinations(range(BUCKETS), 2):
        part = ties.filter(between(pair))
        assert {*part.get_column("x"), *part.get_column("y")} <= set(pair)
        found.append(part)
    assert pl.concat(found).sort("a", "b").equals(ties.sort("a", "b"))


def test_pairs_that_are_held_share_no_bucket() -> None:
    pairs, guard = Pairs(), Lock()
    held: set[int] = set()
    given: list[tuple[int, int]] = []
    clashes: list[tuple[int, int]] = []

    def writer() -> None:
        pair = None
        while pair := pairs.next(pair):
            with guard:
                clashes.extend([pair] if held & set(pair) else [])
                held.update(pair)
                given.append(pair)
            time.sleep(0.002)
            with guard:
                held.difference_update(pair)

    both = [Thread(target=writer, daemon=True) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(timeout=60)
    assert not clashes
    assert sorted(given) == sorted(combinations(range(BUCKETS), 2))


def test_a_writer_that_fails_does_not_leave_the_other_waiting(graph: Store, tmp_path: Path) -> None:
    tables = Prepared(tmp_path / "tables")
    ids = [f"ent-{n}" for n in range(50)]
    tables.add_frame("ties", "NO_SUCH_TIE", pl.DataFrame({"a": ids, "b": ids[::-1], "id": ids}))
    met: list[BaseException] = []

    def write() -> None:
        try:
            write_tables(graph, tables, 1, lambda _what, _count: None)
        except SchemaError as error:
            met.append(error)

    own = Thread(target=write, daemon=True)
    own.start()
    own.join(timeout=60)
    assert not own.is_alive()
    assert len(met) == 1


def test_a_batch_of_which_some_are_there_is_added_once(graph: Store, tmp_path: Path) -> None:
    """The ids that are asked for first are new, some behind them are not: the unique id says so."""
    graph.writing(lambda work: work.run_text("UNWIND range(0, 99) AS n CREATE (:Entity {id: 'ent-' + n})"))
    for number, last in enumerate((20, 100)):
        tables = Prepared(tmp_path / str(number))
        for n in range(100):
            if number or n >= 100 - last:  # at first the last twenty, then all of them
                tables.add("ties", "PARTNER_OF", {"a": "ent-0", "b": f"ent-{n}", "id": f"tie-{n}", "note": f"{number}"})
        tables.close()
        write_tables(graph, tables, number + 1, lambda _what, _count: None)
    rows = graph.read_text("MATCH ()-[r:PARTNER_OF]->() RETURN r.note AS note, r.first_load AS load, count(*) AS ties")
    assert {(row["note"], row["load"]): row["ties"] for row in rows} == {("0", 1): 20, ("1", 2): 80}
