"""Measures loading and writes bench/RESULTS-load.md.

python -m bench.load --peers .venv-bench/bin/python            everything: 20 k + 100 k, 100 k + 500 k, 1 M + 5 M
python -m bench.load --only whole sources                      these parts; the page keeps the figures of the others
python -m bench.load --worlds 2000 --large 0 --pairs 1         a small trial

The raw figures stand in load-figures.json beside the page, each part with the day and commit it was measured at.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bench.load.contenders import compare
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
FIGURES = "load-figures.json"
TIES = 5
"""Ties a node."""


PARTS = ("writers", "whole", "offline", "sources")
"""Bare writers; the pipeline from source files; offline from prepared tables; the pipeline at the size of that."""


def main(arguments: list[str]) -> int:
    """Runs the measurements one after the other and writes the page."""
    parser = argparse.ArgumentParser(description="measure loading and write bench/RESULTS-load.md")
    parser.add_argument("--peers", type=Path, default=ROOT / ".venv-bench/bin/python", help="Python of the peers")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS, help="parts to measure")
    parser.add_argument("--worlds", type=int, nargs="*", default=[20_000, 100_000], help="sizes in nodes")
    parser.add_argument("--large", type=int, default=1_000_000, help="size of the large world, 0: none")
    parser.add_argument("--pairs", type=int, default=3, help="turns of the smallest world; larger ones take one")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the page")
    chosen = parser.parse_args(arguments)
    figures, state = chosen.out.with_name(FIGURES), commit(ROOT)
    figures.parent.mkdir(parents=True, exist_ok=True)
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}
    with tempfile.TemporaryDirectory(prefix="xishang-bench-load-") as name:
        for part in chosen.only:
            before = load_average()
            measured = _part(part, Path(name) / part, chosen)
            if measured:
                when = f"{date.today().isoformat()}, commit {state}, {machine()}"
                found[part] = {"when": f"{when}; load average before {before}, after {load_average()}", "of": measured}
                figures.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    chosen.out.write_text(page(found, TIES), encoding="utf-8")
    print(f"written: {chosen.out}")
    return 0


def _part(part: str, folder: Path, chosen: argparse.Namespace) -> dict[str, Any]:
    """The figures of one part by the size of its world in nodes."""
    worlds = sorted(chosen.worlds) if part in ("writers", "whole") else [chosen.large] if chosen.large else []
    found: dict[str, Any] = {}
    for number, nodes in enumerate(worlds):
        print(f"{part}: {nodes} + {TIES * nodes}", flush=True)
        with _server(folder) as settings:
            if part == "writers":
                pairs = chosen.pairs if number == 0 else 1
                tables = write_tables_of(folder / "tables", nodes, TIES * nodes)
                runs = compare(settings, tables, chosen.peers, folder / "lines", pairs, number == 0)
                found[str(nodes)] = {name: asdict(one) for name, one in runs.items()}
            elif part == "whole":
                found[str(nodes)] = _whole(folder, settings, nodes)
            elif part == "offline":
                write_tables_of(folder / "tables", nodes, TIES * nodes)
                found[str(nodes)] = once(settings, "offline", folder / "tables") | _counted(settings)
            else:
                write_world(folder / "sources", nodes, TIES * nodes)
                found[str(nodes)] = once(settings, "whole", folder / "sources") | _counted(settings)
        print(f"  {found[str(nodes)]}", flush=True)
    return found


@contextmanager
def _server(folder: Path) -> Iterator[Settings]:
    """A server with an empty graph in a folder that is gone afterwards."""
    folder.mkdir(parents=True)
    settings = settings_of(folder, Settings().cache, free_port())
    server.start(settings)
    try:
        with Store(settings) as store:
            ensure_schema(store)
        yield settings
    finally:
        server.stop(settings)
        shutil.rmtree(folder)


def _counted(settings: Settings) -> dict[str, Any]:
    with Store(settings) as store:
        return {"counted": store.read("report/totals")[0]}


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
