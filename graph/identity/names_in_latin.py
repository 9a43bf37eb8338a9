"""A pair in which a name is in English: by the tables of English names, else at most for a person."""

from __future__ import annotations

import re

from graph.identity.english import is_latin, key_of, kinds_differ, read_aloud, translates
from graph.identity.known import english_meanings, meanings, name_of, only_in_register
from graph.identity.named import Named, Verdict, different, queue, same
from graph.identity.spellings import folded, in_full


def judge_latin(a: Named, b: Named) -> Verdict:
    """The verdict on a pair of which at least one name is in Latin letters.

    >>> judge_latin(Named("Xi'an Hongxing Dairy Co., Ltd."), Named("西安宏兴乳业有限公司")).verdict
    'queue'
    """
    if is_latin(a.name) and is_latin(b.name):
        return _both(a.name, b.name)
    latin, chinese = (a.name, b.name) if is_latin(a.name) else (b.name, a.name)
    text = in_full(folded(chinese))
    may, known = english_meanings(latin) or _of_the_academy(latin), meanings(text)
    if may and known and not may & known and only_in_register(may):
        may = _in_the_academy(may) or may
    if may and known:
        if may == known and len(may) == 1:
            return same(f"英文名对应{name_of(next(iter(may)))}", 0.96)
        if may & known:
            return queue(f"英文名“{latin}”不止一个主体相符", 0.6)
        return different(f"英文名“{latin}”指{name_of(min(may))}", 0.1, veto=True)
    if may and len(may) == 1:
        return different(f"英文名“{latin}”指{name_of(min(may))}", 0.1)
    if translates(latin, text):
        return queue(f"“{latin}”像是“{chinese}”的英译", 0.65)
    if read_aloud(latin, text) and not kinds_differ(latin, chinese):
        return queue(f"“{latin}”的拼写与“{chinese}”的拼音相符", 0.6)
    return different(f"英文名“{latin}”与“{chinese}”对不上", 0.1)


_ACADEMY = re.compile(r"\W+(?:CAS|Chinese Academy of Sciences?)\W*$", re.IGNORECASE)


def _of_the_academy(latin: str) -> frozenset[str]:
    """The institute of the Chinese Academy of Sciences that a name with the academy behind a comma means."""
    bare = _ACADEMY.sub("", latin)
    return _in_the_academy(english_meanings(bare)) if bare != latin else frozenset()


def _in_the_academy(names: frozenset[str]) -> frozenset[str]:
    """The names with the academy before them, where such an institute is known: the register leaves it out."""
    found = {full for name in names for full in meanings("中国科学院" + name.removeprefix("中国科学院"))}
    return frozenset(found - {"中国科学院"})


def _both(one: str, other: str) -> Verdict:
    if folded(one) == folded(other) or key_of(one) == key_of(other):
        return same("英文名相同")
    mine, theirs = english_meanings(one), english_meanings(other)
    if mine and theirs:
        if mine == theirs and len(mine) == 1:
            return same(f"两个英文名都指{name_of(next(iter(mine)))}", 0.95)
        return queue("英文名不止一个主体相符", 0.5) if mine & theirs else different("英文名指两个主体", 0.1)
    if sorted(key_of(one).split()) == sorted(key_of(other).split()):
        return queue("英文名用词相同，次序不同", 0.7)
    return different("英文名不同", 0.1)
