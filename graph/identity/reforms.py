"""Institutions whose name changed with a reform or an upgrade: for a person, since they were often also merged."""

from __future__ import annotations

from graph.identity.takeapart import Parts
from graph.identity.words import rows

_REFORMED = frozenset(frozenset(pair) for pair in rows("reformed_agencies"))
_AGENCIES = frozenset({"agency"})


def reformed(one: Parts, other: Parts) -> str:
    """Why the two, of one region and no veto, may be one before and after; "" where nothing says so.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other): return reformed(take_apart(one), take_apart(other))
    >>> told("陕西省工商行政管理局", "陕西省市场监督管理局"), told("商洛市水利局", "商洛市农业农村局")
    ('机构改革前后：工商行政 / 市场监督', '')
    >>> told("商洛市农业科学研究所", "商洛市农业科学院"), told("洛南县医院", "洛南县人民医院")
    ('研究所升为科学院前后', '县医院即人民医院，多数县如此')
    """
    if one.region.codes != other.region.codes or not (one.region.codes or one.parents):
        return ""
    if one.form.sort == other.form.sort == "hospital":
        return _county_hospital(one, other)
    if {one.form.sort, other.form.sort} == _AGENCIES and frozenset({one.middle, other.middle}) in _REFORMED:
        return f"机构改革前后：{one.middle} / {other.middle}"
    full, academy = sorted((one, other), key=lambda parts: parts.form.full == "科学院")
    if full.form.full == "研究所" and academy.form.full == "科学院" and full.middle == f"{academy.middle}科学":
        return "研究所升为科学院前后"
    return ""


def _county_hospital(one: Parts, other: Parts) -> str:
    """A county's one hospital is its people's hospital; 洛南县 is then all the name there is."""
    short, long = sorted((one, other), key=lambda parts: len(parts.unit))
    county = long.region.text
    if short.unit == f"{county}医院" and long.unit == f"{county}人民医院" and long.region.level == 3:
        return "县医院即人民医院，多数县如此"
    return ""
