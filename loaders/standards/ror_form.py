"""The two forms of a ROR record (schema v1 and v2) as one. Both occur in one file: each record says which it is.

Types and relation names are capitalised in v1 and not in v2; here they are lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Related:
    """Another organisation a record points to: bare id, English label, parent, child, related or successor."""

    id: str
    label: str
    type: str


@dataclass(frozen=True)
class Organisation:
    """What is used of a record. `name` is the Chinese label, or a Chinese alias, else the name ROR shows."""

    id: str
    name: str
    chinese: bool
    other_names: tuple[str, ...]
    types: tuple[str, ...]
    status: str
    places: tuple[str, ...]
    related: tuple[Related, ...]
    established: str


def bare(address: str) -> str:
    """`https://ror.org/00655qp86` → `00655qp86`."""
    return address.rsplit("/", 1)[-1]


def parse(record: dict[str, Any]) -> Organisation:
    """A record of either schema. Raises `KeyError` when it is neither."""
    labels, others, shown, places = _v2(record) if "names" in record else _v1(record)
    chinese = labels or [name for name in others if HAN.search(name)]
    name = chinese[0] if chinese else shown
    rest = dict.fromkeys([shown, *labels, *others])
    return Organisation(
        id=bare(record["id"]),
        name=name,
        chinese=bool(chinese),
        other_names=tuple(n for n in rest if n != name),
        types=tuple(t.lower() for t in record["types"]),
        status=record["status"],
        places=tuple(places),
        related=tuple(Related(bare(r["id"]), r["label"], r["type"].lower()) for r in record["relationships"]),
        established=str(record["established"] or ""),
    )


def _v1(record: dict[str, Any]) -> tuple[list[str], list[str], str, list[str]]:
    labels = [label["label"] for label in record["labels"] if label["iso639"] == "zh"]
    others = [label["label"] for label in record["labels"] if label["iso639"] != "zh"]
    places = [address["city"] for address in record["addresses"]]
    return labels, [*others, *record["aliases"], *record["acronyms"]], record["name"], places


def _v2(record: dict[str, Any]) -> tuple[list[str], list[str], str, list[str]]:
    names = record["names"]
    labels = [n["value"] for n in names if n["lang"] == "zh" and "label" in n["types"]]
    shown = next(n["value"] for n in names if "ror_display" in n["types"])
    others = [n["value"] for n in names if n["value"] not in labels]
    return labels, others, shown, [place["geonames_details"]["name"] for place in record["locations"]]
