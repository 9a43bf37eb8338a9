"""The prepared tables: nodes by kind and ties by kind, the hand-over between preparing and writing.

A folder of parquet files: `nodes/<Label:Label…>/<number>.parquet` with the properties of each node (`id` among them),
`ties/<TYPE>/<number>.parquet` with `a` and `b` (ids of start and end) before the properties of each tie. Rows go to
disk as they come, so a world of any size is prepared in little memory; either writer reads them from there.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from graph.schema import COMMON, COMMON_EDGE, EDGE_KINDS, NODE_KINDS
from loaders.late import late

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

Sort = Literal["nodes", "ties"]
Values = dict[str, Any]
CHUNK = 25_000
"""Rows a file; about 20 MB of them wait in memory for each table that is being filled."""

RECORD = {
    **dict.fromkeys(("id", "source", "version", "file", "sheet", "raw", "understood"), "string"),
    **dict.fromkeys(("row", "first_load", "retired_in"), "integer"),
    "sources": "list<string>",
}


@cache
def types() -> Mapping[str, pl.DataType]:
    """The type of a column by the type of its property in the schema."""
    return {
        "string": pl.String(),
        "integer": pl.Int64(),
        "float": pl.Float64(),
        "boolean": pl.Boolean(),
        "date": pl.Date(),
        "list<string>": pl.List(pl.String()),
    }


@cache
def declared(sort: Sort, name: str) -> Mapping[str, pl.DataType]:
    """The types of the properties of a table as the schema declares them; empty for books other than records."""
    if sort == "ties":
        ends = {"a": pl.String(), "b": pl.String()}
        return ends | {p.name: types()[p.type] for p in (*COMMON_EDGE, *EDGE_KINDS[name].properties)}
    kinds = [label for label in name.split(":") if label in NODE_KINDS]
    if kinds:
        return {p.name: types()[p.type] for p in (*COMMON, *(p for k in kinds for p in NODE_KINDS[k].properties))}
    return {column: types()[type_] for column, type_ in RECORD.items()} if name == "Record" else {}


def labels_of(kind: str) -> str:
    """The name of the table of a kind: its labels, the common one first."""
    return ":".join(dict.fromkeys(("Entity", kind, *NODE_KINDS[kind].groups)))


class Prepared:
    """Prepared tables in a folder. Fill it with `add` and end with `close`, or open one that is filled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[tuple[Sort, str], list[Values]] = {}

    def add(self, sort: Sort, name: str, row: Values) -> None:
        """One node (of the table of these labels) or one tie (of this type). None is a property that is not there."""
        waiting = self._waiting.setdefault((sort, name), [])
        waiting.append(row)
        if len(waiting) == CHUNK:
            self._flush(sort, name)

    def add_frame(self, sort: Sort, name: str, frame: pl.DataFrame) -> None:
        """Many rows at once, already in columns."""
        folder = self.folder / sort / name.replace(":", ".")
        folder.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(folder / f"{sum(1 for _ in folder.iterdir()):06d}.parquet")

    def adopt(self, other: Prepared) -> None:
        """Take over the tables of another folder, which is empty afterwards; this one must be empty."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in list(other.folder.iterdir()):
            shutil.move(path, self.folder / path.name)

    def close(self) -> None:
        """Write what still waits."""
        for sort, name in list(self._waiting):
            self._flush(sort, name)

    def _flush(self, sort: Sort, name: str) -> None:
        rows = self._waiting.pop((sort, name))
        self.add_frame(sort, name, frame_of(rows, declared(sort, name)))

    def tables(self, sort: Sort) -> dict[str, list[Path]]:
        """The files of each table by its name (labels, or type)."""
        found = sorted((self.folder / sort).glob("*/*.parquet"))
        names: dict[str, list[Path]] = {}
        for path in found:
            names.setdefault(path.parent.name.replace(".", ":"), []).append(path)
        return names

    def count(self, sort: Sort) -> int:
        """Rows of all tables of this sort."""
        files = [path for paths in self.tables(sort).values() for path in paths]
        return sum(pl.scan_parquet(path).select(pl.len()).collect().item() for path in files)


def frame_of(rows: list[Values], told: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Rows as a frame with the declared types; a property that is not declared takes the type of its values."""
    names = dict.fromkeys(key for row in rows for key in row)
    columns = []
    for name in names:
        values = [row.get(name) for row in rows]
        if told.get(name) == types()["list<string>"] and [] not in values:
            columns.append(_lists(name, values))
        else:
            columns.append(pl.Series(name, values, dtype=told.get(name), strict=name in told))
    return pl.DataFrame(columns)


def _lists(name: str, values: list[list[str] | None]) -> pl.Series:
    """A column of lists from one flat column, five times faster than from lists (measured); none of them is empty."""
    at = [index for index, value in enumerate(values) for _ in value or ()]
    flat = [item for value in values for item in value or ()]
    items = pl.DataFrame({"at": at, name: flat}, schema={"at": pl.Int64, name: pl.String})
    grouped = items.group_by("at", maintain_order=True).agg(name)
    every = pl.DataFrame({"at": pl.arange(len(values), eager=True)})
    return every.join(grouped, on="at", how="left", maintain_order="left").get_column(name)


def given(frame: pl.DataFrame) -> list[Values]:
    """The rows of a frame as maps, properties that are not there left out."""
    there = [column for column in frame.columns if frame.get_column(column).null_count() < len(frame)]
    rows = frame.select(there).rows()
    if all(frame.get_column(column).null_count() == 0 for column in there):
        return [dict(zip(there, row, strict=True)) for row in rows]
    return [{k: v for k, v in zip(there, row, strict=True) if v is not None} for row in rows]
