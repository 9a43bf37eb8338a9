"""Prepared tables of a made-up world of any size, in columns, so that a million nodes take seconds."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from loaders.prepared import Prepared, labels_of

CHUNK = 250_000
SOURCE = "made-up-tables"
SHARE = 10
"""One node in so many is a body; the others are projects."""


def write_tables_of(folder: Path, nodes: int, ties: int) -> Prepared:
    """Fill `folder` with tables of `nodes` bodies and projects and `ties` ties between a project and a body."""
    tables = Prepared(folder)
    bodies = nodes // SHARE
    for kind, prefix, word, first, last in (
        ("Enterprise", "ent", "编造企业", 0, bodies),
        ("Project", "prj", "编造项目", bodies, nodes),
    ):
        for start in range(first, last, CHUNK):
            numbers = pl.DataFrame({"i": pl.arange(start, min(start + CHUNK, last), eager=True)})
            tables.add_frame("nodes", labels_of(kind), _nodes(numbers, prefix, word))
    for part, type_ in enumerate(("UNDERTOOK", "CO_BUILT_BY")):
        first, last = (0, nodes - bodies) if part == 0 else (nodes - bodies, ties)
        for start in range(first, last, CHUNK):
            numbers = pl.DataFrame({"i": pl.arange(start, min(start + CHUNK, last), eager=True)})
            tables.add_frame("ties", type_, _ties(numbers, bodies, nodes, turned=part == 1))
    return tables


def _nodes(numbers: pl.DataFrame, prefix: str, word: str) -> pl.DataFrame:
    i = pl.col("i").cast(pl.String)
    name = pl.format("{}{}", pl.lit(word), i)
    return numbers.select(
        id=pl.format("{}-{}", pl.lit(prefix), i.str.zfill(8)),
        name=name,
        names=pl.concat_list(name),
        search_text=pl.format("{} bianzao{} bz{}", name, i, i),
        records=pl.concat_list(pl.format("{}:r{}", pl.lit(SOURCE), i)),
        sources=pl.concat_list(pl.lit(SOURCE)),
        mark=pl.lit("M"),
        city=pl.when(pl.col("i") % 3 == 0).then(pl.lit("商洛")).otherwise(pl.lit("西安")),
        city_reason=pl.lit("编造的理由"),
        transit=pl.lit(value=True),
        walk_degree=pl.col("i") % 20,
        first_load=pl.lit(1, dtype=pl.Int64),
    )


def _ties(numbers: pl.DataFrame, bodies: int, nodes: int, *, turned: bool) -> pl.DataFrame:
    """Each project is named in turn; which body it is with is drawn by a hash, the first ones likelier."""
    draw = (pl.col("i").hash(7) % 1_000_003) / 1_000_003
    project = pl.format("prj-{}", (bodies + pl.col("i") % (nodes - bodies)).cast(pl.String).str.zfill(8))
    body = pl.format("ent-{}", (draw**3 * bodies).floor().cast(pl.Int64).cast(pl.String).str.zfill(8))
    return numbers.select(
        a=project if turned else body,
        b=body if turned else project,
        id=pl.format("tie-{}", pl.col("i").cast(pl.String).str.zfill(16)),
        records=pl.concat_list(pl.format("{}:r{}", pl.lit(SOURCE), pl.col("i"))),
        sources=pl.concat_list(pl.lit(SOURCE)),
        mark=pl.lit("M"),
        stage=pl.lit("started"),
        status=pl.lit("stated"),
        date_text=(2015 + pl.col("i") % 10).cast(pl.String),
        first_load=pl.lit(1, dtype=pl.Int64),
    )
