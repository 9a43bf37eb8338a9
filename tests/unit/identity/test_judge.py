"""Pairs of names and what is said of them; each rule with a pair it joins and one it must not."""

from __future__ import annotations

import pytest

from graph.identity.judge import judge
from graph.identity.named import Named

SAME = """
西安建大 西安建筑科技大学
西安交大一附院 西安交通大学第一附属医院
西安交通大学医学院第一附属医院 西安交通大学第一附属医院
西京医院 空军军医大学第一附属医院
第四军医大学西京医院 空军军医大学第一附属医院（西京医院）
哈医大一院 哈尔滨医科大学附属第一医院
中科院西安光机所 中国科学院西安光学精密机械研究所
西安光学精密机械研究所 中国科学院西安光学精密机械研究所
中科院大连化物所 中国科学院大连化学物理研究所
航天六院 中国航天科技集团有限公司第六研究院
中国电子科技集团公司第二十研究所 中国电子科技集团公司第20研究所
中国船舶重工集团公司第七○五研究所 中国船舶重工集团公司第七〇五研究所
西安宏兴乳业 西安宏兴乳业有限公司
西安宏兴乳业有限责任公司 西安宏兴乳业有限公司
西安市宏兴乳业有限公司 西安宏兴乳业有限公司
陕西省西安市宏兴乳业有限公司 西安宏兴乳业有限公司
山阳县恒瑞肉制品 商洛市山阳县恒瑞肉制品有限公司
山阳恒瑞肉制品有限公司 山阳县恒瑞肉制品有限公司
赛诺（西安）科技有限公司 西安赛诺科技有限公司
陕西有色金属控股集团 陕西有色金属控股集团有限责任公司
西部超导 西部超导材料科技股份有限公司
洛南县兴农核桃专业合作社 洛南县兴农核桃农民专业合作社
五常裕禾田水稻种植农民专业合作社 五常市裕禾田水稻种植农民专业合作社
商洛高新区 商洛高新技术产业开发区
合肥国家高新区 合肥高新技术产业开发区
杨凌示范区 杨凌农业高新技术产业示范区
西咸新区秦汉新城 秦汉新城
陕西省科技厅 陕西省科学技术厅
商洛市农科所 商洛市农业科学研究所
陕西省卫生计生委 陕西省卫生健康委员会
国家林业局桉树研究开发中心 国家林业和草原局桉树研究开发中心
中国地质大学（武汉） 中国地质大学(武汉)
中国地质大学（北京） 中国地质大学北京
陝西師範大學 陕西师范大学
西安财经学院 西安财经大学
西北轻工业学院 陕西科技大学
湖南科大 湖南科技大学
西安交大材料学院 西安交通大学材料科学与工程学院
机械制造系统工程国家重点实验室（西安交通大学） 机械制造系统工程国家重点实验室
西安交通大学机械制造系统工程国家重点实验室 机械制造系统工程国家重点实验室
省部共建西北旱区生态水利国家重点实验室 西北旱区生态水利国家重点实验室
西安隆科科技有限公司（原西安隆科实业有限公司） 西安隆科实业有限公司
西安隆科科技有限公司（简称隆科科技） 隆科科技
陕西有色金属控股集团有限责任公司（陕西有色） 陕西有色
西安市红会医院（西安交通大学附属红会医院） 西安交通大学附属红会医院
西安建筑科技大学（草堂校区） 西安建筑科技大学草堂校区
延安大学（附属医院） 延安大学附属医院
西安高新区管委会 西安高新技术产业开发区管理委员会
商洛市国土资源局 商洛市自然资源局
洛南县卫生局 洛南县卫生健康局
西部绿色建筑国家重点实验室（省部共建） 西部绿色建筑国家重点实验室
国家气象中心（中央气象台） 中央气象台
秦岭生态省重点实验室（西北大学） 秦岭生态省重点实验室（西大）
XJTU 西安交通大学
Xi'an_Jiaotong_University 西安交大
""".strip().splitlines()

