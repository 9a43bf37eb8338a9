"""One body or two? The rules in their order: usable, keys, equal names, tables of names, then part by part.

Nothing is decided by a distance between strings or by an embedding. The order is that of certainty, and a veto ends it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity.brackets import names_a_place
from graph.identity.chains import compare_chains
from graph.identity.english import is_latin
from graph.identity.keys import by_keys
from graph.identity.kinds import by_kinds
from graph.identity.named import Named, Verdict, different, queue, same
from graph.identity.names_in_latin import judge_latin
from graph.identity.regions import region_in, relation
from graph.identity.spellings import folded, in_full
from graph.identity.takeapart import Parts, take_apart
from graph.identity.telling import another_name_of_a_school, by_tables, slip_of_known
from graph.identity.unusable import bodies_in, cut_short, fault

UNMARKED = 5
"""A bracket at the end without 原 or 简称 and without a form is another name from so many characters on."""
_PAUSES = re.compile("[、,，]")


def judge(a: Named, b: Named) -> Verdict:
    """Whether two names mean one body: `same` by a rule, `different`, or `queue` for a person.

    >>> judge(Named("西安建大"), Named("西安建筑科技大学")).verdict
    'same'
    >>> judge(Named("西安科技大学"), Named("西安电子科技大学")).verdict
    'different'
    >>> judge(Named("西安宏兴乳业"), Named("西安宏兴乳业有限责任公司")).verdict
    'same'

    The verdict does not hang on which name is given first: the rules see the shorter one first, whichever it was.
    """
    one, other = sorted((a, b), key=_order)
    return _judged(one, other)


def _order(named: Named) -> tuple[int, str, str, str, list[tuple[str, str]]]:
    """An order of any two bodies that are not told alike, by all that is told of them."""
    text = folded(named.name)
    return len(text), text, named.name, f"{named.place}|{named.kind}", sorted(named.keys.items())


def _judged(a: Named, b: Named) -> Verdict:
    faults = [(name, fault(name)) for name in (a.name, b.name)]
    told = by_keys(a.keys, b.keys)
    if told is None and (a.kind != b.kind or a.kind == "Person"):
        told = by_kinds((take_apart(a.name).text, a.kind), (take_apart(b.name).text, b.kind))
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
    told = by_tables(one, other, places, (a.kind, b.kind))
    if told is not None:
        return _with_brackets(told, one, other)
    for mine, theirs in ((one, b), (other, a)):
        text = in_full(folded(theirs.name))
        if (
            len(text) >= UNMARKED
            and text in mine.notes
            and mine.printed.endswith(f"({text})")
            and not names_a_place(text)
        ):
            return same(f"括号里写明的另一名称“{theirs.name}”相同", 0.9)
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
    return _with_brackets(verdict, one, other)


def _with_brackets(verdict: Verdict, one: Parts, other: Parts) -> Verdict:
    """What the brackets say besides: two hosts or two zones are two bodies, and a note on one side is to be seen."""
    if verdict.verdict == "different":
        return verdict
    said = [{*parts.notes, parts.site.text} - {""} for parts in (one, other)]
    if said[0] and said[1] and (one.notes or other.notes) and not said[0] & said[1]:
        return different(
            f"括号里的说明不同：{'、'.join(sorted(said[0]))} / {'、'.join(sorted(said[1]))}", 0.3, veto=True
        )
    if one.hosts and other.hosts and not _share_a_body(one.hosts, other.hosts):
        return different(f"括号里的依托单位不同：{'、'.join(one.hosts)} / {'、'.join(other.hosts)}", 0.3, veto=True)
    if verdict.verdict == "same" and set(one.notes) != set(other.notes):
        return queue(f"括号里的说明不同：{'、'.join((*one.notes, *other.notes))}", 0.75)
    return verdict


def _share_a_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of hosts, each perhaps several in one bracket, have one that may be the same."""
    mine, theirs = ([body for text in texts for body in bodies_in(text)] for texts in (one, other))
    return any(judge(Named(a), Named(b)).verdict != "different" for a in mine for b in theirs)
