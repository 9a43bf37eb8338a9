"""`--region`: what concerns the two cities stays, by place, address, name or a known body; the rest is counted.

A known body is one the graph places in one of the two cities when the file is loaded. The list of those met in the
file is kept beside the rows, so a rebuild decides as the load did and needs no graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from graph.gazetteer import division
from graph.schema import GROUPS
from graph.schema.values import fold
from graph.store import Store
from loaders.claims import Claims, NodeClaim

CITIES = {"6101": "西安", "6110": "商洛"}
RULE = "不涉及西安、商洛：地点、地址、单位名称和已知单位都不在两市"
BODIES = (*GROUPS["Organisation"], *GROUPS["Carrier"])
NAMES = 500
"""Names looked up by one statement, each as every kind of body."""


def concerns(out: Claims, known: dict[str, str]) -> str:
    """Why what a row says concerns the two cities, in Chinese; "" when it does not. `known`: folded name → city."""
    for node in out.nodes:
        if node.kind == "Place" and node.keys.get("division", "")[:4] in CITIES:
            return f"地点 {node.name}"
        if node.city in CITIES.values():
            return f"{node.name} 在{node.city}"
    for node in _bodies(out.nodes):
        if city := known.get(fold(node.name)):
            return f"已知单位 {node.name}（{city}）"
        if city := named_for(node.name):
            return f"名称 {node.name} 以{city}的行政区划开头"
    return ""


@cache
def named_for(name: str) -> str:
    """The city whose division a registered name starts with: 商南县… → 商洛; "" for any other.

    The name of a firm starts with the division of its registration (企业名称登记管理规定, article 6); what merely
    contains the name of a place is not told by it.
    """
    for length in range(min(len(name), 7), 1, -1):
        found = division(name[:length])
        if found is not None:
            return CITIES.get(found.code[:4], "")
    return ""


def known_bodies(store: Store, names: Iterable[str]) -> dict[str, str]:
    """Of these names, those that the graph knows as a body of one of the two cities: folded name → city.

    A name that several bodies in different cities share is not told by its name and not given.
    """
    folded = sorted({fold(name) for name in names} - {""})
    found: dict[str, set[str]] = {}
    for at in range(0, len(folded), NAMES):
        for name, city in _look_up(store, folded[at : at + NAMES]):
            found.setdefault(name, set()).add(city)
    return {
        name: next(iter(cities))
        for name, cities in found.items()
        if len(cities) == 1 and cities <= set(CITIES.values())
    }


def _look_up(store: Store, names: list[str]) -> Iterator[tuple[str, str]]:
    schemes = [f"{scheme}:{kind}" for kind in BODIES for scheme in ("name", "alias")]
    asked = [{"scheme": scheme, "prefix": f"{name.replace('|', '')}|"} for name in names for scheme in schemes]
    wanted = set(names)
    for row in store.read("read/by_name", names=asked):
        for name in {fold(text) for text in (row["name"], *row["names"], *row["former"])} & wanted:
            yield name, row["city"]


def as_text(known: dict[str, str]) -> str:
    """The list as kept beside the rows."""
    return json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=0) + "\n"


@cache
def read_known(path: Path) -> dict[str, str]:
    """The list that `as_text` made."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _bodies(nodes: list[NodeClaim]) -> list[NodeClaim]:
    return [node for node in nodes if node.kind in BODIES]
