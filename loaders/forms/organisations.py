"""Forms of bodies that act in their own name."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import (
    authority,
    bodies,
    chains,
    kind,
    level,
    name,
    other_names,
    people,
    prop,
    remark,
    seats,
    subjects,
    uscc,
)
from loaders.forms.registers import APPRAISAL, CORDIS, ORGANISATION_KIND, PARTICIPATION, REGISTER, renamed
from loaders.forms.targets import Key, Property, Tie
from loaders.words import words

UNIVERSITY = Form(
    "University",
    (
        name("学校名称", "高校名称 院校名称 单位 单位名称 考核单位 机构名称 organisation", example="示例大学"),
        Field(
            "moe",
            "学校标识码",
            (Key("moe"),),
            words("学校代码 院校代码 标识码 moe"),
            "moe",
            hint="教育部 10 位标识码",
            example="4161000000",
        ),
        Field("ror", "ROR", (Key("ror"),), words("rorid"), "ror", template=False),
        uscc(),
        authority(),
        *seats(address="学校地址"),
        prop("level", "办学层次", "层次 办学类型", example="本科"),
        other_names(),
        *renamed("原学校名称", "示例学院"),
        *PARTICIPATION,
        APPRAISAL,
        remark(),
    ),
    (("project_number", "name"), ("moe",), ("name",)),
    CORDIS,
    about="高等学校，一行一校。",
)

INSTITUTE = Form(
    "Institute",
    (
        name(
            "单位名称",
            "机构名称 单位 考核单位 科研院所名称 院所名称 研究机构名称 医院名称 organisation 依托单位名称",
            example="示例研究所",
        ),
        uscc(),
        Field("ror", "ROR", (Key("ror"),), words("rorid"), "ror", template=False),
        kind("机构类别", "院所类别", ("科研院所", "医院"), "科研院所"),
        authority(),
        *seats(address="单位地址"),
        subjects(),
        chains(),
        other_names(),
        *renamed("原单位名称 原机构名称", "示例研究室"),
        ORGANISATION_KIND,
        *PARTICIPATION,
        APPRAISAL,
        remark(),
    ),
    REGISTER,
    CORDIS,
    mixed=True,
    about="科研院所与医院；名单里混有高校、企业时按名称分别归类。",
)

COOPERATIVE = Form(
    "Cooperative",
    (
        name("合作社名称", "合作社 单位名称 示范社名称 农民合作社名称 名单", example="商南县示例茶叶专业合作社"),
        uscc(),
        *seats("经营地点", "经营地址 经营所在地", address="地址"),
        prop("founded", "成立时间", "注册日期 成立日期", "date", example="2016"),
        prop("scale", "经营规模", "规模 入社户数 成员数", example="茶园 800 亩"),
        chains("主营产业 主导产业 主营产品 产业类型"),
        people(
            "leader",
            "负责人",
            "理事长 合作社负责人 领办人 leader",
            Tie("LED", "Person", inward=True, role="负责人", within=("",)),
        ),
        bodies("leading", "领办单位", "领办企业", Tie("LED", "Enterprise", inward=True)),
        bodies("helper", "技术依托单位", "技术支撑单位 帮扶单位 结对单位", Tie("SUPPORTED_BY", "University")),
        authority(),
        level("示范社级别"),
        remark(),
    ),
    (("uscc",), ("name",)),
    about="农民专业合作社与示范社。",
)

ASSOCIATION = Form(
    "Association",
    (
        name("协会名称", "联盟名称 学会名称 单位名称 社会组织名称 组织名称", example="商洛市示例产业协会"),
        uscc(),
        prop("founded", "成立时间", "成立日期 登记日期 注册日期", "date", example="2020-06"),
        *seats(address="地址"),
        authority("业务主管单位", "登记管理机关"),
        chains(),
        subjects("业务领域", "业务范围"),
        bodies("lead", "牵头单位", "理事长单位 会长单位 发起单位", Tie("LED", "Enterprise", inward=True)),
        bodies(
            "members",
            "成员单位",
            "会员单位 参加单位 理事单位 副理事长单位 副会长单位",
            Tie("MEMBER_OF", "Enterprise", inward=True),
        ),
        people("leader", "会长", "理事长 负责人 秘书长", Tie("LED", "Person", inward=True, role="会长", within=("",))),
        remark(),
    ),
    (("uscc",), ("name",)),
    about="行业协会、学会、产业联盟。",
)

SERVICE_PROVIDER = Form(
    "ServiceProvider",
    (
        name("机构名称", "单位名称 服务机构名称 企业名称 技术转移机构名称", example="示例技术转移中心"),
        uscc(),
        kind("机构类别", "服务类型 机构类型 类型", example="技术转移"),
        prop("services", "服务内容", "服务领域 服务项目 业务范围 主要业务"),
        *seats(address="机构地址"),
        bodies("host", "依托单位", "建设单位", Tie("BRANCH_OF", "University")),
        bodies("park", "所在园区", "入驻园区", Tie("INCUBATED_IN", "Park")),
        authority(),
        subjects(),
        APPRAISAL,
        level(),
        remark(),
    ),
    (("uscc",), ("name",)),
    about="技术转移、科技金融、知识产权与中介机构。",
)

AGENCY = Form(
    "Agency",
    (
        name("部门名称", "单位名称 机构名称 机关名称 单位", example="商洛市示例局"),
        *seats(address="办公地址"),
        authority("上级部门"),
        other_names(),
        Field("duties", "职责", (Property("note"),), words("主要职责")),
        remark(),
    ),
    (("name",),),
    about="政府部门与公共机构。",
)
ORGANISATIONS = (UNIVERSITY, INSTITUTE, COOPERATIVE, ASSOCIATION, SERVICE_PROVIDER, AGENCY)
