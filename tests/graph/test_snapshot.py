"""A snapshot is of one version: what was read while a load ended is read again, a fault of ours is not hidden."""

from __future__ import annotations

import pytest

from graph.errors import LoadInProgressError
from graph.store import Store, Work

MARK = "MERGE (g:GraphState {id: 'xishang'}) SET g.version = coalesce(g.version, 0) + 1, g.load_in_progress = false"
HALF = {"labels": ["Entity"]}
"""A node as met while a load ended: its kind's label was not there yet."""


def test_half_a_commit_is_read_again(empty_graph: Store) -> None:
    empty_graph.writing(lambda work: work.run_text(MARK))
    calls: list[int] = []

    def read(_: Work) -> str:
        calls.append(1)
        if len(calls) == 1:
            empty_graph.writing(lambda work: work.run_text(MARK))
            return next(label for label in HALF["labels"] if label == "University")
        return "whole"

    result, state = empty_graph.snapshot(read)
    assert (result, len(calls), state.version) == ("whole", 2, 2)


def test_a_fault_without_a_load_is_raised_at_once(empty_graph: Store) -> None:
    calls: list[int] = []

    def read(_: Work) -> str:
        calls.append(1)
        raise KeyError("ours")

    with pytest.raises(KeyError):
        empty_graph.snapshot(read)
    assert len(calls) == 1


def test_loads_without_end_are_an_error_with_a_name(empty_graph: Store) -> None:
    def read(_: Work) -> None:
        empty_graph.writing(lambda work: work.run_text(MARK))

    with pytest.raises(LoadInProgressError):
        empty_graph.snapshot(read)
