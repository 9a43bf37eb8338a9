"""How the cells of a form are read: one function a reader, text in, value out, `ValueError` with a Chinese reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graph.gazetteer import Division, IndustryClass, Zone, division, industry, locate, zone
from graph.schema import NODE_KINDS
from graph.schema.values import (
    Money,
    When,
    clean,
    doi,
    hnte_number,
    moe_code,
    money,
    patent_number,
    read_date,
    ror_id,
    uscc,
)
from loaders.claims import Status
from loaders.forms.stages import status_of
from loaders.tables.names import split_names
from loaders.words import words

DIVIDED = re.compile(r"[、，,;；／/|\s等。.（(〔\[【]")
"""Anything that may divide a cell of names; most cells hold one name and none of these."""
SEAL = re.compile(r"[（(\[](?:请?加?盖?(?:单位|企业|公司|法人)?[公签印]?章(?:处)?|盖章处?)[)）\]]")
"""What forms print where a stamp goes: （盖章）, （单位公章）; no part of a name."""
YES = frozenset(["是", "有", "√", "✓", "✔", "1", "y", "yes", "true", "已认定", "已备案"])
NO = frozenset(["否", "无", "×", "✗", "0", "n", "no", "false", "未认定", "未备案"])

NUMBER = re.compile(
    r"(?:约|近|超|≈)?(-?\d+(?:\.\d+)?)(?:万)?(?:[年月天日次人家个项台套亩名元度㎡%余]|平方米|人次|个月)*"
)
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
"""A Chinese character; names hold rare ones."""
TITLES = re.compile(r"[（(][^（）()]*[)）]|(?<=[\u4e00-\u9fff]{2})(?:教授|研究员|副教授|博士|院士|高级工程师|工程师)$")
PERSON = re.compile(rf"{HAN}{{2,4}}|{HAN}{{1,8}}(?:·{HAN}{{1,8}})+|[A-Za-z][A-Za-z .,'-]{{1,40}}")
# What bureaus call the sub-kinds that the schema names in English.
SUBKINDS = {
    "research": "科研 研究 科技计划 研发 基础研究 重点研发 技术攻关",
    "cooperation": "合作 科技合作 产学研合作 校企合作 校地合作",
    "industry": "产业 产业化 工业 技改 产业项目",
    "investment": "投资 招商 招商引资 招商项目 投资项目 签约项目",
}


@dataclass(frozen=True)
class Cell:
    """A cell to be read: `column` its header as received, `unit` of the header, `kind` of the row."""

    text: str
    column: str
    unit: str
    kind: str
    within: str


@dataclass(frozen=True)
class Spot:
    """A place: its smallest division, the zone it is in, or both."""

    division: Division | None
    zone: Zone | None

    @property
    def code(self) -> str:
        """The division's code, "" for a zone alone."""
        return self.division.code if self.division is not None else ""


def text(cell: Cell) -> str:
    """Cleaned text."""
    return clean(cell.text)


def name(cell: Cell) -> str:
    """One name, without the word for its seal."""
    return SEAL.sub("", clean(cell.text)).strip()


def names(cell: Cell) -> list[str]:
    """The names in a cell, cleaned, each once."""
    if not DIVIDED.search(cell.text):
        return [clean(cell.text)]
    found = [SEAL.sub("", clean(name)).strip() for name in split_names(cell.text)]
    return list(dict.fromkeys(name for name in found if name))


def people(cell: Cell) -> list[str]:
    """Names of people without titles and brackets. `misread_people` gives the parts that are no names."""
    return [name for name in _bare_people(cell) if PERSON.fullmatch(name)]


def misread_people(cell: Cell) -> list[str]:
    """What stands in a cell of people and is no name of a person."""
    return [name for name in _bare_people(cell) if not PERSON.fullmatch(name)]


def _bare_people(cell: Cell) -> list[str]:
    found = (TITLES.sub("", clean(name)).strip() for name in split_names(cell.text))
    return list(dict.fromkeys(name for name in found if name))


