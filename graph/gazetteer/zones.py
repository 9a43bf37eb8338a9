"""Zones: 高新区, 经开区, 西咸新区, 杨凌 … are managed areas, no divisions, and stand in no list of divisions.

`side` follows model.md ("Sides"): 西咸新区 is managed by Xi'an; 杨凌 is not Xi'an.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.gazetteer.names import name_key
from graph.gazetteer.tables import rows


@dataclass(frozen=True)
class Zone:
    """A zone: `name`, the codes of the cities it lies in, its side, the reason, and from when it is so.

    `since` is the earliest date for which the rule is evidenced ("" = no limit). `bare` says whether its name tells it
    in any address (沣东新城); 高新区 is one of many and counts only behind the name of its city.
    """

    name: str
    cities: frozenset[str]
    side: str
    since: str
    reason: str
    bare: bool


def zone(text: str, city: str = "") -> Zone | None:
    """The zone that a text begins with: 西咸新区沣东新城, 高新区科技路 (with the code of its city), 杨凌示范区."""
    key = re.sub("^陕西省?", "", name_key(text))
    found: Zone | None = None
    rest = key
    while match := _begins(rest, city):
        found = match[0]
        rest = rest[match[1] :]
    return found


def _begins(key: str, city: str) -> tuple[Zone, int] | None:
    for word, one in _words():
        if key.startswith(word) and (one.bare or city in one.cities):
            return one, len(word)
    return None


@cache
def _words() -> list[tuple[str, Zone]]:
    """Each word for a zone, longest first."""
    words = []
    for row in rows("zones.csv"):
        one = Zone(
            row["name"],
            frozenset(row["cities"].split("|")) - {""},
            row["side"],
            row["since"],
            row["reason"],
            row["bare"] == "yes",
        )
        words += [(name_key(word), one) for word in (row["name"], *filter(None, row["words"].split("|")))]
    return sorted(words, key=lambda pair: -len(pair[0]))
