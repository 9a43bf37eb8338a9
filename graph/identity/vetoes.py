"""What tells two names apart whatever else they share. A veto is a sentence; a score never outvotes it."""

from __future__ import annotations

from graph.identity.forms import Form
from graph.identity.regions import relation, told_apart
from graph.identity.takeapart import Parts

_FIRMS = frozenset({"firm", "works", ""})
_SCHOOLS = frozenset({"university", "college"})
_CLOSE = (_FIRMS, _SCHOOLS, frozenset({"institute", "academy"}), frozenset({"park", "hatchery", "base"}),
          frozenset({"lab", "centre"}), frozenset({"hospital"}), frozenset({"agency"}), frozenset({"station", "centre"}))  # fmt: skip
RENAMED_FORMS = (
    frozenset({"研究所", "研究院"}), frozenset({"国家重点实验室", "全国重点实验室"}), frozenset({"重点实验室", "省重点实验室"}),
    frozenset({"重点实验室", "市重点实验室"}), frozenset({"重点实验室", "教育部重点实验室"}),
    frozenset({"工程中心", "工程研究中心"}), frozenset({"工程中心", "工程技术研究中心"}), frozenset({"研究中心", "中心"}),
    frozenset({"推广中心", "推广站"}), frozenset({"设计院", "设计研究院"}), frozenset({"研究院", "设计研究院"}),
    frozenset({"大学", "学院"}), frozenset({"高等专科学校", "学院"}), frozenset({"职业技术学院", "职业学院"}),
    frozenset({"局", "委员会"}), frozenset({"工业园区", "产业园区"}), frozenset({"现代农业园区", "农业科技园区"}),
    frozenset({"科技园区", "大学科技园"}), frozenset({"研究院", "产业技术研究院"}), frozenset({"研究院", "工业技术研究院"}),
    frozenset({"职业技术学院", "职业大学"}), frozenset({"学院", "系"}), frozenset({"研究院", "科学院"}), frozenset({"实验室", "重点实验室"}),
    frozenset({"厂", "公司"}), frozenset({"研究院", "中心"}), frozenset({"园区", "产业园区"}), frozenset({"园区", "工业园区"}),
    frozenset({"管委会", "高新技术产业开发区"}), frozenset({"管委会", "经济技术开发区"}), frozenset({"中学", "学校"}),
    frozenset({"职业技术学院", "高等专科学校"}), frozenset({"学院", "职业技术学院"}), frozenset({"实验室", "国家重点实验室"}),
    frozenset({"示范区", "农业高新技术产业示范区"}), frozenset({"产业示范区", "农业高新技术产业示范区"}),
)  # fmt: skip
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
    if sorts_differ(one.form, other.form):
        found.append(f"组织种类不同：{one.form.full or '未写'} / {other.form.full or '未写'}")
    if relation(one.region, other.region) == "apart":
        found.append(f"地区不同：{one.region.text} / {other.region.text}")
    elif (apart := told_apart(one.unit, other.unit)) and not (one.region.codes and one.region == other.region):
        found.append(f"名称里的地区不同：{apart[0].text} / {apart[1].text}")
    if one.site.codes and other.site.codes and relation(one.site, other.site) == "apart":
        found.append(f"校区或所在地不同：{one.site.text} / {other.site.text}")
    return found


def _listed(numbers: tuple[int, ...]) -> str:
    return "、".join(map(str, numbers)) or "无"


def sorts_differ(one: Form, other: Form) -> bool:
    """Whether two forms make two kinds of body: a co-operative and a firm, an engineering centre and a laboratory."""
    if one.full == other.full or frozenset({one.full, other.full}) in RENAMED_FORMS:
        return False
    if one.sort == other.sort:
        return True
    if not one.sort or not other.sort:
        return False  # the form was left out
    return True
