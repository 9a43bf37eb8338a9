"""Regions in a name: country, province, city, county, by their full and short names and by what they were called.

A region is known by its six-digit code, so 山阳县 lies in 商洛市 and 陕西省 without being told. A bare short name
(商洛, 丹凤) counts for provinces and cities everywhere, and for counties only where it is no usual brand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from graph.gazetteer.tables import divisions
from graph.identity.words import rows, words

_ETHNIC = [
    "维吾尔",
    "哈萨克",
    "柯尔克孜",
    "蒙古",
    "回族",
    "回",
    "藏族",
    "藏",
    "羌族",
    "羌",
    "彝族",
    "彝",
    "苗族",
    "苗",
    "侗族",
    "侗",
    "布依族",
    "土家族",
    "壮族",
    "壮",
    "白族",
    "傣族",
    "景颇族",
    "傈僳族",
    "哈尼族",
    "朝鲜族",
    "黎族",
    "瑶族",
    "畲族",
    "满族",
    "仫佬族",
    "毛南族",
    "纳西族",
    "拉祜族",
    "佤族",
    "布朗族",
    "水族",
    "仡佬族",
    "土族",
    "撒拉族",
    "东乡族",
    "保安族",
    "裕固族",
    "达斡尔族",
    "鄂伦春族",
    "鄂温克族",
    "塔吉克",
    "锡伯",
    "各族",
    "独龙族",
    "怒族",
    "普米族",
]
_KIND = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|盟|林区|矿区|区|县|旗)$")
BRANDS = frozenset(words("brand_counties"))
"""Short names that are as often a brand, a street or a campus as a county."""
_OF_THE_COUNTRY = ("中国", "中华", "全国", "国家")
_MACRO = ("西北", "东北", "西南", "东南", "华东", "华南", "华北", "华中", "中南", "华西")
FORMER = {name: code for name, code in rows("former_places")}  # noqa: C416 - rows are tuples of any length
"""Names that a county or a city had, with the code it has now (户县 became 鄠邑区 in 2016)."""

Relation = Literal["equal", "wider", "narrower", "apart", "untold"]


@dataclass(frozen=True)
class Region:
    """`codes` the units it can mean (several where counties share a name); `text` as it stood in the name."""

    codes: frozenset[str]
    text: str

    @property
    def level(self) -> int:
        """0 country or macro-region, 1 province, 2 city, 3 county."""
        return level(next(iter(self.codes)))


NOWHERE = Region(frozenset(), "")


def level(code: str) -> int:
    """0 country or macro-region, 1 province, 2 city, 3 county."""
    if not code.isdigit():
        return 0
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def root(name: str) -> str:
    """A unit's name without its kind: 陕西省 → 陕西, 延边朝鲜族自治州 → 延边, 丹凤县 → 丹凤.

    >>> root("陕西省"), root("内蒙古自治区"), root("新疆维吾尔自治区"), root("延边朝鲜族自治州"), root("眉县")
    ('陕西', '内蒙古', '新疆', '延边', '眉县')
    """
    bare = _KIND.sub("", name)
    if name.endswith(("自治区", "自治州", "自治县", "自治旗")):
        changed = True
        while changed:
            changed = False
            for word in _ETHNIC:
                if bare.endswith(word) and len(bare) - len(word) >= 2:
                    bare, changed = bare[: -len(word)], True
    return bare if len(bare) >= 2 else name


def units() -> Iterable[tuple[str, str]]:
    """Six-digit code and name of every province, city and county of the gazetteer."""
    for code, division in divisions().items():
        if len(code) <= 6 and not division.name.endswith(("开发区", "示范区", "园区", "管理区", "新区", "产业区")):
            yield code.ljust(6, "0"), division.name


@cache
def spellings() -> dict[str, frozenset[str]]:
    """Every way a region is written → the codes it can mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, name in units():
        found[name].add(code)
        bare = root(name)
        shown = level(code) < 3 or (code.startswith("61") and name.endswith(("县", "市")))
        if shown and bare not in BRANDS - {
            "南京",
            "长春",
            "中山",
            "黄山",
            "大同",
            "宁德",
            "安康",
            "泰安",
            "吉安",
            "西安",
        }:
            found[bare].add(code)
        if name.endswith(("自治县", "自治州")):
            found[bare + ("县" if name.endswith("县") else "州")].add(code)
        if level(code) == 1 and not name.endswith("市") and name != bare:
            found[bare + "省"].add(code)
    for name, code in FORMER.items():
        found[name].add(code)
    for word in (*_OF_THE_COUNTRY, *_MACRO):
        found[word] = {word}
    # 西安 is also a district of 牡丹江 and of 辽源: without its 区 the name is the city
    return {name: frozenset(_least(codes)) for name, codes in found.items()}


