"""New bodies that are or may be one there is, by the rules of names: queued for a person, never merged by a load.

Candidates come from an index of all names of the kind, or where few bodies are new from the full-text index of the
graph; the rules decide on each pair (graph/identity/judge.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from graph.identity.aliases import kept_apart
from graph.identity.cluster import MOST_OF_A_NAME, Cluster
from graph.identity.index import Index
from graph.identity.judge import judge
from graph.identity.keys import NAMES as CODES
from graph.identity.mention import UNTOLD_CITIES, Signature
from graph.identity.named import Named, Verdict
from graph.identity.resolver import Resolution
from graph.identity.sites import BOTH, may_have_sites
from graph.name_match import lucene
from graph.schema import NODE_KINDS
from graph.schema.values import fold
from graph.store import Row, Work
from loaders.change import Change
from loaders.understood import Said

FEW = 40
"""Up to so many new bodies of a kind are looked up one by one; more are worth an index of all names of the kind."""
CANDIDATES = 24


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


@dataclass(frozen=True)
class Brought:
    """What a load brings: `bodies` that it writes (id → label and properties), of which `new` are compared; `listed`
    are bodies that the source names. `signatures` gives what is known of a body by its id."""

    resolution: Resolution
    bodies: Mapping[str, tuple[str, dict[str, Any]]]
    new: Set[str]
    listed: Set[str]
    signatures: Callable[[str], Sequence[Signature]]


def brought_by(change: Change, stated: Iterable[Said], there: Set[str]) -> Brought:
    """What a change brings, all of which is held in memory; `stated` is what the source says. `there` are bodies that
    a load of the same version added before it was cut off: they are as new as they were then."""
    minted = (change.resolution.minted | there) & change.entities.keys()
    return Brought(
        resolution=change.resolution,
        bodies=change.entities,
        new={id_ for id_ in minted if compared(change.entities[id_][0])},
        listed={node.id for said in stated for node in said.nodes},
        signatures=lambda id_: change.resolution.bodies.get(id_, ()),
    )


def queue(work: Work, brought: Brought, different: frozenset[frozenset[str]]) -> list[Queued]:
    """Look-alikes of what this load brought. Two names in one list, or known or judged to be apart, are not queued."""
    found: dict[frozenset[str], Queued] = {}
    for one, other in _ambiguous(brought, different):
        label = next(brought.bodies[id_][0] for id_ in (one, other) if id_ in brought.bodies)
        names = {row["id"]: row["name"] for row in work.run("read/nodes", ids=[one, other])}
        names |= {id_: brought.bodies[id_][1]["name"] for id_ in (one, other) if id_ in brought.bodies}
        if len(names) == 2:
            found[frozenset((one, other))] = Queued(
                label, one, other, (names[one], names[other]), "同名，不止一个主体相符"
            )
    for pair_, (label, names_of) in _two_places(brought).items():
        if pair_ not in different and pair_ not in found:
            one, other = sorted(pair_)
            found[pair_] = Queued(
                label, one, other, (names_of[one], names_of[other]), "同名，两地：可能是一个主体的两处场所"
            )
    for queued in _two_codes(brought):
        found.setdefault(frozenset((queued.one, queued.other)), queued)
    found = {pair_: queued for pair_, queued in found.items() if pair_ not in different}
    new: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(brought.new):
        new[brought.bodies[id_][0]].append(id_)
    for label, ids in sorted(new.items()):
        rows = {id_: _as_row(brought.bodies[id_][1]) for id_ in ids}
        for one, other, names_, verdict in _alike(work, label, rows, brought.listed):
            pair = frozenset((one, other))
            if pair not in different and pair not in found and not _two_numbers(brought, one, other):
                found[pair] = Queued(label, one, other, names_, verdict.reason)
    return sorted(found.values(), key=lambda queued: (queued.kind, queued.names, queued.one, queued.other))


def _ambiguous(brought: Brought, different: frozenset[frozenset[str]]) -> Iterator[tuple[str, str]]:
    for one, others in brought.resolution.ambiguous:
        for other in others:
            if {one, other} & brought.bodies.keys() and frozenset((one, other)) not in different:
                yield one, other


def _two_places(brought: Brought) -> dict[frozenset[str], tuple[str, dict[str, str]]]:
    """Bodies of one name in two cities, one of which this source lists and the other not; with kind and names.

    Hospitals, schools and co-operatives of plain names are in every county and are not queued.
    """
    found: dict[frozenset[str], tuple[str, dict[str, str]]] = {}
    for ids in brought.resolution.two_places:
        known = [(id_, brought.signatures(id_)) for id_ in ids]
        if len(brought.listed & set(ids)) != 1 or not all(signatures for _, signatures in known):
            continue
        label = known[0][1][0].kind
        if compared(label) and all(may_have_sites(told[0].name) for _, told in known):
            found[frozenset(ids)] = (label, {id_: str(_shown(brought, id_, told[0].name)) for id_, told in known})
    return found


def _two_codes(brought: Brought) -> Iterator[Queued]:
    """A new body and another of the same name, in no other city as far as is told, with different numbers.

    They stay two, for numbers decide; but a name is registered once in a place, so that one number may be wrong.
    """
    if not brought.new:
        return  # of a large source the signatures would be read from disk for nothing
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, signatures in brought.resolution.bodies.items():
        for group in {signature.group for signature in signatures if signature.by_name}:
            groups[group].append(id_)
    for (kind, name), ids in sorted(groups.items()):
        if len(ids) < 2 or not compared(kind) or not may_have_sites(name):
            continue
        for one, other in combinations(sorted(ids)[:MOST_OF_A_NAME], 2):
            clusters = [Cluster.of(brought.signatures(id_)) for id_ in (one, other)]
            if {one, other}.isdisjoint(brought.new) or _apart(*(cluster.cities for cluster in clusters)):
                continue
            scheme = _register_apart(*clusters)
            if scheme:
                names = (str(_shown(brought, one, name)), str(_shown(brought, other, name)))
                told = "、".join(min(cluster.keys[scheme]) for cluster in clusters)
                yield Queued(kind, one, other, names, f"同名，{CODES.get(scheme, scheme)}不同：{told}")


def _apart(one: Collection[str], other: Collection[str]) -> bool:
    """Whether both say something and nothing of it is the same."""
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _two_numbers(brought: Brought, one: str, other: str) -> bool:
    """Whether two bodies have different numbers of one register, which no likeness of names outvotes."""
    mine, theirs = (Cluster.of(brought.signatures(id_)) for id_ in (one, other))
    return bool(_register_apart(mine, theirs))


def _register_apart(one: Cluster, other: Cluster) -> str:
    """The first register in which the two have different numbers; "" where there is none."""
    return next((scheme for scheme in one.keys if _apart(one.keys[scheme], other.keys.get(scheme, ()))), "")


def _shown(brought: Brought, id_: str, name: str) -> object:
    return brought.bodies[id_][1]["name"] if id_ in brought.bodies else name


Pair = tuple[str, str, tuple[str, str], Verdict]


def _alike(work: Work, label: str, new: dict[str, Row], listed: Set[str]) -> Iterator[Pair]:
    """Pairs of a new body and one that this source does not list beside it, which the rules do not tell apart.

    To be called before or after the load is written: the new ones come from the load, the others from the graph.
    """
    others = _looked_up(work, label, new) if len(new) <= FEW else _from_index(work, label, new, listed)
    for one, rows in others:
        mine = new[one]
        for row in rows:
            other = row["id"]
            if other in listed or kept_apart(fold(mine["name"]), fold(row["name"])):
                continue
            verdict = judge(_named(mine, label), _named(row, label))
            if verdict.verdict != "different":
                yield one, other, (mine["name"], row["name"]), verdict


def _looked_up(work: Work, label: str, new: dict[str, Row]) -> Iterator[tuple[str, list[Row]]]:
    for id_, row in new.items():
        yield id_, work.run("read/search", text=lucene(row["name"]), kinds=[label], limit=CANDIDATES)


def _from_index(work: Work, label: str, new: dict[str, Row], listed: Set[str]) -> Iterator[tuple[str, list[Row]]]:
    rows = work.run("write/names_of_kind", slots={"kind": label})
    others = [row for row in rows if row["id"] not in listed and row["id"] not in new]
    if not others:
        return  # the first list of its kind: nothing to compare with
    index = Index((str(row["id"]), _named(row, label)) for row in others)
    for id_, row in new.items():
        yield id_, [others[number] for number in index.candidates(_named(row, label), at_most=CANDIDATES)]


def _as_row(props: dict[str, Any]) -> Row:
    """A body of this load as a row of the graph; its side is what the source states, the rest is derived later."""
    return {"name": props["name"], "city": props.get("city_stated") or "", "place": props.get("place") or ""}


def _named(row: Row, label: str) -> Named:
    """A body as the rules of names look at it: its place where it is known, else its city."""
    return Named(row["name"], row["place"] or _place(row["city"]), label)


def _place(city: str) -> str:
    """A side as a place for the rules of names, "" where it is none."""
    return "" if city in (*UNTOLD_CITIES, BOTH, "其他") else city


def compared(label: str) -> bool:
    """Kinds of bodies that a name alone may identify; of events, projects and values alike names are no sign."""
    kind = NODE_KINDS[label]
    return kind.counted and "name" in kind.keys and (bool(kind.groups) or label == "Team")
