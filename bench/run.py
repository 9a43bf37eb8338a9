"""Measures everything and writes bench/RESULTS.md.

python -m bench               all
python -m bench --no-fresh    without the two fresh clones (which fetch everything once)
"""

from __future__ import annotations

import argparse
import socket
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import serve, stock
from bench.fresh import Fresh, fresh_clone
from bench.local import Local, measure, settings_of, spread
from bench.measure import commit, load_average, machine
from bench.pictures import Picture, pictures
from bench.serve import Serving
from bench.stock import Compared
from graph import server
from graph.settings import Settings
from graph.store import Store

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"


def main(arguments: list[str]) -> int:
    """Runs the measurements one after the other and writes the page."""
    parser = argparse.ArgumentParser(description="measure the main job and write bench/RESULTS.md")
    parser.add_argument("--no-fresh", action="store_true", help="leave out the fresh clones")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="xishang-bench-") as name:
        folder = Path(name)
        fresh = [] if chosen.no_fresh else [fresh_clone(ROOT, folder, free_port(), caches=c) for c in ("empty", "full")]
        settings = settings_of(folder, Settings().cache, free_port())
        local = measure(settings)
        warm = _warm(settings, folder)
    RESULTS.write_text(page(fresh, local, warm), encoding="utf-8")
    print(f"written: {RESULTS.relative_to(ROOT)}")
    return 0


@dataclass(frozen=True)
class Warm:
    """What is measured on a server that holds the bundled graph."""

    drawn: list[Picture]
    served: Serving
    compared: Compared


def _warm(settings: Settings, folder: Path) -> Warm:
    """On the server with the bundled graph, started once more; a machine without Chromium fails here and says so."""
    server.start(settings)
    try:
        with Store(settings) as store:
            drawn, served = pictures(store, folder), serve.measure(settings)
            with serve.worker(settings) as (address, _):
                return Warm(drawn, served, stock.compared(store, address, folder))
    finally:
        server.stop(settings)


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page(fresh: list[Fresh], local: Local, warm: Warm) -> str:
    """The whole of RESULTS.md."""
    starts = " / ".join(f"{seconds:.1f}" for seconds in local.starts)
    every_gap = [value for values in local.gaps.values() for value in values]
    lines = [
        "# Measurements",
        "",
        f"Written by `make bench` on {date.today().isoformat()}, commit {commit(ROOT)}.",
        f"Machine: {machine()}; load average at the end {load_average()}.",
        "",
        "## From a fresh clone (`make demo`)",
        "",
        *_fresh_lines(fresh),
        "## The server and the bundled load",
        "",
        "| what | figure | aim |",
        "|---|---|---|",
        f"| start to Bolt, new home | {local.first_start:.1f} s | |",
        f"| start to Bolt, with the graph | {starts} s | |",
        f"| `xishang load --all` into an empty server | {local.load_seconds:.1f} s | |",
        f"| rows read | {local.rows}, {local.rows / local.load_seconds:.0f} a second | |",
        f"| nodes | {local.nodes}, {local.nodes / local.load_seconds:.0f} a second | |",
        f"| ties | {local.ties}, {local.ties / local.load_seconds:.0f} a second | |",
        f"| peak memory of the load | {local.load_peak / 2**20:.0f} MiB | ≤ 300 MiB |",
        f"| peak memory of the server | {local.server_peak / 2**20:.0f} MiB | |",
        "",
        "## Questions on the bundled graph, warm, in milliseconds",
        "",
        "| question | p50 / p95 | aim p95 |",
        "|---|---|---|",
        f"| path, the true pairs and random ones, up to 3 hops | {spread(local.paths)} | ≤ 25 |",
        f"| gap, all rules | {spread(every_gap)} | ≤ 200 |",
        *(f"| gap {rule} | {spread(values)} | ≤ 200 |" for rule, values in local.gaps.items()),
        "",
        *serve.section(warm.served),
        *stock.section(warm.compared),
        "## Pictures",
        "",
        "| page | size | to a stable frame |",
        "|---|---|---|",
        *(f"| {one.name} | {one.size / 1000:.0f} kB | {one.stable:.0f} ms |" for one in warm.drawn),
    ]
    return "\n".join(lines) + "\n"


def _fresh_lines(fresh: list[Fresh]) -> list[str]:
    if not fresh:
        return ["Not measured in this run (`--no-fresh`).", ""]
    rows = [
        f"| {one.caches} | {one.first_answer:.0f} s | {one.whole:.0f} s | {one.received / 1e6:.0f} MB "
        f"| {one.packages / 1e6:.0f} MB | {one.jars / 1e6:.0f} MB |"
        for one in fresh
    ]
    head = "| caches | to the first answer | whole demo | received | packages cached | jars cached |"
    note = "Received is what the machine's network cards counted meanwhile; Java comes with the packages."
    return [head, "|---|---|---|---|---|---|", *rows, "", note, ""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
