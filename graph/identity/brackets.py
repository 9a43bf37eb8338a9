"""What brackets in a name say: where the body is, its other name, whose it is, which part of it, or only a note.

A bracket in the middle of a name qualifies it, and a bracket with a place or a zone says where the body is: neither is
ever another name. Another name stands in a bracket at the end, marked (原, 简称) or of the same kind of body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.identity.english import is_latin
from graph.identity.forms import form_of, only_form
from graph.identity.known import meanings
from graph.identity.regions import NOWHERE, Region, take_regions

_BRACKET = re.compile(r"\(([^()]*)\)")
_OTHER_NAME = re.compile(r"^(?:原名?|曾用名|又名|简称|以下简称|下称|亦称|别名|暨|即)[:：“\"]?")
_DROPPED = frozenset(
    ["有限合伙", "普通合伙", "特殊普通合伙", "筹", "筹建", "个人独资", "盖章", "公章", "本部", "总部", "省部共建"]
)
_BELOW_A_UNIVERSITY = frozenset({"college", "hospital", "school", "institute", "lab", "centre", "park"})
_ONE_SORT = frozenset({"institute", "academy", "hospital", "centre"})
_SITE = re.compile(r"(?:新城|[^新]区|港|城|园|镇|街道|谷|湾|岛|路|大厦|片区)$")


@dataclass(frozen=True)
class Bracketed:
    """A name without its brackets (`text`) and what they said.

    `other_names` of the whole body; `hosts` of it (某重点实验室(某大学)); `site` where a region is told; `notes` the
    rest: a zone, a campus without a word for it, a remark.
    """

    text: str
    site: Region = NOWHERE
    notes: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def read_brackets(text: str) -> Bracketed:
    """Take the brackets out of a folded name in full.

    >>> read_brackets("秦创原(商洛高新技术产业开发区)孵化器").notes, read_brackets("甲公司(原乙公司)").other_names
    (('商洛高新技术产业开发区',), ('乙公司',))
    >>> sorted(read_brackets("中国地质大学(武汉)").site.codes), read_brackets("某某重点实验室(西北大学)").hosts
    (['420100'], ('西北大学',))
    >>> read_brackets("西北大学(长安校区)").text, read_brackets("甲乙公司(西安分公司)").text
    ('西北大学长安校区', '甲乙公司西安分公司')
    """
    outside = _BRACKET.sub("", text)
    site, below = NOWHERE, ""
    said: dict[str, list[str]] = {"note": [], "other": [], "host": []}
    for match in _BRACKET.finditer(text):
        content, last = match[1], match.end() == len(text)
        if not content or content in _DROPPED or only_form(content):
            continue
        region, rest = take_regions(content)
        if region.codes and rest in ("", "市", "省", "校区"):
            site = region
            continue
        role, value = _role(content, outside, last=last)
        if role == "below":
            below = value
        else:
            said[role].append(value)
    plain = (outside + below).replace("(", "").replace(")", "")
    return Bracketed(plain, site, tuple(said["note"]), tuple(said["other"]), tuple(said["host"]))


def _role(content: str, outside: str, *, last: bool) -> tuple[str, str]:
    """What one bracket is (other, host, below, note), and the text that counts."""
    named = _OTHER_NAME.sub("", content)
    if is_latin(content) or (named != content and last):
        return "other", named
    sort, whole = form_of(content)[1].sort, form_of(outside)[1].sort
    if not last:
        return "note", content
    if sort == "office" or (whole == "university" and sort in _BELOW_A_UNIVERSITY):
        return "below", content
    if names_a_place(content) and whole != "park":
        return "note", content
    sorts = {form_of(name)[1].sort for name in meanings(content)} or {sort}
    if any(_one_sort(one, whole) for one in sorts - {""}):
        return "other", content
    return ("host", content) if sorts - {""} else ("note", content)


def names_a_place(text: str) -> bool:
    """Whether a text names a zone, a harbour, a valley: where a body is.

    >>> names_a_place("西安高新技术产业开发区"), names_a_place("中国西部科技创新港"), names_a_place("中央气象台")
    (True, True, False)
    """
    sort = form_of(text)[1].sort
    return sort == "park" or (not sort and bool(_SITE.search(text)))


def _one_sort(one: str, other: str) -> bool:
    """Whether a bracket may hold another name of the body: a hospital's institute, but no laboratory's university."""
    return one == other or {one, other} <= _ONE_SORT
