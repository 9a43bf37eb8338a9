"""One peer writes prepared rows into a server and says how long it took; run by the Python of the peers' environment.

    python bench/load/peers.py PEER ADDRESS PASSWORD FOLDER

`FOLDER` has `nodes.jsonl` (`labels`, `props`) and `ties.jsonl` (`type`, `a`, `b`, `start`, `end`: labels, `props`).
Reading them is not timed. Each library is used as its own documentation shows for bulk writing.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

BATCH = 5000
CONNECTED = 2000
"""Ties that neomodel writes: it connects one at a time, and the rest would take minutes."""

KIND_CONSTRAINT = "CREATE CONSTRAINT peer_{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
AWAIT = "CALL db.awaitIndexes(300)"

Rows = list[dict[str, Any]]


def main() -> int:
    """Prints seconds for nodes and ties and how many of each as one line of JSON."""
    peer, address, password, folder = sys.argv[1:5]
    nodes, ties = (_read(Path(folder) / name) for name in ("nodes.jsonl", "ties.jsonl"))
    print(json.dumps(PEERS[peer](address, password, nodes, ties)), flush=True)
    return 0


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _groups(rows: Rows, *keys: str) -> dict[tuple[str, ...], Rows]:
    found: dict[tuple[str, ...], Rows] = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return found


def _parts(rows: Rows) -> Iterator[Rows]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _timed(write: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    count = write()
    return time.perf_counter() - start, count


def _told(nodes: tuple[float, int], ties: tuple[float, int]) -> dict[str, float]:
    return {"node_seconds": nodes[0], "nodes": nodes[1], "tie_seconds": ties[0], "ties": ties[1]}


def _constrain(run: Callable[[str], object], nodes: Rows) -> None:
    """What finds a node by the label of its kind; not timed."""
    for label in sorted({row["label"] for row in nodes}):
        run(KIND_CONSTRAINT.format(label=label))
    run(AWAIT)


def _py2neo(address: str, password: str, nodes: Rows, ties: Rows, *, shared: bool) -> dict[str, float]:
    """`shared`: every node is found by one label with a constraint; else by the label of its kind, with one each."""
    from py2neo import Graph  # in the peers' environment only
    from py2neo.bulk import merge_nodes, merge_relationships  # in the peers' environment only

    graph = Graph(address, auth=("neo4j", password))

    def key(label: str) -> tuple[str, str]:
        return ("Entity" if shared else label, "id")

    if not shared:
        _constrain(graph.run, nodes)

    def write_nodes() -> int:
        for (label,), rows in _groups(nodes, "label").items():
            for part in _parts(rows):
                merge_nodes(graph.auto(), [row["props"] for row in part], key(label), labels={"Entity", label})
        return len(nodes)

    def write_ties() -> int:
        for (type_, start, end), rows in _groups(ties, "type", "start", "end").items():
            for part in _parts(rows):
                data = [(row["a"], row["props"], row["b"]) for row in part]
                merge_relationships(graph.auto(), data, (type_, "id"), start_node_key=key(start), end_node_key=key(end))
        return len(ties)

    return _told(_timed(write_nodes), _timed(write_ties))


def _best(address: str, password: str, nodes: Rows, ties: Rows) -> dict[str, float]:
    return _py2neo(address, password, nodes, ties, shared=True)


def _common(address: str, password: str, nodes: Rows, ties: Rows) -> dict[str, float]:
    return _py2neo(address, password, nodes, ties, shared=False)


def _graphio(address: str, password: str, nodes: Rows, ties: Rows) -> dict[str, float]:
    graphio = importlib.import_module("graphio")
    from neo4j import GraphDatabase  # in the peers' environment only

    with GraphDatabase.driver(address, auth=("neo4j", password)) as driver:
        _constrain(driver.execute_query, nodes)

        def write_nodes() -> int:
            for (label,), rows in _groups(nodes, "label").items():
                found = graphio.NodeSet([label, "Entity"], merge_keys=["id"])
                for row in rows:
                    found.add_node(row["props"])
                found.merge(driver)
            return len(nodes)

        def write_ties() -> int:
            for (type_, start, end), rows in _groups(ties, "type", "start", "end").items():
                found = graphio.RelationshipSet(type_, [start], [end], ["id"], ["id"])
                for row in rows:
                    found.add_relationship({"id": row["a"]}, {"id": row["b"]}, row["props"])
                found.merge(driver)
            return len(ties)

        return _told(_timed(write_nodes), _timed(write_ties))


def _neomodel(address: str, password: str, nodes: Rows, ties: Rows) -> dict[str, float]:
    neomodel = importlib.import_module("neomodel")
    bare = address.split("://")[1]
    url = f"bolt://neo4j:{password}@{bare}"
    if hasattr(neomodel, "get_config"):
        neomodel.get_config().database_url = url
    else:
        neomodel.config.DATABASE_URL = url
    text, array = neomodel.StringProperty, neomodel.ArrayProperty
    listed = {k for k, v in nodes[0]["props"].items() if isinstance(v, list)}
    plain = {k for k, v in nodes[0]["props"].items() if isinstance(v, str)} - {"id"}
    tie_fields = {k for k, v in ties[0]["props"].items() if isinstance(v, str)} - {"id"}
    tie = type("Tie", (neomodel.StructuredRel,), {k: text() for k in tie_fields} | {"uid": text(db_property="id")})
    kinds: dict[str, Any] = {}
    for label in sorted({row["label"] for row in nodes}):
        # The library keeps the name `id` for itself.
        fields: dict[str, Any] = {"uid": text(unique_index=True, required=True, db_property="id")}
        fields |= {k: array(text()) for k in listed} | {k: text() for k in plain}
        found = [(type_, end) for type_, start, end in _groups(ties, "type", "start", "end") if start == label]
        fields |= {type_: neomodel.RelationshipTo(end, type_, model=tie) for type_, end in found}
        kinds[label] = type(label, (neomodel.StructuredNode,), fields)
        globals()[label] = kinds[label]  # the library looks for the class at the other end in the module
    _constrain(neomodel.db.cypher_query, nodes)

    def write_nodes() -> int:
        for (label,), rows in _groups(nodes, "label").items():
            for part in _parts(rows):
                kept = [{k: v for k, v in row["props"].items() if k in listed | plain} for row in part]
                told = [{"uid": row["props"]["id"]} | one for row, one in zip(part, kept, strict=True)]
                kinds[label].create_or_update(*told)
        return len(nodes)

    ends: dict[str, Any] = {}
    for row in ties[:CONNECTED]:
        for label, id_ in ((row["start"], row["a"]), (row["end"], row["b"])):
            ends.setdefault(id_, label)

    def write_ties() -> int:
        found = {id_: kinds[label].nodes.get(uid=id_) for id_, label in ends.items()}
        for row in ties[:CONNECTED]:
            props = {k: v for k, v in row["props"].items() if k in tie_fields} | {"uid": row["props"]["id"]}
            getattr(found[row["a"]], row["type"]).connect(found[row["b"]], props)
        return min(CONNECTED, len(ties))

    return _told(_timed(write_nodes), _timed(write_ties))


Write = Callable[[str, str, Rows, Rows], dict[str, float]]
PEERS: dict[str, Write] = {
    "py2neo-best": _best,
    "py2neo-common": _common,
    "graphio": _graphio,
    "neomodel": _neomodel,
}


def names() -> Sequence[str]:
    """The peers, the strongest first."""
    return list(PEERS)


if __name__ == "__main__":
    sys.exit(main())
