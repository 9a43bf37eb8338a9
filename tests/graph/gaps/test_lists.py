"""The statements a gap answer reads beside its rule: the lists looked at, and the names of counties and chains."""

from __future__ import annotations

from typing import Any

from graph.store import Row, Store, Work
from tests.graph.gaps.planting import COVERAGE, Node, planted

NODES: list[Node] = [
    ("Place", "云溪县", {"kind": "县区", "city": "商洛", "code": "9999012"}),
    ("Place", "云溪镇", {"kind": "街道乡镇", "city": "商洛"}),
    ("Place", "远方县", {"kind": "县区", "city": "其他"}),
    ("Chain", "云锌", {}),
    ("Chain", "旧链", {"retired_in": 2}),
]
NEED = {"about": "Platform", "subkind": "云实验室"}
LISTS: list[dict[str, Any]] = [
    {"id": "l1", "about": "Platform", "subkind": "云实验室", "complete": True, "place": "全国", "declared": 9},
    {"id": "l2", "about": "Platform", "subkind": "云实验室", "complete": False, "place": "云溪县"},
    {"id": "l3", "about": "Platform", "subkind": "别的", "complete": True, "place": "全国"},
    {"id": "l4", "about": "Platform", "subkind": "云实验室", "role": "主持", "complete": True, "place": "全国"},
    {"id": "l5", "about": "Platform", "subkind": "云实验室", "complete": True, "place": "全国", "retired_in": 3},
    {"id": "l6", "about": "Base", "subkind": "云实验室", "complete": True, "place": "全国"},
]


def test_gap_coverage_gives_the_lists_of_that_kind_and_role_complete_ones_first(store: Store) -> None:
    """`read/gap_coverage`: a list of another sub-kind, of one role only, or retired does not speak of the need."""

    def read(work: Work) -> list[Row]:
        work.run_text(COVERAGE, {"rows": [{"source": "t", **row} for row in LISTS]})
        return work.run("read/gap_coverage", needs=[NEED])

    rows = planted(store, [], [], read)
    assert [(row["id"], row["complete"], row["declared"]) for row in rows] == [("l1", True, 9), ("l2", False, None)]


def test_gap_frames_names_counties_of_the_two_cities_and_chains_in_use(store: Store) -> None:
    """`read/gap_frames`: no town, no county elsewhere, no retired chain."""
    found = planted(store, NODES, [], lambda work: work.run("read/gap_frames"))[0]
    ours = {"云溪县", "云溪镇", "远方县", "云锌", "旧链"}
    assert (ours & set(found["counties"]), ours & set(found["chains"])) == ({"云溪县"}, {"云锌"})
