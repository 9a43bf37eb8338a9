"""What a large source changes of what the graph holds: bodies and ties that others state too, or that were there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from loaders.assemble import entity, tie_props
from loaders.stream.groups import Resolved
from loaders.stream.nodes import Told
from loaders.stream.spool import Spool
from loaders.stream.stated import Tie


def change_bodies(resolved: Resolved, told: Iterable[Told], path: Path) -> Counter[str]:
    """Bodies that the graph holds, with what this source tells of them; gives how many of each kind it tells of.

    Their new state lies in a file at `path`.
    """
    change, kinds = resolved.change, Counter[str]()
    entities: Spool[tuple[str, dict[str, Any]]] = Spool(path)
    entities.update(change.entities)
    change.entities = entities
    for id_, stated, records in told:
        others = resolved.bodies.get(id_, ())
        label, props = entity([*stated, *others])
        props["records"] = sorted({*records, *(one.said.record for one in others)})
        entities[id_] = label, props
        kinds[label] += 1
        change.merged.pop(id_, None)
        change.retired_entities.discard(id_)
    change.bodies = resolved.signatures.only(entities)
    return kinds


def change_ties(resolved: Resolved, ties: Iterable[Tie]) -> None:
    """Ties that others state too, or that may be there, with where this source states them."""
    change = resolved.change
    for one in ties:
        change.ties[one.id] = one.type, one.a, one.b, tie_props([*one.stated, *resolved.ties.get(one.id, ())])
        change.dropped_ties.pop(one.id, None)
        change.retired_ties.pop(one.id, None)
