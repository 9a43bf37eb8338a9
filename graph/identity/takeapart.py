"""A name taken apart: whose it is, region, brand core, trade words, form, numbers, site, other names in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.identity.abbreviations import schools_meant
from graph.identity.brackets import Bracketed, read_brackets
from graph.identity.forms import NO_FORM, Form, form_of, only_form
from graph.identity.known import known_prefixes
from graph.identity.marks import numbers, without_ordinals
from graph.identity.regions import NOWHERE, Region, narrowed, spellings, take_regions
from graph.identity.spellings import folded, in_full
from graph.identity.trades import split_trades

_HEADS = re.compile(
    r"大学|科学院|研究总院|研究院|医学院|学院|集团(?:股份|控股)?(?:有限)?公司|公司|集团|医院|中学|研究所|(?<=..)局"
)
_NOT_AFTER = re.compile(r"^(?:生(?![物命态])|城(?!市|乡)|路|街|派|道|附近|制|化|巷|村|股份|控股|集团|有限)")
_LEVEL = re.compile(r"^(省|市|县|区)(?=[一-鿿]{2})")
_INNER = frozenset({"institute", "academy", "hospital", "bank", "press", "works"})
"""Kinds that a legal form may stand behind: 西安热工研究院有限公司 is the institute."""


@dataclass(frozen=True)
class Parts:
    """A name in its parts.

    `printed` is the whole name in full, `text` that without brackets, `unit` its last body, `parents` those before.
    """

    printed: str
    text: str
    parents: tuple[str, ...]
    unit: str
    region: Region
    middle: str
    core: str
    trades: tuple[str, ...]
    form: Form
    legal: bool
    numbers: tuple[int, ...]
    site: Region
    notes: tuple[str, ...]
    other_names: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    level_word: str = ""


@lru_cache(maxsize=200_000)
def take_apart(name: str) -> Parts:
    """The parts of a name as printed.

    >>> parts = take_apart("陕西省西安市宏兴乳业有限责任公司")
    >>> parts.region.text, parts.core, parts.trades, parts.form.full
    ('陕西省西安市', '宏兴', ('乳业',), '公司')
    >>> take_apart("西安交通大学医学院第一附属医院").parents
    ('西安交通大学', '医学院')
    >>> take_apart("西安交大材料学院").parents, take_apart("西安交大材料学院").middle
    (('西安交通大学',), '材料')
    >>> take_apart("空军军医大学第一附属医院（西京医院）").other_names
    ('西京医院',)
    >>> sorted(take_apart("中国地质大学（武汉）").site.codes)
    ['420100']
    """
    printed = in_full(folded(name))
    said = read_brackets(printed)
    parents, unit = _chain(said.text)
    return replace(_parts(said, parents, unit), printed=printed)


def _chain(text: str) -> tuple[tuple[str, ...], str]:
    """The bodies a name starts with, and its last body."""
    parents: list[str] = []
    while True:
        parent, rest = _first_body(text)
        if not parent:
            return tuple(parents), text
        parents.append(parent)
        text = rest


def _first_body(text: str) -> tuple[str, str]:
    for head, rest, means in known_prefixes(text):
        if len(means) == 1 and _is_unit(rest) and (form_of(head)[1].sort or _plainly_below(rest)):
            return next(iter(means)), rest
    for end in range(min(7, len(text) - 2), 2, -1):
        if text[end - 1] in "大院" and _plainly_below(text[end:]) and _is_unit(text[end:]):
            means, sure = schools_meant(text[:end])
            if sure:
                return next(iter(means)), text[end:]
    for match in _HEADS.finditer(text):
        head, rest = text[: match.end()], text[match.end() :]
        if (len(head) > len(match[0]) or head == "医学院") and _is_unit(rest) and not _NOT_AFTER.match(rest):
            return head, rest
    return "", text


def _is_unit(rest: str) -> bool:
    """Whether what follows a body's name is a body below it, and no legal form or longer word."""
    form = form_of(rest)[1]
    if len(rest) < 2 or not form.sort or _NOT_AFTER.match(rest):
        return False
    if only_form(rest):
        return form.sort not in ("firm", "university", "park", "") and rest not in (
            "学院",
            "院",
            "所",
            "系",
            "部",
            "局",
        )
    return True


def _plainly_below(rest: str) -> bool:
    """Behind a short name only a school, hospital or institute is read: 西电集团 and 陕西有色金属 are none."""
    return not rest.startswith(("大", "科学", "技术", "工程", "设计", "工业", "建设")) and form_of(rest)[1].sort in {
        "college",
        "hospital",
        "school",
        "institute",
        "lab",
        "centre",
        "office",
        "press",
    }


def _parts(said: Bracketed, parents: tuple[str, ...], unit: str) -> Parts:
    site = said.site
    rest, form = form_of(unit)
    legal = form.sort == "firm"
    if legal:
        inner_rest, inner = form_of(rest)
        if inner.sort in _INNER and inner_rest and not form.group:
            rest, form = inner_rest, inner
    level = ""
    region, middle = take_regions(rest)
    if not region.codes and not parents and (match := _LEVEL.match(rest)):
        level, middle = match[1], rest[1:]
    if form.sort == "office" and not parents and middle:
        parents, region, middle = _office(region.text + middle)
    if (
        not middle
        and region.text
        and (form.sort in ("firm", "", "works") or (region.level == 0 and form.sort == "hospital"))
    ):
        middle, region = region.text, NOWHERE  # 陕西公司: the place is all the name there is
    if form.sort in ("firm", "works", "") and site.codes and not region.codes:
        region, site = site, NOWHERE  # 赛诺（西安）科技 is 西安赛诺科技
    tail = unit[len(rest) :]  # with it 二 in 湘雅二院 is seen to be an ordinal
    middle = without_ordinals(middle + tail).removesuffix(tail)
    core, trades = split_trades(middle)
    return Parts(
        printed=said.text,
        text=said.text,
        parents=parents,
        unit=unit,
        region=region,
        middle=middle,
        core=core,
        trades=trades,
        form=form or NO_FORM,
        legal=legal,
        numbers=numbers(said.text),
        site=site,
        notes=said.notes,
        other_names=said.other_names,
        hosts=said.hosts,
        level_word=level,
    )


def _office(rest: str) -> tuple[tuple[str, ...], Region, str]:
    """某某西安 before 分公司: the firm, and the region of its branch."""
    table = spellings()
    for length in range(min(9, len(rest) - 2), 1, -1):
        if rest[-length:] in table:
            codes = narrowed(frozenset(), table[rest[-length:]])
            return (rest[:-length],), Region(codes, rest[-length:]), ""
    return (rest,), NOWHERE, ""
