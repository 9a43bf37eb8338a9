"""The resolver: mentions in, ids out. Nothing is merged on likeness.

Which mentions are one body is decided by `cluster` from what they say. Which id the body has is decided here: the one
its mentions had before; else the one the registry gives; else a new one, minted from its first key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.cluster import Cluster, cluster
from graph.identity.mention import Mention, Signature
from graph.identity.registry import Registry
from graph.schema import NODE_KINDS
from graph.schema.values import mint

SALTS = 10
"""How often a new id is salted; one in 10^12 pairs of keys has the same hash."""


@dataclass(frozen=True)
class Judgements:
    """What people decided, as sets of ids: `same` belong together, `different` stay apart."""

    same: tuple[frozenset[str], ...] = ()
    different: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Resolution:
    """`ids`: mention ref → id; `bodies`: id → signatures; `minted`: new ids; `ambiguous`: (id, ids it also fits).

    `two_places`: ids of two bodies of one name that only their cities tell apart.
    """

    ids: dict[str, str]
    bodies: Mapping[str, list[Signature]]
    minted: frozenset[str]
    ambiguous: list[tuple[str, list[str]]]
    two_places: list[tuple[str, str]]


def resolve(
    mentions: Sequence[Mention],
    registry: Registry,
    judgements: Judgements,
    first_loads: dict[str, int],
    in_use: Callable[[list[str]], set[str]],
) -> Resolution:
    """Sort all mentions into bodies and give each an id.

    `first_loads` has the ids in use among these mentions; `in_use` says which of some ids others have.
    """
    by_signature: dict[Signature, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_signature[mention.signature].append(mention)
    known = {s: _known_ids(s, found, registry) for s, found in by_signature.items()}
    clustering = cluster(by_signature, _together(known, judgements), _veto(known, judgements))
    chosen = _choose(clustering.clusters, by_signature, registry, first_loads)
    minted = _mint_all(clustering.clusters, chosen, in_use)
    chosen |= minted
    of_signature = {s: chosen[i] for i, found in enumerate(clustering.clusters) for s in found.members}
    return Resolution(
        ids={mention.ref: of_signature[s] for s, found in by_signature.items() for mention in found},
        bodies={chosen[i]: found.members for i, found in enumerate(clustering.clusters)},
        minted=frozenset(minted.values()),
        ambiguous=sorted(
            (of_signature[one.members[0]], sorted({of_signature[c.members[0]] for c in others}))
            for one, others in clustering.ambiguous
        ),
        two_places=sorted(
            (of_signature[one.members[0]], of_signature[other.members[0]]) for one, other in clustering.two_places
        ),
    )


def _known_ids(signature: Signature, mentions: Iterable[Mention], registry: Registry) -> set[str]:
    by_key, by_name = registry.ids_of(signature)
    return {registry.now(id_) for id_ in (*by_key, *by_name, *(m.current for m in mentions if m.current))}


def _together(known: dict[Signature, set[str]], judgements: Judgements) -> list[set[Signature]]:
    return [{s for s, ids in known.items() if ids & same} for same in judgements.same]


def _veto(known: dict[Signature, set[str]], judgements: Judgements) -> Callable[[Cluster, Cluster], bool]:
    def ids_of(found: Cluster) -> set[str]:
        return {id_ for signature in found.members for id_ in known[signature]}

    def veto(one: Cluster, other: Cluster) -> bool:
        if not judgements.different:
            return False
        mine, theirs = ids_of(one), ids_of(other)
        return any(frozenset((a, b)) in judgements.different for a in mine for b in theirs if a != b)

    return veto


def _choose(
    clusters: list[Cluster],
    by_signature: dict[Signature, list[Mention]],
    registry: Registry,
    first_loads: dict[str, int],
) -> dict[int, str]:
    """Known ids, each given to the one cluster with the best claim to it (index of the cluster → id).

    Of several ids of one cluster (a merge) the one that would be minted for it now wins, whichever came first; of
    several clusters that had one id (a merge taken back) the one whose key it was minted from keeps it.
    """
    claims: list[tuple[tuple[int, bool, bool, int, bool, int, str], int, str]] = []
    for index, found in enumerate(clusters):
        current: Counter[str] = Counter()
        by_key: set[str] = set()
        by_name: set[str] = set()
        near: set[str] = set()
        for signature in found.members:
            current.update(m.current for m in by_signature[signature] if m.current)
            keyed, named = registry.ids_of(signature)
            by_key.update(registry.now(id_) for id_ in keyed)
            by_name.update(registry.now(id_) for id_ in named)
            near |= registry.near(signature)
        own = {mint(NODE_KINDS[s.kind].prefix, s.strongest()) for s in found.members}
        fresh = _mint(found, 0)
        for id_ in {*current, *by_key, *by_name, *near}:
            tier = 6 * (id_ in current) + 4 * (id_ in by_key) + 2 * (id_ in by_name) + (id_ in near)
            claim = (
                -tier,
                id_ != fresh,
                id_ not in own,
                -current[id_],
                id_ in registry.merged,
                first_loads.get(id_, 0),
                id_,
            )
            claims.append((claim, index, id_))
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for _, index, id_ in sorted(claims):
        if index not in chosen and id_ not in taken:
            chosen[index] = id_
            taken.add(id_)
    return chosen


def _mint_all(
    clusters: list[Cluster], chosen: dict[int, str], in_use: Callable[[list[str]], set[str]]
) -> dict[int, str]:
    """New ids for clusters that have none; the hash is salted where another body has it already."""
    minted: dict[int, str] = {}
    waiting = [index for index in range(len(clusters)) if index not in chosen]
    for attempt in range(SALTS):
        wanted = {index: _mint(clusters[index], attempt) for index in waiting}
        taken = {*chosen.values(), *minted.values(), *(in_use(sorted(wanted.values())) if wanted else ())}
        for index, id_ in wanted.items():
            if id_ not in taken:
                minted[index] = id_
                taken.add(id_)
        waiting = [index for index in waiting if index not in minted]
    if waiting:
        raise RuntimeError(f"no free id for {_strongest(clusters[waiting[0]])}")
    return minted


def _mint(found: Cluster, attempt: int) -> str:
    strongest = _strongest(found)
    salted = strongest if attempt == 0 else f"{strongest}#{attempt}"
    return mint(NODE_KINDS[found.members[0].kind].prefix, salted)


def _strongest(found: Cluster) -> str:
    """The evidence a new id is minted from: a key before a name, then the smallest."""
    return min((s.strongest() for s in found.members), key=lambda text: (text.startswith("name:"), text))
