"""Two writers that wait for each other: one is rolled back and does its part again, nothing is lost or doubled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest

from graph.errors import ServerDownError
from graph.store import Store, Work

BOTH = 2
HOLD = "MATCH (n:Source {id: $id}) SET n.touched = coalesce(n.touched, 0) + 1"


def test_a_deadlock_is_done_again(graph: Store) -> None:
    graph.writing(lambda work: work.run_text("UNWIND ['a', 'b'] AS id CREATE (:Source {id: id})"))
    met, tries = Barrier(BOTH), {"a": 0, "b": 0}

    def cross(first: str, second: str) -> None:
        def work(write: Work) -> None:
            tries[first] += 1
            write.run_text(HOLD, {"id": first})
            with suppress(BrokenBarrierError):
                met.wait(timeout=5)  # both hold their first node; at a second try the other is gone
            write.run_text(HOLD, {"id": second})

        graph.writing_beside(work)

    with ThreadPoolExecutor(BOTH) as both:
        jobs = [both.submit(cross, "a", "b"), both.submit(cross, "b", "a")]
        for job in jobs:
            job.result()
    assert sum(tries.values()) > BOTH, "one was rolled back"
    rows = graph.read_text("MATCH (n:Source) RETURN n.touched AS touched")
    assert [row["touched"] for row in rows] == [2, 2], "each writer counted once on each node"


def test_another_fault_is_not_done_again(graph: Store) -> None:
    tries = []

    def fail(_work: Work) -> None:
        tries.append(1)
        raise ServerDownError("编造的故障", way_out="无")

    with pytest.raises(ServerDownError, match="编造的故障"):
        graph.writing_beside(fail)
    assert len(tries) == 1
