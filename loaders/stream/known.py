"""What a large source changes of what the graph holds: bodies and ties that others state too, or that were there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from loaders.affected import Affected
from loaders.assemble import Stated, entity, tie_props
from loaders.change import Change, put_together
from loaders.stream.bodies import Bodies
from loaders.stream.nodes import Told
from loaders.stream.stated import Tie


def change_of(bodies: Bodies) -> Change:
    """What the resolution changes of what other sources state. The ids of their mentions are set by it."""
    found = bodies.found
    found.drop_mine()  # one mention a signature stood there; what is said of it comes in parts
    return put_together(found, bodies.resolution)


def change_bodies(found: Affected, change: Change, told: Iterable[Told]) -> None:
    """Bodies that the graph holds, with what this source tells of them."""
    others = _others(found)
    for id_, stated, records in told:
        label, props = entity([*stated, *others.get(id_, ())])
        props["records"] = sorted({*records, *(one.said.record for one in others.get(id_, ()))})
        change.entities[id_] = label, props
        change.merged.pop(id_, None)
        change.retired_entities.discard(id_)
    change.bodies = {id_: change.resolution.bodies[id_] for id_ in change.entities if id_ in change.resolution.bodies}


def change_ties(found: Affected, change: Change, ties: Iterable[Tie]) -> None:
    """Ties that others state too, or that may be there, with where this source states them."""
    others: dict[str, list[Stated]] = defaultdict(list)
    for said in found.others.values():
        for index, tie in enumerate(said.ties):
            others[tie.id].append(Stated(said, index))
    for one in ties:
        change.ties[one.id] = one.type, one.a, one.b, tie_props([*one.stated, *others.get(one.id, ())])
        change.dropped_ties.pop(one.id, None)
        change.retired_ties.pop(one.id, None)


def _others(found: Affected) -> dict[str, list[Stated]]:
    stated: dict[str, list[Stated]] = defaultdict(list)
    for said in found.others.values():
        for index, node in enumerate(said.nodes):
            stated[node.id].append(Stated(said, index))
    return stated
