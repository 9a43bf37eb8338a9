"""What each record says of a body: the values it is shown with, and those it is not, each with its record and source.

A body's shown properties come from its records by the preference of their sources (registry before roster before
newspaper); what another source says differently stays here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graph.answers import Answer, SourceRef, StatedList, StatedValue
from graph.citation import sources_of
from graph.schema import COMMON, NODE_KINDS
from graph.schema.values import fold
from graph.search import resolve_end
from graph.store import Row, Store, Work

RECORDS_AT_MOST = 200
"""Records read of one body: a city stands in hundreds, and each says the same of it."""
NAME = "name"
NAMES = {"name": "名称", "alias": "别名", "former": "曾用名", "key": "标识"}
NOT_VALUES = frozenset({"city_reason"})


def stated(store: Store, text: str) -> Answer[StatedList]:
    """Every value that records state of the body a text means, the preferred record first. Raises as `resolve_end`."""
    data, state = store.snapshot(lambda work: _stated(work, text))
    return Answer(data=data, meta=state.meta("read/records_by_id", {"id": data.node.id}))


def _stated(work: Work, text: str) -> StatedList:
    ref = resolve_end(work, text)
    kept = work.run("read/node", id=ref.id)[0]["properties"]
    records = list(kept.get("records") or ())
    rows = work.run("read/records_by_id", ids=records[:RECORDS_AT_MOST])
    said = sorted((json.loads(row["understood"]) for row in rows), key=lambda one: (one["rank"], one["record"]))
    sources = sources_of(work, {source for one in said for source in one["marks"]})
    values = [
        StatedValue(
            property=name,
            zh=words_of(ref.kind, name),
            value=value,
            shown=_shown(kept, name, value),
            record=one["record"],
            rank=one["rank"],
            sources=_cited(one, sources),
        )
        for one in said
        for node in one["nodes"]
        if node["id"] == ref.id
        for name, value in _values(node)
    ]
    order = {name: index for index, name in enumerate(dict.fromkeys(value.property for value in values))}
    values.sort(key=lambda value: order[value.property])
    return StatedList(node=ref, values=values, records_found=len(records))


def _cited(said: dict[str, Any], sources: dict[str, SourceRef]) -> list[SourceRef]:
    return [sources[id_] for id_ in sorted(said["marks"]) if id_ in sources]


def _values(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names of properties and what one record says: names first, then keys, then the rest as text."""
    yield NAME, node["name"]
    for alias in node["aliases"]:
        yield "alias", alias
    for name, until in node["former"]:
        yield "former", f"{name}（至 {until}）" if until else name
    for scheme, number in sorted(node["keys"].items()):
        yield "key", f"{scheme} {number}"
    if node["city"] and "city" not in node["props"]:
        yield "city", node["city"]
    for name, value in sorted(node["props"].items()):
        if name not in NOT_VALUES:
            yield name, "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _shown(kept: Row, name: str, value: str) -> bool:
    """Whether the body is shown with this value."""
    if name == NAME:
        return fold(value) == fold(kept[NAME])
    if name not in kept:
        return name in ("alias", "former", "key")
    held = kept[name]
    return value == ("、".join(map(str, held)) if isinstance(held, list) else str(held))


def words_of(kind: str, name: str) -> str:
    """The Chinese name of a property."""
    declared = {prop.name: prop.zh for prop in (*COMMON, *NODE_KINDS[kind].properties)}
    return NAMES.get(name) or declared.get(name, name)
