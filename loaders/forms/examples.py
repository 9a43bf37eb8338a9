"""What a template offers beside a column: closed lists, hints, made-up examples."""

from __future__ import annotations

from functools import cache

from graph.gazetteer import division
from loaders.forms.form import Field

COUNTY_CODES = (
    *("611002", "611021", "611022", "611023", "611024", "611025", "611026"),
    *("610102", "610103", "610104", "610111", "610112", "610113", "610114", "610115", "610116", "610117", "610118"),
    *("610122", "610124"),
)
"""The counties and districts of 商洛 and 西安, in the order of their codes."""

SAMPLES = {
    "uscc": "91610000MA00000003",
    "date": "2025-03-01",
    "money": "100",
    "number": "2",
    "place": "商州区",
    "places": "商州区",
    "people": "王示例",
    "names": "西安示例大学",
    "yes": "是",
}
"""An example for a reader, where its field gives none. No body or person of these names exists."""

HINTS = {
    "date": "2025-03-01、2025年3月、2025 均可；期间写 2025.1-2026.12",
    "money": "单位写在表头或格内，例如 100万元",
    "uscc": "18 位，含校验位",
    "yes": "是 或 否",
    "place": "省、市、县区或街道乡镇的名称，或区划代码",
    "places": "写全名，几个用、分开",
    "people": "只写姓名，几人用、分开",
    "names": "写全称，几个用、分开",
    "address": "机构的地址；不要写个人住址",
    "industry": "GB/T 4754-2017 的名称或代码",
    "number": "只写数字",
}


@cache
def counties() -> tuple[str, ...]:
    """The counties and districts of the two cities."""
    found = (division(code) for code in COUNTY_CODES)
    return tuple(one.name for one in found if one is not None)


def choices_of(one: Field) -> tuple[str, ...]:
    """The list of a drop-down, () where there is none."""
    if one.choices:
        return one.choices
    return counties() if one.reader == "place" else ("是", "否") if one.reader == "yes" else ()


def shown_hint(one: Field) -> str:
    """How a column is filled in."""
    return one.hint or HINTS.get(one.reader, "")
