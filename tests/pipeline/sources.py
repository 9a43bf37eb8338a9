"""Makes made-up source folders out of rows."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import yaml

from loaders.spec import SourceSpec, load_spec

MADE_UP = Path(__file__).parent / "made_up" / "records.py"
Cells = dict[str, str]

XIAN: Cells = {"kind": "Place", "name": "西安市", "key": "division=6101", "code": "6101", "sub": "市"}
SHANGLUO: Cells = {"kind": "Place", "name": "商洛市", "key": "division=6110", "code": "6110", "sub": "市"}


def end(cells: Cells) -> Cells:
    """Cells of a body as those of the other end of a tie."""
    return {f"end_{column}": value for column, value in cells.items()}


def body(kind: str, name: str, **cells: str) -> Cells:
    """A row that states a body."""
    return {"kind": kind, "name": name, **cells}


def tie(start: Cells, type_: str, stop: Cells, **cells: str) -> Cells:
    """A row that states a tie between two bodies."""
    return start | {"tie": type_} | end(stop) | cells


def source(
    folder: Path, rows: list[Cells], *, rank: int = 2, order: int = 1, mark: str = "O", **spec: Any
) -> SourceSpec:
    """Write a source folder; its name is the id. A row without `id` gets its number. Gives the checked spec."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(MADE_UP, folder / "records.py")
    columns = sorted({"id", "kind", "name"} | {column for row in rows for column in row})
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows({"id": f"r{number}"} | row for number, row in enumerate(rows, start=1))
    body_ = {
        "id": folder.name,
        "title": f"编造的来源 {folder.name}",
        "publisher": "编造的发布者",
        "mark": mark,
        "licence": "made up for a test",
        "origin": "made up for a test",
        "retrieved": "2026-01-01",
        "order": order,
        "rank": rank,
        "files": ["rows.csv"],
        "columns": ["id", "kind", "name"],
        "declared": len(rows),
        "assertions": {"rows": 0, "loaded": 0},
    }
    (folder / "source.yml").write_text(yaml.safe_dump(body_ | spec, allow_unicode=True), encoding="utf-8")
    return load_spec(folder)
