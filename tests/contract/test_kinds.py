"""Every kind and tie of the model is declared, whole, and looks like no other."""

from __future__ import annotations

import json

import pytest

from graph.schema import COMMON, COMMON_EDGE, EDGE_KINDS, GROUPS, NODE_KINDS, accepts, labels_of
from graph.schema.kinds import OKABE_ITO, SHAPES
from tests.contract.tree import ROOT

# The kinds of the model, written down here once more on purpose: losing one must fail.
MODEL = {
    "Organisation": "University Institute Enterprise Cooperative Association Agency ServiceProvider",
    "Carrier": "Park Platform Base",
    "Resource": "Instrument Achievement Patent Product",
    "": "Person Team Project Contract Demand Assignment Service Event Agreement Commitment WorkItem Policy Document "
    "Place Industry Chain Topic Indicator Observation",
}
TRANSIT_NEVER = (
    "Agency Demand Agreement Commitment WorkItem Policy Document Place Industry Chain Topic Indicator Observation"
)
REIFIED = "Platform Base Project Contract Assignment Service Event"


def test_all_kinds_of_the_model_are_declared() -> None:
    assert {label for labels in MODEL.values() for label in labels.split()} == set(NODE_KINDS)


@pytest.mark.parametrize("group", [group for group in MODEL if group])
def test_groups(group: str) -> None:
    assert set(GROUPS[group]) == set(MODEL[group].split())


def test_what_a_path_passes_through() -> None:
    assert {label for label, kind in NODE_KINDS.items() if not kind.transit} == set(TRANSIT_NEVER.split())
    assert {label for label, kind in NODE_KINDS.items() if kind.reified} == set(REIFIED.split())


@pytest.mark.parametrize("label", list(NODE_KINDS))
def test_a_kind_says_everything(label: str) -> None:
    kind = NODE_KINDS[label]
    assert all((kind.__doc__, kind.zh, kind.en, kind.plural, kind.keys, kind.caption))
    assert kind.colour in OKABE_ITO
    assert kind.shape in SHAPES
    names = [prop.name for prop in kind.properties]
    assert len(names) == len(set(names))
    assert not set(names) & {prop.name for prop in COMMON}
    assert all(prop.zh and prop.en for prop in kind.properties)


def test_no_two_kinds_look_or_count_alike() -> None:
    looks = [(kind.colour, kind.shape) for kind in NODE_KINDS.values()]
    assert len(looks) == len(set(looks))
    assert len({kind.prefix for kind in NODE_KINDS.values()}) == len(NODE_KINDS)
    assert len({kind.zh for kind in NODE_KINDS.values()}) == len(NODE_KINDS)


@pytest.mark.parametrize("type_", list(EDGE_KINDS))
def test_a_tie_says_everything(type_: str) -> None:
    edge = EDGE_KINDS[type_]
    assert all((edge.__doc__, edge.zh, edge.en, edge.plural))
    assert all((edge.forward, edge.backward, edge.forward_en, edge.backward_en))
    assert edge.clause("甲", "乙") != edge.clause("甲", "乙", forward=False)
    assert labels_of(edge.endpoints[0]) <= NODE_KINDS.keys()
    assert labels_of(edge.endpoints[1]) <= NODE_KINDS.keys()
    assert not {prop.name for prop in edge.properties} & {prop.name for prop in COMMON_EDGE}


def test_ties_that_would_join_everything_are_never_walked() -> None:
    never = "IN_CHAIN IN_INDUSTRY SIGNED BEARS_ON HAS_VALUE OF_INDICATOR GOVERNED_BY COVERS APPROVED_AS"
    assert {EDGE_KINDS[type_].walk for type_ in never.split()} == {"never"}
    assert EDGE_KINDS["LOCATED_IN"].walk == "last_hop"


def test_a_visit_or_an_attendance_is_never_co_operation() -> None:
    for type_ in ("VISITED", "ATTENDED", "HELD_AT"):
        assert not EDGE_KINDS[type_].cooperation
        assert EDGE_KINDS[type_].weight <= 0.3


def test_endpoints_hold() -> None:
    assert accepts(EDGE_KINDS["CO_BUILT_BY"], "Platform", "University")
    assert not accepts(EDGE_KINDS["CO_BUILT_BY"], "University", "Platform")


@pytest.mark.parametrize("label", [*NODE_KINDS, *EDGE_KINDS])
def test_a_kind_is_in_the_docs_and_in_the_json(label: str) -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    document = json.loads((ROOT / "graph" / "schema.json").read_text(encoding="utf-8"))
    assert f"# {label} " in page
    assert label in document["nodes"] or label in document["ties"]
    assert label in {entry["label"] for entry in document["legend"]} or label in EDGE_KINDS
