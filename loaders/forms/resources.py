"""Forms of resources: instruments, achievements, patents, products."""

from __future__ import annotations

from loaders.forms.form import Field, Form
from loaders.forms.parts import (
    STAGES,
    basis,
    bodies,
    chains,
    kind,
    name,
    people,
    prop,
    remark,
    seat_of,
    seats,
    subjects,
)
from loaders.forms.targets import Dated, Key, Note, OtherName, RoleIn, Seat, Stage, Tie
from loaders.words import words

USERS = "使用或采购单位 使用单位 采购单位 销往单位"

INSTRUMENT = Form(
    "Instrument",
    (
        name("仪器名称", "设备名称 仪器中文名称 仪器设备名称 资源名称", example="示例扫描电子显微镜"),
        Field("english_name", "仪器英文名称", (OtherName(),), words("英文名称 设备英文名称"), "name"),
        Field(
            "number",
            "仪器编号",
            (Key("instrument_number", "number", scoped=True),),
            words("仪器号 设备编号 资产编号 编号 仪器编码"),
            "code",
            example="YQ-0001",
        ),
        bodies(
            "owner",
            "所属单位",
            "所在单位 单位名称 单位 管理单位 依托单位 权属单位 仪器所属单位 学校名称",
            Tie("OWNS", "University", inward=True),
            hint="写全称；仪器编号在单位内唯一",
            example="西安示例大学",
        ),
        bodies("platform", "所在平台", "所属平台 所属实验室 所在实验室", Tie("OWNS", "Platform", inward=True)),
        prop("model", "规格型号", "仪器型号 型号 规格 设备型号", example="SL-100"),
        prop("maker", "生产厂家", "制造商 厂家 生产商 厂商"),
        prop("acquired", "购置日期", "购置时间 购入日期 启用日期", "date", example="2022-03"),
        prop("price", "仪器价格（万元）", "仪器价格 价格 原值 仪器原值 设备原值 购置金额 单价", "money", example="120"),
        prop("condition", "使用状况", "使用状况码 状态 运行状态 设备状态 现状"),
        prop("specification", "技术指标", "主要技术指标 性能指标 主要功能 功能"),
        Field("made", "出厂日期", (Note(),), words("生产日期"), "date", template=False),
        Field("country", "生产国别", (Note(),), words("产地 国别 产地国别 生产国别码"), template=False),
        Field("precious", "是否精密贵重仪器", (Note(),), words("是否大型仪器 大型仪器"), "yes", template=False),
        kind("仪器分类", "仪器类别 设备分类"),
        *seats("所在地", "安放地点所在地"),
        subjects("服务领域", "应用领域 学科领域"),
        Field("users", "开放对象", (Tie("OPEN_TO", "Enterprise"),), words("共享对象 开放单位"), "names"),
        remark(),
    ),
    (("number", "owner"), ("number",), ("name", "owner", "model"), ("name", "owner"), ("name", "model"), ("name",)),
    words("房间名称 价格币种 供货商 安放地点 存放地点 入库日期 经费来源 分类号 分类编码 折旧 国别码"),
    within=("owner",),
    about="可共享的仪器设备，一行一台。",
)

ACHIEVEMENT = Form(
    "Achievement",
    (
        name("成果名称", "科技成果名称 项目成果名称 技术名称", example="示例核桃脱壳技术"),
        Field(
            "number",
            "成果登记号",
            (Key("achievement_number", "number"),),
            words("登记号 成果编号 编号 登记编号"),
            "code",
        ),
        bodies(
            "owners",
            "完成单位",
            "成果完成单位 第一完成单位 持有单位 成果持有单位 所属单位 成果单位 单位名称 技术持有方",
            Tie("RESULTED_IN", "University", inward=True),
            example="西安示例大学",
        ),
        people(
            "makers",
            "完成人",
            "主要完成人 成果完成人 成果负责人 团队成员",
            Tie("RESULTED_IN", "Person", inward=True, role="完成人", within=("owners",)),
        ),
        Field("project", "来源项目", (Tie("RESULTED_IN", "Project", inward=True),), words("项目名称 依托项目"), "name"),
        bodies(
            "taken_up",
            "转化单位",
            "承接单位 受让方 受让单位 转化企业 应用单位 落地单位",
            Tie("COMMERCIALISED_AT", "Enterprise"),
        ),
        kind("成果类别", "成果类型 类型 成果形式"),
        prop("maturity", "成熟度", "成果成熟度 技术成熟度 所处阶段 成果阶段 成果水平"),
        prop("completed", "完成时间", "完成日期 登记日期 登记时间 评价时间 鉴定时间", "date"),
        prop("price", "转让意向价", "意向价格 拟转让价格 合作价格"),
        Field("way", "合作方式", (Note(),), words("转化方式 拟转化方式 交易方式")),
        subjects("技术领域", "应用领域 应用行业"),
        chains(),
        *seats("落地所在地", "转化地 成果所在地"),
        Field("abstract", "成果简介", (Note(),), words("简介 成果介绍 主要内容 技术简介")),
        remark(),
    ),
    (("number",), ("name", "owners"), ("name",)),
    about="科技成果，一行一项。",
)

