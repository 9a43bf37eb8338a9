"""The figures as bench/RESULTS-load.md, with the aims and what falls short of them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import Any

from bench.load.contenders import OURS, Runs

BEST, COMMON = "py2neo-best", "py2neo-common"
WORDS = {
    OURS: "xishang, Bolt in batches",
    BEST: "py2neo.bulk, one shared key label",
    COMMON: "py2neo.bulk, label of the kind",
    "graphio": "graphio",
    "neomodel": "neomodel (nodes, and the first 2,000 ties)",
}


def page(found: dict[str, Any], ties: int) -> str:
    """The whole page from the raw figures of each part."""
    lines = [
        "# Loading",
        "",
        "Written by `make bench-load`. Each part names the day and the state it was measured at.",
        "",
    ]
    writers = {
        int(nodes): {name: Runs(**one) for name, one in runs.items()} for nodes, runs in _of(found, "writers").items()
    }
    for nodes, runs in writers.items():
        lines += [*_writers(nodes, ties, runs), _when(found, "writers"), ""]
    for text, one in _of(found, "whole").items():
        bare = _middle(writers[int(text)][OURS].cold) if int(text) in writers else 0.0
        lines += [*_whole(int(text), ties, one, bare), _when(found, "whole"), ""]
    for text, one in _of(found, "offline").items():
        lines += [*_offline(int(text), one, ties, writers), _when(found, "offline"), ""]
    for text, one in _of(found, "sources").items():
        tables = _of(found, "offline").get(text)
        lines += [*_sources(int(text), one, ties, tables["seconds"] if tables else 0.0), _when(found, "sources"), ""]
    return "\n".join(lines)


def _of(found: dict[str, Any], part: str) -> dict[str, Any]:
    return dict(found.get(part, {}).get("of", {}))


def _when(found: dict[str, Any], part: str) -> str:
    return f"Measured {found[part]['when']}."


def _middle(values: list[float]) -> float:
    return median(values) if values else 0.0


def _rate(values: list[float]) -> str:
    if not values:
        return "–"
    spread = "" if len(values) == 1 else f" ({min(values):,.0f}–{max(values):,.0f})"
    return f"{median(values):,.0f}{spread}"


def _writers(nodes: int, ties: int, runs: dict[str, Runs]) -> list[str]:
    mine = runs[OURS]
    lines = [
        f"## Bare writers, {nodes:,} nodes and {nodes * ties:,} ties",
        "",
        "Prepared rows over Bolt, same server and constraints, in turns; nodes and ties a second, median and range.",
        "",
        "| writer | empty store | once more | ours: empty | ours: once more |",
        "|---|---|---|---|---|",
    ]
    for name, one in runs.items():
        lines.append(
            f"| {WORDS[name]} | {_rate(one.cold) if not one.fault else one.fault} | {_rate(one.again)} "
            f"| {_times(mine.cold, one.cold)} | {_times(mine.again, one.again)} |"
        )
    aims = "Aims: 1.3 x the best-used peer into an empty store, 2 x once more, 2.5 x the peer as commonly used."
    note = (
        "Once more: our batches find everything there and set nothing; the peers set every property again, as their "
        "merge does. py2neo merges a tie by its id, as we do."
    )
    return [*lines, "", aims, note, ""]


def _times(mine: list[float], other: list[float]) -> str:
    return f"{_middle(mine) / _middle(other):.1f} x" if mine and other else "–"


def _whole(nodes: int, ties: int, found: dict[str, Any], bare: float) -> list[str]:
    first, unchanged, changed = found["first"], found["unchanged"], found["changed"]
    seconds = sum(one["seconds"] for name, one in first.items() if name.startswith("made-up"))
    rate = nodes * (ties + 1) / seconds
    project = first["made-up-projects"]["seconds"]
    again = changed["made-up-projects"]
    share = f"{rate / bare:.2f} x" if bare else "–"
    how = ", ".join(one["writer"] for name, one in first.items() if name.startswith("made-up"))
    gain = f"{again['seconds']:.1f} s, first load {project:.1f} s, {project / again['seconds']:.1f} x"
    return [
        f"## The whole pipeline, {nodes:,} nodes and {nodes * ties:,} ties from source files",
        "",
        "Reading, checks, identity by key and name, provenance, a record a row, registry, city and degree.",
        "On a server just started, whose statements are not planned yet; the bare writers above run on a warm one.",
        "",
        "| what | figure | aim |",
        "|---|---|---|",
        f"| both sources into an empty store | {seconds:.1f} s, {rate:,.0f} items a second | |",
        f"| of the bare writer's items a second | {share} | ≥ 0.5 x |",
        f"| how they were written | {how} | |",
        f"| peak memory of Python, all processes | {first['memory'] / 2**20:,.0f} MiB | ≤ 2,048 MiB at 1 M + 5 M |",
        f"| projects again, file unchanged | {unchanged['made-up-projects']['seconds']:.2f} s | ≤ 1 s |",
        f"| projects again ({again['read']:,} rows), one row changed | {gain} | ≥ 5 x |",
        "",
    ]


def _offline(nodes: int, found: dict[str, Any], ties: int, writers: dict[int, dict[str, Runs]]) -> list[str]:
    items = nodes * (ties + 1)
    rate = items / found["seconds"]
    steps = [*found["steps"], ["the end", found["seconds"]]]
    rows = [f"| from {text} | {later[1] - at:.1f} s | |" for (text, at), later in pairwise(steps)]
    largest = max(writers, default=0)
    best = _middle(writers[largest][BEST].cold) if largest and BEST in writers[largest] else 0.0
    peer = f"{rate / best:.1f} x, extrapolated from its {best:,.0f} a second at {largest:,} nodes" if best else "–"
    return [
        f"## Offline, {nodes:,} nodes and {nodes * ties:,} ties from prepared tables",
        "",
        "Into an empty local store: csv, import, constraints and indexes online, new store in place, server up.",
        "",
        "| what | figure | aim |",
        "|---|---|---|",
        f"| all | {found['seconds']:.1f} s, {rate:,.0f} items a second | |",
        *rows,
        f"| of the best peer's items a second | {peer} | ≥ 4 x |",
        f"| peak memory of Python, all processes | {found['memory'] / 2**20:,.0f} MiB | ≤ 2,048 MiB |",
        f"| counted afterwards | {found['counted']['nodes']:,} nodes, {found['counted']['ties']:,} ties | |",
        "",
    ]


def _sources(nodes: int, found: dict[str, Any], ties: int, bare: float) -> list[str]:
    sources = {name: one for name, one in found.items() if name.startswith("made-up")}
    seconds = sum(one["seconds"] for one in sources.values())
    rows = [
        f"| {name}, {one['read']:,} rows, {one['writer']} | {one['seconds']:.0f} s | |" for name, one in sources.items()
    ]
    share = f"{seconds / bare:.1f} x" if bare else "–"
    return [
        f"## From source files, {nodes:,} nodes and {nodes * ties:,} ties",
        "",
        "Into an empty local store: reading, checks, identity, provenance, a record a row, registry, city and degree.",
        "",
        "| what | figure | aim |",
        "|---|---|---|",
        f"| both sources | {seconds:.0f} s, {nodes * (ties + 1) / seconds:,.0f} items a second | |",
        *rows,
        f"| of the time from prepared tables (above) | {share} | ≤ 3 x |",
        f"| peak memory of Python, all processes | {found['memory'] / 2**20:,.0f} MiB | ≤ 2,048 MiB |",
        f"| counted afterwards | {found['counted']['nodes']:,} nodes, {found['counted']['ties']:,} ties | |",
        "",
    ]