DIFFERENT = """
西安科技大学 西安电子科技大学
西安科大 西安电子科技大学
陕西科技大学 西安科技大学
西安交通大学 西安交通工程学院
陕西科技大学 陕西科技控股集团有限公司
西安建筑科技大学 西安建筑科技大学华清学院
西安交大 西安交大城市学院
天津大学 天津仁爱学院
西北大学 东北大学
华东师范大学 华南师范大学
中国地质大学（北京） 中国地质大学（武汉）
商洛学院 商洛学院生物医药与食品工程学院
长安大学 长安大学城
西安交通大学 西安交通大学苏州研究院
西安电子科技大学芜湖研究院 西安电子科技大学广州研究院
西安交通大学第一附属医院 西安交通大学第二附属医院
西安交通大学第一附属医院 西安交通大学
西安交通大学附属中学 西安交通大学附属小学
武汉大学人民医院 武汉大学中南医院
西安市第一医院 西安市第四医院
陕西省中医医院 西安市中医医院
航天四院 航天六院
中铁一局 中铁二局
国营第七八二厂 国营第七八六厂
陕西建工第一建设集团有限公司 陕西建工第二建设集团有限公司
陕西煤业股份有限公司 陕西煤业化工集团有限责任公司
泸州老窖集团有限责任公司 泸州老窖股份有限公司
山阳县恒瑞肉制品有限公司 丹凤县恒瑞肉制品有限公司
西安宏兴乳业有限公司 咸阳宏兴乳业有限公司
陕西宏兴乳业有限公司 西安宏兴乳业有限公司
西安宏兴乳业有限公司 西安宏兴食品有限公司
洛南县兴农核桃专业合作社 洛南县兴农核桃有限公司
西安隆科科技有限公司西安分公司 西安隆科科技有限公司
陕西省地震工程技术研究中心 陕西省地震工程研究中心
西安高新技术产业开发区 西安经济技术开发区
商洛高新区 山阳高新区
国网山东省电力公司 国网山西省电力公司
中国科学院金属研究所 中国科学院物理研究所
中国农业科学院果树研究所 中国农业科学院郑州果树研究所
中国水产科学研究院长江水产研究所 中国水产科学研究院珠江水产研究所
机械制造系统工程国家重点实验室（西安交通大学） 西安交通大学
秦创原（商洛高新区）孵化器 商洛高新技术产业开发区
秦创原（商洛高新区）孵化器 秦创原（西安高新区）孵化器
西咸新区（秦创原）孵化器 秦创原
秦创原（西咸新区）创新中心 西咸新区
某某（西安高新区）众创空间 西安高新区
西安隆科科技有限公司（西安高新区） 西安高新区
西安隆科科技有限公司（西安分公司） 西安隆科科技有限公司
西安高新区管委会 西安高新技术产业开发区
商洛市水利局 商洛市农业农村局
西安市科学技术局 西安市科学技术协会
陕西省知识产权局 陕西省科学技术厅
洛南县人民医院 洛南县中医医院
省部共建西北旱区生态水利国家重点实验室培育基地 西北旱区生态水利国家重点实验室
西北大学（长安校区） 西北大学
西北大学（长安校区） 西北大学（太白校区）
商洛学院（秦岭研究院） 秦岭研究院
西安交通大学（中国西部科技创新港） 中国西部科技创新港
秦岭生态省重点实验室（西北大学） 秦岭生态省重点实验室（西安理工大学）
Xi'an_Jiaotong_University 西安科技大学
""".strip().splitlines()

QUEUE = """
南大 南京大学
宏兴乳业 西安宏兴乳业有限公司
西安宏兴乳业有限公司 西安鸿兴乳业有限公司
西安建筑科枝大学 西安建筑科技大学
中国地质大学 中国地质大学（武汉）
陕西省科委 陕西省科技厅
西安市科学技术委员会 西安市科学技术局
西安市农委 西安市农业农村局
陕西省卫生厅 陕西省卫生健康委员会
陕西省工商行政管理局 陕西省市场监督管理局
陕西省安全生产监督管理局 陕西省应急管理厅
商洛市扶贫开发办公室 商洛市乡村振兴局
商洛市农科所 商洛市农科院
洛南县医院 洛南县人民医院
陕西省微生物研究所 微生物研究所
西安某某材料有限公司 西安某某材料股份有限公司
西安某某机械厂 西安某某机械有限公司
西安隆科科技有限公司（西安高新区） 西安隆科科技有限公司
秦创原孵化器 秦创原（商洛高新区）孵化器
西部金属材料国家重点实验室 西部金属材料全国重点实验室
西安宏兴集团有限公司 西安宏兴有限公司
Xi'an_Hongxing_Dairy_Co.,_Ltd. 西安宏兴乳业有限公司
苏州大学附属第四医院 苏州市独墅湖医院
""".strip().splitlines()


