"""What is cut off on the way: nothing half-written counts, and the next load completes the graph."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph import server
from graph.errors import LoadInProgressError
from graph.server import state
from graph.server.locking import locked
from graph.server.swap import mark_ready, put_in_place, recover, workshop, workshop_lock
from graph.settings import Settings
from graph.store import Store
from loaders.bulk import writers
from loaders.bulk.batches import BUCKETS, bucket
from loaders.bulk.choice import ONE_TRANSACTION, choose
from loaders.pipeline import load
from tests.bulk.conftest import whole
from tests.conftest import SMALL
from tests.pipeline.conftest import empty
from tests.pipeline.sources import Cells, body, source, tie

SCHOOL = body("University", "编造大学", key="moe=1")


def firms(count: int) -> list[Cells]:
    """Firms that work with a school."""
    return [tie(body("Enterprise", f"编造锌业{n}", key=f"uscc={n}"), "PARTNER_OF", SCHOOL) for n in range(count)]


class _CutOffError(Exception):
    """Stands for a cut connection or Ctrl-C."""


@pytest.mark.usefixtures("small_transactions")
def test_batches_that_are_cut_off_are_finished_by_the_next_load(
    graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, other = source(tmp_path / "one", firms(5)), source(tmp_path / "two", [SCHOOL])
    load(graph, spec, writer="bolt")
    before = whole(graph)
    empty(graph)

    def cut(*_: object, **__: object) -> None:
        raise _CutOffError

    with monkeypatch.context() as patched:
        patched.setattr(writers, "apply", cut)
        with pytest.raises(_CutOffError):
            load(graph, spec, writer="bolt")
    assert (graph.state().load_in_progress, graph.state().version) == (True, 0)
    assert not graph.read("read/source_version", source="one")
    with pytest.raises(LoadInProgressError, match="来源 one 的大批装载中断了"):
        load(graph, other)
    load(graph, spec, writer="bolt")
    assert whole(graph) == before
    assert not graph.state().load_in_progress
    load(graph, other)


def test_an_offline_build_that_fails_leaves_the_old_store(
    graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(graph, source(tmp_path / "one", firms(2)))
    before = whole(graph)

    def cut(*_: object, **__: object) -> None:
        raise _CutOffError

    monkeypatch.setattr(writers, "export", cut)
    with pytest.raises(_CutOffError):
        load(graph, source(tmp_path / "two", firms(5)), writer="offline")
    assert whole(graph) == before
    assert not workshop(graph.settings.home).exists()


def test_a_new_data_folder_takes_its_place_at_whatever_step_it_was_left(tmp_path: Path) -> None:
    for step in ("unfinished", "ready", "old moved", "new moved"):
        home = tmp_path / step
        (home / "data").mkdir(parents=True)
        (home / "data" / "which").write_text("old", encoding="utf-8")
        new = workshop(home) / "home" / "data"
        new.mkdir(parents=True)
        (new / "which").write_text("new", encoding="utf-8")
        if step != "unfinished":
            mark_ready(home)
        if step in ("old moved", "new moved"):
            (home / "data").rename(workshop(home) / "old")
        if step == "new moved":
            new.rename(home / "data")
        with locked(workshop_lock(home), lambda _text: None, ""):
            recover(home)
            assert workshop(home).exists(), "a living process builds there"
        recover(home)
        expected = "old" if step == "unfinished" else "new"
        assert (home / "data" / "which").read_text(encoding="utf-8") == expected
        assert not workshop(home).exists()
        put_in_place(home)


def test_a_start_after_a_kill_cleans_up(bulk_settings: Settings) -> None:
    server.stop(bulk_settings)
    leftover = workshop(bulk_settings.home) / "home"
    leftover.mkdir(parents=True)
    server.start(bulk_settings, memory=SMALL)
    assert not workshop(bulk_settings.home).exists()
    assert state.alive(bulk_settings.home)


def test_the_writer_follows_from_size_and_server() -> None:
    big = 10**7
    assert choose(ONE_TRANSACTION, "auto", local=True, held=True) == "transaction"
    assert choose(big, "auto", local=True, held=True) == "offline"
    assert choose(big, "auto", local=False, held=True) == "batches"
    assert choose(big, "bolt", local=True, held=True) == "batches"
    assert choose(1, "offline", local=True, held=True) == "offline"
    assert choose(1, "offline", local=False, held=True) == "transaction"
    assert choose(1, "auto", local=True, held=False) == "batches", "what was kept on disk is sent from there"
    assert choose(big, "auto", local=True, held=False) == "offline"
    ids = pl.DataFrame({"a": [f"ent-{n}" for n in range(100)]})
    assert set(ids.select(bucket("a")).to_series()) == set(range(BUCKETS))
