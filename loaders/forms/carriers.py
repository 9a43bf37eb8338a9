"""Forms of carriers: parks, platforms, bases."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import (
    authority,
    basis,
    bodies,
    chains,
    kind,
    level,
    name,
    other_names,
    people,
    prop,
    remark,
    result,
    seat_of,
    seats,
    stage,
    subjects,
)
from loaders.forms.registers import APPRAISAL
from loaders.forms.targets import Dated, Note, Tie
from loaders.words import words

OTHERS_SEATS = "共建方所在市 合作单位所在市 参与单位所在市"
RUN_BY = Field(
    "operator",
    "运营单位",
    (Tie("OPERATES", "Enterprise", inward=True),),
    words("运营主体 运营机构 运营管理机构"),
    "names",
    template=False,
)
BACKED_BY = Field(
    "support",
    "技术支撑单位",
    (Tie("SUPPORTED_BY", "University"),),
    words("技术依托单位 科技支撑单位"),
    "names",
    template=False,
)

PARK = Form(
    "Park",
    (
        name(
            "园区名称",
            "园区名单 园区 载体名称 孵化器名称 众创空间名称 基地名称 产业园名称 单位名称 名单 农业科技园区名称",
            example="示例现代农业园区",
        ),
        kind(
            "园区类别",
            "载体类型 园区类型 类型 孵化载体类型",
            (
                "高新区",
                "经开区",
                "农业科技园区",
                "科技园区",
                "产业园",
                "孵化器",
                "众创空间",
                "飞地孵化器",
                "大学科技园",
                "科技大市场",
                "分中心",
            ),
            "农业科技园区",
        ),
        *seats(address="园区地址"),
        bodies(
            "operator",
            "运营单位",
            "建设主体 运营主体 运营机构 运营管理机构 管理单位 承建单位 实施主体",
            Tie("OPERATES", "Enterprise", inward=True),
            example="商洛示例农业有限公司",
        ),
        bodies("builders", "共建单位", "建设单位 联合共建单位", Tie("CO_BUILT_BY", "Enterprise")),
        bodies("host", "依托单位", "建设依托单位", Tie("HOSTS", "Enterprise", inward=True)),
        bodies("support", "技术支撑单位", "技术依托单位 科技支撑单位", Tie("SUPPORTED_BY", "University")),
        chains("主导产业 主导产品 特色产业"),
        authority(),
        Field("approved", "认定时间", (Dated(), Note()), words("批准时间 认定日期 批复时间 认定年度 验收时间"), "date"),
        Field("batch", "批次", (Note(),), words("年度 year batch"), template=False),
        APPRAISAL,
        level(),
        other_names(),
        remark(),
    ),
    (("name",),),
    about="高新区、经开区、农业园区、孵化器、众创空间等载体。",
)

PLATFORM = Form(
    "Platform",
    (
        name(
            "平台名称",
            "平台或基地名称 国家野外站名称 野外站名称 国家级库(圃)名称 国家库名称 实验室名称 中心名称 "
            "工程中心名称 研究院名称 重点实验室名称 工作站名称 联合体名称 创新联合体名称 "
            "资源库名称 单位名称",
            example="示例省级重点实验室",
        ),
        kind(
            "平台类别",
            "平台类型 类型 type",
            (
                "重点实验室",
                "工程中心",
                "联合研究中心",
                "共建研发机构",
                "产业技术研究院",
                "中试基地",
                "工作站",
                "野外站",
                "产业创新联合体",
                "共享实验室",
                "服务平台",
            ),
            "重点实验室",
        ),
        prop("number", "平台编号", "编号 实验室编号 批准文号", "code"),
        bodies(
            "host",
            "依托单位",
            "建设依托单位 承建单位 建设单位 牵头单位 依托机构 institution host",
            Tie("HOSTS", "Institute", inward=True),
            example="西安示例大学",
        ),
        seat_of("host_seat", "依托单位所在市", "依托单位所在地", "host"),
        bodies(
            "builders",
            "共建单位",
            "共建方 联合共建单位 合作单位 参建单位 成员单位 参加单位 参与单位",
            Tie("CO_BUILT_BY", "Enterprise"),
            example="商洛示例矿业有限公司",
        ),
        seat_of("builders_seat", "共建单位所在市", f"共建单位所在地 {OTHERS_SEATS}", "builders"),
        RUN_BY,
        BACKED_BY,
        people(
            "leader",
            "负责人",
            "主任 平台负责人 实验室主任 站长 院长 首席科学家",
            Tie("LED", "Person", inward=True, role="负责人", within=("host", "builders")),
        ),
        authority(),
        *seats("所在地", address="平台地址"),
        bodies("park", "所在园区", "入驻园区", Tie("LOCATED_IN", "Park")),
        chains("服务产业"),
        subjects(also="area"),
        Field(
            "approved",
            "认定时间",
            (Dated(), Note()),
            words("批准时间 成立时间 批复时间 认定日期 批准日期 成立日期 认定年度 建立时间 日期 start_year"),
            "date",
        ),
        stage("建设进展", "建设状态 运行状态 状态"),
        result("评估结果", "梳理评估结果 评估结论 考核结果 结果 评价结果"),
        level(),
        other_names(),
        basis(),
        remark(),
    ),
    (("name", "host"), ("name",)),
    words("year province_raw 实验室编码"),
    about="重点实验室、工程中心、联合研究中心、共建研发机构、中试基地、野外站、资源库。",
)

BASE = Form(
    "Base",
    (
        name("基地名称", "示范基地名称 园名称 示范点名称 试验站名称", example="示例核桃示范基地"),
        kind("基地类别", "基地类型 类型", example="科技示范基地"),
        *seats("所在地", "建设地点 所在乡镇 基地所在地", address="基地地址"),
        bodies("host", "依托单位", "建设单位 建设主体 承担单位 承建单位", Tie("HOSTS", "Enterprise", inward=True)),
        seat_of("host_seat", "依托单位所在市", "依托单位所在地", "host"),
        bodies("builders", "共建单位", "共建方 合作单位 参与单位", Tie("CO_BUILT_BY", "University")),
        seat_of("builders_seat", "共建单位所在市", f"共建单位所在地 {OTHERS_SEATS}", "builders"),
        RUN_BY,
        bodies("support", "技术支撑单位", "技术依托单位 科技支撑单位 支撑单位", Tie("SUPPORTED_BY", "University")),
        people(
            "leader",
            "负责人",
            "基地负责人 技术负责人",
            Tie("LED", "Person", inward=True, role="负责人", within=("host", "builders", "support")),
        ),
        authority(),
        chains("主导产业 示范内容 示范产业"),
        Field("scale", "建设规模", (Note(),), words("规模 面积 示范面积")),
        Field("approved", "认定时间", (Dated(), Note()), words("批准时间 批准日期 建立时间 建成时间 日期"), "date"),
        stage("建设进展", "状态"),
        level(),
        basis(),
        remark(),
    ),
    (("name", "host"), ("name",)),
    about="研发基地、科技示范基地、示范园。",
)
CARRIERS = (PARK, PLATFORM, BASE)
