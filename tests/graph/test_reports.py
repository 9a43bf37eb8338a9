"""The counts that `doctor`, `sources` and the bench show, held against counting by hand on the made-up world."""

from __future__ import annotations

from collections import Counter

from graph.render import constraints
from graph.schema import EDGE_KINDS, GROUPS, NODE_KINDS, WALKED
from graph.store import Store

NODES = "MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, n.retired_in IS NULL AS kept"
TIES = "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, b.id AS b, type(r) AS type, r.retired_in IS NULL AS kept"


def test_counts_by_kind(world_store: Store) -> None:
    found = {row["label"]: row["count"] for row in world_store.read("report/counts_by_kind")}
    by_hand = Counter(label for row in world_store.read_text(NODES) if row["kept"] for label in row["labels"])
    del by_hand["Entity"]
    assert found == by_hand
    assert found.keys() <= NODE_KINDS.keys() | GROUPS.keys()
    assert found["Organisation"] == sum(found.get(label, 0) for label in GROUPS["Organisation"])


def test_counts_by_tie(world_store: Store) -> None:
    found = {row["type"]: row["count"] for row in world_store.read("report/counts_by_tie")}
    assert found == Counter(row["type"] for row in world_store.read_text(TIES) if row["kept"])
    assert found.keys() <= EDGE_KINDS.keys()


def test_walkable(world_store: Store) -> None:
    ties = [row for row in world_store.read_text(TIES) if row["kept"] and row["type"] in WALKED]
    ends = {end for row in ties for end in (row["a"], row["b"])}
    found = [row["id"] for row in world_store.read("report/walkable")]
    assert found == sorted(found)
    assert set(found) <= ends
    assert found


def test_last_loads(world_store: Store) -> None:
    rows = world_store.read("report/last_loads")
    assert len({row["source"] for row in rows}) == len(rows) >= 1
    for row in rows:
        newest = "MATCH (v:Version {source: $source}) RETURN max(v.load) AS load"
        assert row["load"] == world_store.read_text(newest, {"source": row["source"]})[0]["load"]
        assert row["version"].startswith(f"{row['source']}@")
        assert row["finished"]


def test_indexes(world_store: Store) -> None:
    rows = world_store.read("report/indexes")
    assert {row["state"] for row in rows} == {"ONLINE"}
    assert len(rows) >= len(constraints())
