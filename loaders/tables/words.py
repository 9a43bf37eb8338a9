"""Words that tell headers, group rows and footers of published tables from rows.

From the headers and footers met in the rosters of Chinese ministries and bureaus, 2000–2024.
"""

from __future__ import annotations

import re

from loaders.tables.text import clean_header

_HEADERS = """
序号 编号 名称 单位 结果 等次 姓名 岗位 岗位名称 体系 体系名称 研究室 功能研究室 类型 类别 备注 省份 省 市 县
区县 地区 地市 城市 所在地 数量 合计 金额 经费 年度 年份 批次 电话 手机 联系人 联系电话 地址 学历 职称 性别 专业
学校 学院 依托单位 主管部门 考核结果 考核单位 负责人 园区名单 主导产业 建设主体 承担单位 推荐单位 申报单位
工作单位 派出单位 服务对象 企业名称 单位名称 项目名称 项目编号 办学层次 关键字 发明人 申请人 申请日 公开日 作者
领域 所属领域 规模 经营范围 型号 国别 产地 用途 期限 级别 荣誉 id name title index year batch province city
county area type code date status institution administrator projectid projectacronym organisationid shortname
street postcode country role
"""
_PLAIN = frozenset(_HEADERS.split())
_END = re.compile(
    r"(?:名称|编号|代码|号码|日期|时间|年月|年份|年度|金额|经费|资金|资本|总额|数量|人数|面积|单位|机构|部门|姓名|地址|地点|所在地|地区|省份"
    r"|类型|类别|性质|等级|级别|结果|状态|方向|领域|行业|产业|职务|职称|电话|邮箱|负责人|联系人|代表|申请人|发明人|意见|备注|内容|简介|名单"
    r"|主体|规模|范围|指标|层次|标识码|批准号|所在省区市|是否.{2,12})$"
)
_UNIT = re.compile(r"\([^()]*\)")
_DATA = re.compile(r"[。；;！？]|\d{3}")

GROUP = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}(?:批|类|部分|组|章)[\s:：、]?)")
SUBGROUP = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")
TOTAL = re.compile(r"^(?:合计|总计|共计|小计|累计|总数)(?:[:：（(\d].*)?$")
PART_TOTAL = re.compile(r"^[^\d，。、]{1,16}(?:小计|合计|总计|共计)[:：]?$")
"""The total of a part (商州区小计): one only where nothing but numbers stands beside it."""
COUNT = re.compile(r"^[-+]?[\d,.]+%?\s*(?:家|个|项|名|人|户|万元|亿元|元|亩|台|件)?$")
NOTE = re.compile(
    r"^(?:注\d*[:：]|备注\d*[:：]|说明\d*[:：]|附注|特此|填表说明|填报说明|数据来源|资料来源|来源[:：]|抄送|抄报|主送"
    r"|以上.{0,20}(?:排名不分先后|为准)|排名不分先后|第\d+页|共\d+页|-\d+-$|—\d+—$)"
)
CONTACT = re.compile(
    r"^(?:联系人|联系电话|联系方式|联系地址|电话|传真|邮编|邮箱|电子邮箱|地址|填表人|填报人|制表人?|审核人?|经办人|负责人|单位负责人|填表日期"
    r"|填报日期|填报单位|单位[(（]?盖章[)）]?|主办单位|承办单位|版权所有|网站标识码)[:：]"
)
EXAMPLE = re.compile(r"^(?:[【（(\[](?:填写)?(?:示例|样例)[】）)\]]|(?:填写)?(?:示例|样例)(?:[:：]|$))")
BEFORE_NO_ROW = frozenset(
    "示样填【（([合总共小累注备说附特数资来抄主以排第-—联电传邮地制审经负单版网承一二三四五六七八九十"
)
"""The first characters of all that the patterns above match: most rows start with another and need no closer look."""
SERIAL = frozenset({"序号", "编号", "index", "no", "no.", "序"})


def general(header: str) -> bool:
    """Whether a header, in the form of `clean_header`, is a word that heads columns of published tables.

    >>> general("中央财政经费(万元)"), general("是否高新技术企业"), general("西安交通大学")
    (True, True, False)
    """
    if not header or len(header) > 30 or _DATA.search(header):
        return False
    plain = _UNIT.sub("", header)
    return plain.lower() in _PLAIN or (
        len(plain) <= 20 and (_END.search(plain) is not None or plain.startswith("是否"))
    )


def known_or_general(header: str) -> bool:
    """`general`, in the place of a caller's own word list: what `read_tables` uses when none is given."""
    return general(clean_header(header))
