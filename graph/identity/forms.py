"""Organisation forms: the words a name ends with, each with the class of body it makes and how it is written in full.

A form is taken off at the end of a name only: 有限公司 in 西安有限公司食堂 stays where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Sort = Literal[
    "firm", "works", "coop", "farm", "university", "college", "hospital", "school", "institute", "academy", "agency",
    "lab", "centre", "park", "hatchery", "station", "society", "bank", "press", "base", "fund", "office", "",
]  # fmt: skip


@dataclass(frozen=True)
class Form:
    """`full` is the form that stands for all its spellings; `group` says 集团 is in it, `stock` 股份."""

    sort: Sort
    full: str
    group: bool = False
    stock: bool = False
    limited: bool = False


NO_FORM = Form("", "")

_SPELLINGS: dict[Sort, dict[str, tuple[str, ...]]] = {
    "firm": {"公司": ("有限公司", "公司", "总公司", "企业", "商行", "商贸行", "商店", "经营部", "合伙企业", "事务所")},
    "works": {"厂": ("厂", "总厂", "分厂")},
    "coop": {
        # 陕西某县某茶叶专业合作社 = 某茶叶农民专业合作社; the economic co-operative of a village is another thing
        "专业合作社": ("农民专业合作社", "专业合作社", "合作社", "农民合作社", "农业专业合作社"),
        "合作社联合社": ("农民专业合作社联合社", "专业合作社联合社", "合作社联合社", "联合社"),
        "股份经济合作社": ("股份经济合作社", "经济合作社", "集体经济合作社"),
    },
    "farm": {"农场": ("农场",), "家庭农场": ("家庭农场",), "林场": ("林场",)},
    "university": {"大学": ("大学",), "职业大学": ("职业大学", "职业技术大学")},
    "college": {
        "学院": ("学院",),
        "职业技术学院": ("职业技术学院", "职院", "职业技术学校"),
        "职业学院": ("职业学院",),
        "高等专科学校": ("高等专科学校", "高专"),
        "研究生院": ("研究生院",),
        "系": ("系",),
        "党校": ("党校",),
    },
    "hospital": {"医院": ("医院",), "卫生院": ("卫生院",), "保健院": ("保健院",), "门诊部": ("门诊部",)},
    "school": {"中学": ("中学", "高级中学"), "小学": ("小学",), "幼儿园": ("幼儿园",), "学校": ("学校",)},
    "institute": {
        "研究所": ("研究所", "研所", "所", "科研所", "研究室", "实验所"),
        "研究院": ("研究院", "研究总院", "院"),
        "设计院": ("设计院",),
        "设计研究院": ("设计研究院", "研究设计院", "设计研究总院"),
        "工业技术研究院": ("工业技术研究院", "工研院"),
        "产业技术研究院": ("产业技术研究院", "产业研究院", "产研院"),
    },
    "academy": {"科学院": ("科学院",)},
    "agency": {
        "局": ("局", "管理局", "总局"),
        "厅": ("厅",),
        "委员会": ("委员会",),
        "政府": ("人民政府", "政府"),
        "部": ("部",),
        "管委会": ("管委会", "开发区管理委员会"),
        "办公室": ("办公室",),
    },
    "lab": {
        "国家重点实验室": ("国家重点实验室", "国家重点联合实验室", "国重", "国重室"),
        "全国重点实验室": ("全国重点实验室", "全重"),
        "教育部重点实验室": ("教育部重点实验室",),
        "省重点实验室": ("省重点实验室", "省级重点实验室"),
        "市重点实验室": ("市重点实验室", "市级重点实验室"),
        "重点实验室": ("重点实验室",),
        "联合实验室": ("联合实验室",),
        "工程实验室": ("工程实验室",),
        "国家实验室": ("国家实验室",),
        "实验室": ("实验室",),
    },
    "centre": {
        "工程技术研究中心": ("工程技术研究中心", "工程技术中心"),
        "工程研究中心": ("工程研究中心",),
        "技术创新中心": ("技术创新中心",),
        "制造业创新中心": ("制造业创新中心",),
        "企业技术中心": ("企业技术中心",),
        "技术研究中心": ("技术研究中心",),
        "临床医学研究中心": ("临床医学研究中心",),
        "研究中心": ("研究中心",),
        "研发中心": ("研发中心",),
        "工程中心": ("工程中心",),
        "推广中心": ("推广中心", "推广服务中心"),
        "推广站": ("推广站", "推广总站"),
        "疾病预防控制中心": ("疾病预防控制中心", "疾控中心"),
        "中心": ("中心",),
    },
    "park": {
        "高新技术产业开发区": ("高新技术产业开发区", "高新区", "高新技术开发区", "国家高新区", "高新技术产业区"),
        "经济技术开发区": ("经济技术开发区", "经开区", "国家经开区"),
        "经济开发区": ("经济开发区",),
        "农业高新技术产业示范区": ("农业高新技术产业示范区", "农高区", "农业高新区", "农业高新技术示范区"),
        "农业科技园区": ("农业科技园区", "农科园区", "农业科技园"),
        "现代农业园区": ("现代农业园区", "现代农业园"),
        "现代农业产业园": ("现代农业产业园",),
        "大学科技园": ("大学科技园",),
        "科技园区": ("科技园", "科技园区", "科学园"),
        "工业园区": ("工业园区", "工业园"),
        "产业园区": ("产业园区", "产业园"),
        "循环经济产业园区": ("循环经济产业园区", "循环经济产业园", "循环经济园区"),
        "产业示范区": ("产业示范区", "示范区"),
        "综合保税区": ("综合保税区", "综保区"),
        "新区": ("新区",),
        "开发区": ("开发区",),
        "园区": ("园区",),
    },
    "hatchery": {"孵化器": ("孵化器", "科技企业孵化器"), "众创空间": ("众创空间",), "加速器": ("加速器",)},
    "station": {
        "野外科学观测研究站": ("野外科学观测研究站", "野外站", "观测研究站"),
        "院士专家工作站": ("院士专家工作站", "院士工作站"),
        "博士后科研工作站": ("博士后科研工作站", "博士后工作站"),
        "试验站": ("试验站", "实验站", "试验示范站"),
        "站": ("站",),
    },
    "society": {
        "协会": ("协会",), "学会": ("学会",), "商会": ("商会",), "联盟": ("联盟",), "联合会": ("联合会",),
        "创新联合体": ("创新联合体",),
    },
    "bank": {"银行": ("银行",), "信用社": ("信用社", "信用合作社", "信用联社")},
    "press": {"出版社": ("出版社",), "杂志社": ("杂志社",), "报社": ("报社",)},
    "base": {"基地": ("基地",)},
    "fund": {"基金会": ("基金会",), "基金": ("基金",)},
    "office": {"分公司": ("分公司",), "分院": ("分院",), "分校": ("分校",), "校区": ("校区",), "院区": ("院区",),
               "支行": ("支行",), "分行": ("分行",), "办事处": ("办事处",), "事业部": ("事业部",), "子公司": ("子公司",),
               "分所": ("分所",), "分中心": ("分中心",), "分社": ("分社",), "营业部": ("营业部",), "分店": ("分店",),
               "院部": ("院部",), "分部": ("分部",), "项目部": ("项目部",)},
}  # fmt: skip

_FIRM_TAILS = tuple(
    group + stock + tail
    for group in ("控股集团", "投资集团", "集团", "")
    for stock in ("股份", "控股", "")
    for tail in ("有限责任公司", "有限公司", "公司", "")
    if group + stock + tail
) + ("(集团)有限责任公司", "(集团)有限公司", "(集团)股份有限公司", "(集团)公司", "(集团)总公司", "集团总公司")


@cache
def _endings() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for sort, fulls in _SPELLINGS.items():
        for full, spellings in fulls.items():
            for spelling in spellings:
                found[spelling] = Form(sort, full)
    for tail in _FIRM_TAILS:
        bare = tail.replace("(", "").replace(")", "")
        found[tail] = Form("firm", "公司", "集团" in bare, "股份" in bare, "有限" in bare)
    found["有限公司"] = found["有限责任公司"] = Form("firm", "公司", limited=True)
    found["总公司"] = Form("firm", "公司", limited=False)
    # 控股 and 投资 alone are trade words, not forms; 股份 alone is how newspapers shorten 股份有限公司
    found.pop("控股", None)
    return found


LONGEST = 14
"""No form is longer than this."""


def form_of(text: str) -> tuple[str, Form]:
    """The name without its form, and the form; the longest form wins.

    >>> form_of("西安宏兴乳业有限责任公司")
    ('西安宏兴乳业', Form(sort='firm', full='公司', group=False, stock=False, limited=True))
    >>> form_of("洛南县核桃农民专业合作社")[1].full
    '专业合作社'
    >>> form_of("陕西有色金属控股集团有限责任公司")[1].group
    True
    >>> form_of("秦岭")
    ('秦岭', Form(sort='', full='', group=False, stock=False, limited=False))
    """
    endings = _endings()
    for length in range(min(LONGEST, len(text)), 0, -1):
        form = endings.get(text[-length:])
        if form is not None:
            return text[:-length], form
    return text, NO_FORM


def only_form(text: str) -> bool:
    """Whether the whole text is a form and says no name: 有限公司, 研究院, 集团公司."""
    rest, form = form_of(text)
    return bool(form.sort) and not rest
