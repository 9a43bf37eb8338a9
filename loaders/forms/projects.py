"""The form of projects: research, cooperation, industry, investment."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import authority, bodies, chains, kind, name, people, prop, remark, seats, stage, subjects
from loaders.forms.targets import Dated, Key, Note, Property, Seat, Tie
from loaders.words import words

UNDERTAKERS = (
    "牵头单位 申报单位 项目牵头承担单位 项目承担单位 项目单位 实施单位 建设单位 项目业主 "
    "业主单位 第一承担单位 项目牵头单位 牵头承担单位 单位名称 企业名称 工作单位 申请单位 "
    "承担企业 leadorganisation coordinator"
)

PROJECT = Form(
    "Project",
    (
        name(
            "项目名称",
            "课题名称 项目 投资项目名称 项目(课题)名称 课题 合作项目名称 招商项目名称 projecttitle",
            example="示例钒基新材料中试",
        ),
        Field(
            "number",
            "项目编号",
            (Key("project_number", "number"),),
            words("项目批准号 批准号 立项编号 课题编号 计划编号 合同编号 立项号 projectid projectnumber grantnumber"),
            "code",
            example="2025-SL-000",
        ),
        kind("项目类型", "项目性质", ("科研", "合作", "产业", "投资"), "科研", plain=False),
        prop("category", "项目类别", "类别 计划类别 计划类型 资助类别 项目分类"),
        prop("programme", "专项", "专项名称 所属专项 计划名称 所属计划 指南方向"),
        bodies(
            "undertaker",
            "承担单位",
            UNDERTAKERS,
            Tie("UNDERTOOK", "Enterprise", inward=True),
            example="陕西示例矿业有限公司",
        ),
        bodies("host", "依托单位", "项目依托单位 host", Tie("HOSTS", "University", inward=True)),
        bodies(
            "partners",
            "合作单位",
            "参加单位 参与单位 协作单位 联合单位 联合申报单位 技术依托单位 技术支撑单位 合作高校 "
            "合作院校 合作方 partners",
            Tie("PARTNER_OF", "University", inward=True),
            example="西安示例大学",
        ),
        bodies("builders", "共建单位", "", Tie("CO_BUILT_BY", "Enterprise")),
        people(
            "leader",
            "项目负责人",
            "负责人 课题负责人 主持人 项目主持人 首席科学家 leader principalinvestigator pi",
            Tie("LED", "Person", inward=True, role="项目负责人", within=("undertaker", "host")),
        ),
        people(
            "members",
            "项目组成员",
            "团队成员 参加人员 主要参加人员 课题组成员",
            Tie("UNDERTOOK", "Person", inward=True, role="成员", within=("undertaker", "host")),
        ),
        prop(
            "funding",
            "资助金额（万元）",
            "经费 资助金额 拟支持经费 拟支持金额 支持经费 支持金额 金额 批准金额 资助经费 "
            "中央财政经费 财政经费 财政资金 补助资金 立项经费 拟资助经费 拟资助金额 专项经费 "
            "funding",
            "money",
            hint="单位写在表头或格内",
            example="50",
        ),
        Field(
            "investment",
            "总投资（万元）",
            (Property("investment"),),
            words("总投资 总投资额 计划总投资 投资额 投资金额 项目总投资 签约金额 合同金额 引资额"),
            "money",
            implies="investment",
            example="10000",
        ),
        Field(
            "investors",
            "投资方",
            (Tie("INVESTED_IN", "Enterprise", inward=True),),
            words("投资单位 投资企业 投资方名称 投资主体 客商名称 引资企业 投资商"),
            "names",
            implies="investment",
            example="西安示例投资有限公司",
        ),
        prop(
            "period",
            "起止时间",
            "起止年月 项目起止年月 起止日期 实施期限 项目起止时间 研究期限 执行期限 建设期限 "
            "建设年限 建设起止年限 执行期",
            "date",
            example="2025.1-2026.12",
        ),
        Field(
            "started",
            "立项时间",
            (Dated(), Note()),
            words("立项年度 批准时间 签约时间 签约日期 立项日期 开工时间 批准年度 startdate"),
            "date",
            example="2025-03",
        ),
        prop("duration", "实施周期（年）", "项目实施周期 实施周期 资助期限 研究年限", "number", example="2"),
        stage("项目进展", "建设情况 项目进展情况 当前进展 状态 完成情况 project_status", kept=True),
        authority("主管部门", "归口管理单位 组织单位 责任部门 牵头部门"),
        Field(
            "undertaker_seat",
            "承担单位所在地",
            (Seat("undertaker"),),
            words("单位所在地 所在省区市 工作单位所在地"),
            "place",
            template=False,
        ),
        *seats("建设地点", "实施地点 项目地点 落地县区 落户地 项目所在地 建设地址 所属县区 实施地"),
        bodies("park", "所在园区", "落地园区 落户园区 入驻园区", Tie("LOCATED_IN", "Park")),
        Field(
            "origin", "来源地", (Tie("ORIGINATES_FROM", "Place"),), words("投资方所在地 资金来源地 引资来源"), "places"
        ),
        chains("产业类别"),
        subjects("学科分类", "所属领域", example="新材料"),
        Field("content", "建设内容", (Note(),), words("项目内容 主要内容 建设规模及内容 建设内容及规模 研究内容")),
        Field(
            "outputs",
            "成果名称",
            (Tie("RESULTED_IN", "Achievement"),),
            words("项目成果 产出成果"),
            "name",
            template=False,
        ),
        remark(),
    ),
    (("number",), ("name", "undertaker"), ("name", "host"), ("name",)),
    words(
        "年度 查询年份 申请代码1 申请代码2 申请代码 公示日期 专业职务 单位类别 所属系统 "
        "成果形式 成果等级 结项时间 结项证书号 出版社 出版时间 作者 获奖情况 结项等级 关键词 "
        "摘要 中文摘要 英文摘要 结题摘要 评审得分 排名 指南代码 年份"
    ),
    about="科研、合作、产业化与投资项目。有投资方或总投资的算投资项目。",
)
