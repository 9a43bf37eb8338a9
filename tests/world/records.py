"""The made-up world as a source: `nodes.csv` says who is there, `ties.csv` what holds between them, by short keys.

Adding a row to either file adds a node or a tie; nothing here need be touched. No body of this world exists.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.schema import NODE_KINDS
from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import CoverageClaim, Publication, SourceSpec

NODES, TIES, PUBLICATIONS = "data/nodes.csv", "data/ties.csv", "data/publications.csv"
CODE_OF = {"Place": "division", "Commitment": "commitment"}


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """All nodes, then all ties, keyed by their short keys."""
    for name in (NODES, TIES):
        yield from read_csv(spec, name, "key")


def publications(_folder: Path, spec: SourceSpec) -> list[Publication]:
    """The made-up publications that the ties rest on."""
    return [Publication.model_validate(row.cells) for row in read_csv(spec, PUBLICATIONS, "id")]


def unit(row: Row, claim: CoverageClaim, _spec: SourceSpec) -> str:
    """What a coverage counts: the nodes of its kind and sub-kind, or the ties of its type."""
    stated = row.raw.get("kind") or row.raw["type"]
    return row.key if stated == claim.about and row.raw.get("subkind", "") == claim.subkind else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """One node, or one tie between two nodes."""
    if row.file == NODES:
        _state(row.raw, out)
        row.ignore(*row.raw)
        return
    out.sources = row.pop("source").split(";")
    known = _nodes(spec.folder / NODES)
    out.tie(
        row.pop("type"),
        _state(known[row.pop("start")], out),
        _state(known[row.pop("end")], out),
        status=row.pop("status") or "stated",  # type: ignore[arg-type]  # the pipeline rejects any other word
        at=row.pop("date"),
        inferred=bool(row.pop("inferred")),
        role=row.pop("role"),
        note=row.pop("note"),
        distinct=row.pop("distinct"),
    )
    row.ignore("version")


@cache
def _nodes(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {cells["key"]: cells for cells in csv.DictReader(file)}


def _state(cells: dict[str, str], out: Claims) -> NodeClaim:
    kind, code = cells["kind"], cells["code"]
    declared = {prop.name for prop in NODE_KINDS[kind].properties}
    props = {"kind": cells["subkind"], "note": cells["note"]}
    if code and "code" in declared:
        props["code"] = code
    extra = {"key": code, "leaf": True} if kind == "Commitment" else {}
    if cells["city"] and kind != "Place":
        props |= {"city_reason": "虚构世界所定"}
    return out.node(
        kind,
        cells["name"],
        keys={CODE_OF[kind]: code} if code else {},
        within=cells["within"],
        city=cells["city"],
        aliases=tuple(filter(None, cells["aliases"].split(";"))),
        former=tuple(_former(text) for text in cells["former"].split(";") if text),
        **props,
        **extra,
    )


def _former(text: str) -> tuple[str, str]:
    name, _, until = text.partition("@")
    return name, until
