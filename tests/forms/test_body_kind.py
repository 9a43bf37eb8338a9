"""The kind of a body by its name."""

from __future__ import annotations

import pytest

from loaders.body_kind import kind_of, like_a_person

KINDS = {
    "University": "西安交通大学 中国地质大学（武汉） 商洛职业技术学院 陕西省行政学院",
    "Institute": "中国科学院地球环境研究所 陕西省科学院 西北有色金属研究院 商洛市中心医院 中国科学院生态环境研究中心",
    "Enterprise": "陕西锌业有限公司 西安某某研究院有限公司 陕西有色金属控股集团 某某大学科技园有限公司 某某制药厂",
    "Cooperative": "商南县某某茶叶专业合作社 某某农民专业合作社联合社",
    "Association": "商洛市核桃产业协会 某某创新联盟 中国林学会",
    "Agency": "教育部 陕西省科学技术厅 商洛市科技局 商州区人民政府 国家发展和改革委员会 商洛高新区管委会",
    "Platform": "秦岭某某重点实验室 某某工程技术研究中心 某某观测研究站 某某院士工作站 某某创新联合体",
    "Park": "商洛高新技术产业开发区 某某众创空间 秦创原某某孵化器 某某产业园",
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, listed in KINDS.items() for name in listed.split()])
def test_kind(kind: str, name: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("name", ["盘龙药业", "雷博", "中国疾病预防控制中心"])
def test_a_name_that_does_not_tell_keeps_the_kind_of_its_column(name: str) -> None:
    assert kind_of(name) == ""
    assert kind_of(name, "Institute") == "Institute"


def test_names_of_people() -> None:
    assert [like_a_person(name) for name in ("张三", "欧阳某", "教育部", "西安交通大学", "盘龙药业")] == [
        *(True, True),
        *(False, False, False),
    ]
