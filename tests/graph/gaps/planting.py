"""Small made-up graphs, planted in a transaction that is rolled back: nothing of them stays. No body here exists."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from typing import Any

from graph.gaps.rules import checked, find, needs
from graph.schema import GROUPS
from graph.store import Row, Store, Work

Node = tuple[str, str, dict[str, Any]]
"""Kind, name, properties."""
Tie = tuple[str, str, str, dict[str, Any]]
"""Name of the start, type, name of the end, properties."""

PREFIX = "planted-"
NODES = """
UNWIND $rows AS row
CREATE (n:Entity:$(row.labels)) SET n = row.props
"""
TIES = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end})
CREATE (a)-[t:$(row.type)]->(b) SET t = row.props
"""
CLEARED = "MATCH (n) DETACH DELETE n"
COVERAGE = "UNWIND $rows AS row CREATE (c:Coverage) SET c = row"


class _Undone(Exception):
    """Raised to roll back."""


def planted(store: Store, nodes: Iterable[Node], ties: Iterable[Tie], ask: Callable[[Work], Any]) -> Any:
    """Plant nodes and ties on a cleared ground, ask, and take all of it back; gives what `ask` gave."""
    answers = []

    def plant(work: Work) -> None:
        work.run_text(CLEARED)
        work.run_text(NODES, {"rows": [_node(*node) for node in nodes]})
        work.run_text(TIES, {"rows": [_tie(number, *tie) for number, tie in enumerate(ties)]})
        answers.append(ask(work))
        raise _Undone

    with contextlib.suppress(_Undone):
        store.writing(plant)
    return answers[0]


def _node(kind: str, name: str, props: dict[str, Any]) -> dict[str, Any]:
    labels = [kind, *(group for group, kinds in GROUPS.items() if kind in kinds)]
    base = {"id": PREFIX + name, "name": name, "names": [name], "records": ["t:1"], "sources": [], "stage": "started"}
    return {"labels": labels, "props": base | props}


def _tie(number: int, start: str, type_: str, end: str, props: dict[str, Any]) -> dict[str, Any]:
    base = {"id": f"{PREFIX}{number}", "records": [f"t:{number}"], "sources": [], "stage": "started", "inferred": False}
    return {"start": PREFIX + start, "type": type_, "end": PREFIX + end, "props": base | props}


def cover(work: Work, rule: str, place: str, *, partial: str = "") -> None:
    """Declare complete coverage of all a rule needs at a place; of `partial` (a tie type) only a part."""
    rows = [
        {
            "id": f"{PREFIX}{rule}-{number}",
            "source": "t",
            "publisher": "云溪局",
            "about": need["about"],
            "subkind": need.get("subkind", ""),
            "place": place,
            "last": "2024",
            "declared": 7,
            "complete": need["about"] != partial,
        }
        for number, need in enumerate(needs(find(rule)))
    ]
    work.run_text(COVERAGE, {"rows": rows})


def rows_of(work: Work, rule: str, **params: Any) -> dict[str, Row]:
    """The rows of a rule whose anchors were planted, by name."""
    query = find(rule)
    rows = work.run(query, **checked(query, params), needs=needs(query))
    return {row["anchor_name"]: row for row in rows if row["anchor_id"].startswith(PREFIX)}


def states(rows: dict[str, Row]) -> dict[str, str]:
    """State by name of the anchor."""
    return {name: row["state"] for name, row in rows.items()}


def said(row: Row, start: str) -> list[str] | None:
    """The names of the piece of a reason that starts so; None when it is not said."""
    pieces = [part for part in row["parts"] if part and part["text"].startswith(start)]
    return pieces[0].get("names", []) if pieces else None
