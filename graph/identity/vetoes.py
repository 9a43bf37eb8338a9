"""What tells two names apart whatever else they share. A veto is a sentence; a score never outvotes it."""

from __future__ import annotations

from graph.identity.forms import Form
from graph.identity.regions import relation, told_apart
from graph.identity.takeapart import Parts
from graph.identity.words import rows

RENAMED_FORMS = frozenset(frozenset(pair) for pair in rows("renamed_forms"))
"""Two forms that a renamed or upgraded body, or a loose pen, may carry: for a person, neither the same nor apart."""


def vetoes(one: Parts, other: Parts) -> list[str]:
    """Everything that says the two are different bodies, in the user's words; empty when nothing does.

    >>> from graph.identity.takeapart import take_apart
    >>> vetoes(take_apart("航天科技集团第四研究院"), take_apart("航天科技集团第六研究院"))
    ['序号不同：4 / 6']
    >>> vetoes(take_apart("洛南县核桃专业合作社"), take_apart("洛南县核桃有限公司"))
    ['组织种类不同：专业合作社 / 公司']
    >>> vetoes(take_apart("西安市农业科学研究所"), take_apart("咸阳市农业科学研究所"))
    ['地区不同：西安市 / 咸阳市']
    """
    found = []
    if one.numbers != other.numbers:
        found.append(f"序号不同：{_listed(one.numbers)} / {_listed(other.numbers)}")
    if sorts_differ(one.form, other.form) and not (_only_yuan(one, other) or _only_yuan(other, one)):
        found.append(f"组织种类不同：{one.form.full or '未写'} / {other.form.full or '未写'}")
    if relation(one.region, other.region) == "apart":
        found.append(f"地区不同：{one.region.text} / {other.region.text}")
    elif (apart := told_apart(one.unit, other.unit)) and not (one.region.codes and one.region == other.region):
        found.append(f"名称里的地区不同：{apart[0].text} / {apart[1].text}")
    if one.site.codes and other.site.codes and relation(one.site, other.site) == "apart":
        found.append(f"校区或所在地不同：{one.site.text} / {other.site.text}")
    return found


def _only_yuan(one: Parts, other: Parts) -> bool:
    """Whether a name ends in 院 alone, which may stand for 医院, 学院 or 设计院 as well: 湘雅二院."""
    return other.form.full.endswith("院") and not one.unit.endswith(("研究院", "总院")) and one.form.full == "研究院"


def _listed(numbers: tuple[int, ...]) -> str:
    return "、".join(map(str, numbers)) or "无"


def sorts_differ(one: Form, other: Form) -> bool:
    """Whether two forms make two kinds of body: a co-operative and a firm, an engineering centre and a laboratory."""
    if one.full == other.full or frozenset({one.full, other.full}) in RENAMED_FORMS:
        return False
    return one.sort == other.sort or bool(one.sort and other.sort)  # a form left out says nothing
