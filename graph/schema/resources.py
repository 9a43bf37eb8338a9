"""The kinds of resources that one city has and the other may use."""

from __future__ import annotations

from graph.schema.kinds import SKY, YELLOW, Prop
from graph.schema.nodes import Resource


class Instrument(Resource):
    """One shared instrument."""

    zh, en, plural, prefix = "仪器", "instrument", "instruments", "itm"
    colour, shape = SKY, "square"
    keys = ("instrument_number", "name")
    properties = (
        Prop("number", "string", "仪器编号", "number given by its owner"),
        Prop("model", "string", "规格型号", "model"),
        Prop("maker", "string", "生产厂家", "maker, as printed"),
        Prop("acquired", "string", "购置日期", "day or year of purchase, as precise as printed"),
        Prop("price", "float", "仪器价格", "price", "元"),
        Prop("condition", "string", "使用状况", "state of use, as printed"),
        Prop("specification", "string", "技术指标", "what it can do, as printed"),
    )


class Achievement(Resource):
    """A research result."""

    zh, en, plural, prefix = "成果", "achievement", "achievements", "ach"
    colour, shape = SKY, "star"
    keys = ("achievement_number", "name")
    properties = (
        Prop("number", "string", "成果登记号", "number of its registration"),
        Prop("maturity", "string", "成熟度", "how mature it is, as printed"),
        Prop("completed", "string", "完成时间", "day or year of completion, as precise as printed"),
        Prop("price", "string", "转让意向价", "price asked, as printed"),
    )


class Patent(Resource):
    """A patent."""

    zh, en, plural, prefix = "专利", "patent", "patents", "pat"
    colour, shape = SKY, "triangle"
    keys = ("patent_number", "name")
    properties = (
        Prop("number", "string", "申请号", "application number, in its normal form"),
        Prop("publication", "string", "公开号", "publication number"),
        Prop("filed", "string", "申请日", "day of filing"),
        Prop("published", "string", "公开日", "day of publication"),
        Prop("granted", "string", "授权公告日", "day of grant"),
        Prop("legal_status", "string", "法律状态", "legal status, as printed"),
        Prop("ipc", "string", "主分类号", "main class of the International Patent Classification"),
    )


class Product(Resource):
    """A product, or a natural resource of Shangluo: herb, mineral, ecology, tourism."""

    zh, en, plural, prefix = "产品与优质资源", "product or resource", "products and resources", "pro"
    colour, shape = YELLOW, "square"
    subkinds = ("生态", "药材", "矿产", "文旅", "产品", "尾矿")
