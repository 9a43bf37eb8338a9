"""What a source covers counts as complete only if all that it declares was read and nothing is in doubt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from loaders.pipeline import load
from tests.pipeline.sources import Cells, body, source

FIRMS: list[Cells] = [body("Enterprise", f"编造{name}公司") for name in ("锌业", "钒业", "药业")]
CLAIM: dict[str, Any] = {
    "about": "Enterprise",
    "place": "编造市",
    "complete": True,
    "declared": 3,
    "words": "编造的全表，共 3 家",
}


def state(store: Store) -> tuple[Any, ...]:
    [row] = store.read_text(
        "MATCH (c:Coverage) WHERE c.retired_in IS NULL RETURN c.complete AS complete,"
        " c.claimed_complete AS claimed, c.read AS read, c.loaded AS loaded, c.rejected AS rejected"
    )
    return tuple(row.values())


@pytest.mark.parametrize(
    ("rows", "claim", "expected"),
    [
        (FIRMS, {}, (True, True, 3, 3, 0)),
        # Left out by a rule of this graph, but read: the list was seen whole.
        ([*FIRMS[:2], FIRMS[2] | {"fate": "leave out"}], {}, (True, True, 3, 2, 0)),
        (FIRMS, {"declared": 4}, (False, True, 3, 3, 0)),
        ([*FIRMS[:2], FIRMS[2] | {"fate": "reject"}], {}, (False, True, 3, 2, 1)),
        (FIRMS, {"complete": False}, (False, False, 3, 3, 0)),
    ],
)
def test_complete(
    graph: Store, tmp_path: Path, rows: list[Cells], claim: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    assertions = {"rows": 3, "loaded": 0, "max_rejects": 0.5}
    load(graph, source(tmp_path / "list", rows, coverage=[CLAIM | claim], assertions=assertions))
    assert state(graph) == expected


def test_a_queued_identity_in_scope_makes_it_incomplete(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "paper", [body("Enterprise", "编造锌业集团")]))
    report = load(graph, source(tmp_path / "list", FIRMS, coverage=[CLAIM, CLAIM | {"about": "University"}])).data
    assert report.queued == 1
    rows = graph.read_text("MATCH (c:Coverage) RETURN c.about AS about, c.complete AS complete ORDER BY about")
    assert rows == [{"about": "Enterprise", "complete": False}, {"about": "University", "complete": True}]


def test_a_claim_that_is_no_longer_made_is_retired(graph: Store, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "list", FIRMS, coverage=[CLAIM]))
    load(graph, source(tmp_path / "list", FIRMS, coverage=[CLAIM | {"place": "另一市"}]))
    rows = graph.read_text("MATCH (c:Coverage) RETURN c.place AS place, c.retired_in AS load ORDER BY place")
    assert rows == [{"place": "另一市", "load": None}, {"place": "编造市", "load": 2}]
    assert graph.read("read/coverage", about=["Enterprise"])[0]["place"] == "另一市"
