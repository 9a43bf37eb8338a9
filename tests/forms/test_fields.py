"""Every field of every form becomes what its declaration says, and every tie is one the schema accepts."""

from __future__ import annotations

import pytest

from graph.schema import EDGE_KINDS, NODE_KINDS, accepts
from loaders.claims import Claims
from loaders.forms import FORMS, Field
from loaders.forms.stages import status_of
from loaders.forms.targets import (
    BodyKind,
    Dated,
    FormerName,
    Helps,
    Key,
    Measure,
    Name,
    Note,
    OtherName,
    Property,
    RoleIn,
    Seat,
    Stage,
    Target,
    Tie,
    Title,
)
from tests.forms.rows import beside, cell, claimed

CASES = [(kind, one.name) for kind, form in FORMS.items() for one in form.fields]


@pytest.mark.parametrize(("kind", "name"), CASES, ids=lambda value: value)
def test_a_field_becomes_what_is_declared(kind: str, name: str) -> None:
    form = FORMS[kind]
    one = form.by_name[name]
    cells = {f.zh: cell(form, f) for f in (*beside(form, one), one)}
    out = claimed(kind, cells)
    assert [told for told in out.not_placed if told.column == one.zh] == []
    for target in one.becomes:
        held(kind, one, target, out, cells[one.zh])
    for tie in out.ties:
        assert accepts(EDGE_KINDS[tie.type], tie.start.kind, tie.end.kind)


def held(kind: str, one: Field, target: Target, out: Claims, text: str) -> None:
    """Hold one target of a field against the claims."""
    main = out.nodes[0] if kind != "Observation" else next(n for n in out.nodes if n.kind == kind)
    match target:
        case Name():
            assert kind == "Observation" or main.name in text or text in main.name
        case Key():
            assert target.scheme in main.keys
            assert target.scheme in NODE_KINDS[kind].keys
            assert not target.prop or main.props[target.prop]
        case Property():
            assert main.props[target.name] not in ("", None)
        case Note():
            assert one.zh in main.props["note"]
        case OtherName():
            assert main.aliases
        case FormerName():
            assert ("虚构矿业有限公司", "2025-06-01") in main.former
        case Tie():
            found = [tie for tie in out.ties if tie.type == target.type]
            assert found
            ends = {(tie.start if target.inward else tie.end).kind for tie in found}
            assert ends & {target.kind, "University", "Enterprise", "Place", "Agency"}
        case Seat():
            assert any(tie.type == "LOCATED_IN" and tie.end.keys == {"division": "611002"} for tie in out.ties)
        case Title():
            assert any(tie.type == "APPROVED_AS" for tie in out.ties)
        case Stage():
            of = {tie.type for name in target.of for tie in FORMS[kind].by_name[name].becomes if isinstance(tie, Tie)}
            told = [tie for tie in out.ties if not target.of or tie.type in of]
            assert all(tie.status == status_of(text) for tie in told if tie.type not in ("WORKS_AT", "PART_OF"))
        case Measure():
            assert any(node.kind == "Observation" and target.indicator in node.name for node in out.nodes)
        case BodyKind():
            assert main.kind == "University"
        case RoleIn() | Dated() | Helps():
            pass  # held by test_rows.py, each in a roster of its own


@pytest.mark.parametrize("kind", list(FORMS))
def test_a_form_declares_what_the_schema_has(kind: str) -> None:
    properties = {prop.name for prop in NODE_KINDS[kind].properties} | {"kind", "note", "place"}
    for one in FORMS[kind].fields:
        for target in one.becomes:
            if isinstance(target, Property):
                assert target.name in properties
            if isinstance(target, Tie):
                assert target.type in EDGE_KINDS
                assert target.kind in NODE_KINDS
