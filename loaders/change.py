"""What a load changes, worked out before anything is written: bodies and ties to write, to retire, to take away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from graph.identity.mention import Signature
from graph.identity.resolver import Resolution, resolve
from graph.store import Work
from loaders.affected import Affected
from loaders.assemble import Stated, entity, tie_id, tie_props
from loaders.understood import Said


@dataclass
class Change:
    """Rows to write. `merged` leads ids that lost a merge to the winner; `restated` are records of other sources."""

    resolution: Resolution
    entities: MutableMapping[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    ties: dict[str, tuple[str, str, str, dict[str, Any]]] = field(default_factory=dict)
    """Id of the tie → type, start, end, properties."""
    retired_entities: set[str] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)
    retired_ties: dict[str, str] = field(default_factory=dict)
    """Id of the tie → type."""
    dropped_ties: dict[str, str] = field(default_factory=dict)
    restated: list[Said] = field(default_factory=list)
    bodies: MutableMapping[str, list[Signature]] = field(default_factory=dict)

    @property
    def touched(self) -> set[str]:
        """Bodies whose properties or ties change."""
        ends = {end for _, start, stop, _ in self.ties.values() for end in (start, stop)}
        return self.entities.keys() | self.retired_entities | ends


def work_out(work: Work, found: Affected) -> Change:
    """Resolve all mentions in scope and say what changes by it. Ids are written into what was found."""
    return put_together(found, resolved(work, found))


def resolved(work: Work, found: Affected, besides: Callable[[list[str]], set[str]] | None = None) -> Resolution:
    """Which bodies the mentions in scope mean. `besides` says which of some ids are given away beside the graph's."""

    def in_use(ids: list[str]) -> set[str]:
        of_graph = {row["id"] for row in work.run("read/ids_in_use", ids=ids)}
        return (of_graph | (besides(ids) if besides else set())) - found.known.keys()

    first_loads = {id_: known.first_load for id_, known in found.known.items()}
    return resolve(found.mentions(), found.registry, found.judgements, first_loads, in_use)


def put_together(found: Affected, resolution: Resolution) -> Change:
    """What changes by this resolution. Ids are written into what was found."""
    old_ties = _tie_ids(found)
    moved, changed = _assign(found, resolution)
    change = Change(resolution, restated=changed)
    _entities(found, change, moved)
    _ties(found, change, old_ties, {said.record for said in changed})
    change.bodies = {id_: resolution.bodies[id_] for id_ in change.entities if id_ in resolution.bodies}
    return change


def _tie_ids(found: Affected) -> dict[str, dict[str, str]]:
    """Record → tie id → type, as it stands before the load; only ties with an end in scope."""
    return {
        said.record: {
            tie.id: tie.type
            for tie in said.ties
            if said.nodes[tie.start].id in found.scope or said.nodes[tie.end].id in found.scope
        }
        for said in (*found.before.values(), *found.others.values())
    }


def _assign(found: Affected, resolution: Resolution) -> tuple[dict[str, Counter[str]], list[Said]]:
    """Write the ids into what is said; gives where mentions of old ids went, and changed records of other sources."""
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    changed = []
    for said in (*found.mine.values(), *found.others.values()):
        different = False
        for index, node in enumerate(said.nodes):
            new = resolution.ids.get(said.ref(index), node.id)
            if node.id and node.id != new:
                moved[node.id][new] += 1
                different = True
            node.id = new
        for tie in said.ties:
            tie.id = tie_id(tie, said.nodes[tie.start].id, said.nodes[tie.end].id)
        if different and said.record in found.others:
            changed.append(said)
    return moved, changed


def _entities(found: Affected, change: Change, moved: dict[str, Counter[str]]) -> None:
    stated: dict[str, list[Stated]] = defaultdict(list)
    for said in (*found.mine.values(), *found.others.values()):
        for index, node in enumerate(said.nodes):
            if node.id in change.resolution.bodies:
                stated[node.id].append(Stated(said, index))
    had = {node.id for said in found.before.values() for node in said.nodes}
    touched = had | {node.id for said in found.mine.values() for node in said.nodes}
    touched |= moved.keys() | {id_ for targets in moved.values() for id_ in targets}
    for id_ in sorted(touched):
        if id_ in stated:
            change.entities[id_] = entity(stated[id_])
        elif id_ in moved:
            change.merged[id_] = moved[id_].most_common(1)[0][0]
        elif id_ in found.known and not found.known[id_].retired:
            change.retired_entities.add(id_)


def _ties(found: Affected, change: Change, old: dict[str, dict[str, str]], restated: set[str]) -> None:
    stated: dict[str, list[Stated]] = defaultdict(list)
    for said in (*found.mine.values(), *found.others.values()):
        for index, tie in enumerate(said.ties):
            ends = (said.nodes[tie.start].id, said.nodes[tie.end].id)
            if any(end in change.resolution.bodies for end in ends):
                stated[tie.id].append(Stated(said, index))
    touched = {tie.id for said in found.mine.values() for tie in said.ties}
    touched |= {id_ for record in found.before for id_ in old[record]}
    touched |= {tie.id for record in restated for tie in found.others[record].ties}
    touched |= {id_ for record in restated for id_ in old[record]}
    for id_ in sorted(touched & stated.keys()):
        first = stated[id_][0]
        nodes = first.said.nodes
        ends = (nodes[first.tie.start].id, nodes[first.tie.end].id)
        change.ties[id_] = (first.tie.type, *ends, tie_props(stated[id_]))
    for record, ids in old.items():
        for id_ in [one for one in ids if one not in stated]:
            mine = found.mine.get(record)
            same = mine is not None and mine.without_ids() == found.before[record].without_ids()
            # The claim stands, only the body it is about has another id now: no history, the tie is another.
            target = change.dropped_ties if same or record in found.others else change.retired_ties
            target[id_] = ids[id_]
    for id_ in change.dropped_ties.keys() & change.retired_ties.keys():
        del change.retired_ties[id_]
