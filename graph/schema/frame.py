"""The node kinds that frame the others: places, classifications and measured values. None of them is a body."""

from __future__ import annotations

from graph.schema.kinds import BLACK, GREEN, YELLOW, NodeKind, Prop


class Frame(NodeKind):
    """What bodies are placed in, sorted by or measured with. Two bodies that share it are not connected by that."""

    transit = False
    counted = False


class Place(Frame):
    """A province, city, county, town, village, valley, zone, station or railway line."""

    zh, en, plural, prefix = "地点", "place", "places", "plc"
    colour, shape = GREEN, "triangleDown"
    keys = ("division", "name")
    subkinds = ("省", "市", "县区", "街道乡镇", "村", "沟峪", "新区", "车站", "线路", "地区")
    properties = (Prop("code", "string", "区划代码", "division code, GB/T 2260 or statistical code"),)


class Industry(Frame):
    """A class of GB/T 4754-2017."""

    zh, en, plural, prefix = "行业", "industry", "industries", "ind"
    colour, shape = BLACK, "triangle"
    keys = ("gbt4754", "name")
    subkinds = ("门类", "大类", "中类", "小类")
    properties = (Prop("code", "string", "行业代码", "code of GB/T 4754-2017"),)


class Chain(Frame):
    """An industry chain or lead product, as its source names it."""

    zh, en, plural, prefix = "产业链", "industry chain", "industry chains", "chn"
    colour, shape = GREEN, "star"


class Topic(Frame):
    """A subject, title, rank or role that has no body of its own."""

    zh, en, plural, prefix = "主题", "topic", "topics", "top"
    colour, shape = BLACK, "diamond"


class Indicator(Frame):
    """What an observation measures."""

    zh, en, plural, prefix = "指标", "indicator", "indicators", "idc"
    colour, shape = BLACK, "hexagon"
    properties = (Prop("unit", "string", "单位", "unit of its values"),)


class Observation(Frame):
    """One value of an indicator for one body, with period and status."""

    zh, en, plural, prefix = "指标值", "observation", "observations", "obs"
    colour, shape = YELLOW, "triangle"
    keys = ("record",)
    properties = (
        Prop("value", "string", "数值（原样）", "value as printed: ranges, fractions and codes stay as they are"),
        Prop("number", "float", "数值", "value as a number, where it is one"),
        Prop("unit", "string", "单位", "unit as printed; money is in yuan"),
        Prop("period", "string", "期间", "period or date as printed"),
        Prop("status", "string", "口径", "stated, planned, signed, target or result"),
    )
