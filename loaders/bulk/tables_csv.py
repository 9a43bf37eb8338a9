"""Prepared tables as the csv that `neo4j-admin database import` reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import LocalServerError
from loaders.late import late
from loaders.prepared import Prepared, Sort

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

BETWEEN = "\x1f"
"""Separates the items of a list: the unit separator, which no text has (held against the counts of each file)."""
BETWEEN_OPTION = "--array-delimiter=U+001F"

SPACE = "Entity"
"""The one space of ids that ties refer to."""

BLOCK = 1 << 24


@dataclass
class Files:
    """What is given to the import: `arguments` name the files, relative to the folder they are in.

    `lists` are list values that the import cannot tell (an empty list; an empty text in one): label → id, key, value.
    """

    arguments: list[str] = field(default_factory=list)
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    multiline: bool = False


def write_files(tables: Prepared, folder: Path, prefix: str, files: Files) -> None:
    """Write a header and a data file for each table into `folder` and add them to `files`."""
    sorts: tuple[Sort, ...] = ("nodes", "ties")
    for sort in sorts:
        for name, paths in tables.tables(sort).items():
            stem = f"{prefix}-{sort}-{name.replace(':', '.')}"
            scans = [pl.scan_parquet(path) for path in paths]
            frame = pl.concat(scans, how="diagonal_relaxed") if len(scans) > 1 else scans[0]
            # Of lists that are all empty no type of their items is known.
            empty = [column for column, type_ in frame.collect_schema().items() if type_ == pl.List(pl.Null)]
            frame = frame.cast(dict.fromkeys(empty, pl.List(pl.String)))
            types = frame.collect_schema()
            kept = [column for column, type_ in types.items() if type_ != pl.Null]
            lists = [column for column in kept if isinstance(types[column], pl.List)]
            if sort == "nodes":
                _untold(frame, name.split(":")[0], lists, files)
            told = [pl.col(column).pipe(_joined) if column in lists else pl.col(column) for column in kept]
            data = folder / f"{stem}.csv"
            frame.select(told).sink_csv(data, include_header=False)
            header = ",".join(_header(sort, name, column, types[column]) for column in kept)
            (folder / f"{stem}.header.csv").write_text(header + "\n", encoding="utf-8")
            _check(frame, lists, data, files)
            option = "--nodes" if sort == "nodes" else "--relationships"
            files.arguments.append(f"{option}={name}={stem}.header.csv,{data.name}")


def _header(sort: Sort, name: str, column: str, type_: pl.DataType) -> str:
    if sort == "nodes" and column == "id" and name.split(":")[0] == SPACE:
        return f"id:ID({SPACE})"
    if sort == "ties" and column in ("a", "b"):
        return f":{'START' if column == 'a' else 'END'}_ID({SPACE})"
    for one, word in ((pl.List, "string[]"), (pl.Boolean, "boolean"), (pl.Date, "date"), (pl.Float64, "double")):
        if isinstance(type_, one):
            return f"{column}:{word}"
    if type_.is_integer():
        return f"{column}:long"
    if type_ == pl.String:
        return f"{column}:string"
    raise LocalServerError(f"属性 {column} 的类型 {type_} 离线装载写不出", way_out="改用 --writer bolt 装载")


def _joined(column: pl.Expr) -> pl.Expr:
    """A list as one cell; None where the import could not tell it."""
    return pl.when((column.list.len() > 0) & ~column.list.contains("")).then(column.list.join(BETWEEN))


def _untold(frame: pl.LazyFrame, label: str, lists: list[str], files: Files) -> None:
    for column in lists:
        value = pl.col(column)
        untold = frame.filter((value.list.len() == 0) | value.list.contains("")).select("id", value=value).collect()
        rows = [{"id": row["id"], "key": column, "value": row["value"]} for row in untold.iter_rows(named=True)]
        files.lists.setdefault(label, []).extend(rows)


def _check(frame: pl.LazyFrame, lists: list[str], data: Path, files: Files) -> None:
    """Count what separates items and lines: a text that holds a separator would be cut, one with a line break not."""
    lens = [
        pl.when((pl.col(c).list.len() > 0) & ~pl.col(c).list.contains("")).then(pl.col(c).list.len() - 1).sum()
        for c in lists
    ]
    rows, wanted = frame.select(pl.len().alias("rows"), sum(lens, pl.lit(0)).alias("wanted")).collect().row(0)
    breaks = separators = 0
    with data.open("rb") as file:
        while block := file.read(BLOCK):
            breaks += block.count(b"\n")
            separators += block.count(BETWEEN.encode())
    files.multiline |= breaks != rows
    if separators != wanted:
        raise LocalServerError(
            f"有文字含控制字符 U+001F（{data.name}），离线装载会把它切开",
            way_out="改用 --writer bolt 装载，或清理该字符",
        )
