"""Places of China by their names in Latin letters, as GeoNames and English addresses print them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from graph.gazetteer import Division
from graph.gazetteer.names import short_name
from graph.gazetteer.tables import divisions

# Romanised otherwise than by pinyin: 陕西 beside 山西, and names of other languages.
OTHERWISE = {
    "shaanxi": "61",
    "shanxi": "14",
    "innermongolia": "15",
    "neimongol": "15",
    "tibet": "54",
    "hongkong": "81",
    "macau": "82",
    "macao": "82",
    "taiwan": "71",
    "urumqi": "6501",
    "hohhot": "1501",
    "harbin": "2301",
    "lhasa": "5401",
    "qiqihar": "2302",
    "kashgar": "6531",
}


def latin_key(name: str) -> str:
    """Letters alone, lower case, without City or Shi behind: Xi'an → xian."""
    return re.sub(r"[^a-z]", "", re.sub(r"\b(city|shi|province|sheng|district|county)\b", "", name.lower()))


def places(name: str, region: str = "") -> list[Division]:
    """What a name in Latin letters may be, the higher level before the lower; `region` is the province beside it."""
    found = _index().get(latin_key(name), [])
    provinces = _index().get(latin_key(region), []) if region else []
    within = [one for one in found if not provinces or any(above.holds(one) for above in provinces)]
    top = min((len(one.code) for one in within), default=0)
    return [one for one in within if len(one.code) == top]


@cache
def _index() -> dict[str, list[Division]]:
    # Lazily: the dictionary of readings takes a quarter of a second to load.
    from pypinyin import lazy_pinyin

    found: dict[str, list[Division]] = defaultdict(list)
    for one in divisions().values():
        if len(one.code) > 6:
            continue
        name = short_name(one.name, one) or one.name
        key = "".join(lazy_pinyin(name)).lower().replace("ü", "v")
        if one.code not in OTHERWISE.values():
            found[key].append(one)
    for name, code in OTHERWISE.items():
        found[name].append(divisions()[code])
    return dict(found)
