"""Measures the identity rules and writes bench/RESULTS-identity.md.

python -m bench.identity                    all
python -m bench.identity --peer PYTHON      with nomenklatura, from an interpreter that has it
python -m bench.identity --no-speed         without the generated registers
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.identity_speed import Run, speed
from bench.identity_systems import (
    Counts,
    area,
    bands,
    best_threshold,
    careful_threshold,
    count,
    nomenklatura,
    ours,
    ratio,
    token_set,
)
from bench.measure import commit, load_average, machine
from bench.resolve_speed import resolving
from tests.identity.gold import HELD_OUT, SAME, TUNING, Pair, read

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "bench" / "RESULTS-identity.md"
SIZES = (10_000, 30_000, 100_000)
HEAD = "| matcher | precision of same | recall of same | same or queued | queue |\n|---|---|---|---|---|"


@dataclass(frozen=True)
class Part:
    """One part of the gold set, the bands the rules give it, and how long one pair took."""

    title: str
    pairs: list[Pair]
    bands: list[str]
    milliseconds: float


def main(arguments: list[str]) -> int:
    """Judges the pairs, runs the peers and the registers, writes the page."""
    parser = argparse.ArgumentParser(description="measure the identity rules and write bench/RESULTS-identity.md")
    parser.add_argument("--peer", type=Path, help="the python that has nomenklatura")
    parser.add_argument("--no-speed", action="store_true", help="leave out the generated registers")
    chosen = parser.parse_args(arguments)
    tuning, held = read(TUNING), read(HELD_OUT)
    parts = [_judged("All pairs", tuning + held), _judged("Held out", held), _judged("For tuning", tuning)]
    peers: dict[str, Callable[[Sequence[Pair]], list[float]]] = {
        "RapidFuzz ratio": ratio,
        "token set over bigrams": token_set,
    }
    if chosen.peer:
        peers["nomenklatura logic-v2"] = nomenklatura(chosen.peer)
    runs = [] if chosen.no_speed else speed(SIZES)
    RESULTS.write_text(page(parts, _peers(peers, tuning, parts), runs, without_peer=not chosen.peer), encoding="utf-8")
    print(f"written: {RESULTS.relative_to(ROOT)}")
    return 0


def _judged(title: str, pairs: list[Pair]) -> Part:
    began = time.perf_counter()
    given = ours(pairs)
    return Part(title, pairs, given, 1000 * (time.perf_counter() - began) / len(pairs))


def _peers(
    peers: dict[str, Callable[[Sequence[Pair]], list[float]]], tuning: list[Pair], parts: list[Part]
) -> dict[str, list[str]]:
    """For each part the rows of the peers, each at both thresholds that the tuning part gives."""
    rows: dict[str, list[str]] = {part.title: [] for part in parts}
    for name, scores_of in peers.items():
        scores = scores_of(tuning)
        thresholds = {"best F1": best_threshold(tuning, scores), "precise": careful_threshold(tuning, scores)}
        for part in parts:
            given = scores_of(part.pairs)
            rows[part.title].append(f"| {name}, AUC {area(part.pairs, given):.2f} | | | | |")
            for what, threshold in thresholds.items():
                at = f"{threshold:.3g}" if threshold < float("inf") else "none reaches 0.99"
                rows[part.title].append(_row(f"at {at}, {what}", count(part.pairs, bands(given, threshold))))
    return rows


def page(parts: list[Part], peers: dict[str, list[str]], runs: list[Run], *, without_peer: bool) -> str:
    """The whole page as Markdown."""
    lines = [
        "# Identity: measurements",
        "",
        f"Written by `make bench-identity` on {date.today().isoformat()}, commit {commit(ROOT)}.",
        f"Machine: {machine()}; load average at the end {load_average()}.",
        "",
        "The pairs are those of tests/identity. A share stands with its 95 % interval (Wilson) and the count",
        "behind it. “Same or queued” is the share of true pairs that are not lost. Thresholds of peers were chosen",
        "on the tuning part. AUC is how often a true pair scores above a near miss: 0.50 is a coin.",
        "Goals: precision ≥ 0.99, same or queued ≥ 0.97, queue ≤ 0.15.",
    ]
    if without_peer:
        lines += ["", "nomenklatura was not installed for this run; `make bench-identity` installs it."]
    for part in parts:
        true = sum(pair.label == SAME for pair in part.pairs)
        lines += ["", f"## {part.title}: {len(part.pairs)} pairs, {true} of them one body", "", HEAD]
        lines += [_row("xishang, by rule", count(part.pairs, part.bands)), *peers[part.title]]
    lines += ["", "## By category, held out", "", *_categories(parts[1])]
    lines += ["", "## By category, all pairs", "", *_categories(parts[0])]
    lines += [
        "",
        "## Speed",
        "",
        f"One pair judged: {parts[0].milliseconds:.2f} ms (mean of {len(parts[0].pairs)}).",
        "",
    ]
    lines += _speed(runs)
    return "\n".join(lines) + "\n"


def _row(name: str, counts: Counts) -> str:
    return f"| {name} | {counts.precision} | {counts.recall} | {counts.kept} | {counts.queue} |"


def _categories(part: Part) -> list[str]:
    lines = ["| category | label | pairs | same | queue | different |", "|---|---|---|---|---|---|"]
    table: dict[tuple[str, str], Counter[str]] = {}
    for pair, band in zip(part.pairs, part.bands, strict=True):
        table.setdefault((pair.label, pair.category), Counter())[band] += 1
    for (label, category), found in sorted(table.items(), reverse=True):
        cells = " | ".join(str(found[band]) for band in ("same", "queue", "different"))
        lines.append(f"| {category} | {label} | {found.total()} | {cells} |")
    return lines


def _speed(runs: list[Run]) -> list[str]:
    if not runs:
        return ["The registers were left out of this run."]
    lines = [
        "Made-up registrations with the shape of real ones (bench/identity_names.py), each resolved against all.",
        "",
        "| rows | seconds | of them index | µs per row·log2(rows) | peak, MiB | same | queued | written twice, found "
        "| one name p95, ms |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for run in runs:
        lines.append(
            f"| {run.rows:,} | {run.seconds:.1f} | {run.build:.1f} | {run.per_n_log_n:.1f} | {run.peak_mib:.0f} "
            f"| {run.same:,} | {run.queued:,} | {run.told:,} of {run.twice:,} | {run.one_name_ms:.1f} |"
        )
    lines += ["", "Goal: 100,000 rows in at most 120 s and 1.5 GiB on two cores, growing no faster than n log n."]
    return [*lines, "", *resolving(max(run.rows for run in runs))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
