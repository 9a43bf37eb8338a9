"""Which of a file's tables is the one with the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.errors import SourceError
from loaders.tables.model import Table
from loaders.tables.words import known_or_general

FAR_MORE = 10
"""Times as many rows as the next, with as many known headers, that decide between two tables."""
SHOWN = 8


def best_table(tables: Sequence[Table], known: Callable[[str], bool] = known_or_general) -> Table:
    """The table with most known headers, or far more rows than others with as many.

    Raises `SourceError` that lists the tables when none or several could be meant.
    """
    filled = [table for table in tables if table.rows]
    if not filled:
        seen = f"文件 {tables[0].file} 的表都没有数据行" if tables else "没有表"
        raise SourceError(seen, way_out="核对文件", tables=[])
    ranked = sorted(filled, key=lambda table: (_known(table, known), len(table.rows)), reverse=True)
    if len(ranked) == 1:
        return ranked[0]
    first, second = ranked[:2]
    words, others = _known(first, known), _known(second, known)
    if words > others or len(first.rows) >= FAR_MORE * len(second.rows):
        return first
    told = "；".join(
        f"“{table.sheet or '表'}”{len(table.rows)} 行，列：{'、'.join(table.columns[:SHOWN])}" for table in ranked
    )
    raise SourceError(
        f"文件 {first.file} 有 {len(ranked)} 个表，分不出要哪一个：{told}",
        way_out="用 --sheet 指明一个",
        file=first.file,
        tables=[table.sheet for table in ranked],
    )


def _known(table: Table, known: Callable[[str], bool]) -> int:
    return sum(known(column) for column in table.columns)
