"""What the statements of the path search promise about themselves."""

from __future__ import annotations

import re
from typing import Any

from graph import catalogue
from graph.paths import PathQuestion
from graph.paths.rules import rules_of
from graph.schema import WALKED
from graph.search import resolve_end
from graph.store import Store
from tests.graph.paths.asking import MADE_UP


def test_a_step_walks_exactly_the_types_that_the_schema_lets_walk() -> None:
    listed = re.search(r"-\[r:([A-Z_|\s]+)\]-", catalogue.get("paths/step").text)
    assert listed
    assert tuple(re.split(r"[|\s]+", listed[1])) == WALKED


def id_of(store: Store, name: str, ending: str = MADE_UP) -> str:
    """The id of a node of the made-up world."""
    return store.reading(lambda work: resolve_end(work, name + ending)).id


def params(**more: Any) -> dict[str, Any]:
    question = PathQuestion.model_validate({"from": "a", "to": "b", **more})
    return rules_of(question, (), ()).params()


def stepped(store: Store, name: str, ends: tuple[str, ...] = (), **more: Any) -> list[tuple[str, str, bool]]:
    """What one step from a node reaches: record of the tie's other end, type, direction."""
    given = params() | more
    rows = store.read(
        "paths/step",
        ids=[id_of(store, name)],
        types=given.pop("types", list(WALKED)),
        ends=[id_of(store, end) for end in ends],
        **given,
    )
    names = {row["id"]: row["name"] for row in store.read("read/nodes", ids=[row["other"] for row in rows])}
    return sorted((names[row["other"]].replace(MADE_UP, ""), row["type"], row["forward"]) for row in rows)


def test_a_step_leaves_out_frames_plans_and_history(world_store: Store) -> None:
    """甲一大学 is also in 甲一区 (a frame), is planned with 乙十一能源, was with 乙十二化工 in the first version."""
    assert stepped(world_store, "甲一大学") == [
        ("甲一服务团", "PART_OF", False),
        ("甲乙共建中心", "CO_BUILT_BY", False),
        ("甲重点实验室之一", "HOSTS", True),
    ]
    assert ("乙十一能源", "PARTNER_OF", False) in stepped(world_store, "甲一大学", stages=["planned"])
    assert ("乙十二化工", "PARTNER_OF", False) in stepped(world_store, "甲一大学", with_retired=True)


def test_a_step_onto_an_agency_only_when_it_is_an_end(world_store: Store) -> None:
    assert stepped(world_store, "链二公司") == []
    assert stepped(world_store, "链二公司", ends=("乙市科技局",)) == [("乙市科技局", "SUPPORTED_BY", True)]


def test_a_step_keeps_to_marks_sources_days_and_nodes_to_avoid(world_store: Store) -> None:
    def partners(**more: Any) -> list[str]:
        return [name for name, type_, _ in stepped(world_store, "乙二药业", types=["PARTNER_OF"], **more)]

    assert partners() == ["乙一矿业", "甲二大学", "甲二大学"]
    assert partners(marks=["R"]) == ["乙一矿业"]
    assert partners(sources=["Z2"]) == ["甲二大学"]
    assert partners(avoid=[id_of(world_store, "甲二大学")]) == ["乙一矿业"]
    assert partners(as_of="2022-01-01", certain=True) == []
    assert partners(as_of="2022-01-01") == ["乙一矿业", "甲二大学", "甲二大学"]


def test_an_inferred_tie_only_when_asked_for(world_store: Store) -> None:
    assert stepped(world_store, "推一公司") == []
    assert stepped(world_store, "推一公司", with_inferred=True) == [("甲一研究所", "PARTNER_OF", True)]


def test_inside_a_place(world_store: Store) -> None:
    rows = world_store.read("paths/inside", id=id_of(world_store, "乙市"))
    names = {row["id"]: row["name"] for row in world_store.read("read/nodes", ids=[row["place"] for row in rows])}
    found = [(names[row["place"]].replace(MADE_UP, ""), len(row["ties"]), len(row["nodes"])) for row in rows]
    assert found[0] == ("乙市", 0, 1)
    assert sorted(found[1:3]) == [("乙一县", 1, 2), ("乙二县", 1, 2)]
    assert found[3:] == [("乙一镇", 2, 3)]


def test_located_and_bodies_in_are_the_two_ways_to_read_one_thing(world_store: Store) -> None:
    place, bodies = id_of(world_store, "乙一县"), [id_of(world_store, name) for name in ("乙一矿业", "乙二药业")]
    given = {key: value for key, value in params().items() if key not in ("acts", "avoid")}
    rows = world_store.read("paths/located", ids=bodies, places=[place], **given)
    assert [(row["node"], row["other"], row["type"]) for row in rows] == [(bodies[0], place, "LOCATED_IN")]
    rows = world_store.read("paths/bodies_in", places=[place], limit=10, **given)
    expected = {id_of(world_store, name) for name in ("乙一矿业", "链一公司", "链二公司")}
    assert {row["node"] for row in rows} == expected | {id_of(world_store, "虚构药材", "")}
    assert rows[0]["node"] == bodies[0]
    assert len(world_store.read("paths/bodies_in", places=[place], limit=2, **given)) == 2


def test_ties_by_their_ends_and_id(world_store: Store) -> None:
    one, other = id_of(world_store, "乙二药业"), id_of(world_store, "甲二大学")
    rows = world_store.read("paths/step", ids=[one], types=["PARTNER_OF"], ends=[], **params())
    wanted = next(row["id"] for row in rows if row["other"] == other)
    kept = world_store.read("paths/ties", pairs=[{"start": one, "end": other, "id": wanted}])
    assert [(row["id"], row["type"], row["start"], row["end"]) for row in kept] == [(wanted, "PARTNER_OF", one, other)]
    assert world_store.read("paths/ties", pairs=[{"start": other, "end": one, "id": wanted}]) == []
