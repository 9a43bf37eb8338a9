"""The whole graph as plain values, to compare two states of it."""

from __future__ import annotations

from typing import Any

from graph.store import Store

LOAD_NUMBERS = frozenset({"first_load", "version", "load", "retired_in"})
"""Properties that count loads: another order, a forced load or a rebuild gives other numbers."""


def nodes(store: Store, *, retired: bool = False) -> dict[str, dict[str, Any]]:
    """Id → properties and labels of all bodies that are in force (or of the retired ones)."""
    rows = store.read_text(
        "MATCH (n:Entity) WHERE (n.retired_in IS NOT NULL) = $retired RETURN n, labels(n) AS labels",
        {"retired": retired},
    )
    return {row["n"]["id"]: _plain(row["n"]) | {"labels": sorted(row["labels"])} for row in rows}


def ties(store: Store, *, retired: bool = False) -> dict[str, dict[str, Any]]:
    """Id → properties, type and ends of all ties that are in force (or of the retired ones)."""
    rows = store.read_text(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE (r.retired_in IS NOT NULL) = $retired"
        " RETURN r, type(r) AS type, a.id AS a, b.id AS b",
        {"retired": retired},
    )
    return {row["r"]["id"]: _plain(row["r"]) | {k: row[k] for k in ("type", "a", "b")} for row in rows}


def everything(store: Store) -> tuple[Any, ...]:
    """All nodes and ties of every label with all their properties, but for the lock: equal means nothing changed."""
    all_nodes = store.read_text("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p")
    all_ties = store.read_text("MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS p, a.id AS a, b.id AS b")
    return sorted(map(_key, all_nodes)), sorted(map(_key, all_ties))


def without_ids(store: Store) -> tuple[list[str], list[str]]:
    """The graph up to the naming of ids: a body is known by the records that state it under its label and names."""
    bodies = nodes(store)
    called = {id_: f"{body['labels']}{body['names']}{body['records']}" for id_, body in bodies.items()}
    all_nodes = sorted(_key({k: v for k, v in body.items() if k != "id"}) for body in bodies.values())
    all_ties = sorted(
        _key({k: v for k, v in one.items() if k != "id"} | {"a": called[one["a"]], "b": called[one["b"]]})
        for one in ties(store).values()
    )
    return all_nodes, all_ties


def named(store: Store, name: str) -> dict[str, Any]:
    """The one body in force of that name."""
    found = [body for body in nodes(store).values() if name in body["names"]]
    assert len(found) == 1, f"{name}: {[body['id'] for body in found]}"
    return found[0]


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if key not in LOAD_NUMBERS}


def _key(row: dict[str, Any]) -> str:
    return repr(
        sorted((key, sorted(value.items()) if isinstance(value, dict) else value) for key, value in row.items())
    )
