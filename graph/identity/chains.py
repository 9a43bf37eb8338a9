"""Bodies that belong to a body: 西安交通大学第一附属医院, 中国科学院西安光学精密机械研究所, a firm's branch.

The whole and its part are two. Two parts are one when they belong to one body and agree part by part.
"""

from __future__ import annotations

from dataclasses import replace

from graph.identity.compare import PRECISE, compare
from graph.identity.hospitals import second_name
from graph.identity.known import meanings
from graph.identity.named import Verdict, different, queue
from graph.identity.regions import NOWHERE, Region, region_in, relation
from graph.identity.takeapart import Parts, take_apart

_OPTIONAL = frozenset({"医学院", "医学部", "医学中心", "医学中心附属", "中国科学院"})
_SELF_STANDING = frozenset({"institute", "academy", "lab", "centre", "station", "hospital", "park", "base"})


def compare_chains(one: Parts, other: Parts, places: tuple[Region, Region]) -> Verdict:
    """The verdict part by part, parents first.

    >>> def told(a, b): return compare_chains(take_apart(a), take_apart(b), (NOWHERE, NOWHERE)).verdict
    >>> told("西安交通大学医学院第一附属医院", "西安交大一附院"), told("西安交通大学", "西安交通大学第一附属医院")
    ('same', 'different')
    >>> told("陕西师范大学材料学院", "西安交通大学材料学院")
    'different'
    >>> told("江苏省农业科学院粮食作物研究所", "粮食作物研究所"), told("西安交通大学材料强度研究所", "材料强度研究所")
    ('queue', 'queue')
    >>> told("西安某某科技有限公司宝鸡分公司", "西安某某科技有限公司")
    'different'
    """
    mine, theirs = _parents(one, other)
    if not mine and not theirs:
        return compare(one, other, places)
    if mine and theirs:
        return _both_below(one, other, mine, theirs, places)
    below, whole = (one, other) if mine else (other, one)
    parents = mine or theirs
    if any(_one_body(parent, whole.text) for parent in parents):
        return different(f"上级与下属：{'、'.join(parents)}与{below.unit}", 0.3, veto=True)
    if below.form.sort == whole.form.sort == "hospital":
        return second_name(below, whole, parents)
    alone = take_apart(below.unit)
    if not alone.region.codes and whole.region.codes and len(alone.middle) < PRECISE:
        seat = region_in(parents[0][:12])
        if relation(seat, whole.region) not in ("equal", "wider", "narrower"):
            return different(f"一方属于{parents[0]}，一方在{whole.region.text}", 0.2, veto=True)
    verdict = compare(replace(alone, numbers=below.numbers), whole, places)
    if verdict.verdict != "same":
        return verdict if verdict.verdict == "different" else replace(verdict, reason=f"{verdict.reason}；一方写了上级")
    precise = len(alone.middle) >= PRECISE and not _one_of_many(parents[0], below, whole)
    sure = below.form.sort in _SELF_STANDING and (alone.region.codes or precise)
    return verdict if sure else queue(f"一方写了上级（{parents[0]}），一方没有", verdict.score - 0.2, verdict.parts)


def _one_of_many(parent: str, below: Parts, whole: Parts) -> bool:
    """Whether other provinces have an institute of this subject too: 粮食作物研究所 of an academy of agriculture."""
    if below.form.sort != "institute" or whole.region.codes:
        return False
    seat = region_in(parent[:12])
    return "农业科学院" in parent or "农林科学院" in parent or (bool(seat.codes) and seat.level > 0)


def _parents(one: Parts, other: Parts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parents, without those that may be left out where both have others."""
    if not one.parents or not other.parents or len(one.parents) == len(other.parents):
        return one.parents, other.parents
    kept = [tuple(p for p in parts.parents if p not in _OPTIONAL) for parts in (one, other)]
    return (kept[0] or one.parents), (kept[1] or other.parents)


def _both_below(
    one: Parts, other: Parts, mine: tuple[str, ...], theirs: tuple[str, ...], places: tuple[Region, Region]
) -> Verdict:
    worst: str = "same"
    if len(mine) != len(theirs):
        if mine[0] != theirs[0]:
            return different(f"上级不同：{'、'.join(mine)} / {'、'.join(theirs)}", 0.2, veto=True)
        if _one_body(mine[-1], theirs[-1]) and one.unit == other.unit:
            worst = "queue"
        else:
            return different(f"所属层级不同：{'、'.join(mine)} / {'、'.join(theirs)}", 0.3, veto=True)
    for parent, counterpart in zip(mine, theirs, strict=False):
        if parent == counterpart:
            continue
        told = _verdict_on_parents(parent, counterpart)
        if told == "different":
            return different(f"上级不同：{parent} / {counterpart}", 0.2, veto=True)
        worst = "queue" if told == "queue" else worst
    verdict = compare(one, other, places)
    if verdict.verdict == "same" and worst == "queue":
        return queue(f"名称相同，上级写法不同：{'、'.join(mine)} / {'、'.join(theirs)}", 0.75, verdict.parts)
    return verdict


def _one_body(one: str, other: str) -> bool:
    return one == other or _verdict_on_parents(one, other) == "same"


def _verdict_on_parents(one: str, other: str) -> str:
    mine, theirs = meanings(one), meanings(other)
    if mine and theirs:
        return "same" if mine == theirs and len(mine) == 1 else "queue" if mine & theirs else "different"
    return compare(take_apart(one), take_apart(other), (NOWHERE, NOWHERE)).verdict
