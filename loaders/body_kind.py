"""The kind of a body by its Chinese name, where a roster names it beside what the row is about.

The end of the name decides, and a legal form (公司) before anything else, so that 西安某研究院有限公司 is a firm. A
name that says nothing keeps the kind its column is declared with; 中心 alone says nothing: 疾病预防控制中心 is a body,
工程技术研究中心 a platform.
"""

from __future__ import annotations

import re
from functools import cache

from graph.schema.values import clean
from loaders.words import words

BRACKETED = re.compile(r"(?<=.)[（(][^（）()]*[)）]$")


def _ends(endings: str) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(words(endings))})$")


# In this order: the first that fits counts.
ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Enterprise", _ends("公司 集团 厂 有限合伙 合伙企业 个体工商户 银行 酒店 超市 商行 经营部 矿业")),
    ("Enterprise", re.compile(r"(co\.,?\s?ltd\.?|inc\.?|gmbh|corp(oration)?\.?|limited|llc)$", re.IGNORECASE)),
    ("Cooperative", _ends("合作社 合作社联社 合作联社 联合社")),
    ("Association", _ends("协会 学会 商会 联合会 促进会 研究会 联盟 基金会")),
    ("Park", _ends("开发区 高新区 经开区 园区 产业园 科技园 农业园 孵化器 众创空间 孵化基地 示范区 科技大市场")),
    ("Institute", re.compile(r"^中国[^（(]{0,4}科学院.*中心$")),
    ("Platform", _ends("实验室 工程中心 研究中心 技术中心 创新中心 检测中心 中试基地 工作站 创新联合体")),
    ("Platform", _ends("观测研究站 野外站 试验站")),
    ("Institute", _ends("科学院 工程院 设计院 勘察院 规划院 研究总院 研究院 研究所 设计所 医院 卫生院 疾控中心")),
    ("Institute", re.compile(r"\b(institute|academy|hospital)\b", re.IGNORECASE)),
    ("University", _ends("大学 学院 专科学校 职业学校 技工学校 中等专业学校 党校")),
    ("University", re.compile(r"\b(university|college)\b", re.IGNORECASE)),
    ("Agency", _ends("政府 办事处 管委会 委员会 厅 局 部 委 办公室 办 国务院 工商联 总工会 科协")),
    ("Institute", _ends("推广站 推广中心 园艺站 茶叶站 植保站 畜牧站 授时中心 研究室 所 院")),
    ("Platform", _ends("公共服务平台 服务平台 共享平台 中试平台 创新平台")),
)

# Known by their whole name, where the end would mislead.
WHOLE: dict[str, str] = {
    "中国科学院": "Institute",
    "中国工程院": "Institute",
    "国家电网": "Enterprise",
    "中国石油": "Enterprise",
}

PERSON = re.compile(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8}")


@cache
def kind_of(name: str, default: str = "") -> str:
    """The kind of a body by its name; `default` where the name does not tell.

    >>> kind_of("中国地质大学（武汉）"), kind_of("西安某某研究院有限公司"), kind_of("陕西省科学院"), kind_of("教育部")
    ('University', 'Enterprise', 'Institute', 'Agency')
    >>> kind_of("盘龙药业", "Enterprise"), kind_of("山阳县某某核桃专业合作社", "Enterprise")
    ('Enterprise', 'Cooperative')
    """
    whole = clean(name)
    bare = BRACKETED.sub("", whole)
    for known in (whole, bare):
        if known in WHOLE:
            return WHOLE[known]
    for candidate in dict.fromkeys((whole, bare)):
        for kind, ending in ENDINGS:
            if ending.search(candidate):
                return kind
    return default


def like_a_person(name: str) -> bool:
    """Whether a name looks like that of a natural person: two or three Chinese characters that end like no body.

    >>> like_a_person("张三"), like_a_person("教育部"), like_a_person("西北大学")
    (True, False, False)
    """
    return PERSON.fullmatch(clean(name)) is not None and not kind_of(name)


# The column 单位性质 / 机构属性 of registers, folded; CORDIS activityType beside it.
BODY_WORDS: dict[str, str] = {
    word: kind
    for kind, listed in (
        ("University", "高等院校 高等学校 高校 大专院校 大学 院校 hes"),
        ("Institute", "科研院所 科研机构 科研单位 研究机构 事业型研究单位 医疗机构 医院 rec"),
        ("Enterprise", "企业 国有企业 民营企业 私营企业 外资企业 有限责任公司 股份有限公司 转制院所 prc"),
        ("Cooperative", "合作社 农民专业合作社 农民合作社"),
        ("Association", "协会 社会团体 行业协会 社会组织"),
        ("Agency", "机关 政府 政府部门 党政机关 行政机关 pub"),
        ("ServiceProvider", "科技服务机构 中介机构 技术转移机构"),
    )
    for word in words(listed)
}