PATENT = Form(
    "Patent",
    (
        name("专利名称", "标题 发明名称 标题(中文) 名称(中文) 专利标题", example="一种示例装置"),
        Field(
            "number",
            "申请号",
            (Key("patent_number", "number"),),
            words("专利号 专利申请号 申请(专利)号 公开申请号 applicationnumber"),
            "patent",
            hint="带不带 ZL 均可；公开号另列",
            example="",
        ),
        prop("publication", "公开号", "公开(公告)号 公告号 授权公告号 公布号", "code"),
        kind("专利类型", "类型 专利类别", example="发明"),
        bodies(
            "applicants",
            "申请人",
            "申请(专利权)人 申请人名称 第一申请人 专利权人 标准化申请人",
            Tie("RESULTED_IN", "Enterprise", inward=True, role="申请人", private=True),
            example="西安示例大学",
        ),
        bodies(
            "owners",
            "当前权利人",
            "权利人 当前专利权人 标准化当前权利人",
            Tie("OWNS", "Enterprise", inward=True, private=True),
        ),
        people(
            "inventors",
            "发明人",
            "发明(设计)人 设计人 第一发明人",
            Tie("RESULTED_IN", "Person", inward=True, role="发明人", within=("applicants", "owners")),
        ),
        prop("filed", "申请日", "申请日期 applicationdate", "date", example="2023-05-06"),
        prop("published", "公开日", "公开(公告)日 公开日期 公布日", "date"),
        prop("granted", "授权公告日", "授权日 授权日期 授权公告日期", "date"),
        prop("legal_status", "法律状态", "当前法律状态 专利状态 有效性 法律状态/事件 专利有效性"),
        prop("ipc", "主分类号", "ipc主分类 ipc主分类号 主ipc"),
        Field(
            "seat", "申请人地址", (Seat("applicants"),), words("第一申请人地址 专利权人地址"), "address", template=False
        ),
        bodies("buyer", "受让人", "受让方", Tie("COMMERCIALISED_AT", "Enterprise", private=True)),
        Field(
            "licensee",
            "被许可人",
            (Tie("OPEN_TO", "Enterprise", private=True),),
            words("被许可方"),
            "names",
            template=False,
        ),
        chains(),
        subjects("技术领域", "应用领域 技术功效"),
        remark(),
    ),
    (("number",), ("publication",), ("name", "applicants"), ("name",)),
    words(
        "当前权利人地址 分类号 ipc分类号 cpc loc 摘要 摘要(中文) 首项权利要求 首权 "
        "权利要求 独立权利要求 权利要求数量 权利要求数 说明书 页数 文献页数 代理机构 "
        "代理机构名称 代理人名称 优先权 优先权号 优先权日 优先权国家 国省代码 申请国 公开国别 "
        "申请人国别 申请人类型 申请人数量 发明人数量 发明人地址 同族 简单同族 扩展同族 "
        "同族数量 inpadoc同族 引证 引证专利 引证次数 被引证 被引证次数 被引证专利 "
        "家族被引证次数 审查员 审查时长 国际申请 国际申请号 国际申请日 国际公布 国际公布号 "
        "国际公布日 进入国家日期 分案原申请号 分案 转让次数 转让执行日 许可次数 许可类型 "
        "质押次数 质权人 出质人 诉讼次数 诉讼类型 原告 被告 复审请求人 无效请求人 海关备案 "
        "失效日 预估到期日 到期日 专利寿命 寿命 链接到 公开类型 文献类型 文献种类代码 "
        "新兴产业分类 国民经济分类 专利价值度 合享价值度 技术稳定性 技术先进性 保护范围 "
        "关键词"
    ),
    about="专利，一行一件。个人申请人没有单位，不入图。",
)

PRODUCT = Form(
    "Product",
    (
        name("产品名称", "资源名称 资源或产品名称 优质资源名称 品牌名称", example="示例核桃"),
        kind("资源类别", "类型 产品类别 资源类型", ("生态", "药材", "矿产", "文旅", "产品", "尾矿"), "产品"),
        bodies(
            "makers",
            "提供单位",
            "生产单位 生产企业 企业名称 单位名称 所属单位 经营主体",
            Tie("OFFERS", "Enterprise", inward=True),
            example="商洛示例食品有限公司",
        ),
        *seats("产地", "所在地 资源所在地 主产区"),
        chains(),
        bodies("rd_at", "研发单位", "研发机构 技术依托单位", Tie("RD_AT", "University")),
        bodies("shared", "共享对象", f"供应对象 {USERS}", Tie("SHARED_WITH", "Enterprise")),
        seat_of("shared_seat", "共享对象所在市", "使用或采购单位所在市 采购单位所在市 单位所在市", "shared"),
        Field("way", "对接方式", (RoleIn("shared"),), words("方式 合作方式 共享方式 销售方式"), template=False),
        Field(
            "progress",
            "对接状态",
            (Stage(("shared",)), Note()),
            words("状态 对接进展 进展"),
            "stage",
            choices=STAGES,
            template=False,
        ),
        Field(
            "date", "对接日期", (Dated(("shared",)),), words("日期 对接时间 签约日期 供应日期"), "date", template=False
        ),
        Field("scale", "规模", (Note(),), words("产量 储量 年产量 面积")),
        Field("brand", "认证", (Note(),), words("地理标志 认证情况 品牌 商标")),
        basis(),
        remark(),
    ),
    (("name", "makers"), ("name",)),
    within=("makers",),
    about="特色产品与优质资源。",
)
RESOURCES = (INSTRUMENT, ACHIEVEMENT, PATENT, PRODUCT)
