"""Forms of people in a public role, of teams, and of what they do for others."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import basis, bodies, chains, kind, name, people, prop, remark, seat_of, stage, subjects
from loaders.forms.targets import Dated, Helps, Key, Name, Note, Property, RoleIn, Tie
from loaders.words import words

SENT = (
    "派出单位 工作单位 选派单位 所在单位 单位 单位名称 现工作单位 任职单位 依托单位 "
    "所属单位 选派单位名称 派出单位名称 organisation affiliation"
)
HOME_SEATS = "派出单位所在市 派出单位所在地 工作单位所在市 工作单位所在地 选派单位所在市"
SERVED = (
    "服务对象 受援单位 服务单位 服务企业 服务企业或基地 帮扶对象 结对单位 受援对象 服务主体 服务经营主体 "
    "受援地 服务园区"
)
PLACES = "服务县区 服务县 服务区县 服务地区 服务地 服务区域 派驻县区 受援县区 受援县 派往县区"
TOWNS = "服务乡镇 服务镇村 服务村 服务镇 派驻乡镇 派驻村 服务乡镇(村)"
CONFERRED = (
    Field(
        "term",
        "服务期限",
        (Dated(("served", "county", "town")),),
        words("选派期限 聘期 服务时间 选派时间 派驻时间 任期"),
        "date",
        hint="例如 2025.1-2026.12",
        example="2025.1-2026.12",
    ),
)


def _served(type_: str) -> tuple[Field, ...]:
    return (
        bodies(
            "served",
            "服务对象",
            SERVED,
            Tie(type_, "Place"),
            hint="企业、合作社、园区全称，几个用、分开",
            example="商南县示例茶叶专业合作社",
        ),
        Field("county", "服务县区", (Helps(), Tie(type_, "Place")), words(PLACES), "place", example="商南县"),
        Field("town", "服务乡镇", (Tie(type_, "Place"),), words(TOWNS), "places", example="城关街道"),
    )


PERSON = Form(
    "Person",
    (
        Field(
            "name",
            "姓名",
            (Name(),),
            words("候选人姓名 专家姓名 特派员姓名 人才姓名 人员姓名 入选者 专家 特派员 选派人员 选派人员姓名 name"),
            "people",
            needed=True,
            example="王示例",
        ),
        Field(
            "home",
            "工作单位",
            (Tie("WORKS_AT", "Institute"),),
            words(SENT),
            "names",
            needed=True,
            hint="写全称；同名的人靠单位区分",
            example="西安示例大学",
        ),
        seat_of("home_seat", "派出单位所在市", HOME_SEATS, "home"),
        kind(
            "人才类别", "类型 人才类型 类别 特派员类别 特派员类型 选派类型 入选类别 岗位类型", example="农业科技特派员"
        ),
        Field(
            "system",
            "体系名称",
            (Tie("MEMBER_OF", "Team"),),
            words("体系 所属体系 团队名称 服务团名称 所属团队 特派团名称"),
            "names",
            example="示例产业技术体系",
        ),
        Field("post", "岗位名称", (RoleIn("system"), Note()), words("岗位 聘任岗位 承担岗位")),
        Field("lab", "功能研究室", (Note(),), words("研究室 所属研究室"), template=False),
        *_served("ASSIGNED_TO"),
        *CONFERRED,
        subjects(
            "专业领域",
            "服务产业 技术专长 专长 研究领域 从事专业 服务领域 专业方向 擅长领域 专业 专业特长",
            example="茶叶栽培",
        ),
        chains("服务产业链"),
        Field("title", "职称", (Note(),), words("专业职务 专业技术职务 技术职称 职务职称 职务/职称 职称/职务")),
        Field("office", "职务", (Note(),), words("行政职务 现任职务")),
        Field("sender", "派出部门", (Note(),), words("推荐部门 推荐单位 主管部门 选派部门 归口部门")),
        basis(),
        remark(),
    ),
    (("name", "home"),),
    words("学历 学位 毕业院校 入选年度 年度 推荐排名 照片 参加工作时间"),
    within=("home",),
    about="科技特派员、岗位专家、“三区”人才、科技副总、技术经理人等。只登记公开身份，不登记电话、证件号、出生日期。",
)

TEAM = Form(
    "Team",
    (
        name("团队名称", "服务团名称 特派团名称 服务团 团名 体系名称 创新团队名称", example="示例产业链科技服务团"),
        kind(
            "团队类别",
            "团队类型 类型",
            (
                "“三区”人才",
                "农业科技特派员",
                "科技产业技术服务团",
                "西安市科技人才",
                "国家科技特派团",
                "产业链科技服务团",
                "助力团",
                "科研团队",
            ),
            "科技产业技术服务团",
        ),
        bodies(
            "host",
            "牵头单位",
            "派出单位 依托单位 组建单位 选派单位 工作单位 所在单位",
            Tie("LED", "University", inward=True),
            example="西安示例大学",
        ),
        seat_of("host_seat", "牵头单位所在市", HOME_SEATS, "host"),
        bodies("partners", "成员单位", "参加单位 参与单位 合作单位", Tie("MEMBER_OF", "Institute", inward=True)),
        people(
            "leader",
            "团长",
            "负责人 团队负责人 首席专家 带头人 团队带头人 领队 首席科学家",
            Tie("LED", "Person", inward=True, role="负责人", within=("host",)),
        ),
        people(
            "members",
            "团队成员",
            "成员 成员名单 团员 团队成员名单 专家名单",
            Tie("MEMBER_OF", "Person", inward=True, within=("host",)),
            example="李示例、赵示例",
        ),
        *_served("ASSIGNED_TO"),
        *CONFERRED,
        chains("服务产业链 服务产业"),
        subjects("专业领域", "技术专长 服务领域"),
        basis(),
        remark(),
    ),
    (("name",),),
    about="科技特派团、产业技术服务团、科研团队。成员按牵头单位区分同名。",
)

ASSIGNMENT = Form(
    "Assignment",
    (
        name("结对名称", "选派名称 结对事项", needed=False, hint="可不填，由人员与服务对象组成", example=""),
        people(
            "people",
            "选派人员",
            "姓名 特派员姓名 专家姓名 特派员 科技特派员 选派专家 派驻人员 科技副总 人员姓名",
            Tie("UNDERTOOK", "Person", inward=True, role="选派人员", within=("home",), home=True),
        ),
        Field(
            "team",
            "选派团队",
            (Tie("UNDERTOOK", "Team", inward=True),),
            words("团队名称 服务团名称 特派团名称"),
            "names",
        ),
        Field(
            "home",
            "派出单位",
            (Helps(), Tie("UNDERTOOK", "Institute", inward=True, role="派出单位")),
            words(SENT),
            "names",
            example="西安示例大学",
        ),
        seat_of("home_seat", "派出单位所在市", HOME_SEATS, "home"),
        *_served("ASSIGNED_TO"),
        prop("task", "服务内容", "服务事项 任务 工作任务 服务产业 选派任务", example="示例技术指导"),
        prop("period", "选派期限", "服务期限 服务时间 期限 选派时间 起止时间", "date", example="2025.1-2026.12"),
        kind("选派类别", "类型 选派类型 人才类别", example="科技副总"),
        stage("结对状态", "状态 选派状态", ("计划", "进行中", "已完成")),
        basis(),
        remark(),
    ),
    (("people", "home", "served"), ("team", "served"), ("people", "served"), ("people", "home"), ("name",)),
    named=("team", "home", "served", "county", "town"),
    told_by=("assignment", ("people", "team", "home", "served", "county", "town", "period")),
    one_of=(("people", "team", "home"), ("served", "county", "town")),
    about="专家或团队与服务对象结对：一行一对。",
)

SERVICE = Form(
    "Service",
    (
        name("服务名称", "服务事项 服务主题 工单名称", needed=False, hint="可不填", example="示例技术指导"),
        Field("number", "工单编号", (Key("service_number"),), words("订单编号 工单号 服务编号"), "code"),
        kind(
            "服务类型",
            "申请类型 服务类别 服务方式 工单类型",
            ("技术指导", "人员培训", "市场销售", "创新创业"),
            "技术指导",
        ),
        people(
            "people",
            "服务人员",
            "指派人员 特派员姓名 专家姓名 服务专家 服务特派员 科技特派员 姓名",
            Tie("UNDERTOOK", "Person", inward=True, role="服务人员", within=("home",), home=True),
        ),
        Field("team", "服务团队", (Tie("UNDERTOOK", "Team", inward=True),), words("服务团名称 特派团"), "names"),
        bodies(
            "home",
            "派出单位",
            SENT,
            Tie("UNDERTOOK", "Institute", inward=True, role="派出单位"),
            example="西安示例大学",
        ),
        *_served("SERVED"),
        Field("village", "所在村", (Tie("SERVED", "Place"),), words("所在镇村 服务地点 所在乡镇 地点"), "places"),
        Field(
            "date",
            "服务日期",
            (Dated(),),
            words("服务时间 日期 时间 申请时间 申请日期 办结时间"),
            "date",
            example="2025-06-12",
        ),
        prop("days", "服务天数", "天数 服务时长", "number", example="2"),
        Field(
            "reached",
            "服务人次",
            (Property("people"),),
            words("培训人数 培训人次 服务人数 受益人数"),
            "number",
            example="30",
        ),
        prop("issue", "问题内容", "问题 需求内容 服务需求 问题描述 诉求"),
        prop("outcome", "处理结果", "服务成效 服务结果 成效 解决情况 服务内容"),
        stage("订单状态", "工单状态 状态 办理状态", ("处理中", "已办结")),
        remark(),
    ),
    (
        ("number",),
        ("people", "served", "date", "issue"),
        ("people", "county", "date", "issue"),
        ("people", "date", "issue"),
        ("kind", "village", "issue"),
        ("name", "date"),
    ),
    words("图片 附件 评价 满意度 经度 纬度"),
    words("申请人 申请人姓名 求助人 农户姓名 户主姓名"),
    named=("kind", "issue", "served", "county", "village", "date"),
    told_by=("service", ("people", "team", "home", "served", "county", "village", "date", "issue")),
    about="科技特派员服务记录与工单。求助的个人不登记。",
)
TALENT = (PERSON, TEAM, ASSIGNMENT, SERVICE)
