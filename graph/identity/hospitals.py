"""Hospitals of two names: the city's or the province's hospital that is also affiliated to a university."""

from __future__ import annotations

from graph.identity.known import place_of
from graph.identity.named import Verdict, different, queue, same
from graph.identity.regions import Region, region_in, relation
from graph.identity.takeapart import Parts
from graph.identity.words import words

SPECIAL = words("special_hospitals")
_GENERAL = frozenset({"人民", "中心", "附属", "市立", "省立", "总", "第", ""})


def second_name(below: Parts, whole: Parts, parents: tuple[str, ...]) -> Verdict:
    """The verdict on a hospital below a body and a hospital that stands by itself.

    >>> from graph.identity.takeapart import take_apart
    >>> def told(one, other):
    ...     below = take_apart(one)
    ...     return second_name(below, take_apart(other), below.parents).verdict
    >>> told("复旦大学附属某山医院", "上海某山医院"), told("南昌大学附属眼科医院", "江西省肿瘤医院")
    ('same', 'different')
    >>> told("苏州大学附属第四医院", "苏州市独墅湖医院"), told("苏州大学附属第四医院", "宁波市第二医院")
    ('queue', 'different')
    >>> told("温州医科大学附属第五医院", "丽水市中心医院"), told("温州医科大学附属第一医院", "丽水市中心医院")
    ('queue', 'different')
    >>> told("南京医科大学附属苏州医院", "苏州市立医院"), told("南京医科大学附属苏州医院", "苏州市中医医院")
    ('queue', 'different')
    """
    parent = parents[0]
    seat = region_in(place_of(parent)) if place_of(parent) else region_in(parent[:12])
    lying = relation(seat, whole.region)
    city = below.region if below.region.codes else region_in(below.middle.removeprefix("附属")[:4])
    if city.codes and relation(city, whole.region) == "equal":
        return _of_that_city(below, whole, city.text)
    if lying == "apart":
        if _far_affiliate(below, whole, seat):
            return queue(f"同省他市的医院，可能加挂{parent}的附属医院：{below.unit} / {whole.unit}", 0.4)
        return different(f"一方属于{parent}，一方在{whole.region.text}", 0.2, veto=True)
    mine, theirs = (parts.middle.replace("附属", "") for parts in (below, whole))
    named = mine not in _GENERAL and "#" not in mine and not any(word in mine for word in SPECIAL)
    if mine == theirs and below.numbers == whole.numbers:
        if named and lying != "untold":
            return same(f"{parent}附属的{mine}医院，所在地和院名都相同", 0.9)
        return queue(f"院名相同，一方写明属于{parent}", 0.7)
    special = [{word for word in SPECIAL if word in text} for text in (mine, theirs)]
    if special[0] != special[1] and special[0]:
        return different(f"专科不同：{below.unit} / {whole.unit}", 0.2)
    if lying == "untold" or named:
        return different(f"院名不同：{below.unit} / {whole.unit}", 0.2)
    return queue(f"同在一地的两个院名，可能是加挂的附属医院：{below.unit} / {whole.unit}", 0.45)


def _of_that_city(below: Parts, whole: Parts, city: str) -> Verdict:
    """A university's hospital of another city: 南京医科大学附属苏州医院 is one of the hospitals of 苏州."""
    special = [{word for word in SPECIAL if word in parts.unit} for parts in (below, whole)]
    if special[0] != special[1]:
        return different(f"专科不同：{below.unit} / {whole.unit}", 0.2)
    if below.numbers and whole.numbers and below.numbers != whole.numbers:
        return different(f"序号不同：{below.unit} / {whole.unit}", 0.2, veto=True)
    return queue(f"都在{city}，可能是加挂的附属医院：{below.unit} / {whole.unit}", 0.5)


FAR = 3
"""The first and second hospitals of a university lie in its own city; later numbers are often hung up elsewhere."""
_CHIEF = ("人民医院", "中心医院", "第1医院", "工人医院")


def _far_affiliate(below: Parts, whole: Parts, seat: Region) -> bool:
    """Whether a university's hospital of a later number may be the chief hospital of another city of the province."""
    provinces = [{code[:2] for code in region.codes} for region in (seat, whole.region)]
    numbered = len(below.numbers) == 1 and below.numbers[0] >= FAR
    return numbered and bool(provinces[0] & provinces[1]) and whole.unit.endswith(_CHIEF)
