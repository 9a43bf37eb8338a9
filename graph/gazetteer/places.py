"""A division by name, code, old name, or names one behind the other (陕西省商洛市商州区)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.gazetteer.model import Division
from graph.gazetteer.names import Named, index, longest, name_key
from graph.gazetteer.tables import divisions, latest
from graph.schema.values import is_nothing, read_date

SEPARATORS = re.compile(r"[\s/>、,，-]+")


def division(text: str, *, at: str = "", within: str = "") -> Division | None:
    """The division that a name or code means, or None: unknown, or more than one (`candidates` lists them).

    `text`: 商州区, 商州, 陕西商洛, 陕西省/商洛市/商州区, 户县, or a code of 2, 4, 6, 9 or 12 digits (a village's gives
    the deepest division known above it). A town's name alone tells it only where no other town of the country bears
    it, and its short name (大荆) only below a named county or city. `at`: the date of the text, any spelling; it
    decides where a name meant one division until a year and another since. `within`: a name or code of what it must
    lie in.
    """
    found = candidates(text, at=at, within=within)
    if len(found) != 1:
        return None
    alone = not within.strip() and name_key(text) in (name_key(found[0].name), *map(name_key, dict(found[0].former)))
    return None if alone and found[0].elsewhere else found[0]


def candidates(text: str, *, at: str = "", within: str = "") -> list[Division]:
    """All divisions that a name or code may mean, by code.

    The full name counts before a short one and the higher level before the lower (西安 is the city, not the district
    of that name in 辽源); today's names count before old ones, unless `at` lies in the time of the old one.
    """
    if is_nothing(text):
        return []
    whole = _whole(within)
    if whole is not None and not whole:
        return []
    plain = text.strip()
    if re.fullmatch(r"\d+", plain):
        known = by_code(plain)
        return _inside([known] if known else [], whole)
    key = name_key(SEPARATORS.sub("", plain))
    named = [n for n in index().get(key, ()) if n.full or whole or n.division.level != "街道乡镇"]
    direct = _inside(preferred(named, at), whole)
    if direct:
        return direct
    # Preference must not hide what `within` asks for: 西安区 by its short name within 辽源市.
    if whole and (inside := [one for one in named if _inside([one.division], whole)]):
        return preferred(inside, at)
    return _inside(_descended(key, at), whole)


def by_code(digits: str) -> Division | None:
    """The division of a code with or without trailing zeros, today's or old; of a longer code the deepest one known."""
    if len(digits) not in (2, 4, 6, 9, 12):
        return None
    for length in (9, 6, 4, 2):
        short = digits[:length]
        if len(digits) < length or (length > 2 and not digits[length - (3 if length == 9 else 2) : length].strip("0")):
            continue
        known = divisions().get(short) or divisions().get(latest().get(short, ""))
        # Only a village or a street of another city may be coarser than its code says.
        return known or (by_code(digits[:6]) if length == 9 else None)
    return None


def preferred(named: Iterable[Named], at: str = "") -> list[Division]:
    """Of what a name can be, what it is: in force at that time, full before short, higher level before lower."""
    listed = list(named)
    year = read_date(at).first if at else None
    old = [one for one in listed if one.until and year and year.year < one.until]
    for group in (old, [one for one in listed if not one.until], [one for one in listed if one.until]):
        for full in (True, False):
            found = {one.division for one in group if one.full == full}
            if found:
                top = min(len(one.code) for one in found)
                return sorted((one for one in found if len(one.code) == top), key=lambda one: one.code)
    return []


def below(above: list[Division], name: str, at: str = "", *, full_only: bool = False) -> list[Division]:
    """What a name can be strictly below any of these divisions, or anywhere when there are none."""
    named = [one for one in index().get(name, ()) if one.full or not full_only]
    if not above:
        named = [one for one in named if one.division.level != "街道乡镇" or (one.full and not one.division.elsewhere)]
    else:
        named = [one for one in named if any(a.holds(one.division) and a.code != one.division.code for a in above)]
    return preferred(named, at)


def _descended(key: str, at: str) -> list[Division]:
    """Names one behind the other, each below the one before; all of the text must be names."""
    above: list[Division] = []
    names = index()
    while key:
        for length in range(min(len(key), longest()), 1, -1):
            found = below(above, key[:length], at) if key[:length] in names else []
            if found:
                above, key = found, key[length:]
                break
        else:
            return []
    return above


def _whole(within: str) -> list[Division] | None:
    """What `within` means: None when it is not asked for."""
    return candidates(within) if within.strip() else None


def _inside(found: list[Division], whole: list[Division] | None) -> list[Division]:
    return found if whole is None else [one for one in found if any(above.holds(one) for above in whole)]
