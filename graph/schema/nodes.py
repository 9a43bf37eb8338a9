"""The kinds of bodies, carriers and people. A newcomer adds a kind here and runs `make schema`.

Resources are in `resources.py`, projects, contracts, services and events in `work.py`.
"""

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
    keys = ("uscc", "hnte", "ror", "name")
    properties = (
        Prop("founded", "string", "成立时间", "day or year of founding, as precise as printed"),
        Prop("capital", "float", "注册资本", "registered capital", "元"),
        Prop("certificate", "string", "高新技术企业证书编号", "number of its high-tech certificate"),
        Prop("scope", "string", "经营范围", "scope of business, as printed"),
    )


class Cooperative(Organisation):
    """A farmers' specialised cooperative."""

    zh, en, plural, prefix = "农民专业合作社", "farmers' cooperative", "farmers' cooperatives", "coo"
    colour, shape = YELLOW, "dot"
    keys = ("uscc", "name")
    properties = (
        Prop("founded", "string", "成立时间", "day or year of founding, as precise as printed"),
        Prop("scale", "string", "经营规模", "scale of operation, as printed"),
    )


class Association(Organisation):
    """A professional association or an alliance of bodies."""

    zh, en, plural, prefix = "专业协会", "association", "associations", "ass"
    colour, shape = PURPLE, "dot"
    keys = ("uscc", "name")
    properties = (Prop("founded", "string", "成立时间", "day or year of founding, as precise as printed"),)


class Agency(Organisation):
    """A bureau, a government or a public office. Never a step of a path: that one bureau oversees two is no tie."""

    zh, en, plural, prefix = "政府部门", "government agency", "government agencies", "agy"
    colour, shape = BLACK, "square"
    transit = False


class ServiceProvider(Organisation):
    """A body for technology transfer, finance or another intermediary service."""

    zh, en, plural, prefix = "科技服务机构", "service provider", "service providers", "svp"
    colour, shape = VERMILLION, "dot"
    keys = ("uscc", "name")
    properties = (Prop("services", "string", "服务内容", "services it offers, as printed"),)


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
    keys = ("orcid", "name_at_body")


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
