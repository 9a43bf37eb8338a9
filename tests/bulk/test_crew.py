"""Other processes that understand the rows of a large source: what becomes of them when something goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from graph.errors import SourceError
from graph.store import Store
from loaders import tally
from loaders.pipeline import load
from loaders.spec import SourceSpec, load_spec
from loaders.stream import crew, kept
from tests.bulk.conftest import whole
from tests.pipeline.sources import body, source

ENDS = """

import os
_understand = understand

def understand(row, out, spec):
    print("编造的一行打印")
    if row.cells["name"] == "编造的第41家":
        {}
    _understand(row, out, spec)
"""


@pytest.fixture(autouse=True)
def two_from_the_second_part_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "LARGE", 1)
    monkeypatch.setattr(kept, "PART", 7)
    for module in (crew, kept):
        monkeypatch.setattr(module, "HELPED", 7)
    monkeypatch.setattr(kept, "hands", lambda: 2)


def spec_that(folder: Path, ends: str) -> SourceSpec:
    """Sixty made-up bodies, of which understanding the 41st does this."""
    source(folder, [body("Enterprise", f"编造的第{number}家") for number in range(60)])
    with (folder / "records.py").open("a", encoding="utf-8") as file:
        file.write(ENDS.format(ends))
    return load_spec(folder)


def started_here() -> list[int]:
    """Processes of a crew that this process has started and that are there."""
    return [
        child.pid
        for child in psutil.Process().children()
        if child.status() != psutil.STATUS_ZOMBIE and "loaders.stream.hand" in child.cmdline()
    ]


@pytest.mark.parametrize(
    ("ends", "error", "words"),
    [
        ("os._exit(9)", SourceError, r"一个辅助进程意外结束（9），图谱没有改动"),
        ("raise KeyError('编造的错')", KeyError, "编造的错"),
        ("raise type('Odd', (Exception,), {})('编造的怪错')", RuntimeError, "编造的怪错"),
    ],
)
def test_what_goes_wrong_in_one_ends_the_load_and_changes_nothing(
    graph: Store, tmp_path: Path, ends: str, error: type[Exception], words: str
) -> None:
    before = whole(graph)
    with pytest.raises(error, match=words):
        load(graph, spec_that(tmp_path / "编造", ends))
    assert whole(graph) == before
    assert started_here() == []


def test_what_it_prints_is_no_answer(graph: Store, tmp_path: Path) -> None:
    assert load(graph, spec_that(tmp_path / "编造", "pass")).data.loaded == 60
    assert started_here() == []


def test_it_ends_with_the_process_that_started_it() -> None:
    hand = subprocess.run([sys.executable, "-m", "loaders.stream.hand"], stdin=subprocess.DEVNULL, timeout=60)
    assert hand.returncode == 0


def test_a_single_processor_has_no_crew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew.os, "sched_getaffinity", lambda _pid: {0}, raising=False)
    assert crew.hands() == 0
