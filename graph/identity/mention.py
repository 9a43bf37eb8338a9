"""A mention: one row names one body. The resolver says which mentions mean the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from graph.identity.aliases import canonical
from graph.schema import NODE_KINDS
from graph.schema.values import fold

UNTOLD_CITIES = frozenset({"", "未知"})
"""Sides that do not tell two bodies of one name apart."""

REMEMBERED = 100_000
"""Signatures kept, about 60 MB at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`ref` is record id and position, unique and stable; `current` the id it had before this load ("" = new)."""

    ref: str
    kind: str
    name: str
    keys: tuple[tuple[str, str], ...] = ()
    within: str = ""
    city: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    current: str = ""
    _signature: Signature | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def signature(self) -> Signature:
        """What the resolver looks at, worked out once; mentions of one signature always mean the same body."""
        if self._signature is None:
            within = self.within
            if self.kind == "Person" and not within and not self.keys:
                within = f"?{self.ref.rpartition('#')[0]}"  # whose home no row tells is nobody else's namesake
            names = (*self.aliases, *self.former)
            found = signature_of(self.kind, self.name, self.keys, within, self.city, names)
            object.__setattr__(self, "_signature", found)
            return found
        return self._signature


Order = tuple[str, str, tuple[tuple[str, str], ...], str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Signature:
    """Folded and sorted: the evidence of a mention and nothing else. `other_names` are aliases and former names."""

    kind: str
    name: str
    keys: tuple[tuple[str, str], ...]
    within: str
    city: str
    other_names: tuple[str, ...]
    order: Order = field(init=False, repr=False, compare=False)
    """What signatures are sorted by: all fields, put together once."""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Once: a load looks signatures up many times (a tenth of its time, measured).
        order = (self.kind, self.name, self.keys, self.within, self.city, self.other_names)
        object.__setattr__(self, "order", order)
        object.__setattr__(self, "_hash", hash(order))

    def __hash__(self) -> int:
        """Of all fields."""
        return self._hash

    @property
    def by_name(self) -> bool:
        """Whether a name alone may identify this kind; an observation or a commitment is known by its key only."""
        return "name" in NODE_KINDS[self.kind].keys or self.kind == "Person"

    @property
    def group(self) -> tuple[str, str]:
        """Signatures of one group may be the same body by name. A person's name counts within the home body only."""
        return (self.kind, f"{self.name}@{self.within}" if self.kind == "Person" else self.name)

    def strongest(self) -> str:
        """The first key in the order the kind declares, as `scheme:value`; else kind and full name."""
        order = NODE_KINDS[self.kind].keys
        ranked = sorted(self.keys, key=lambda key: (order.index(key[0]) if key[0] in order else len(order), key))
        if ranked:
            return f"{ranked[0][0]}:{ranked[0][1]}"
        return f"name:{self.kind}:{self.name_value()}"

    def name_value(self) -> str:
        """Value of the name's identifier: name, then what tells equal names apart; the name is a prefix up to `|`."""
        strong = "" if not self.keys else ";".join(f"{scheme}={value}" for scheme, value in self.keys)
        return "|".join((self.name.replace("|", ""), self.within, self.city, strong))


@lru_cache(maxsize=REMEMBERED)
def signature_of(
    kind: str, name: str, keys: tuple[tuple[str, str], ...], within: str, city: str, other_names: tuple[str, ...]
) -> Signature:
    """The signature of a mention; a list names the same bodies again and again, so the last ones are kept."""
    own = fold(canonical(name, kind))
    others = {fold(text) for other in other_names for text in (other, canonical(other, kind))}
    return Signature(
        kind=kind,
        name=own,
        keys=tuple(sorted(keys)),
        within=fold(canonical(within)) if kind == "Person" else fold(within),
        city="" if city in UNTOLD_CITIES else city,
        other_names=tuple(sorted(others - {"", own})),
    )
