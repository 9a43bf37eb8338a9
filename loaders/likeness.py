"""New bodies that look like one there is: queued for a person, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from graph.identity.aliases import kept_apart
from graph.identity.names import alike
from graph.schema import NODE_KINDS
from graph.schema.values import fold
from graph.store import Work
from loaders.change import Change
from loaders.understood import Said


@dataclass(frozen=True)
class Queued:
    """Two bodies of one kind that a person should look at, and why."""

    kind: str
    one: str
    other: str
    names: tuple[str, str]
    why: str

    def as_dict(self) -> dict[str, object]:
        """As kept in `Load.queued`."""
        return asdict(self)


def queue(work: Work, change: Change, stated: list[Said], different: frozenset[frozenset[str]]) -> list[Queued]:
    """Look-alikes of what this load brought. Two names in one list, or known or judged to be apart, are not queued."""
    listed = {node.id for said in stated for node in said.nodes}
    ambiguous = [
        (one, other)
        for one, others in change.resolution.ambiguous
        for other in others
        if {one, other} & change.entities.keys() and frozenset((one, other)) not in different
    ]
    new: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(change.resolution.minted & change.entities.keys()):
        if _compared(change.entities[id_][0]):
            new[change.entities[id_][0]].append(id_)
    found: dict[frozenset[str], Queued] = {}
    for label in sorted(new.keys() | {_label(change, pair) for pair in ambiguous}):
        names = {row["id"]: row["name"] for row in work.run("write/names_of_kind", slots={"kind": label})}
        for one, other in ambiguous:
            if one in names and other in names:
                pair = frozenset((one, other))
                found[pair] = Queued(label, one, other, (names[one], names[other]), "同名，不止一个主体相符")
        for one, other in _alike(new[label], names, listed):
            pair = frozenset((one, other))
            if pair not in different and pair not in found:
                found[pair] = Queued(label, one, other, (names[one], names[other]), "名称相近")
    return sorted(found.values(), key=lambda queued: (queued.kind, queued.names, queued.one, queued.other))


def _label(change: Change, pair: tuple[str, str]) -> str:
    return next(change.entities[id_][0] for id_ in pair if id_ in change.entities)


def _alike(new: list[str], names: dict[str, str], listed: set[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a new body and one that this source does not list beside it."""
    folded = {id_: fold(name) for id_, name in names.items()}
    for one in new:
        for other, name in folded.items():
            if other not in listed and not kept_apart(folded[one], name) and alike(folded[one], name):
                yield one, other


def _compared(label: str) -> bool:
    """Kinds of bodies that a name alone may identify; of events, projects and values alike names are no sign."""
    kind = NODE_KINDS[label]
    return kind.counted and "name" in kind.keys and (bool(kind.groups) or label == "Team")
