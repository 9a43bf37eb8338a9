"""The bodies of a large source, put together from all its mentions of them, some bodies at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaders.assemble import Stated, entity
from loaders.derive import side_as_stated
from loaders.late import late
from loaders.prepared import Prepared, labels_of
from loaders.stream.bodies import Bodies
from loaders.stream.degrees import Degrees
from loaders.stream.kept import Kept
from loaders.stream.tables import HOLE
from loaders.understood import NodeSaid, Said, TieSaid

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

BODIES = 20_000
"""Bodies at a time."""

Told = tuple[str, list[Stated], list[str]]
"""A body as the source tells of it: its id, what is said of it (the same thing once), and its records, in order."""


def mentions_of(kept: Kept, bodies: Bodies) -> pl.DataFrame:
    """Every mention in numbers, by body, then in the order in which one is preferred to another."""
    records = kept.scan("records").select("record", "id").collect().sort("id").with_row_index("order").drop("id")
    of = bodies.of.lazy()
    found = kept.scan("nodes").join(of, on="signature").join(records.lazy(), on="record")
    return found.select("body", "order", "index", "variant").collect().sort("body", "order", "index")


def told_of(kept: Kept, bodies: Bodies, mentions: pl.DataFrame, wanted: pl.Series, rank: int) -> Iterator[Told]:
    """What is said of each wanted body; `mentions` as `mentions_of` has them."""
    # One text a record, which all bodies share: a list names some bodies in every row.
    records = kept.scan("records").select("id").collect().get_column("id").sort().to_list()
    for start in range(0, len(wanted), BODIES):
        some = wanted.slice(start, BODIES)
        of_some = mentions.join(pl.DataFrame({"body": some}), on="body", how="semi", maintain_order="left")
        grouped = of_some.group_by("body", maintain_order=True).agg(
            pl.col("order").unique(maintain_order=True), pl.col("variant").unique(maintain_order=True)
        )
        named = grouped.with_columns(body=bodies.ids.gather(grouped.get_column("body")))
        texts = _texts(kept, of_some)
        # Which records say the first thing of its kind is not needed any more: they come in the order of preference.
        for body, orders, variants in named.iter_rows():
            ids = [records[order] for order in orders]
            said = dict.fromkeys(texts[one] for one in variants)
            yield body, [_stated(text, ids[0], rank) for text in said], ids


def _texts(kept: Kept, mentions: pl.DataFrame) -> dict[int, tuple[str, str]]:
    needed = mentions.select("variant").unique().lazy()
    rows = kept.scan("variants").join(needed, on="variant", how="semi").collect()
    return {variant: (node, beside) for variant, node, beside in rows.select("variant", "node", "beside").iter_rows()}


def _stated(texts: tuple[str, str], record: str, rank: int) -> Stated:
    node, beside = map(json.loads, texts)
    ties = [TieSaid("", 0, 0, status, "", False, False, "", "", "") for status in beside["statuses"]]
    return Stated(Said(record, rank, beside["marks"], [NodeSaid(**node)], ties), 0)


def whole(told: Told) -> tuple[str, dict[str, Any]]:
    """Label and properties of a body that only this source tells of."""
    _, stated, records = told
    label, props = entity(stated)
    return label, props | {"records": records}


@dataclass(frozen=True)
class New:
    """A body that is added: its number, id, label and properties, and whether ties may say on which side it is."""

    body: int
    id: str
    label: str
    props: dict[str, Any]
    placed: bool


def add_new(
    kept: Kept,
    bodies: Bodies,
    mentions: pl.DataFrame,
    degrees: Degrees,
    tables: Prepared,
    *,
    rank: int,
    version: int,
) -> Iterator[New]:
    """Put the bodies that are added into prepared tables; gives each on the way."""
    wanted = pl.arange(len(bodies.new), eager=True, dtype=pl.UInt32).filter(bodies.new)
    counted = zip(wanted, degrees.degrees().gather(wanted), degrees.placed().gather(wanted), strict=True)
    for told, (body, degree, placed) in zip(told_of(kept, bodies, mentions, wanted, rank), counted, strict=True):
        label, props = whole(told)
        props |= {"id": told[0], "first_load": version, "walk_degree": degree} | side_as_stated(props)
        tables.add("nodes", labels_of(label), props)
        yield New(body, told[0], label, props, placed)


def add_registered(kept: Kept, bodies: Bodies, tables: Prepared, version: int) -> None:
    """Put what is registered of lone bodies into prepared tables."""
    lone = pl.DataFrame({"entity": bodies.ids, "lone": bodies.lone}).with_row_index("body").filter("lone")
    of = bodies.of.lazy().join(lone.lazy(), on="body").select("signature", "entity")
    found = kept.scan("registered").join(of, on="signature")
    value = pl.col("value").str.replace(HOLE, pl.col("entity"), literal=True)
    rows = found.select("scheme", value, "entity", first_load=pl.lit(version, pl.Int64)).unique().collect()
    if len(rows):
        tables.add_frame("nodes", "Identifier", rows)