def told(line: str) -> set[str]:
    """The verdict, which is the same in both directions."""
    one, other = (Named(name.replace("_", " ")) for name in line.split(" "))
    verdict = judge(one, other)
    assert verdict == judge(other, one)
    return {verdict.verdict}


@pytest.mark.parametrize("line", SAME)
def test_one_body(line: str) -> None:
    assert told(line) == {"same"}


@pytest.mark.parametrize("line", DIFFERENT)
def test_two_bodies(line: str) -> None:
    assert told(line) == {"different"}


@pytest.mark.parametrize("line", QUEUE)
def test_for_a_person(line: str) -> None:
    assert told(line) == {"queue"}


def test_a_key_goes_before_a_name() -> None:
    code = "91110000600037341L"
    one = Named("甲公司", keys={"uscc": code})
    assert judge(one, Named("乙研究院", keys={"uscc": code.lower()})).verdict == "same"
    assert judge(Named("甲", keys={"moe": "4161010698"}), Named("甲", keys={"moe": "4161010699"})).vetoes
    assert (
        judge(one, Named("甲公司", keys={"uscc": code[:-1] + "M"})).reason == "名称相同"
    )  # no valid code says nothing


def test_a_place_beside_the_name() -> None:
    short, full = Named("宏兴乳业", "西安市雁塔区"), Named("西安宏兴乳业有限公司")
    assert judge(short, full).verdict == "same"
    assert judge(Named("宏兴乳业", "商洛"), full).verdict == "queue"
    assert judge(Named("人民医院", "西安"), Named("人民医院", "商洛")).verdict == "different"
    # One firm in two places is one body with two sites: its registered name says its region.
    assert judge(Named("西安宏兴乳业有限公司", "商洛"), Named("西安宏兴乳业有限公司", "西安")).verdict == "same"


def test_a_veto_is_said_and_is_not_outvoted() -> None:
    verdict = judge(Named("航天科技集团第四研究院"), Named("航天科技集团第六研究院"))
    assert (verdict.verdict, verdict.score <= 0.4) == ("different", True)
    assert verdict.vetoes


def test_the_score_is_the_sum_of_its_shares() -> None:
    verdict = judge(Named("西安宏兴乳业有限公司"), Named("西安宏兴食品有限公司"))
    assert [share.part for share in verdict.parts] == ["地区", "字号", "行业", "组织形式"]
    assert sum(share.most for share in verdict.parts) == pytest.approx(1)
    assert all(0 <= share.points <= share.most and share.says for share in verdict.parts)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (Named("兴农核桃", kind="Cooperative"), Named("兴农核桃有限公司"), "different"),
        (Named("兴农核桃专业合作社", kind="Enterprise"), Named("兴农核桃专业合作社", kind="Cooperative"), "same"),
        (Named("商洛钒谷", kind="Park"), Named("商洛钒谷", kind="Platform"), "different"),
        (Named("华电", kind="University"), Named("华北电力大学"), "same"),
        (Named("华电"), Named("华北电力大学"), "queue"),
        (Named("石大", kind="University"), Named("石河子大学", kind="University"), "queue"),
        (Named("西安热工研究院有限公司", kind="Enterprise"), Named("西安热工研究院", kind="Institute"), "same"),
        (Named("张编造", kind="Person"), Named("张编造", kind="Person"), "queue"),
        (Named("张编造", kind="Person"), Named("李编造", kind="Person"), "different"),
        (Named("张编造", kind="Person"), Named("张编造公司", kind="Enterprise"), "different"),
        (Named("张编造", kind="Enterprise"), Named("张编造科技有限公司", kind="Enterprise"), "queue"),
        (Named("张强", kind="Enterprise"), Named("张强", kind="Enterprise"), "different"),
    ],
)
def test_the_kind_of_a_row_decides_where_a_name_is_silent(one: Named, other: Named, verdict: str) -> None:
    assert judge(one, other) == judge(other, one)
    assert judge(one, other).verdict == verdict


def test_one_orcid_is_one_person() -> None:
    one = Named("张编造", kind="Person", keys={"orcid": "0000-0002-1825-0097"})
    assert judge(one, Named("Zhang Bianzao", kind="Person", keys=one.keys)).verdict == "same"
