"""Reads a file of a standard and understands every row, as the tests look at it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.claims import Claims
from loaders.rows import LeftOutError, RejectedError
from loaders.standards import standard_of

DATA = Path(__file__).parent / "data"
SOURCES = Path(__file__).parents[2] / "loaders/sources"


@dataclass
class Understood:
    """What became of each row, by key. Loaded + rejected + left out = read."""

    read: int = 0
    loaded: dict[str, Claims] = field(default_factory=dict)
    rejected: dict[str, RejectedError] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def kinds(self) -> Counter[str]:
        """Nodes stated, by kind."""
        return Counter(node.kind for out in self.loaded.values() for node in out.nodes)

    @property
    def ties(self) -> set[tuple[str, str, str]]:
        """Ties stated, as start, type and end."""
        return {(t.start.name, t.type, t.end.name) for out in self.loaded.values() for t in out.ties}

    @property
    def not_placed(self) -> Counter[str]:
        """What was reported, by rule."""
        return Counter(one.rule for out in self.loaded.values() for one in out.not_placed)


def understood(path: Path, standard: str) -> Understood:
    """Recognise, read and understand a file."""
    found = standard_of(path)
    assert found is not None
    assert found.name == standard
    all_rows = Understood()
    for row in found.read(path):
        all_rows.read += 1
        out = Claims(sources=["x"])
        try:
            found.understand(row, out)
        except LeftOutError as error:
            all_rows.left_out[error.rule] += 1
        except RejectedError as error:
            all_rows.rejected[row.key] = error
        else:
            all_rows.loaded[row.key] = out
        assert row.left_over() == []
    assert len(all_rows.loaded) + len(all_rows.rejected) + all_rows.left_out.total() == all_rows.read
    return all_rows


def written(folder: Path, record: Any, name: str = "made-up.json") -> Path:
    """A made-up record or list of records as a file."""
    path = folder / name
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path