def place(cell: Cell) -> list[Spot]:
    """The divisions and zones a cell names. Raises when a name is neither."""
    return [spot(name, cell.within) for name in names(cell)]


def address(cell: Cell) -> list[Spot]:
    """The division and zone that an address lies in."""
    return [spot(re.sub(r"^\d{6}\s*", "", clean(cell.text)), cell.within)]  # patents print the postal code before it


@lru_cache(maxsize=65_536)
def spot(name: str, within: str = "") -> Spot:
    """The place a name or an address means; the division the roster is confined to tells towns of one name apart."""
    known = division(name, within=within) if within else None
    known = known or division(name)
    if known is not None:
        return Spot(known, None)
    located = locate(name)
    found = Spot(located.deepest, located.zone or zone(name, within[:4]))
    if found == Spot(None, None):
        several = "、".join(f"{one.city or one.province}{one.name}" for one in located.unsure)
        raise ValueError(f"“{name}”不止一处：{several}" if several else f"“{name}”里认不出省、市、县区")
    return found


def trade(cell: Cell) -> IndustryClass:
    """A class of GB/T 4754-2017."""
    known = industry(clean(cell.text))
    if known is None:
        raise ValueError(f"“{clean(cell.text)}”不是 GB/T 4754-2017 的行业名称或代码")
    return known


def amount(cell: Cell) -> Money:
    """An amount; the unit of the header counts where the cell has none."""
    return money(cell.text, cell.unit)


def number(cell: Cell) -> float:
    """A number with at most a counting word behind it."""
    plain = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", cell.text))
    found = NUMBER.fullmatch(plain)
    if not found:
        raise ValueError(f"“{cell.text.strip()}”不是一个数")
    value = float(found[1]) * (10_000 if "万" in plain else 1)
    return round(value / 12, 4) if cell.unit == "月" or plain.endswith("个月") else value


def moment(cell: Cell) -> When:
    """A date or period."""
    return read_date(cell.text)


def yes(cell: Cell) -> bool | str:
    """True or False; a number or name is kept: it is held (a certificate number means that there is one)."""
    plain = clean(cell.text).lower()
    if plain in YES:
        return True
    if plain in NO:
        return False
    if len(plain) >= 4:
        return clean(cell.text)
    raise ValueError(f"“{cell.text.strip()}”既不是“是”也不是“否”")


def stage(cell: Cell) -> Status:
    """How far it has come."""
    found = status_of(cell.text)
    if found is None:
        raise ValueError(f"“{cell.text.strip()}”看不出是计划、签约、进行中还是已完成")
    return found


def subkind(cell: Cell) -> str:
    """A sub-kind the kind declares, by its word or as the one sub-kind that stands in the cell."""
    allowed = NODE_KINDS[cell.kind].subkinds
    plain = clean(cell.text)
    if not allowed or plain in allowed:
        return plain
    named = {one for one in allowed if plain in words(SUBKINDS.get(one, ""))}
    inside = named or {one for one in allowed if one in plain}
    if len(inside) != 1:
        raise ValueError(f"“{plain}”不是{NODE_KINDS[cell.kind].zh}的类别；可用：{'、'.join(allowed)}")
    return inside.pop()


def code(cell: Cell) -> str:
    """A number of a register: half width, upper case, without blanks and stars."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", cell.text)).strip("*").upper()


READERS: dict[str, Callable[[Cell], object]] = {
    "text": text,
    "subkind": subkind,
    "name": name,
    "names": names,
    "people": people,
    "place": place,
    "places": names,
    "address": address,
    "industry": trade,
    "money": amount,
    "number": number,
    "date": moment,
    "yes": yes,
    "stage": stage,
    "uscc": lambda cell: uscc(cell.text),
    "moe": lambda cell: moe_code(cell.text),
    "ror": lambda cell: ror_id(cell.text),
    "doi": lambda cell: doi(cell.text),
    "patent": lambda cell: patent_number(cell.text),
    "hnte": lambda cell: hnte_number(cell.text),
    "code": code,
}
