"""Which signatures mean the same body: a pure function of the signatures and of what people judged.

The order of loading has no part in it. Evidence, strongest first: a shared key; the same name (with place or parent,
where given); a name that exactly one body gives as its alias or former name. Vetoes: two values of one key scheme, two
known cities, two known parents, a judgement. Where a name fits several bodies nothing is joined: it stays a body of its
own and is reported as ambiguous.

Two cities are two sites of one body where something says so: a shared key, a row that tells both, a name that tells
its place itself (`graph.identity.sites`). On a plain name alone they stay two bodies, which are reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations
from operator import attrgetter
from types import MappingProxyType

from graph.identity.mention import Signature
from graph.identity.sites import cities_of, tells_its_place

MOST_OF_A_NAME = 12
"""Of bodies of one name in different cities so many are paired for a person; a name that common says little."""

ORDER = attrgetter("order")
"""What signatures are sorted by; comparing the objects themselves would put their fields together each time."""

NOTHING: frozenset[str] = frozenset()
NO_KEYS: Mapping[str, Set[str]] = MappingProxyType({})

Veto = Callable[["Cluster", "Cluster"], bool]


@dataclass(slots=True)
class Cluster:
    """Signatures of one body with what they say together. A load has as many as bodies, so what is empty is shared."""

    members: list[Signature]
    keys: Mapping[str, Set[str]]
    cities: Set[str]
    withins: Set[str]

    @classmethod
    def of(cls, members: Iterable[Signature]) -> Cluster:
        """A cluster from its signatures, sorted."""
        found = sorted(members, key=ORDER)
        keys: dict[str, set[str]] = {}
        for signature in found:
            for scheme, value in signature.keys:
                keys.setdefault(scheme, set()).add(value)
        cities = NOTHING.union(*(cities_of(signature.city) for signature in found))
        withins = frozenset(signature.within for signature in found) - {""}
        return cls(found, keys or NO_KEYS, cities or NOTHING, withins or NOTHING)

    def contradicts(self, other: Cluster) -> bool:
        """Whether keys, parents or cities say that the two are different bodies."""
        told_apart = [
            (self.withins, other.withins),
            *((values, other.keys[scheme]) for scheme, values in self.keys.items() if scheme in other.keys),
        ]
        return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in told_apart) or self.elsewhere(other)

    def elsewhere(self, other: Cluster) -> bool:
        """Whether the two are in two cities and share no name that tells its place by itself."""
        if not self.cities or not other.cities or not self.cities.isdisjoint(other.cities):
            return False
        shared = {(s.kind, s.name) for s in self.members} & {(s.kind, s.name) for s in other.members}
        return not any(tells_its_place(name, kind) for kind, name in shared)


@dataclass
class Clustering:
    """All clusters, and pairs (name, cluster) where a name fits several bodies and was joined to none.

    `two_places`: pairs of one name that nothing but their cities tells apart.
    """

    clusters: list[Cluster]
    ambiguous: list[tuple[Cluster, list[Cluster]]]
    two_places: list[tuple[Cluster, Cluster]]


def cluster(signatures: Iterable[Signature], together: Sequence[set[Signature]], veto: Veto) -> Clustering:
    """Sort signatures into bodies. `together` are sets that people judged to be one; `veto` what they judged apart."""
    found = _joined(sorted(set(signatures), key=ORDER), [*_by_key(signatures), *together])
    found, ambiguous = _by_name(found, veto)
    found, more = _by_other_name(found, veto)
    return Clustering(found, ambiguous + more, _two_places(found, veto))


def _two_places(clusters: list[Cluster], veto: Veto) -> list[tuple[Cluster, Cluster]]:
    """Bodies of one name that stayed apart for their cities alone."""
    groups: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for index, found in enumerate(clusters):
        if found.cities:
            for signature in found.members:
                if signature.by_name:
                    groups[signature.group][index] = None
    pairs = {
        (one, other): None for group in groups.values() for one, other in combinations(list(group)[:MOST_OF_A_NAME], 2)
    }
    return [
        (clusters[one], clusters[other])
        for one, other in pairs
        if clusters[one].elsewhere(clusters[other])
        and not replace(clusters[one], cities=set()).contradicts(clusters[other])
        and not veto(clusters[one], clusters[other])
    ]


def _by_key(signatures: Iterable[Signature]) -> list[set[Signature]]:
    groups: dict[tuple[str, str], set[Signature]] = defaultdict(set)
    for signature in signatures:
        for key in signature.keys:
            groups[key].add(signature)
    return [group for group in groups.values() if len(group) > 1]


def _joined(signatures: Sequence[Signature], groups: Iterable[set[Signature]]) -> list[Cluster]:
    parent = {signature: signature for signature in signatures}

    def root(signature: Signature) -> Signature:
        while parent[signature] is not signature:
            parent[signature] = parent[parent[signature]]
            signature = parent[signature]
        return signature

    for group in groups:
        known = sorted((signature for signature in group if signature in parent), key=ORDER)
        for other in known[1:]:
            parent[root(other)] = root(known[0])
    members: dict[Signature, list[Signature]] = defaultdict(list)
    for signature in signatures:
        members[root(signature)].append(signature)
    return sorted((Cluster.of(group) for group in members.values()), key=lambda c: c.members[0].order)


def _by_name(clusters: list[Cluster], veto: Veto) -> tuple[list[Cluster], list[tuple[Cluster, list[Cluster]]]]:
    groups: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for index, found in enumerate(clusters):
        for signature in found.members:
            if signature.by_name:
                groups[signature.group][index] = None
    joins: list[set[Signature]] = []
    ambiguous: list[tuple[Cluster, list[Cluster]]] = []
    for group in groups.values():
        if len(group) > 1:
            together, unsure = _of_one_name([clusters[index] for index in group], veto)
            joins += together
            ambiguous += unsure
    everything = [signature for found in clusters for signature in found.members]
    return _joined(sorted(everything, key=ORDER), [*(set(found.members) for found in clusters), *joins]), ambiguous


def _of_one_name(group: list[Cluster], veto: Veto) -> tuple[list[set[Signature]], list[tuple[Cluster, list[Cluster]]]]:
    """Join what is compatible; where one fits two that are not, join only what says exactly the same."""
    fits: dict[int, set[int]] = {index: set() for index in range(len(group))}
    for one, other in combinations(range(len(group)), 2):
        if not group[one].contradicts(group[other]) and not veto(group[one], group[other]):
            fits[one].add(other)
            fits[other].add(one)
    joins: list[set[Signature]] = []
    ambiguous: list[tuple[Cluster, list[Cluster]]] = []
    seen: set[int] = set()
    for start in fits:
        if start in seen:
            continue
        component = _with_sites(_reach(start, fits), fits, group, veto)
        seen |= component
        if all(fits[index] >= component - {index} for index in component):
            joins.append({signature for index in component for signature in group[index].members})
            continue
        for index in sorted(component):
            others = [group[other] for other in sorted(fits[index])]
            if any(one.contradicts(other) or veto(one, other) for one, other in combinations(others, 2)):
                ambiguous.append((group[index], others))
        joins += [
            {*group[one].members, *group[other].members}
            for one in component
            for other in fits[one]
            if not (group[one].keys or group[other].keys)
            and (group[one].cities, group[one].withins) == (group[other].cities, group[other].withins)
        ]
    return joins, ambiguous


def _with_sites(component: set[int], fits: dict[int, set[int]], group: list[Cluster], veto: Veto) -> set[int]:
    """The component, with its bodies fitting each other where one of them tells the cities of all: it has those sites.

    Changes `fits`.
    """
    cities = set().union(*(group[index].cities for index in component))
    if len(cities) < 2 or not any(group[i].cities == cities and fits[i] >= component - {i} for i in component):
        return component
    for one, other in combinations(sorted(component), 2):
        apart = replace(group[one], cities=set()).contradicts(group[other]) or veto(group[one], group[other])
        if other not in fits[one] and not apart:
            fits[one].add(other)
            fits[other].add(one)
    return component


def _reach(start: int, fits: dict[int, set[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = fits[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _by_other_name(clusters: list[Cluster], veto: Veto) -> tuple[list[Cluster], list[tuple[Cluster, list[Cluster]]]]:
    """A name that exactly one body gives as its alias or former name means that body."""
    claimed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, found in enumerate(clusters):
        for key in {(s.kind, other) for s in found.members if s.kind != "Person" for other in s.other_names}:
            claimed[key].append(index)
    fits: dict[int, set[int]] = {index: set() for index in range(len(clusters))}
    ambiguous: list[tuple[Cluster, list[Cluster]]] = []
    for index, found in enumerate(clusters):
        names = {(s.kind, s.name) for s in found.members if s.by_name}
        owners = sorted({owner for name in names for owner in claimed.get(name, ()) if owner != index})
        fitting = [i for i in owners if not found.contradicts(clusters[i]) and not veto(found, clusters[i])]
        if len(fitting) == 1:
            fits[index].add(fitting[0])
            fits[fitting[0]].add(index)
        elif fitting:
            ambiguous.append((found, [clusters[i] for i in fitting]))
    joins: list[set[Signature]] = []
    seen: set[int] = set()
    for start in fits:
        if fits[start] and start not in seen:
            together = [clusters[index] for index in sorted(_reach(start, fits))]
            seen |= _reach(start, fits)
            if any(one.contradicts(other) or veto(one, other) for one, other in combinations(together, 2)):
                ambiguous.append((clusters[start], [c for c in together if c is not clusters[start]]))
            else:
                joins.append({signature for found in together for signature in found.members})
    everything = sorted((signature for found in clusters for signature in found.members), key=ORDER)
    return _joined(everything, [*(set(found.members) for found in clusters), *joins]), ambiguous
