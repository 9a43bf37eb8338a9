"""Institutions whose name changed with a reform or an upgrade: for a person, since they were often also merged."""

from __future__ import annotations

import re

from graph.identity.takeapart import Parts
from graph.identity.words import rows

_REFORMED = frozenset(frozenset(pair) for pair in rows("reformed_agencies"))
_AGENCIES = frozenset({"agency"})


def reformed(one: Parts, other: Parts) -> str:
    """Why the two, of one region and no veto, may be one before and after; "" where nothing says so.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return reformed(take_apart(one), take_apart(other))
    >>> told("陕西省工商行政管理局", "陕西省市场监督管理局"), told("商洛市水利局", "商洛市农业农村局")
    ('机构改革前后：工商行政 / 市场监督', '')
    >>> told("商洛市农业科学研究所", "商洛市农业科学院"), told("洛南县医院", "洛南县人民医院")
    ('研究所改称科学院前后', '县医院即人民医院，多数县如此')
    >>> told("商洛地区医院", "商洛市中心医院"), told("商洛地区医院", "商洛市中医医院")
    ('撤地设市前后的医院，多由地区医院改为市的人民医院或中心医院', '')
    >>> told("惠州市中心人民医院", "惠州市中心医院"), told("西安市中心医院", "西安市第一人民医院")
    ('只差“人民”二字：惠州市中心人民医院 / 惠州市中心医院', '')
    >>> told("咸阳市一院", "咸阳市第一人民医院"), told("咸阳市一院", "咸阳市第二人民医院")
    ('只差“人民”二字：咸阳市一院 / 咸阳市第1人民医院', '')
    >>> told("雅安市科学技术情报研究所", "雅安市科学技术信息研究院")
    '情报所改称信息所前后：科学技术情报 / 科学技术信息'
    """
    if one.form.sort == other.form.sort == "hospital" and (why := _of_the_prefecture(one.text, other.text)):
        return why
    if _first_hospital(one, other) or _first_hospital(other, one):
        return f"只差“人民”二字：{one.unit} / {other.unit}"
    if one.region.codes != other.region.codes or not (one.region.codes or one.parents):
        return ""
    if one.form.sort == other.form.sort == "hospital":
        return _county_hospital(one, other)
    if {one.form.sort, other.form.sort} == _AGENCIES and frozenset({one.middle, other.middle}) in _REFORMED:
        return f"机构改革前后：{one.middle} / {other.middle}"
    said = [parts.middle.replace("情报", "信息") for parts in (one, other) if parts.form.sort == "institute"]
    if len(said) == 2 and said[0] == said[1] and one.middle != other.middle:
        return f"情报所改称信息所前后：{one.middle} / {other.middle}"
    full, academy = sorted((one, other), key=lambda parts: parts.form.full == "科学院")
    upgraded = full.form.full in ("研究所", "研究院") and academy.form.full == "科学院"
    if upgraded and full.middle == f"{academy.middle}科学":
        return f"{full.form.full}改称科学院前后"
    return ""


def _county_hospital(one: Parts, other: Parts) -> str:
    """A county's one hospital is its people's hospital; 洛南县 is then all the name there is."""
    short, long = sorted((one, other), key=lambda parts: len(parts.unit))
    county = long.region.text
    said = [parts.unit.removeprefix(parts.region.text).replace("人民", "") for parts in (one, other)]
    if short.unit != long.unit and one.region.codes and said[0] == said[1] and said[0] not in ("医院", ""):
        return f"只差“人民”二字：{one.unit} / {other.unit}"
    if short.unit == f"{county}医院" and long.unit == f"{county}人民医院" and long.region.level == 3:
        return "县医院即人民医院，多数县如此"
    return ""


def _of_the_prefecture(one: str, other: str) -> str:
    """A hospital of a prefecture (地区), and the general hospital of the city that the prefecture became."""
    for old, new in ((one, other), (other, one)):
        seat = old.removesuffix("地区医院").removesuffix("地区人民医院").removesuffix("地区中心医院")
        if len(seat) >= 2 and seat != old and new.removeprefix(f"{seat}市") in _GENERAL:
            return "撤地设市前后的医院，多由地区医院改为市的人民医院或中心医院"
    return ""


_GENERAL = frozenset({"人民医院", "中心医院", "第1人民医院", "第1医院", "市立医院"})


_NUMBERED_YUAN = re.compile(r"^(?:第?\d|[一二三四五六七八九])院$")


def _first_hospital(short: Parts, full: Parts) -> bool:
    """咸阳市一院 and 咸阳市第一人民医院: a city's numbered 院 is a hospital of that number."""
    if full.form.sort != "hospital" or short.region.codes != full.region.codes or full.region.text == "":
        return False
    bare = short.unit.removeprefix(short.region.text)
    numbered = bool(_NUMBERED_YUAN.match(bare)) and full.unit.endswith("人民医院")
    return numbered and short.numbers == full.numbers and full.region.level in (2, 3)
