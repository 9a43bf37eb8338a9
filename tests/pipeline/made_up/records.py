"""A made-up source: one row states a body and, where `tie` is given, a tie of it to another. Nothing of it is real."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import SourceSpec


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """Rows of `rows.csv`, keyed by `id`."""
    for row in read_csv(spec, "rows.csv", "id"):
        time.sleep(spec.lookups.get("slow", 0))
        yield row


def understand(row: Row, out: Claims, _spec: SourceSpec) -> None:
    """A body, perhaps a tie; `fate` is empty, `reject`, `leave out` or `no place`."""
    row.ignore("id")
    fate = row.pop("fate", "")
    if fate == "reject":
        out.reject("fate", fate, "made-up", "编造的拒收")
    if fate == "leave out":
        out.leave_out("编造的规则")
    if fate == "no place":
        out.cannot_place("note", row.pop("note", ""), "made-up", "编造的安放不下")
    start = _body(row, out, "")
    type_ = row.pop("tie", "")
    status: Any = row.pop("status", "stated") or "stated"
    at, note, inferred = row.pop("at", ""), row.pop("note", ""), row.pop("inferred", "") == "yes"
    if type_:
        end = _body(row, out, "end_")
        out.tie(type_, start, end, status=status, at=at, note=note, inferred=inferred)


def _body(row: Row, out: Claims, side: str) -> NodeClaim:
    key = row.pop(f"{side}key", "")
    props: dict[str, Any] = {"code": row.pop(f"{side}code", ""), "kind": row.pop(f"{side}sub", "")}
    former = tuple(tuple(item.split("@")) for item in row.pop(f"{side}former", "").split("/") if item)
    return out.node(
        row.pop(f"{side}kind"),
        row.pop(f"{side}name"),
        keys=dict(pair.split("=") for pair in key.split(";") if pair),
        within=row.pop(f"{side}within", ""),
        city=row.pop(f"{side}city", ""),
        aliases=tuple(alias for alias in row.pop(f"{side}alias", "").split("/") if alias),
        former=tuple((name, until) for name, until in former),
        **{name: value for name, value in props.items() if value},
    )
