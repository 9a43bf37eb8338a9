"""Laboratories rebuilt, institutes that became a group, societies written short: for a person to look at."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from graph.identity.likeness import plain
from graph.identity.regions import relation
from graph.identity.takeapart import Parts
from graph.identity.words import rows

SHARED = 3
"""Characters in a row that two subjects of a rebuilt laboratory must share, without what every subject may have."""
_FILLERS = ("科学技术", "行业", "工业", "工程", "科学", "技术", "科技", "金属", "生产力", "研究", "开发")
_DRAWN = ("勘测", "勘察", "规划", "设计", "综合")
_SAYS_LITTLE = re.compile(r"科学|技术|工程|系统|先进|关键|国家|重点|[与及和]")
_RENEWED = frozenset(frozenset(pair) for pair in rows("renewed_labs"))
_STATE_LABS = frozenset({"国家重点实验室", "全国重点实验室"})
_DESIGN = frozenset({"设计院", "设计研究院", "研究院"})
_SHORT_FORMS = frozenset({"society", "institute", "academy", "centre"})


def renewed_lab(one: Parts, other: Parts) -> str:
    """Why two state laboratories may be one before and after 2022; "" where nothing says so.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return bool(renewed_lab(take_apart(one), take_apart(other)))
    >>> told("电力设备电气绝缘国家重点实验室", "电工材料电气绝缘全国重点实验室")
    True
    >>> told("模式识别国家重点实验室", "多模态人工智能系统全国重点实验室")
    True
    >>> told("煤燃烧国家重点实验室", "煤矿灾害防控全国重点实验室")
    False
    >>> told("机械传动国家重点实验室", "机械结构强度与振动国家重点实验室")
    False
    """
    if {one.form.full, other.form.full} != _STATE_LABS or relation(one.region, other.region) == "apart":
        return ""
    if frozenset({one.middle, other.middle}) in _RENEWED:
        return f"国家重点实验室重组前后：{one.middle} / {other.middle}"
    mine, theirs = (_SAYS_LITTLE.sub("", parts.middle) for parts in (one, other))
    if len(mine) < 2 or len(theirs) < 2:
        return ""
    found = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    if found.size >= SHARED or (found.size == 2 and found.a == found.b == 0):
        return f"国家重点实验室重组前后，都有“{mine[found.a : found.a + found.size]}”"
    return ""


def became_a_group(one: Parts, other: Parts) -> str:
    """Why an institute and a group of firms of its whole name may be one; "" where nothing says so.

    >>> from graph.identity.takeapart import take_apart
    >>> bool(became_a_group(take_apart("四川省机械研究设计院"), take_apart("四川省机械研究设计院（集团）有限公司")))
    True
    >>> became_a_group(take_apart("四川省机械研究设计院"), take_apart("四川省机械（集团）有限公司"))
    ''
    """
    short, long = sorted((one, other), key=lambda parts: len(parts.unit))
    if short.form.sort not in {"institute", "academy"} or not long.form.group or short.parents != long.parents:
        return ""
    if long.unit.startswith(short.unit) and long.unit[len(short.unit) :].startswith(("集团", "控股集团")):
        return f"“{short.unit}”改制为集团公司前后"
    return ""


def words_left_out(one: Parts, other: Parts) -> str:
    """Why two names of one form and region may be one: one leaves out 工程, 行业 and the like at the end.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return bool(words_left_out(take_apart(one), take_apart(other)))
    >>> told("陕西省机械学会", "陕西省机械工程学会"), told("中国机械学会", "中国农学会")
    (True, False)
    >>> told("黄河设计院", "黄河勘测规划设计研究院有限公司"), told("黄河设计院", "长江勘测规划设计研究院")
    (True, False)
    >>> told("四川省建科院", "四川省建筑设计研究院")
    False
    >>> told("西安市软件协会", "西安市软件行业协会"), told("西安市软件学会", "西安市软件行业协会")
    (True, False)
    """
    forms = frozenset({one.form.full, other.form.full})
    if not (len(forms) == 1 or forms <= _DESIGN) or one.form.sort not in _SHORT_FORMS or one.parents != other.parents:
        return ""
    if one.region.codes != other.region.codes or not (one.region.codes or forms <= _DESIGN):
        return ""
    short, long = sorted((plain(one.middle), plain(other.middle)), key=len)
    rest = long.removeprefix(short)
    if len(short) < 2 or rest in (long, ""):
        return ""
    for word in (*_FILLERS, *_DRAWN) if len(forms) == 1 else _DRAWN:
        rest = rest.replace(word, "")
    return f"一方可能省去几个字：{one.middle} / {other.middle}" if not rest else ""
