"""One body or two? The rules in their order: usable, keys, equal names, tables of names, then part by part.

Nothing is decided by a distance between strings or by an embedding. The order is that of certainty, and a veto ends it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity.chains import compare_chains
from graph.identity.english import is_latin
from graph.identity.keys import by_keys
from graph.identity.named import Named, Verdict, different, queue, same
from graph.identity.names_in_latin import judge_latin
from graph.identity.regions import region_in, relation
from graph.identity.spellings import folded, in_full
from graph.identity.takeapart import take_apart
from graph.identity.telling import another_name_of_a_school, by_tables, slip_of_known
from graph.identity.unusable import bodies_in, cut_short, fault

_PAUSES = re.compile("[、,，]")


def judge(a: Named, b: Named) -> Verdict:
    """Whether two names mean one body: `same` by a rule, `different`, or `queue` for a person.

    >>> judge(Named("西安建大"), Named("西安建筑科技大学")).verdict
    'same'
    >>> judge(Named("西安科技大学"), Named("西安电子科技大学")).verdict
    'different'
    >>> judge(Named("西安宏兴乳业"), Named("西安宏兴乳业有限责任公司")).verdict
    'same'
    """
    faults = [(name, fault(name)) for name in (a.name, b.name)]
    told = by_keys(a.keys, b.keys)
    if told is not None:
        return told
    for name, why in faults:
        if why and not (why.startswith("像是人名") and _inside(a.name, b.name)):
            return different(f"“{name[:20]}”{why}，不能认定", 0.0)
    if is_latin(a.name) or is_latin(b.name):
        return judge_latin(a, b)
    if _PAUSES.sub("", folded(a.name)) == _PAUSES.sub("", folded(b.name)):
        return _one_each(replace(a, name=_PAUSES.sub("", a.name)), replace(b, name=_PAUSES.sub("", b.name)))
    several = [bodies_in(named.name) for named in (a, b)]
    if max(map(len, several)) > 1:
        return _several(a, b, several)
    return _one_each(a, b)


def _inside(one: str, other: str) -> bool:
    """Whether one folded name stands in the other: 苏博特 is no person beside 江苏苏博特新材料股份有限公司."""
    short, long = sorted((in_full(folded(one)), in_full(folded(other))), key=len)
    return short != long and short in long


def _several(a: Named, b: Named, several: list[tuple[str, ...]]) -> Verdict:
    if folded(a.name) == folded(b.name):
        return queue("两格写着同样的几个主体，应先拆开", 0.6)
    for one in several[0]:
        for other in several[1]:
            if judge(replace(a, name=one), replace(b, name=other)).verdict == "same":
                return queue(f"一格里有几个主体，其中“{one}”相符，应先拆开", 0.5)
    return different("一格里有几个主体，没有一个相符", 0.1)


def _one_each(a: Named, b: Named) -> Verdict:
    one, other = take_apart(a.name), take_apart(b.name)
    places = (region_in(a.place), region_in(b.place))
    if folded(a.name) == folded(b.name):
        if relation(*places) == "apart" and not (one.region.codes or one.parents or one.site.codes):
            if len(one.core or one.middle) <= 2:
                return different(f"同名而所在地不同：{a.place} / {b.place}", 0.3, veto=True)
            return queue(f"同名而所在地不同：{a.place} / {b.place}", 0.7)
        return same("名称相同")
    told = by_tables(one, other, places)
    if told is not None:
        return told
    for mine, theirs in ((one, b), (other, a)):
        if in_full(folded(theirs.name)) in mine.notes:
            return same(f"括号里写明的另一名称“{theirs.name}”相同", 0.93)
        for name in mine.other_names:
            if not fault(name) and judge(Named(name), Named(theirs.name)).verdict == "same":
                return same(f"括号里写明的另一名称“{name}”相同", 0.93)
    short, long = sorted((folded(a.name), folded(b.name)), key=len)
    verdict = compare_chains(one, other, places)
    if verdict.verdict == "different" and not verdict.vetoes:
        verdict = slip_of_known(one, other, places) or verdict
    if verdict.verdict == "different" and not any(veto.startswith("名称里的地区") for veto in verdict.vetoes):
        verdict = another_name_of_a_school(one, other, places) or verdict
    if verdict.verdict == "different" and not verdict.vetoes and cut_short(short, long):
        return queue(f"“{short}”像是“{long}”被截断", 0.6)
    said = [{*parts.notes, parts.site.text} - {""} for parts in (one, other)]
    if verdict.verdict != "different" and said[0] and said[1] and (one.notes or other.notes) and not said[0] & said[1]:
        return different(f"括号里的说明不同：{'、'.join(said[0])} / {'、'.join(said[1])}", 0.3, veto=True)
    if verdict.verdict == "same" and set(one.notes) != set(other.notes):
        return queue(f"括号里的说明不同：{'、'.join((*one.notes, *other.notes))}", 0.75)
    return verdict
