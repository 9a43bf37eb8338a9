"""The gold set: its columns, how it is read, and how the held-out third is drawn.

`python -m tests.identity.gold` draws the split anew from both files: same pairs and seed, same files.
"""

from __future__ import annotations

import csv
import random
from dataclasses import astuple, dataclass, fields
from pathlib import Path

HERE = Path(__file__).parent
TUNING = HERE / "pairs.csv"
HELD_OUT = HERE / "held_out.csv"
SECOND = HERE / "second_labels.csv"
SEED = 20261125
SHARE = 0.35
"""A little above a third, so that a third is held out whatever the luck of the draw."""
SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True)
class Pair:
    """Two names as printed, where they were met, and whether they mean one body."""

    id: str
    name_a: str
    name_b: str
    place_a: str
    place_b: str
    kind: str
    label: str
    province: str
    category: str
    source_or_reason: str


COLUMNS = tuple(field.name for field in fields(Pair))


def read(path: Path) -> list[Pair]:
    """The pairs of one file in file order; KeyError when a column is missing."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(*(row[column] for column in COLUMNS)) for row in csv.DictReader(file)]


def write(path: Path, pairs: list[Pair]) -> None:
    """The pairs as csv, in the order of their ids."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(pair) for pair in sorted(pairs, key=lambda pair: pair.id))


def split(pairs: list[Pair], seed: int = SEED) -> tuple[list[Pair], list[Pair]]:
    """(for tuning, held out): about a third is drawn for the second, each pair by its own draw.

    A draw hangs on seed and id alone, so a pair that leaves or comes never moves another one across the split.
    """
    ordered = sorted(pairs, key=lambda pair: pair.id)
    held = {pair.id for pair in ordered if random.Random(f"{seed}:{pair.id}").random() < SHARE}
    return [p for p in ordered if p.id not in held], [p for p in ordered if p.id in held]


def main() -> None:
    """Draw the split anew from the pairs of both files."""
    tuning, held = split([*read(TUNING), *read(HELD_OUT)])
    write(TUNING, tuning)
    write(HELD_OUT, held)


if __name__ == "__main__":
    main()
