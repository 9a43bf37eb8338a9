"""What happens on one server: start, load, memory, and how long questions take."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.measure import Clock, percentile, quiet_environment, watching
from graph import gaps, server
from graph.paths import PathQuestion, find_paths
from graph.schema import NODE_KINDS
from graph.settings import Settings
from graph.store import Store
from loaders.demo import QUESTIONS

STARTS = 3
QUESTIONS_ASKED = 240
SEED = 20211118
"""Any fixed number would do: the same pairs are asked in every run."""


@dataclass
class Local:
    """Figures of one server. Seconds, bytes, counts; times of questions in milliseconds."""

    first_start: float = 0.0
    starts: list[float] = field(default_factory=list)
    load_seconds: float = 0.0
    rows: int = 0
    nodes: int = 0
    ties: int = 0
    load_peak: int = 0
    server_peak: int = 0
    paths: list[float] = field(default_factory=list)
    gaps: dict[str, list[float]] = field(default_factory=dict)


def settings_of(folder: Path, cache: Path, port: int) -> Settings:
    """Settings of a server of its own."""
    return Settings(
        home=folder / "home",
        cache=cache,
        bolt_port=port,
        mirror=Settings().mirror,
        neo4j_uri="",
        neo4j_user="neo4j",
        neo4j_password="",
        neo4j_database="neo4j",
    )


def measure(settings: Settings) -> Local:
    """All figures; the server is stopped at the end."""
    found = Local()
    try:
        found.first_start = _start(settings)
        _load(settings, found)
        for _ in range(STARTS):
            server.stop(settings)
            found.starts.append(_start(settings))
        with Store(settings) as store, watching(server.status(settings).pid) as peak:
            _ask(store, found)
        found.server_peak = max(found.server_peak, peak.rss)
    finally:
        server.stop(settings)
    return found


def _start(settings: Settings) -> float:
    clock = Clock()
    server.start(settings)
    return clock()


def _load(settings: Settings, found: Local) -> None:
    """The whole bundled load as the command does it, in a process of its own so that its memory can be told."""
    command = [str(Path(sys.executable).with_name("xishang")), "load", "--all", "--json"]
    values = {
        "XISHANG_HOME": str(settings.home),
        "XISHANG_CACHE": str(settings.cache),
        "XISHANG_BOLT_PORT": str(settings.bolt_port),
    }
    clock = Clock()
    with quiet_environment(**values) as env, watching(server.status(settings).pid) as of_server:
        child = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        with watching(child.pid) as of_load:
            told, _ = child.communicate()
    found.load_seconds = clock()
    if child.returncode:
        raise RuntimeError("xishang load --all failed")
    found.load_peak, found.server_peak = of_load.rss, of_server.rss
    found.rows = sum(json.loads(line)["data"]["read"] for line in told.splitlines())
    with Store(settings) as store:
        found.nodes = sum(row["count"] for row in store.read("report/counts_by_kind") if row["label"] in NODE_KINDS)
        found.ties = sum(row["count"] for row in store.read("report/counts_by_tie"))


def _ask(store: Store, found: Local) -> None:
    """Paths between the true ends and random bodies, and every rule in turn; each asked once before it is timed."""
    ends = pairs(store)
    for start, end in ends:
        find_paths(store, _question(start, end))
    found.paths = [_milliseconds(lambda s=start, e=end: find_paths(store, _question(s, e))) for start, end in ends]  # type: ignore[misc]  # defaults bind the loop's values
    rules = [rule.name for rule in gaps.rules()]
    for rule in rules:
        gaps.ask(store, rule)
        rounds = range(QUESTIONS_ASKED // len(rules) + 1)
        found.gaps[rule] = [_milliseconds(lambda name=rule: gaps.ask(store, name)) for _ in rounds]  # type: ignore[misc]  # the default binds the loop's value


def pairs(store: Store) -> list[tuple[str, str]]:
    """Ends of path questions: the true ones of the demo, then random walkable bodies, the same in every run."""
    ids = sorted(row["id"] for row in store.read("report/walkable"))
    chosen = random.Random(SEED)
    true = [(start, end) for start, end, _ in QUESTIONS]
    return true + [(pair[0], pair[1]) for pair in (chosen.sample(ids, 2) for _ in range(QUESTIONS_ASKED - len(true)))]


def _question(start: str, end: str) -> PathQuestion:
    return PathQuestion.model_validate({"from": start, "to": end})


def _milliseconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - before)


def spread(values: list[float]) -> str:
    """p50 / p95 with the number of questions."""
    return f"{percentile(values, 0.5):.1f} / {percentile(values, 0.95):.1f} (n = {len(values)})"
