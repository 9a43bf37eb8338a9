"""Ours and the peers on one server, in turns: into an empty store, then the same once more."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from bench.load import peers
from graph.schema import NODE_KINDS
from graph.settings import Settings
from graph.store import Store
from loaders.bulk.batches import write_tables
from loaders.collector import seldom
from loaders.prepared import Prepared, given

WIPE_TIES = "MATCH ()-[r]->() WITH r LIMIT $limit DELETE r RETURN count(*) AS removed"
WIPE = """
MATCH (n) WHERE NOT n:GraphState
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
"""
"""Not all peers give their nodes the common label."""
WIPED = 10_000
WARM = 2
OURS = "xishang"
ONLY_SMALL = ("graphio", "neomodel")
"""Peers that are left out of the larger world: minutes each, and far behind in the smaller one."""


@dataclass
class Runs:
    """Items a second of one contender, one figure a pair, into an empty store and once more."""

    cold: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    fault: str = ""


def compare(
    settings: Settings, tables: Prepared, python: Path, folder: Path, pairs: int, small: bool
) -> dict[str, Runs]:
    """All contenders in turns, `pairs` times; `python` is that of the peers' environment, which may be missing."""
    rows = _as_lines(tables, folder)
    wanted = [name for name in peers.names() if small or name not in ONLY_SMALL]
    found = {name: Runs() for name in (OURS, *wanted)}
    with Store(settings) as store:
        for _ in range(WARM):
            _run(OURS, store, settings, tables, python, rows)  # not counted: the server's code warms up
            _wipe(store)
        for turn in range(pairs):
            # Another begins each turn, so that none is always the first after the others.
            for name, runs in list(found.items())[turn % len(found) :] + list(found.items())[: turn % len(found)]:
                if runs.fault:
                    continue
                _wipe(store)
                try:
                    runs.cold.append(_run(name, store, settings, tables, python, rows))
                    if name != "neomodel":
                        runs.again.append(_run(name, store, settings, tables, python, rows))
                except subprocess.CalledProcessError as error:
                    runs.fault = (error.stderr or str(error)).strip().splitlines()[-1][:200]
                print(
                    f"  {name}: {[round(v) for v in runs.cold]} {[round(v) for v in runs.again]} {runs.fault}",
                    flush=True,
                )
        _wipe(store)
    return found


def _run(name: str, store: Store, settings: Settings, tables: Prepared, python: Path, rows: Path) -> float:
    """Items a second."""
    if name == OURS:
        count = tables.count("nodes") + tables.count("ties")
        start = time.perf_counter()
        with seldom():  # as in every load
            write_tables(store, tables, 1, lambda _what, _count: None)
        return count / (time.perf_counter() - start)
    password = (settings.home / "password").read_text(encoding="utf-8").strip()
    command = [str(python), peers.__file__, name, store.uri, password, str(rows)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return float((told["nodes"] + told["ties"]) / (told["node_seconds"] + told["tie_seconds"]))


def _wipe(store: Store) -> None:
    """Empty the store, and take away the constraints that peers made for themselves."""
    for row in store.read_text("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'peer_' RETURN name"):
        store.schema_commands([f"DROP CONSTRAINT {row['name']}"])
    while store.writing(lambda work: work.run_text(WIPE_TIES, {"limit": WIPED}))[0]["removed"]:
        pass
    while store.writing(lambda work: work.run_text(WIPE, {"limit": WIPED}))[0]["removed"]:
        pass


def _as_lines(tables: Prepared, folder: Path) -> Path:
    """The same rows for the peers, as lines of JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    kind_of: dict[str, str] = {}
    with (folder / "nodes.jsonl").open("w", encoding="utf-8") as file:
        for name, paths in tables.tables("nodes").items():
            kind = next(label for label in name.split(":") if label in NODE_KINDS)
            for path in paths:
                for row in given(pl.read_parquet(path)):
                    kind_of[row["id"]] = kind
                    file.write(json.dumps({"label": kind, "props": row}, ensure_ascii=False) + "\n")
    with (folder / "ties.jsonl").open("w", encoding="utf-8") as file:
        for type_, paths in tables.tables("ties").items():
            for path in paths:
                for row in given(pl.read_parquet(path)):
                    file.write(json.dumps(_tie(type_, row, kind_of), ensure_ascii=False, default=str) + "\n")
    return folder


def _tie(type_: str, row: dict[str, Any], kind_of: dict[str, str]) -> dict[str, Any]:
    a, b = row.pop("a"), row.pop("b")
    return {"type": type_, "a": a, "b": b, "start": kind_of[a], "end": kind_of[b], "props": row}
