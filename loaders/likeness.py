"""New bodies that look like one there is: queued for a person, never merged."""

from __future__ import annotations

from collections import defaultdict
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
    found = dict(_ambiguous(change))
    new: dict[str, list[str]] = defaultdict(list)
    for id_ in change.resolution.minted & change.entities.keys():
        label = change.entities[id_][0]
        if _compared(label):
            new[label].append(id_)
    for label, ids in sorted(new.items()):
        names = {row["id"]: row["name"] for row in work.run("read/names_of_kind", kind=label)}
        folded = {id_: fold(name) for id_, name in names.items()}
        for one in sorted(ids):
            for other, other_name in folded.items():
                pair = frozenset((one, other))
                if other in listed or one not in folded or pair in different or pair in found:
                    continue
                if not kept_apart(folded[one], other_name) and alike(folded[one], other_name):
                    found[pair] = Queued(label, one, other, (names[one], names[other]), "名称相近")
    return sorted(found.values(), key=lambda queued: (queued.kind, queued.names))


def _compared(label: str) -> bool:
    """Kinds of bodies that a name alone may identify; of events, projects and values alike names are no sign."""
    kind = NODE_KINDS[label]
    return kind.counted and "name" in kind.keys and (bool(kind.groups) or label == "Team")


def _ambiguous(change: Change) -> list[tuple[frozenset[str], Queued]]:
    found = []
    for one, others in change.resolution.ambiguous:
        for other in others:
            if one in change.entities and other in change.entities:
                label, props = change.entities[one]
                names = (props["name"], change.entities[other][1]["name"])
                found.append((frozenset((one, other)), Queued(label, one, other, names, "同名，不止一个主体相符")))
    return found
