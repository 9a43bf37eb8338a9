"""Names of divisions, full and short, today's and old ones, as an index."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from graph.gazetteer.model import Division
from graph.gazetteer.tables import divisions
from graph.schema.values import fold

PEOPLES = re.compile(
    "((?:维吾尔|哈萨克|柯尔克孜|蒙古|朝鲜|达斡尔|鄂伦春|鄂温克|塔吉克|锡伯|土家|布依|仫佬|毛南|纳西|拉祜|布朗|仡佬|撒拉|东乡|保安|裕固|"
    "独龙|普米|傈僳|哈尼|景颇|各|回|藏|羌|彝|苗|侗|壮|白|傣|黎|瑶|畲|满|佤|水|土|怒)族?)+$"
)
PROVINCE_ENDING = re.compile(r"(省|市|特别行政区|自治区)$")
CITY_ENDING = re.compile(r"(市|地区|盟|自治州)$")
COUNTY_ENDING = re.compile(r"(自治县|自治旗|特区|林区|矿区|区|县|市|旗)$")
TOWN_ENDING = re.compile(r"(街道|镇|乡)$")
ENDINGS = {"省": PROVINCE_ENDING, "市": CITY_ENDING, "县区": COUNTY_ENDING, "街道乡镇": TOWN_ENDING}
STREET_OFFICE = re.compile(r"街道?办(?:事处)?$|街道办事处(?=.)|街道?办(?!公)(?=.)")


@dataclass(frozen=True)
class Named:
    """One name of a division: whether it is the full one, and until which year it was its name (0 = still is)."""

    division: Division
    full: bool
    until: int = 0


def name_key(text: str) -> str:
    """A name as looked up: folded, 街办 and 街道办事处 as 街道, without 中国 in front.

    >>> name_key("陝西省 商洛市"), name_key("大赵峪街道办事处")
    ('陕西省商洛市', '大赵峪街道')
    """
    return STREET_OFFICE.sub("街道", re.sub("^(中华人民共和国|中国)(?=.)", "", fold(text)))


@cache
def index() -> dict[str, tuple[Named, ...]]:
    """What each name can be, full and short, today's and former. Short names have two characters at least."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in divisions().values():
        for name, until in ((one.name, 0), *one.former):
            full = name_key(name)
            found[full].append(Named(one, full=True, until=until))
            short = short_name(full, one)
            if short and short != full:
                found[short].append(Named(one, full=False, until=until))
    return {name: tuple(several) for name, several in found.items()}


@cache
def longest() -> int:
    """Characters of the longest name."""
    return max(map(len, index()))


def short_name(name: str, one: Division) -> str:
    """A name without its kind (商州, 内蒙古, 延边); "" where less than two characters remain."""
    short = ENDINGS[one.level].sub("", name)
    if name.endswith(("自治区", "自治州", "自治县", "自治旗")):
        bare = PEOPLES.sub("", short)
        short = bare if len(bare) > 1 else short  # 内蒙古 has no name without its people
    return short if len(short) > 1 else ""
