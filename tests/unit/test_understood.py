"""What a record says, as it is kept: JSON with sorted keys, which is put together from its parts."""

from __future__ import annotations

import json
from dataclasses import asdict

from loaders.understood import NodeSaid, Said, TieSaid

SAID = Said(
    "编造:1",
    2,
    {"编造": "O"},
    [
        NodeSaid(
            "University", '编造“大学"', {"moe": "1"}, "", "西安", ["编大"], [["编造学院", "2018"]], {"note": "甲\n乙"}
        ),
        NodeSaid("Place", "编造县", {}, "", "", [], [], {}, "plc-1"),
    ],
    [TieSaid("LOCATED_IN", 0, 1, "stated", "2019", False, False, "", "", "", "tie-1")],
)


def test_it_is_json_with_sorted_keys_and_comes_back() -> None:
    text = SAID.to_json()
    assert text == json.dumps(asdict(SAID), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert Said.from_json(text) == SAID


def test_without_nodes_and_ties() -> None:
    empty = Said("编造:2", 1, {})
    assert Said.from_json(empty.to_json()) == empty
