"""Made up for the bench: places and bodies of two cities, as a registry would list them. Nothing of it is real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.claims import Claims
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import SourceSpec


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """Rows of `bodies.csv`, keyed by their number."""
    yield from read_csv(spec, "bodies.csv", "编号")


def understand(row: Row, out: Claims, _spec: SourceSpec) -> None:
    """A place with its code, or a body with its credit code and its seat."""
    row.ignore("编号")
    kind, name, code, seat = (row.pop(column) for column in ("类别", "名称", "代码", "所在地"))
    if kind == "Place":
        out.node("Place", name, keys={"division": code}, code=code)
        return
    body = out.node(kind, name, keys={"uscc": code})
    out.tie("LOCATED_IN", body, out.node("Place", seat))
