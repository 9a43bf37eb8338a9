"""Two loads at once, and a loader that is stopped in the middle while somebody reads."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.errors import LoadInProgressError
from graph.settings import Settings
from graph.store import Store
from loaders.loading import wait_for_lock
from loaders.pipeline import load
from loaders.spec import SourceSpec
from tests.pipeline.graphs import everything, nodes, ties
from tests.pipeline.sources import Cells, body, source, tie

ROOT = Path(__file__).parents[2]
SCHOOL = body("University", "编造大学")
ROWS: list[Cells] = [tie(body("Enterprise", f"编造公司{n}"), "PARTNER_OF", SCHOOL) for n in range(300)]


@pytest.fixture
def spec(tmp_path: Path) -> SourceSpec:
    """301 bodies, 300 ties."""
    return source(tmp_path / "many", ROWS)


@contextmanager
def loader(spec: SourceSpec, environment: dict[str, str], seconds: float = 0.0) -> Iterator[subprocess.Popen[str]]:
    """A loader process; whatever happens it is gone afterwards."""
    command = [sys.executable, "-m", "tests.pipeline.loader", str(spec.folder), str(seconds)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(30)
        if process.stdout:
            process.stdout.close()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def seen(store: Store) -> tuple[int, int, int]:
    """Version, bodies and ties, read in one statement each and held against the version before and after."""

    def read(work: Any) -> tuple[int, int]:
        bodies = work.run_text("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"]
        return bodies, work.run_text("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS n")[0]["n"]

    (bodies, edges), state = store.snapshot(read)
    return state.version, bodies, edges


class Poller(threading.Thread):
    """Reads as fast as it can until told to stop, and keeps every distinct thing it saw."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(daemon=True)
        self.settings = settings
        self.saw: set[tuple[int, int, int]] = set()
        self.reads = 0
        self.over = threading.Event()

    def run(self) -> None:
        with Store(self.settings) as store:
            while not self.over.is_set():
                self.saw.add(seen(store))
                self.reads += 1

    def stop(self) -> set[tuple[int, int, int]]:
        self.over.set()
        self.join(30)
        return self.saw


BEFORE, AFTER = (0, 0, 0), (1, 301, 300)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_loader_stopped_in_the_middle_leaves_nothing(
    graph: Store, own_settings: Settings, own_environment: dict[str, str], spec: SourceSpec, sign: signal.Signals
) -> None:
    before = everything(graph)
    poller = Poller(own_settings)
    poller.start()
    with loader(spec, own_environment, seconds=60) as process:
        assert first_line(process) == "written"
        process.send_signal(sign)
        assert process.wait(30) != 0
    assert everything(graph) == before
    load(graph, spec)
    time.sleep(0.2)
    assert poller.stop() <= {BEFORE, AFTER}
    assert poller.reads > 1
    assert seen(graph) == AFTER


def test_two_loads_of_one_source_at_once_double_nothing(
    graph: Store, own_environment: dict[str, str], spec: SourceSpec
) -> None:
    with loader(spec, own_environment, seconds=1) as one, loader(spec, own_environment, seconds=1) as two:
        outputs = [process.communicate(timeout=90)[0] for process in (one, two)]
        assert (one.returncode, two.returncode) == (0, 0), outputs
    reports = [json.loads(output.splitlines()[-1]) for output in outputs]
    assert sorted(report["unchanged"] for report in reports) == [False, True]
    assert seen(graph) == AFTER


def test_two_loads_of_two_sources_at_once_follow_each_other(
    graph: Store, own_environment: dict[str, str], tmp_path: Path, spec: SourceSpec
) -> None:
    other = source(tmp_path / "other", ROWS)
    with loader(spec, own_environment, seconds=1) as one, loader(other, own_environment, seconds=1) as two:
        outputs = [process.communicate(timeout=90)[0] for process in (one, two)]
        assert (one.returncode, two.returncode) == (0, 0), outputs
    assert seen(graph) == (2, 301, 300)
    assert {tuple(body["records"]) for body in nodes(graph).values() if body["name"] == "编造公司7"} == {
        ("many:r8", "other:r8")
    }
    assert all(len(one["records"]) == 2 for one in ties(graph).values())


def test_a_load_that_waits_too_long_is_refused(graph: Store, own_environment: dict[str, str], spec: SourceSpec) -> None:
    with loader(spec, own_environment, seconds=60) as process:
        assert first_line(process) == "written"
        with pytest.raises(LoadInProgressError, match="另一次装载正在进行") as error:
            wait_for_lock(graph, seconds=1)
        assert error.value.way_out
    wait_for_lock(graph, seconds=30)
    assert seen(graph) == BEFORE
