"""The word lists of the rules: forms, trades, spellings in full, schools in short. Data, one file a list."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of `<name>.txt`, in order, each once."""
    return tuple(dict.fromkeys((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.csv` below its header, in order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in list(csv.reader(file))[1:])
