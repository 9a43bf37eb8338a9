"""Headers as really printed (2017–2024): each is found, whatever stands above it, and keeps its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.tables import read_tables
from tests.tables.made import text

PRINTED = """
序号·考核单位·结果·主管部门
序号·单位·结果
序号·单位名称·考核结果
序号·单位名称·等次
序号·国家野外站名称·依托单位·主管部门·梳理评估结果
序号·名   称·依托单位
序号·体系·研究室·岗位·姓名·工作单位
类型·序号·姓名·岗位名称·工作单位
类型·序号·体系名称·岗位名称·候选人姓名·工作单位
序号·国家级库（圃）名称·建设依托单位·所在省（自治区、直辖市）
序号·国家库名称·建设依托单位·所在省（自治区、直辖市）
序号·园区名单
序号·省份·示范镇（乡）名单·数量
序号·园区名称·建设主体·主导产业
序号·名称·经营规模·经营地点·负责人
企业名称·统一社会信用代码·注册日期·企业类型·法人代表·注册资金·经营范围·所在省份·地区·注册地址
序号·学校名称·学校标识码·主管部门·所在地·办学层次·备注
项目批准号·项目类别·项目名称·依托单位·负责人·金额·起止年月
序号·查询年份·项目批准号·申请代码1·项目名称·项目负责人·依托单位·批准金额·项目起止年月
项目批准号·项目类别·学科分类·项目名称·立项时间·项目负责人·专业职务·工作单位·单位类别·所在省区市
序号·项目编号·项目名称·项目牵头承担单位·项目负责人·中央财政经费（万元）·项目实施周期（年）
企业名称·证书编号·发证日期
原企业名称·变更后企业名称
18位统一社会信用代码·企业名称·企业成立时间·注册资本(千元)·企业入驻时间·占用场地面积·登记注册类型·技术领域·行业类别·总收入(千元)·是否高新技术企业
机构名称·归口管理部门·所在地域·联系人·机构属性·技术需求名称·需求时限(起止年)·主要问题·技术关键·预期目标·拟投入资金总额·解决方式
仪器号·仪器名称·仪器英文名称·使用状况码·仪器型号·出厂日期·生产国别·购置日期·生产厂家·房间名称·设备负责人姓名·技术指标·价格币种
申请类型·申请人·所在村·联系电话·问题内容·指派人员·订单状态·处理结果
申请日·公开日·授权公告日·申请人·发明人·申请号·公开号·专利类型·专利名称·申请人地址·法律状态·主分类号·分类号·当前权利人
projectID·projectAcronym·organisationID·vatNumber·name·shortName·SME·activityType·street·postCode·city·country
姓名·派出单位·服务县区·服务产业
姓名·选派单位·服务乡镇·技术专长
"""


@pytest.mark.parametrize("printed", PRINTED.split("\n")[1:-1])
@pytest.mark.parametrize("above", [[], [["附件2"], ["虚构名单（2024年）"], [""]]], ids=["bare", "titled"])
def test_every_printed_header_is_found(tmp_path: Path, printed: str, above: list[list[str]]) -> None:
    words = printed.split("·")
    rows = [[f"甲{row}{at}" for at in range(len(words))] for row in range(3)]
    (table,) = read_tables(text(tmp_path / "a.csv", [*above, words, *rows], "\t"))
    assert table.headed
    assert len(table.columns) == len(words)
    assert [list(row.cells.values()) for row in table.rows] == rows
