"""Company registrations for the speed measurement: made up (虚构), from a seed, in the shape of a real register.

Places are real counties; the brands are drawn from syllables that brands are made of, more and less frequent ones, so
brands repeat across places and trades as they do in a register. A tenth of the rows are another row written otherwise.
"""

from __future__ import annotations

import random
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split("|")


PLACES = _words(
    "西安市|西安市碑林区|西安市莲湖区|西安市雁塔区|西安市未央区|西安市长安区|蓝田县|周至县|西安市鄠邑区|西安市高陵区|"
    "商洛市|商洛市商州区|洛南县|丹凤县|商南县|山阳县|镇安县|柞水县|宝鸡市|宝鸡市渭滨区|岐山县|扶风县|眉县|陇县|凤县|太白县|"
    "咸阳市|咸阳市秦都区|三原县|泾阳县|乾县|礼泉县|永寿县|武功县|兴平市|彬州市|渭南市|渭南市临渭区|大荔县|合阳县|澄城县|"
    "蒲城县|白水县|富平县|韩城市|华阴市|延安市|延安市宝塔区|洛川县|宜川县|黄陵县|汉中市|汉中市汉台区|城固县|洋县|西乡县|"
    "勉县|宁强县|略阳县|榆林市|榆林市榆阳区|神木市|府谷县|靖边县|定边县|安康市|安康市汉滨区|汉阴县|石泉县|平利县|旬阳市"
)
SYLLABLES = (
    "华新鑫宏盛天金恒瑞源泰丰和信达兴隆佳美德康博远创科中东方圣龙凯富益民秦岭渭洛丹江正诚嘉润景百利万通祥云星海泽森"
)
TRADES = _words(
    "商贸|农业科技|农业发展|建筑工程|建材|物流|餐饮管理|生物科技|医药|果业|茶业|食品|网络科技|信息技术|新能源|环保科技|"
    "机电设备|矿业|文化传媒|旅游开发|装饰工程|电子商务|教育科技|劳务|园林绿化|中药材|农牧|乳业|汽车服务|工贸"
)
FORMS = ("有限公司", "有限公司", "有限公司", "有限责任公司", "有限责任公司", "股份有限公司", "集团有限公司")
COOPERATIVES = ("专业合作社", "农民专业合作社")
FARMED = ("种植", "养殖", "果业", "茶叶", "中药材种植", "食用菌种植")
TWICE = 0.1


@dataclass(frozen=True)
class Row:
    """One registration: the name, the county it is in, and the row it is another writing of (-1 for none)."""

    name: str
    place: str
    kind: str
    written_otherwise: int = -1


def registrations(count: int, seed: int = 2026) -> list[Row]:
    """`count` made-up registrations; the same count and seed give the same rows."""
    draw = random.Random(seed)
    rows: list[Row] = []
    while len(rows) < count:
        if rows and draw.random() < TWICE:
            at = draw.randrange(len(rows))
            rows.append(_otherwise(rows[at], at, draw))
        else:
            rows.append(_new(draw))
    return rows


def _new(draw: random.Random) -> Row:
    place = draw.choice(PLACES)
    brand = "".join(_syllable(draw) for _ in range(draw.choice((2, 2, 2, 3, 4))))
    if draw.random() < 0.2:
        return Row(f"{place}{brand}{draw.choice(FARMED)}{draw.choice(COOPERATIVES)}", place, "Cooperative")
    form, trade = draw.choice(FORMS), draw.choice(TRADES)
    head = draw.choice((place, place, "陕西", "陕西省"))
    if draw.random() < 0.1:
        return Row(f"{brand}{trade}（{head.removesuffix('市')}）{form}", place, "Enterprise")
    return Row(f"{head}{brand}{trade}{form}", place, "Enterprise")


def _syllable(draw: random.Random) -> str:
    """The first ones come most often: the square of a uniform draw leans to the front."""
    return SYLLABLES[int(draw.random() ** 2 * len(SYLLABLES))]


def _otherwise(row: Row, at: int, draw: random.Random) -> Row:
    name = row.name
    way = draw.randrange(4)
    if way == 0:
        name = name.replace("（", "(").replace("）", ")") if "（" in name else f"{name[:4]} {name[4:]}"
    elif way == 1:
        name = name.replace("有限责任公司", "有限公司").replace("农民专业合作社", "专业合作社")
    elif way == 2 and row.place in PLACES:
        name = name.removeprefix(row.place)
    else:
        name = name.replace("有限公司", "")
    return Row(name or row.name, row.place, row.kind, at)
