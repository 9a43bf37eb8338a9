"""Short names of schools by rule: 湖南科大 → 湖南科技大学, 西财 → 西安财经大学 or 西南财经大学.

With the region in full and one listed school that fits, the rule is as sure as a table. A shorter one (西财大) is only
a candidate for a person.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.identity.forms import form_of
from graph.identity.known import all_standing, is_standing
from graph.identity.likeness import subsequence
from graph.identity.regions import take_regions

SUFFIXES: dict[str, tuple[str, ...]] = {
    "科大": ("科技大学", "科学技术大学"), "科技大": ("科技大学",), "工大": ("工业大学",), "理工": ("理工大学", "理工学院"),
    "理工大": ("理工大学",), "师大": ("师范大学",), "师院": ("师范学院",), "师范": ("师范大学", "师范学院"), "农大": ("农业大学",),
    "林大": ("林业大学",), "农林": ("农林大学",), "农林大": ("农林大学",), "医大": ("医科大学", "医药大学"), "医科大": ("医科大学",),
    "中医大": ("中医药大学",), "中医药": ("中医药大学",), "中医药大": ("中医药大学",), "财大": ("财经大学",), "财经": ("财经大学", "财经学院"),
    "经贸大": ("经济贸易大学",), "交大": ("交通大学",), "外大": ("外国语大学",), "外国语": ("外国语大学", "外国语学院"), "建大": ("建筑大学",),
    "海大": ("海洋大学",), "邮大": ("邮电大学",), "邮电": ("邮电大学",), "民大": ("民族大学",), "体院": ("体育学院",), "美院": ("美术学院",),
    "音院": ("音乐学院",), "石大": ("石油大学",), "商大": ("工商大学", "商业大学"), "工商": ("工商大学",), "政法": ("政法大学", "政法学院"),
    "电大": ("广播电视大学",), "职院": ("职业技术学院", "职业学院"), "职大": ("职业大学",), "医专": ("医学高等专科学校",),
    "师专": ("师范高等专科学校",), "警院": ("警察学院",), "石油": ("石油大学",), "科技": ("科技大学", "科技学院"), "大": ("大学",),
    "矿大": ("矿业大学",), "水院": ("水利水电学院",), "艺院": ("艺术学院",), "工程": ("工程大学",), "医学": ("医学院",),
}  # fmt: skip


def schools_meant(text: str) -> tuple[frozenset[str], bool]:
    """Listed schools that a short name fits, and whether the rule is sure (the region in full, one school).

    >>> schools_meant("湖南科大"), schools_meant("没有这所学校")
    ((frozenset({'湖南科技大学'}), True), (frozenset(), False))
    """
    if len(text) > 9 or is_standing(text):
        return frozenset(), False
    region, rest = take_regions(text)
    if region.text and rest:
        full = {region.text + full for end, fulls in SUFFIXES.items() if rest == end for full in fulls}
        found = frozenset(name for name in full if is_standing(name))
        if found:
            return found, len(found) == 1 and len(region.text) >= 2
    if len(text) <= 5 and text.endswith(("大", "院", "专")) and not text.endswith(("学院", "研究院")):
        found = frozenset(name for name in _of_initial().get(text[0], ()) if _fits(text, name))
        return (found, False) if len(found) <= 8 else (frozenset(), False)
    return frozenset(), False


def _fits(short: str, name: str) -> bool:
    ends = {"大": "大学", "院": "学院", "专": "专科学校"}
    if not name.endswith(("大学", "学院", "学校")) or len(name) - len(short) < 2:
        return False
    body, kind = short, ""
    for end, full in ends.items():
        if short.endswith(full):
            body, kind = short[: -len(full)], full
        elif short.endswith(end):
            body, kind = short[: -len(end)], full
    return name.endswith(kind) and subsequence(body, name[: -len(kind)])


@cache
def _of_initial() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in all_standing():
        if form_of(name)[1].sort in ("university", "college"):
            found[name[0]].append(name)
    return found
