"""Values of the driver as plain Python that JSON can hold, and the nodes and ties found among them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from neo4j import graph as driver_graph
from neo4j import spatial as driver_spatial
from neo4j import time as driver_time


def plain(value: Any) -> Any:
    """A value as plain Python: dates as ISO text, nodes and ties as maps, what JSON cannot hold as text."""
    # Most values are of these; the driver's own types are looked for last, which is felt on answers of many rows.
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, driver_graph.Node | driver_graph.Relationship):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, driver_graph.Path):
        return {"nodes": [plain(n) for n in value.nodes], "ties": [plain(r) for r in value.relationships]}
    if isinstance(value, list | tuple) and not isinstance(value, driver_spatial.Point | driver_time.Duration):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, driver_time.Date | driver_time.DateTime | driver_time.Time | driver_time.Duration):
        return value.iso_format()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def elements(values: Iterable[Any]) -> Iterator[driver_graph.Node | driver_graph.Relationship]:
    """All nodes and ties inside a row's values, paths and lists opened."""
    for value in values:
        if isinstance(value, driver_graph.Node | driver_graph.Relationship):
            yield value
        elif isinstance(value, driver_graph.Path):
            yield from value.nodes
            yield from value.relationships
        elif isinstance(value, list):
            yield from elements(value)
        elif isinstance(value, dict):
            yield from elements(value.values())
