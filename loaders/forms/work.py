"""Forms of work: contracts, demands, events."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import authority, bodies, chains, kind, name, prop, remark, seats, stage, subjects
from loaders.forms.targets import Dated, Helps, Key, Note, Property, Seat, Tie
from loaders.words import words

CONTRACT = Form(
    "Contract",
    (
        name("合同名称", "项目名称 技术合同名称 标的名称 中标项目名称 采购项目名称", example="示例工艺技术开发合同"),
        Field(
            "number",
            "合同登记号",
            (Key("contract_number", "number"),),
            words("合同登记编号 合同编号 登记号 合同号 项目编号 招标编号 采购编号"),
            "code",
        ),
        kind(
            "合同类别",
            "合同类型 类型 技术合同类别",
            ("技术开发", "技术转让", "技术许可", "技术咨询", "技术服务"),
            "技术开发",
        ),
        bodies(
            "seller",
            "卖方",
            "卖方名称 技术出让方 出让方 受托方 乙方 中标方 中标单位 中标人 供应商 成交供应商 "
            "技术提供方 转让方 许可方 seller",
            Tie("SOLD_BY", "University", private=True),
            example="西安示例大学",
        ),
        bodies(
            "buyer",
            "买方",
            "买方名称 技术吸纳方 受让方 委托方 甲方 采购人 采购单位 招标单位 招标人 吸纳方 被许可方 buyer",
            Tie("SOLD_TO", "Enterprise", private=True),
            example="商洛示例制药有限公司",
        ),
        prop(
            "amount",
            "合同金额（万元）",
            "合同成交额 成交额 合同成交金额 成交金额 中标金额 交易额 技术交易额 合同总金额 合同额 金额 amount",
            "money",
            example="80",
        ),
        Field(
            "signed",
            "签订日期",
            (Property("signed"), Dated()),
            words("签订时间 合同签订日期 签约日期 登记日期 成交日期 中标日期 认定登记日期 合同签订时间"),
            "date",
            example="2025-04-01",
        ),
        Field(
            "seller_seat",
            "卖方所在地",
            (Seat("seller"),),
            words("卖方所在市 卖方地区 输出地 中标方所在地 出让方所在地"),
            "place",
            example="雁塔区",
        ),
        Field(
            "buyer_seat",
            "买方所在地",
            (Seat("buyer"),),
            words("买方所在市 买方地区 吸纳地 受让方所在地 甲方所在地"),
            "place",
            example="商州区",
        ),
        subjects("技术领域", "所属技术领域 技术分类"),
        stage("履行状态", "合同状态 执行状态", ("已签订", "执行中", "已完成")),
        remark(),
    ),
    (("number",), ("name", "seller", "buyer"), ("name", "buyer"), ("name",)),
    words("知识产权类型 社会经济目标 计划来源 合同期限 有效期限"),
    within=("buyer",),
    about="技术合同与中标成交。",
)

DEMAND = Form(
    "Demand",
    (
        name(
            "技术需求名称",
            "需求名称 需求 技术难题名称 难题名称 技术难题 需求题目 榜单名称 需求标题",
            example="示例尾矿综合利用技术",
        ),
        Field("number", "需求编号", (Key("demand_number", "number"),), words("编号 需求序号 榜单编号"), "code"),
        bodies(
            "owner",
            "提出单位",
            "机构名称 单位名称 企业名称 需求单位 需求方 需求企业 发榜单位 单位 提出企业 需求单位名称 申报单位",
            Tie("NEEDS", "Enterprise", inward=True),
            needed=True,
            example="商洛示例制药有限公司",
        ),
        Field("owner_kind", "单位性质", (Helps(),), words("机构属性 单位类型"), template=False),
        authority("归口管理部门", "推荐单位 主管部门", of="owner"),
        *seats("所在地域", "单位所在地", of="owner"),
        prop("problem", "主要问题", "技术难题描述 问题描述 难题描述 需求描述 需求内容 技术需求内容 技术难点 具体需求"),
        Field("crux", "技术关键", (Note(),), words("关键技术 技术指标 技术要求")),
        prop("target", "预期目标", "拟达到的技术指标 达到目标 目标"),
        prop(
            "funding",
            "拟投入资金（万元）",
            "拟投入资金总额 拟投入资金 投入资金 拟投入金额 拟投入经费 资金预算 预算 意向资金 榜单金额 项目预算",
            "money",
            example="100",
        ),
        prop(
            "deadline",
            "需求时限",
            "需求时限(起止年) 需求期限 时限要求 期望解决时间 有效期",
            "date",
            example="2025-2027",
        ),
        prop("way", "解决方式", "合作方式 需求解决方式 拟合作方式 拟采取的合作方式", example="合作开发"),
        bodies(
            "wished",
            "合作意向单位",
            "意向合作单位 意向单位 拟合作单位",
            Tie("COVERS", "University", role="合作意向单位"),
            example="西安示例大学",
        ),
        bodies("solver", "揭榜单位", "承接单位 对接单位 解决单位", Tie("COVERS", "University", role="揭榜单位")),
        kind("需求类别", "科技活动类型 需求类型 类型"),
        subjects("所属领域", "技术领域 学科分类 关键字 关键词", name="field"),
        Field("trade", "应用行业", (Note(),), words("所属行业 行业")),
        chains(),
        Field(
            "date",
            "征集日期",
            (Dated(),),
            words("提出日期 填报日期 发布日期 征集时间 发布时间 提出时间"),
            "date",
            example="2025-03-01",
        ),
        stage("对接状态", "需求状态 状态 解决情况", ("待对接", "对接中", "已签约", "已解决")),
        remark(),
    ),
    (("number",), ("name", "owner")),
    within=("owner",),
    about="企业与机构提出的技术需求。合作意向单位只是意向，不算合作。",
)

EVENT = Form(
    "Event",
    (
        name("活动名称", "会议名称 培训名称 活动 名称 路演名称 对接会名称 培训班名称", example="示例产学研对接会"),
        kind(
            "活动类别",
            "活动类型 类型 会议类型",
            ("洽谈会", "培训会", "路演", "座谈", "理事会", "调研", "评审", "联席会议", "推进会", "上门服务"),
            "洽谈会",
        ),
        Field(
            "date",
            "举办时间",
            (Property("held"), Dated()),
            words("时间 日期 活动时间 会议时间 举办日期 活动日期 培训时间"),
            "date",
            example="2025-09-10",
        ),
        Field(
            "venue",
            "举办地点",
            (Tie("HELD_AT", "Place"),),
            words("地点 活动地点 会议地点 培训地点 举办地 场地"),
            "places",
            example="商州区",
        ),
        bodies(
            "organisers",
            "主办单位",
            "组织单位 举办单位 主办方",
            Tie("ORGANISED", "Agency", inward=True),
            example="商洛市示例局",
        ),
        bodies("coorganisers", "承办单位", "协办单位 承办方 执行单位", Tie("ORGANISED", "Enterprise", inward=True)),
        bodies(
            "attended",
            "参加单位",
            "参会单位 参与单位 出席单位 参会企业 参加企业 参会高校 参加高校",
            Tie("ATTENDED", "Enterprise", inward=True),
            example="西安示例大学",
        ),
        prop("people", "参加人数", "人数 参会人数 培训人数 规模", "number", example="60"),
        subjects("主题", "活动主题 培训内容 内容 培训主题", name="topic", example="茶叶加工"),
        chains(),
        stage("活动状态", "状态", ("计划", "已完成")),
        remark(),
    ),
    (("name", "date"), ("name",)),
    about="对接会、培训会、路演、调研、联席会议。",
)
WORK = (CONTRACT, DEMAND, EVENT)
