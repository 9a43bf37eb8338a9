"""The world says of itself what its README says."""

from __future__ import annotations

from collections import Counter

from graph.store import Store
from tests.world.drawing import README, drawing, with_drawing
from tests.world.loading import HERE


def lines(name: str) -> int:
    return len((HERE / "data" / name).read_text(encoding="utf-8").splitlines()) - 1


def test_the_drawing_is_of_today() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_drawing(text) == text
    assert len(drawing().splitlines()) == lines("nodes.csv") + lines("ties.csv") + 3


def test_every_row_is_a_node_or_a_tie(world_store: Store) -> None:
    nodes = world_store.read_text("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"]
    ties = world_store.read_text("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS n")[0]["n"]
    assert (nodes, ties) == (lines("nodes.csv"), lines("ties.csv"))


def test_one_tie_is_history(world_store: Store) -> None:
    rows = world_store.read_text("MATCH ()-[r]->() WHERE r.retired_in IS NOT NULL RETURN r.records AS records")
    assert rows == [{"records": ["world:retired"]}]


def test_one_coverage_is_complete_and_one_is_not(world_store: Store) -> None:
    rows = world_store.read_text("MATCH (c:Coverage) RETURN c.about AS about, c.complete AS complete")
    assert Counter((row["about"], row["complete"]) for row in rows) == {("Platform", True): 1, ("PARTNER_OF", False): 1}


def test_look_alikes_are_queued_and_not_merged(world_store: Store) -> None:
    names = world_store.read_text(
        "MATCH (n:Entity) WHERE n.name STARTS WITH '乙一矿业' RETURN n.name AS name ORDER BY name"
    )
    assert [row["name"] for row in names] == ["乙一矿业集团（虚构）", "乙一矿业（虚构）"]
