"""Every statement: its header holds, and the server plans it without a scan of everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.catalogue import catalogue, folder, load
from graph.errors import SchemaError
from graph.render import constraints
from graph.store import Store
from tests.contract.tree import ROOT

STATEMENTS = catalogue()
WHOLE = {"read/export_nodes", "read/export_ties"}
"""Read everything on purpose: a store built offline takes over all that is in the one it replaces."""
PLANNED = [name for name in STATEMENTS if not name.startswith("schema/") and name not in WHOLE]
UNIQUE_SEEKS = {"NodeUniqueIndexSeek", "NodeUniqueIndexSeek(Locking)", "MultiNodeIndexSeek", "Argument"}
COUNTS = {"NodeCountFromCountStore", "RelationshipCountFromCountStore"}
"""Each gives one row out of the count store and scans nothing."""


@pytest.fixture
def planner(bundled_store: Store) -> Store:
    """A server with a filled graph: on an empty one the planner chooses otherwise than in use."""
    return bundled_store


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every operator of a plan, the root first."""
    yield plan
    for child in plan.get("children", []):
        yield from operators(child)


def kind(operator: dict[str, Any]) -> str:
    """The name of an operator without the database behind it."""
    return str(operator["operatorType"]).split("@")[0]


def leaves(plan: dict[str, Any]) -> set[str]:
    """Where the rows of a plan come from."""
    return {kind(operator) for operator in operators(plan) if not operator.get("children")}


def faults(plan: dict[str, Any]) -> list[str]:
    """Scans of everything, and products of anything but single nodes found by a unique index."""
    found = []
    for operator in operators(plan):
        if kind(operator) in ("AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"):
            found.append(kind(operator))
        if kind(operator) == "CartesianProduct":
            found += [f"CartesianProduct over {leaf}" for leaf in leaves(operator) - UNIQUE_SEEKS - COUNTS]
    return found


@pytest.mark.parametrize("name", PLANNED)
def test_no_scan_of_everything(planner: Store, name: str) -> None:
    assert faults(planner.explain(STATEMENTS[name].text)) == []


def test_a_scan_is_noticed(planner: Store) -> None:
    assert faults(planner.explain("MATCH (n) WHERE n.name = 'a' RETURN n.name AS name")) == ["AllNodesScan"]
    product = "MATCH (a:Person), (b:Record) RETURN a.id AS a, b.id AS b"
    assert any(fault.startswith("CartesianProduct over") for fault in faults(planner.explain(product)))
    seeks = "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}) RETURN a.name AS a, b.name AS b"
    assert faults(planner.explain(seeks)) == []


def test_schema_commands_can_be_run_again(planner: Store) -> None:
    names = {row["name"] for row in planner.read("report/indexes")}
    planner.schema_commands(constraints())
    assert {row["name"] for row in planner.read("report/indexes")} == names
    assert {"Entity", "Identifier", "entity_search", "CO_BUILT_BY", "place_code"} <= names


# That each statement is also run, with its rows looked at, is seen over the whole session: tests/ran.py.
@pytest.mark.parametrize("name", [name for name in STATEMENTS if name.startswith("gaps/")])
def test_a_gap_rule_has_its_expected_rows(name: str) -> None:
    word = name.removeprefix("gaps/")
    tests = (ROOT / "tests" / "graph" / "gaps").glob("test_*.py")
    assert any(word in path.read_text(encoding="utf-8") for path in tests), f"tests/graph/gaps names no {word}"


@pytest.mark.parametrize("name", list(STATEMENTS))
def test_it_is_documented(name: str) -> None:
    assert f"### `{name}` " in (ROOT / "docs" / "statements.md").read_text(encoding="utf-8")
    assert len(STATEMENTS[name].why) > 10


def test_every_file_is_in_the_catalogue() -> None:
    files = {path.relative_to(folder()).with_suffix("").as_posix() for path in folder().rglob("*.cypher")}
    assert files - {"schema/constraints"} == set(STATEMENTS)


HEADER = "// title: 题\n// why: a statement made up for this test\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("// title: 题\nRETURN 1 AS one", "why"),
        (HEADER + "// columns: [id]\nMATCH (n:Entity {id: $id}) RETURN n.id AS id", "参数 id 已用而未声明"),
        (
            HEADER + "// params:\n//   id: {type: string, about: x}\n// columns: [one]\nRETURN 1 AS one",
            "参数 id 已声明",
        ),
        (HEADER + "// columns: [two]\nRETURN 1 AS one", "列 two 已声明而未用"),
        (HEADER + "// columns: [id]\nMATCH (n:Unheard) RETURN n.id AS id", "Unheard"),
        (HEADER + "// columns: [id]\nMATCH (n:Entity)-[:UNHEARD]->() RETURN n.id AS id", "UNHEARD"),
        (HEADER + "// tittle: x\n// columns: [one]\nRETURN 1 AS one", "tittle"),
        (HEADER + "// columns: [id]\n// slots: {a: {}}\nMATCH (n:/*slot a*/Entity) RETURN n.id AS id", "只有"),
    ],
)
def test_a_header_that_lies_stops_the_load(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "read" / "made_up.cypher"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError, match=fault):
        load(path, tmp_path)


def test_a_slot_takes_known_names_and_bounds_only() -> None:
    query = STATEMENTS["schema/unique_id"]
    assert "FOR (n:Record)" in query.filled(label="Record")
    with pytest.raises(SchemaError):
        query.filled(label="Entity) DETACH DELETE n //")
    with pytest.raises(SchemaError):
        query.filled(other="Entity")
