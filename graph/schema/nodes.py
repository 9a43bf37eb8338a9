"""The kinds of bodies, carriers, people, resources and work. A newcomer adds a kind here and runs `make schema`."""

from __future__ import annotations

from graph.schema.kinds import (
    BLACK,
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SKY,
    VERMILLION,
    YELLOW,
    NodeKind,
    Prop,
)

# What every entity carries. The loader writes these from the claims of its records; nobody types them in.
COMMON = (
    Prop("id", "string", "编号", "id, minted once and never recomputed"),
    Prop("name", "string", "名称", "preferred name"),
    Prop("names", "list<string>", "全部名称", "all names that resolve to it"),
    Prop("former", "list<string>", "曾用名", "former names, with the year or date they ended where known"),
    Prop("search_text", "string", "检索文本", "folded names, pinyin and initials, for the full-text index"),
    Prop("kind", "string", "类别", "sub-kind in the words of its source"),
    Prop("city", "string", "城市", "side: 西安, 商洛, 两市, 其他 or 未知"),
    Prop("city_reason", "string", "城市依据", "why it counts as that side"),
    Prop("city_stated", "string", "城市（来源所述）", "side a source states; it counts where no place decides"),
    Prop("city_stated_reason", "string", "城市依据（来源所述）", "why that source puts it on that side"),
    Prop("county", "string", "县区", "county or district, when known"),
    Prop("place", "string", "地点", "the place as printed in the source"),
    Prop("records", "list<string>", "记录", "records that state it"),
    Prop("sources", "list<string>", "来源", "sources that state it"),
    Prop("mark", "string", "标记", "best mark of its sources: O own host, R repost, M mirror only, N no address"),
    Prop("stage", "string", "阶段", "planned, signed, started or delivered"),
    Prop("note", "string", "说明", "what the source adds"),
    Prop("transit", "boolean", "可途经", "whether a path may pass through it"),
    Prop("walk_degree", "integer", "可走关系数", "number of ties a path may walk", "条"),
    Prop("first_load", "integer", "首次装载", "graph version of the first load that stated it"),
    Prop("retired_in", "integer", "退役装载", "graph version in which the last source stopped stating it; else absent"),
)


class Organisation(NodeKind):
    """A body that acts in its own name."""

    groups = ("Organisation",)


class Carrier(NodeKind):
    """A place or structure in which bodies work together."""

    groups = ("Carrier",)


class Resource(NodeKind):
    """Something one city has that the other may use."""

    groups = ("Resource",)


class University(Organisation):
    """A university or college."""

    zh, en, plural, prefix = "高校", "university", "universities", "uni"
    colour, shape = BLUE, "dot"
    keys = ("moe", "ror", "uscc", "name")
    properties = (
        Prop("level", "string", "办学层次", "level of teaching, 本科 or 专科"),
        Prop("authority", "string", "主管部门", "authority in charge, as printed"),
    )


class Institute(Organisation):
    """A research institute that is not a university; hospitals that do research are of kind 医院."""

    zh, en, plural, prefix = "科研院所", "research institute", "research institutes", "ins"
    colour, shape = SKY, "dot"
    keys = ("ror", "uscc", "name")
    subkinds = ("科研院所", "医院")


class Enterprise(Organisation):
    """A firm."""

    zh, en, plural, prefix = "企业", "enterprise", "enterprises", "ent"
    colour, shape = ORANGE, "dot"
    keys = ("uscc", "ror", "name")


class Cooperative(Organisation):
    """A farmers' specialised cooperative."""

    zh, en, plural, prefix = "农民专业合作社", "farmers' cooperative", "farmers' cooperatives", "coo"
    colour, shape = YELLOW, "dot"
    keys = ("uscc", "name")


class Association(Organisation):
    """A professional association or an alliance of bodies."""

    zh, en, plural, prefix = "专业协会", "association", "associations", "ass"
    colour, shape = PURPLE, "dot"


class Agency(Organisation):
    """A bureau, a government or a public office. Never a step of a path: that one bureau oversees two is no tie."""

    zh, en, plural, prefix = "政府部门", "government agency", "government agencies", "agy"
    colour, shape = BLACK, "square"
    transit = False


class ServiceProvider(Organisation):
    """A body for technology transfer, finance or another intermediary service."""

    zh, en, plural, prefix = "科技服务机构", "service provider", "service providers", "svp"
    colour, shape = VERMILLION, "dot"


