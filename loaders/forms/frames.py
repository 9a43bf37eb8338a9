"""Forms of what frames the rest: policies, items of work, observations, places with a title."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import basis, bodies, chains, kind, name, prop, remark, stage, subjects
from loaders.forms.targets import Dated, Helps, Key, Name, Note, Property, Seat, Tie, Title
from loaders.words import words

POLICY = Form(
    "Policy",
    (
        name("政策名称", "文件名称 标题 机制名称 政策标题 制度名称 通知名称", example="示例科技合作支持办法"),
        Field(
            "number",
            "文号",
            (Key("policy_number", "number"),),
            words("发文字号 发文文号 文件号 文件编号"),
            "code",
            example="",
        ),
        kind("政策类别", "文件类型 类型 政策类型", example="机制"),
        bodies(
            "issuers",
            "发布单位",
            "发文机构 发文单位 发文机关 制定单位 出台部门 发布机构 印发单位",
            Tie("ADOPTED", "Agency", inward=True, role="发布单位"),
            example="商洛市示例局",
        ),
        prop("issued", "发布日期", "成文日期 印发日期 发文日期 发布时间 出台时间", "date", example="2025-05-20"),
        prop("valid", "有效期", "有效期限 实施期限 执行期限 有效期至", "date"),
        Field(
            "open_to", "适用对象", (Tie("OPEN_TO", "Place"),), words("适用范围 支持对象 适用地区 受益对象"), "places"
        ),
        subjects("主题", "政策主题 内容 支持方向", name="topic"),
        Field(
            "bears_on",
            "对应条款",
            (Tie("BEARS_ON", "Commitment", key=("commitment", "bears_on")),),
            words("条款编号 对应条款编号"),
            "code",
            hint="协议条款编号，例如 C5",
        ),
        remark(),
    ),
    (("number",), ("name",)),
    words("索引号 效力状态 主题词 链接 网址"),
    about="政策、机制、征集通知。",
)

WORK_ITEM = Form(
    "WorkItem",
    (
        name("事项名称", "合作事项 工作任务 任务名称 重点任务 工作事项 事项 任务", example="示例共建中试基地"),
        Field(
            "bears_on",
            "对应条款",
            (Tie("BEARS_ON", "Commitment", key=("commitment", "bears_on")),),
            words("条款编号 对应条款编号 条款"),
            "code",
            hint="协议条款编号，例如 C5",
        ),
        bodies(
            "owner",
            "责任单位",
            "牵头单位 负责单位 牵头部门 责任部门 主体责任单位",
            Tie("PROMISED_BY", "Agency", role="责任单位"),
            example="商洛市示例局",
        ),
        bodies(
            "doers",
            "实施单位",
            "承担单位 落实单位 实施主体",
            Tie("PROMISED_BY", "Enterprise", role="实施单位"),
            example="商洛示例矿业有限公司",
        ),
        bodies(
            "helpers",
            "配合单位",
            "协办单位 参与单位 配合部门 参加单位 合作单位",
            Tie("PROMISED_BY", "Agency", role="配合单位"),
        ),
        prop("due", "完成时限", "时限 完成时间 办理时限 截止时间 计划完成时间", "date", example="2026-06"),
        prop("milestones", "阶段目标", "里程碑 年度目标 工作目标 目标任务"),
        Field("led_by", "推进方式", (Property("led_by"),), words("主导方"), choices=("政府", "市场"), example="政府"),
        stage("进展情况", "状态 目前进展 完成情况 事项状态 办理状态", ("计划", "进行中", "已完成"), kept=True),
        Field("date", "填报日期", (Dated(),), words("更新日期 截至日期 日期"), "date"),
        Field("quantity", "完成数量", (Note(),), words("数量 完成数"), template=False),
        *(  # where it is to happen
            Field("seat", "实施地点", (Seat(),), words("地点 所在地 县区 所在县区"), "place"),
        ),
        chains(),
        basis(),
        remark(),
    ),
    (("name", "owner"), ("name",)),
    about="协议条款下的具体事项：责任单位、时限、进展。",
)

OBSERVATION = Form(
    "Observation",
    (
        Field(
            "subject",
            "对象",
            (Helps(),),
            words("单位 单位名称 地区 企业名称 县区 区县 机构名称 名称 主体 统计对象 subject"),
            "name",
            needed=True,
            hint="机构全称或地方",
            example="商州区",
        ),
        Field(
            "indicator",
            "指标",
            (Name(),),
            words("指标名称 统计指标 项目 indicator"),
            "name",
            needed=True,
            example="技术合同成交额",
        ),
        Field("value", "数值", (Helps(),), words("指标值 值 数量 数据 value"), needed=True, example="1200"),
        Field("unit", "计量单位", (Helps(),), words("单位(计量) 数据单位 unit"), example="万元"),
        Field(
            "period",
            "期间",
            (Helps(),),
            words("年度 年份 时间 统计期 时期 统计年度 year period"),
            "date",
            example="2025",
        ),
        Field(
            "status",
            "口径",
            (Helps(),),
            words("数据口径 性质"),
            choices=("已述", "计划", "签约", "目标", "结果"),
            example="结果",
        ),
        Field("note", "备注", (Helps(),), words("说明")),
    ),
    (("subject", "indicator", "period"), ("subject", "indicator")),
    about="指标值：谁、什么指标、多少、哪一年。目标与计划不会当成结果。",
)

PLACE = Form(
    "Place",
    (
        Field(
            "name",
            "地方",
            (Name(),),
            words(
                "示范镇(乡)名单 示范县名单 示范镇名单 示范村名单 示范镇 示范县 乡镇名称 村名 县区名称 "
                "地名 镇(乡)名单 名称 名单"
            ),
            "names",
            needed=True,
            hint="一格可写几个，用、分开",
            example="示例镇",
        ),
        Field(
            "within",
            "所属县区",
            (Helps(),),
            words("省份 省 所在省 市 县 县区 所属地区 所在地"),
            "place",
            example="商南县",
        ),
        Field("title", "称号", (Title(),), words("认定称号 荣誉称号 示范类型"), "names", example="示例强镇"),
        Field("date", "认定时间", (Dated(),), words("批准时间 年度"), "date"),
        Field("chain", "主导产业", (Tie("HAS_CHAIN", "Chain"),), words("产业链 特色产业"), "names", example="核桃"),
    ),
    (("within", "name"), ("name",)),
    words("数量 个数 备注"),
    several=True,
    about="得到称号的县、镇、村。",
)
FRAMES = (POLICY, WORK_ITEM, OBSERVATION, PLACE)
