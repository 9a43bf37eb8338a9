"""Renamed firms, laboratories and institutes, co-operatives and hospitals: what is queued, and what must stay apart."""

from __future__ import annotations

import pytest

from graph.identity.judge import judge
from graph.identity.named import Named

SAME = """
西安市第Ⅳ医院 西安市第四医院
国营第七八六厂 国营第786厂
①西安某某材料股份有限公司 西安某某材料股份有限公司
中国国际贸易促进委员会陕西省分会 陕西省贸促会
国家级西安经开区 西安经济技术开发区
中船七一九所 中国船舶重工集团公司第七一九研究所
兵器204所 西安近代化学研究所
603所 中国航空工业集团公司西安飞机设计研究所
XUPT 西安邮电大学
""".strip().splitlines()

QUEUE = """
陕西香菊制药有限公司 陕西香菊药业集团有限公司
西安蓝晓科技有限公司 西安蓝晓科技新材料股份有限公司
洛南县四皓镇永丰核桃专业合作社 洛南县永丰核桃专业合作社
旬邑县盛世果业专业合作社 旬邑县盛世苹果专业合作社
模式识别国家重点实验室 多模态人工智能系统全国重点实验室
四川省机械研究设计院 四川省机械研究设计院（集团）有限公司
陕西省机械学会 陕西省机械工程学会
江苏省农业科学院粮食作物研究所 粮食作物研究所
温州医科大学附属第五医院 丽水市中心医院
咸阳市一院 咸阳市第一人民医院
商洛地区医院 商洛市中心医院
苏州市立医院 南京医科大学附属苏州医院
雅安市科学技术情报研究所 雅安市科学技术信息研究院
大连高新区 大连高新技术产业园区
""".strip().splitlines()

DIFFERENT = """
西安华泰电子科技有限公司 西安华泰餐饮管理有限公司
西安华泰电子股份有限公司 西安华泰餐饮有限公司
陕西盘龙药业集团股份有限公司 陕西盘龙生态农业有限公司
西安某某集团有限公司 咸阳某某股份有限公司
北京顺鑫控股集团有限公司 北京顺鑫农业股份有限公司
中国铁建股份有限公司 中国铁建重工集团股份有限公司
洛南县四皓镇永丰核桃专业合作社 洛南县保安镇永丰核桃专业合作社
洛南县永丰核桃专业合作社 洛南县永丰养殖专业合作社
洛南县永丰核桃专业合作社 丹凤县永丰核桃专业合作社
煤燃烧国家重点实验室 煤矿灾害防控全国重点实验室
固体润滑国家重点实验室 固体表面物理化学国家重点实验室
中国机械工程学会 陕西省机械工程学会
西安市第Ⅲ医院 西安市第四医院
商洛地区医院 商洛市中医医院
苏州市中医医院 南京医科大学附属苏州医院
温州医科大学附属第一医院 丽水市中心医院
咸阳市一院 咸阳市第二人民医院
西安天和防务技术股份有限公司 西安天和房地产有限公司
四川省建科院 四川省建筑设计研究院有限公司
中国电建西北院 中国电建集团华东勘测设计研究院有限公司
西北电力设计院 西南电力设计院
西安航天动力研究所 西安航天动力技术研究所
中铁廿局集团 中铁二十二局集团
""".strip().splitlines()

CASES = [(*line.split(), "same") for line in SAME]
CASES += [(*line.split(), "queue") for line in QUEUE]
CASES += [(*line.split(), "different") for line in DIFFERENT]


@pytest.mark.parametrize(("one", "other", "verdict"), CASES)
def test_the_verdict_on_a_pair(one: str, other: str, verdict: str) -> None:
    assert judge(Named(one), Named(other)) == judge(Named(other), Named(one))
    assert judge(Named(one), Named(other)).verdict == verdict, judge(Named(one), Named(other)).reason
