"""Measures loading and writes bench/RESULTS-load.md.

python -m bench.load --peers .venv-bench/bin/python            the default: 20 k + 100 k, 100 k + 500 k, 1 M + 5 M
python -m bench.load --worlds 2000 --offline 0 --pairs 1       a small trial
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench.load.contenders import Runs, compare
from bench.load.page import page
from bench.load.tables import write_tables_of
from bench.load.world import write_world
from bench.local import settings_of
from bench.measure import commit, load_average, machine
from bench.run import free_port
from graph import server
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import ensure_schema

ROOT = Path(__file__).parent.parent.parent
RESULTS = ROOT / "bench" / "RESULTS-load.md"
TIES = 5
"""Ties a node."""


@dataclass
class Measured:
    """All figures of a run; sizes are numbers of nodes."""

    head: list[str]
    writers: dict[int, dict[str, Runs]] = field(default_factory=dict)
    whole: dict[int, dict[str, Any]] = field(default_factory=dict)
    offline: tuple[int, dict[str, Any]] | None = None


def main(arguments: list[str]) -> int:
    """Runs the measurements one after the other and writes the page."""
    parser = argparse.ArgumentParser(description="measure loading and write bench/RESULTS-load.md")
    parser.add_argument("--peers", type=Path, default=ROOT / ".venv-bench/bin/python", help="Python of the peers")
    parser.add_argument("--worlds", type=int, nargs="*", default=[20_000, 100_000], help="sizes in nodes")
    parser.add_argument("--offline", type=int, default=1_000_000, help="size of the offline build, 0: none")
    parser.add_argument("--pairs", type=int, default=3, help="turns of the smallest world; larger ones take one")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the page")
    chosen = parser.parse_args(arguments)
    head = [f"Written by `make bench-load` on {date.today().isoformat()}, commit {commit(ROOT)}."]
    head += [f"Machine: {machine()}; load average at the start {load_average()}"]
    found = Measured(head)
    with tempfile.TemporaryDirectory(prefix="xishang-bench-load-") as name:
        for number, nodes in enumerate(sorted(chosen.worlds)):
            pairs = chosen.pairs if number == 0 else 1
            _world(Path(name) / f"w{nodes}", nodes, chosen.peers, pairs, found, small=number == 0)
        if chosen.offline:
            found.offline = (chosen.offline, _offline(Path(name) / "big", chosen.offline))
    head[-1] += f", at the end {load_average()}."
    chosen.out.write_text(page(found.head, found.writers, found.whole, found.offline, TIES), encoding="utf-8")
    print(f"written: {chosen.out}")
    return 0


def _world(folder: Path, nodes: int, python: Path, pairs: int, found: Measured, *, small: bool) -> None:
    """One size: the bare writers in turns, then the whole pipeline from source files."""
    print(f"{nodes} + {TIES * nodes}", flush=True)
    folder.mkdir(parents=True)
    settings = settings_of(folder, Settings().cache, free_port())
    server.start(settings)
    try:
        with Store(settings) as store:
            ensure_schema(store)
        tables = write_tables_of(folder / "tables", nodes, TIES * nodes)
        found.writers[nodes] = compare(settings, tables, python, folder / "lines", pairs, small)
        found.whole[nodes] = _whole(folder, settings, nodes)
        print(f"  {found.whole[nodes]}", flush=True)
    finally:
        server.stop(settings)
        shutil.rmtree(folder)


def _whole(folder: Path, settings: Settings, nodes: int) -> dict[str, Any]:
    """From source files into an empty store; once more unchanged; once more with one row changed."""
    sources = folder / "sources"
    world = write_world(sources, nodes, TIES * nodes)
    found = {"first": once(settings, "whole", sources)}
    found["unchanged"] = once(settings, "source", world.projects.folder)
    file = world.projects.folder / "projects.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = len(lines) // 2
    lines[at] = lines[at].replace("编造项目", "编造的项目", 1)
    file.write_text("".join(lines), encoding="utf-8")
    found["changed"] = once(settings, "source", world.projects.folder)
    return found


def _offline(folder: Path, nodes: int) -> dict[str, Any]:
    """Prepared tables into an empty local store, to the last index online and the server up."""
    print(f"offline {nodes} + {TIES * nodes}", flush=True)
    folder.mkdir(parents=True)
    settings = settings_of(folder, Settings().cache, free_port())
    server.start(settings)
    try:
        write_tables_of(folder / "tables", nodes, TIES * nodes)
        found = once(settings, "offline", folder / "tables")
        with Store(settings) as store:
            found["counted"] = store.read("report/totals")[0]
        print(f"  {found}", flush=True)
        return found
    finally:
        server.stop(settings)
        shutil.rmtree(folder)


def once(settings: Settings, *words: str | Path) -> dict[str, Any]:
    """`bench.load.once` in a process of its own."""
    env = os.environ | {
        "XISHANG_HOME": str(settings.home),
        "XISHANG_CACHE": str(settings.cache),
        "XISHANG_BOLT_PORT": str(settings.bolt_port),
        "NEO4J_URI": "",
        "NEO4J_PASSWORD": "",
    }
    command = [sys.executable, "-m", "bench.load.once", *map(str, words)]
    done = subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
