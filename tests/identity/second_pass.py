"""The second labelling: the pairs in a fresh random order, without label, category, reason, province or kind.

`python -m tests.identity.second_pass list` prints them, numbered; `… compare` sets the second labels beside the first.
"""

from __future__ import annotations

import csv
import random
import sys

from tests.identity.gold import HELD_OUT, SECOND, TUNING, Pair, read

ORDER_SEED = 415


def shuffled() -> list[Pair]:
    """All pairs of both files in the order of the second pass."""
    pairs = sorted([*read(TUNING), *read(HELD_OUT)], key=lambda pair: pair.id)
    random.Random(ORDER_SEED).shuffle(pairs)
    return pairs


def second_labels() -> dict[str, str]:
    """The labels of the second pass by id of the pair."""
    with SECOND.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["label"] for row in csv.DictReader(file)}


def main() -> None:
    """Print the blind list, or the pairs whose two labels differ."""
    if sys.argv[1:] == ["list"]:
        for pair in shuffled():
            places = f"  [{pair.place_a} / {pair.place_b}]" if pair.place_a or pair.place_b else ""
            print(f"{pair.id[1:]} {' '.join(pair.name_a.split())} | {' '.join(pair.name_b.split())}{places}")
        return
    second = second_labels()
    differing = [pair for pair in shuffled() if second[pair.id] != pair.label]
    for pair in differing:
        print(pair.id, pair.label, second[pair.id], pair.name_a, pair.name_b, sep="\t")
    print(len(differing), "of", len(second), "pairs differ")


if __name__ == "__main__":
    main()
