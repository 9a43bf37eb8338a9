"""The registry: every key and name ever seen, and the id it leads to (`Identifier`: scheme, value → entity).

Schemes are those of keys (`moe`, `ror`, `division` …), `name:<Kind>` with the value `folded|within|city|keys`,
`alias:<Kind>` with the value `folded|id`, and `merged` for ids that lost a merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.identity.mention import Signature
from graph.identity.sites import same_city
from graph.store import Work

Key = tuple[str, str]


@dataclass
class Registry:
    """The part of the registry a load looks at: `entries` (scheme, value) → id, and `merged` old id → new id."""

    entries: dict[Key, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    _by_name: dict[Key, list[tuple[str, str]]] = field(default_factory=dict, init=False, repr=False)
    _size: int = field(default=-1, init=False, repr=False)

    def ids_of(self, signature: Signature) -> tuple[list[str], list[str]]:
        """Ids known for the keys of a signature, and for its name with all that tells it apart."""
        by_key = [self.entries[key] for key in signature.keys if key in self.entries]
        name = (f"name:{signature.kind}", signature.name_value())
        return by_key, [self.entries[name]] if name in self.entries else []

    def near(self, signature: Signature) -> set[str]:
        """The one id whose registered name agrees with this one as far as both say; empty when none or several do.

        A source that later tells the city or the parent of a body says the same body more fully: its id stays.
        """
        if not signature.by_name:
            return set()
        scheme, wanted = f"name:{signature.kind}", signature.name_value()
        named = self._named().get((scheme, wanted.partition("|")[0]), ())
        found = {self.now(id_) for value, id_ in named if _agree(value, wanted)}
        return found if len(found) == 1 else set()

    def _named(self) -> dict[Key, list[tuple[str, str]]]:
        """Entries by scheme and folded name; made anew when entries came in."""
        if self._size != len(self.entries):
            self._by_name = defaultdict(list)
            for (scheme, value), id_ in self.entries.items():
                self._by_name[(scheme, value.partition("|")[0])].append((value, id_))
            self._size = len(self.entries)
        return self._by_name

    def now(self, id_: str) -> str:
        """The id an id leads to today."""
        seen = {id_}
        while id_ in self.merged and self.merged[id_] not in seen:
            id_ = self.merged[id_]
            seen.add(id_)
        return id_


def _agree(value: str, wanted: str) -> bool:
    """Whether two values of a name scheme (`folded|within|city|keys`) contradict each other nowhere."""
    (_, within, city, keys), (_, other_within, other_city, other_keys) = (v.split("|", 3) for v in (value, wanted))
    if (within and other_within and within != other_within) or not same_city(city, other_city):
        return False
    known = dict(_pairs(keys))
    return all(known.get(scheme, number) == number for scheme, number in _pairs(other_keys))


def _pairs(keys: str) -> list[tuple[str, str]]:
    return [(scheme, number) for scheme, _, number in (key.partition("=") for key in keys.split(";") if key)]


def look_up(work: Work, signatures: Iterable[Signature], registry: Registry) -> set[str]:
    """Add to `registry` what it holds on these signatures; returns the ids of all bodies that share a key or a name."""
    keys: dict[Key, None] = {}
    names: dict[Key, None] = {}
    for signature in signatures:
        keys.update(dict.fromkeys(signature.keys))
        if signature.by_name:
            for name in (signature.name, *signature.other_names):
                names[(f"name:{signature.kind}", name.replace("|", "") + "|")] = None
                names[(f"alias:{signature.kind}", name.replace("|", "") + "|")] = None
    rows = work.run("read/identifiers_by_key", keys=[{"scheme": s, "value": v} for s, v in keys])
    rows += work.run("read/identifiers_by_name", names=[{"scheme": s, "prefix": p} for s, p in names])
    found: set[str] = set()
    for row in rows:
        registry.entries[(row["scheme"], row["value"])] = row["entity"]
        found.add(row["entity"])
    for row in work.run("read/merged_ids", ids=sorted(found)):
        registry.merged[row["id"]] = row["entity"]
    return {registry.now(id_) for id_ in found}


def rows_for(signatures: Iterable[Signature], entity: str) -> list[dict[str, str]]:
    """What to register for a body: its keys, its names, and its aliases and former names."""
    rows: dict[Key, None] = {}
    for signature in signatures:
        rows.update(dict.fromkeys(signature.keys))
        if signature.by_name:
            rows[(f"name:{signature.kind}", signature.name_value())] = None
            for name in signature.other_names:
                rows[(f"alias:{signature.kind}", f"{name.replace('|', '')}|{entity}")] = None
    return [{"scheme": scheme, "value": value, "entity": entity} for scheme, value in rows]
