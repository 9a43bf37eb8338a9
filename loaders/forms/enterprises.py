"""The form of firms: registers, high-tech certificates, incubators, lists of key firms."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import (
    STAGES,
    YES_NO,
    authority,
    basis,
    bodies,
    chains,
    industry,
    kind,
    level,
    name,
    other_names,
    prop,
    remark,
    seat_of,
    seats,
    subjects,
    uscc,
)
from loaders.forms.registers import APPRAISAL, CORDIS, PARTICIPATION, REGISTER, renamed
from loaders.forms.targets import Dated, Helps, Key, Measure, Note, RoleIn, Stage, Tie, Title
from loaders.words import words

JOINT = ("rd_with", "joint_platform", "joint_builders", "joint_project")
# A ledger of what firms do together with others: how, at what, since when and how far.
COOPERATION = (
    seat_of("rd_with_seat", "合作单位所在市", "合作单位所在地 合作高校所在地", "rd_with"),
    Field("way", "合作方式", (RoleIn("rd_with"),), words("合作形式 合作类型"), template=False),
    Field(
        "joint_platform",
        "共建平台",
        (Tie("CO_BUILT_BY", "Platform", inward=True),),
        words("共建平台名称 联合共建平台 共建研发平台"),
        "name",
        template=False,
    ),
    Field(
        "joint_builders",
        "共建单位",
        (Tie("CO_BUILT_BY", "University", of="joint_platform"),),
        words("共建方 联合共建单位 共建高校 共建院所"),
        "names",
        template=False,
    ),
    seat_of("joint_builders_seat", "共建单位所在市", "共建方所在市 共建单位所在地", "joint_builders"),
    Field(
        "joint_project",
        "合作项目",
        (Tie("UNDERTOOK", "Project"),),
        words("合作项目名称 产学研合作项目"),
        "name",
        template=False,
    ),
    Field(
        "joint_stage",
        "合作状态",
        (Stage(JOINT), Note()),
        words("状态 合作进展 合作进展情况"),
        "stage",
        choices=STAGES,
        template=False,
    ),
    Field("joint_date", "合作日期", (Dated(JOINT),), words("合作时间 签约日期 签约时间 日期"), "date", template=False),
)

ENTERPRISE = Form(
    "Enterprise",
    (
        name(
            "企业名称",
            "公司名称 单位名称 单位 变更后企业名称 变更后名称 更名后企业名称 现企业名称 现名称 "
            "机构名称 龙头企业名称 organisation",
            example="陕西示例科技有限公司",
        ),
        uscc(),
        Field(
            "certificate",
            "高新技术企业证书编号",
            (Key("hnte", "certificate"), Title("高新技术企业", unless="cancelled")),
            words("证书编号 高企证书编号 高企证书号 证书号 高新技术企业证书号"),
            "hnte",
            hint="GR + 年份 + 省码 + 6 位",
            example="GR202561000000",
        ),
        Field(
            "certified",
            "发证日期",
            (Dated(("certificate", "high_tech")),),
            words("证书日期 发证时间 认定时间 认定日期 认定年度 备案日期 批准日期"),
            "date",
        ),
        Field(
            "cancelled",
            "取消年度",
            (Note(),),
            words("取消时间 取消日期 撤销年度 取消资格年度 取消原因"),
            template=False,
        ),
        Field(
            "moved",
            "异地搬迁",
            (Note(),),
            words("迁入地 迁出地 搬迁前所在地 搬迁后所在地 原所在地 搬迁情况"),
            template=False,
        ),
        Field("batch", "批次", (Note(),), words("认定批次 备案批次 备案文号 batch year"), template=False),
        *renamed("原企业名称 更名前企业名称 变更前企业名称 原公司名称", "陕西示例商贸有限公司"),
        *seats(address="注册地址"),
        prop(
            "founded", "成立时间", "注册日期 企业成立时间 成立日期 注册时间 登记日期 founded", "date", example="2018-05"
        ),
        prop(
            "capital",
            "注册资本（万元）",
            "注册资本 注册资金 注册资本金",
            "money",
            hint="单位写在表头或格内",
            example="500",
        ),
        kind("企业类型", "登记注册类型 单位类型 注册类型 公司类型 企业性质 经济类型", example="有限责任公司"),
        prop("scope", "经营范围", "主营业务 主要产品 主营产品"),
        industry(),
        subjects(),
        chains(),
        bodies(
            "park",
            "所在园区",
            "所属园区 所在孵化器 孵化器名称 所属孵化器 孵化载体 入驻园区 园区名称 park",
            Tie("INCUBATED_IN", "Park"),
            example="秦创原示例孵化器",
        ),
        Field(
            "settled", "企业入驻时间", (Dated(("park",)),), words("入驻时间 入孵时间 入驻日期"), "date", template=False
        ),
        Field(
            "high_tech",
            "是否高新技术企业",
            (Title("高新技术企业", unless="cancelled"),),
            words("高新技术企业 是否高企"),
            "yes",
            choices=YES_NO,
        ),
        Field(
            "small_tech",
            "科技型中小企业登记编码",
            (Title("科技型中小企业"),),
            words("科技型中小企业入库登记编号 入库登记编号 入库编号 是否科技型中小企业 登记编号"),
            "yes",
            hint="登记编码，或 是 / 否",
        ),
        Field(
            "special_new",
            "是否专精特新",
            (Title("专精特新企业"),),
            words("是否专精特新企业 专精特新 是否专精特新中小企业"),
            "yes",
            choices=YES_NO,
        ),
        bodies(
            "rd_with",
            "合作单位",
            "合作高校 合作院校 合作院所 产学研合作单位 技术依托单位",
            Tie("PARTNER_OF", "University"),
            Tie("PARTNER_OF", "University", of="joint_project", inward=True),
            example="西安示例大学",
        ),
        *COOPERATION,
        bodies("rd_at", "研发机构所在地", "研发飞地 研发中心所在园区", Tie("RD_AT", "Park"), example="西安示例科技园"),
        Field(
            "income",
            "总收入（千元）",
            (Measure("总收入"),),
            words("总收入 营业收入 主营业务收入 年营业收入 销售收入"),
            "money",
            template=False,
        ),
        Field(
            "rd_cost",
            "研发经费（千元）",
            (Measure("研发经费"),),
            words("研发经费 研发投入 研发费用 r&d经费"),
            "money",
            template=False,
        ),
        Field("floor", "占用场地面积", (Note(),), words("场地面积 孵化面积"), template=False),
        Field("period", "年度", (Helps(),), words("年份 统计年度 数据年度"), "date", template=False),
        authority(),
        *PARTICIPATION,
        APPRAISAL,
        level(),
        other_names(),
        basis(),
        remark(),
    ),
    REGISTER,
    (*CORDIS, *words("从业人员 大专以上人员 知识产权数 累计获得财政资助 留学人员企业 企业编码 组织机构代码 是否上市")),
    about="企业：工商登记、高新技术企业、科技型中小企业、在孵企业、龙头企业等名单。",
)