def _least(codes: Iterable[str]) -> list[str]:
    """Where a bare name fits units of several levels the widest is meant: 吉林 the province, 西安 the city."""
    widest = min(level(code) for code in codes)
    return [code for code in codes if level(code) == widest]


LONGEST = 12


def take_regions(text: str, inside: Region = NOWHERE) -> tuple[Region, str]:
    """The region a text starts with, down to the narrowest that fits, and the rest.

    >>> take_regions("陕西省商洛市山阳县恒瑞肉制品")[1], sorted(take_regions("陕西省商洛市山阳县恒瑞肉制品")[0].codes)
    ('恒瑞肉制品', ['611024'])
    >>> sorted(take_regions("户县中学")[0].codes) == sorted(take_regions("鄠邑区中学")[0].codes)
    True
    """
    table, codes, start = spellings(), inside.codes, 0
    while start < len(text):
        for length in range(min(LONGEST, len(text) - start), 1, -1):
            here = table.get(text[start : start + length])
            if here is None:
                continue
            fitting = narrowed(codes, here)
            if fitting:
                codes, start = fitting, start + length
                break
        else:
            break
    return Region(codes, text[:start]), text[start:]


def narrowed(codes: frozenset[str], here: frozenset[str]) -> frozenset[str]:
    """Units of `here` that lie in one of `codes` and are narrower; all of `here` where nothing was told yet."""
    if not codes:
        return here
    return frozenset(code for code in here if any(code != wide and contains(wide, code) for wide in codes))


def contains(wide: str, narrow: str) -> bool:
    """Whether a unit is or holds another; the country holds every province, a macro-region says nothing.

    >>> contains("610000", "611024"), contains("611000", "610100"), contains("中国", "610000")
    (True, False, False)
    """
    if wide == narrow:
        return True
    if not (wide.isdigit() and narrow.isdigit()):
        return False
    return narrow.startswith(wide[: 2 * level(wide)])


def relation(one: Region, other: Region) -> Relation:
    """How two regions lie: `wider` says the first holds the second.

    >>> relation(region_in("西安"), region_in("陕西")), relation(region_in("商洛"), region_in("西安"))
    ('narrower', 'apart')
    """
    if not one.codes or not other.codes:
        return "untold"
    if one.codes & other.codes:
        return "equal"
    if any(contains(a, b) for a in one.codes for b in other.codes):
        return "wider"
    if any(contains(b, a) for a in one.codes for b in other.codes):
        return "narrower"
    return "apart"


@lru_cache(maxsize=100_000)
def region_in(text: str) -> Region:
    """The narrowest region of a place column (陕西省西安市雁塔区科技路 → 雁塔区); nowhere when none is read."""
    found, rest = NOWHERE, text
    while rest:
        region, after = take_regions(rest, found)
        if region.text:
            found, rest = Region(region.codes, region.text), after
        else:
            rest = rest[1:]
            if found.codes and len(text) - len(rest) > LONGEST * 3:
                break
    return found


@lru_cache(maxsize=100_000)
def regions_anywhere(text: str) -> tuple[Region, ...]:
    """Provinces, cities and fully named counties anywhere in a name: 国网山东省电力公司 → 山东省.

    >>> [region.text for region in regions_anywhere("国网山东省电力公司")], regions_anywhere("宏兴乳业")
    (['山东省'], ())
    """
    found, start = [], 0
    while start < len(text) - 1:
        region, _ = take_regions(text[start:])
        if region.codes and region.level > 0:
            found.append(region)
        start += len(region.text) or 1
    return tuple(found)


def told_apart(one: str, other: str) -> tuple[Region, Region] | None:
    """Two regions of two names that lie apart, where each name says a region and none fits the other's."""
    mine, theirs = regions_anywhere(one), regions_anywhere(other)
    if mine and theirs and all(relation(a, b) == "apart" for a in mine for b in theirs):
        return mine[0], theirs[0]
    return None