class Park(Carrier):
    """A zone, incubator or market in which firms settle."""

    zh, en, plural, prefix = "园区与孵化载体", "park", "parks", "prk"
    colour, shape = GREEN, "square"
    subkinds = (
        "高新区",
        "经开区",
        "农业科技园区",
        "科技园区",
        "产业园",
        "产业基地",
        "创新基地",
        "孵化器",
        "众创空间",
        "飞地孵化器",
        "大学科技园",
        "科技大市场",
        "分中心",
    )


class Platform(Carrier):
    """A laboratory, centre, co-built R&D body, industrial institute, pilot base, station or alliance."""

    zh, en, plural, prefix = "平台", "platform", "platforms", "plf"
    colour, shape = VERMILLION, "diamond"
    reified = True
    subkinds = (
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
        "大数据中心",
        "研究院",
    )
    properties = (Prop("number", "string", "编号（来源）", "number given by its register"),)


class Base(Carrier):
    """An R&D base, a demonstration base or garden."""

    zh, en, plural, prefix = "研发与示范基地", "base", "bases", "bas"
    colour, shape = GREEN, "diamond"
    reified = True


class Person(NodeKind):
    """A person whom a source names in a public role: name, role and home body, nothing else."""

    zh, en, plural, prefix = "人才", "person", "people", "per"
    colour, shape = PURPLE, "triangle"
    keys = ("name_at_body",)


class Team(NodeKind):
    """A team of people sent or working together."""

    zh, en, plural, prefix = "服务团、特派团", "team", "teams", "tea"
    colour, shape = PURPLE, "hexagon"
    subkinds = (
        "“三区”人才",
        "农业科技特派员",
        "科技产业技术服务团",
        "西安市科技人才",
        "国家科技特派团",
        "产业链科技服务团",
        "助力团",
        "科研团队",
        "产业技术体系",
    )


class Instrument(Resource):
    """One shared instrument."""

    zh, en, plural, prefix = "仪器", "instrument", "instruments", "itm"
    colour, shape = SKY, "square"


class Achievement(Resource):
    """A research result."""

    zh, en, plural, prefix = "成果", "achievement", "achievements", "ach"
    colour, shape = SKY, "star"


class Patent(Resource):
    """A patent."""

    zh, en, plural, prefix = "专利", "patent", "patents", "pat"
    colour, shape = SKY, "triangle"


class Product(Resource):
    """A product, or a natural resource of Shangluo: herb, mineral, ecology, tourism."""

    zh, en, plural, prefix = "产品与优质资源", "product or resource", "products and resources", "pro"
    colour, shape = YELLOW, "square"
    subkinds = ("生态", "药材", "矿产", "文旅", "产品", "尾矿")


class Project(NodeKind):
    """A research, cooperation, industry or investment project."""

    zh, en, plural, prefix = "项目", "project", "projects", "prj"
    colour, shape = ORANGE, "diamond"
    keys = ("project_number", "name")
    reified = True
    subkinds = ("research", "cooperation", "industry", "investment")
    properties = (
        Prop("number", "string", "项目编号", "number given by its programme"),
        Prop("programme", "string", "专项", "programme it belongs to"),
        Prop("funding", "float", "中央财政经费", "central funding", "元"),
        Prop("duration", "float", "实施周期", "duration", "年"),
    )


class Contract(NodeKind):
    """A technology contract with seller and buyer."""

    zh, en, plural, prefix = "技术合同", "technology contract", "technology contracts", "con"
    colour, shape = ORANGE, "star"
    reified = True
    properties = (Prop("amount", "float", "合同金额", "amount", "元"),)


class Demand(NodeKind):
    """Something a body asks for."""

    zh, en, plural, prefix = "技术需求", "demand", "demands", "dem"
    colour, shape = ORANGE, "triangleDown"
    transit = False


class Assignment(NodeKind):
    """An expert or a team paired with a beneficiary."""

    zh, en, plural, prefix = "选派与结对", "assignment", "assignments", "asg"
    colour, shape = PURPLE, "diamond"
    reified = True


class Service(NodeKind):
    """One piece of help given: kind, days, people, outcome."""

    zh, en, plural, prefix = "服务记录", "service", "services", "ser"
    colour, shape = PURPLE, "star"
    reified = True
    subkinds = ("技术指导", "人员培训", "市场销售", "创新创业")
    properties = (Prop("days", "float", "服务天数", "days of service", "天"),)


class Event(NodeKind):
    """A matchmaking meeting, training, roadshow, council or visit."""

    zh, en, plural, prefix = "活动", "event", "events", "evt"
    colour, shape = YELLOW, "star"
    reified = True
    subkinds = (
        "洽谈会",
        "培训会",
        "路演",
        "座谈",
        "理事会",
        "调研",
        "评审",
        "联席会议",
        "筹备会",
        "推进会",
        "上门服务",
    )
