"""Cells without the name of one body: empty, one character, only a form, a person, several bodies, cut, endless."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.identity.english import is_latin
from graph.identity.forms import form_of, only_form
from graph.identity.known import meanings
from graph.identity.regions import take_regions
from graph.identity.spellings import folded, in_full
from graph.identity.trades import words

LONGEST = 120
"""Longer than any registered name: the text is a paragraph."""
_SEVERAL = re.compile(r"[、;；/|\n]|，|,(?=[一-鿿])|(?<=公司)和|(?<=大学)[和与及]")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_NO_NAMES = frozenset(
    {"无", "暂无", "不详", "未知", "其他", "同上", "本单位", "个人", "自筹", "n/a", "na", "null", "-", "--"}
)


@lru_cache(maxsize=200_000)
def bodies_in(name: str) -> tuple[str, ...]:
    """The bodies of a cell that lists several, else the name alone.

    >>> bodies_in("西安交通大学、陕西师范大学"), bodies_in("西安交通大学")
    (('西安交通大学', '陕西师范大学'), ('西安交通大学',))
    """
    pieces = tuple(piece.strip() for piece in _SEVERAL.split(name) if piece and piece.strip())
    telling = [piece for piece in pieces if form_of(in_full(folded(piece)))[1].sort or meanings(in_full(folded(piece)))]
    return pieces if len(pieces) > 1 and len(telling) > 1 else (name,)


@lru_cache(maxsize=200_000)
def fault(name: str) -> str:
    """Why a text is no name of a body, "" when it may be one.

    >>> fault(" "), fault("厂"), fault("有限公司"), fault("陕西省")
    ('名称是空的', '名称只有一个字', '只有组织形式，没有名称', '只有地名，没有名称')
    >>> fault("王强"), fault("西安交通大学")
    ('像是人名，不是机构', '')
    """
    text = in_full(folded(name))
    if not re.search(r"\w", text) or text in _NO_NAMES:
        return "名称是空的"
    if len(text) == 1:
        return "名称只有一个字"
    if len(text) > LONGEST:
        return f"名称长 {len(text)} 字，不像一个名称"
    if meanings(text):
        return ""
    if only_form(text):
        return "只有组织形式，没有名称"
    region, rest = take_regions(text)
    if region.text and not rest and len(text) > 2:
        return "只有地名，没有名称"
    if len(text) <= 3 and text[0] in _SURNAMES and not form_of(text)[1].sort and text[-2:] not in words():
        return "像是人名，不是机构"
    return ""


def cut_short(short: str, long: str) -> bool:
    """Whether a folded name is the beginning of the other, cut in the middle of its last word.

    >>> cut_short("西安建筑科技大", "西安建筑科技大学"), cut_short("陕西有色金属控股集团", "陕西建工")
    (True, False)
    """
    if len(short) < 6 or not long.startswith(short) or len(long) - len(short) > 8 or is_latin(short):
        return False
    return not form_of(short)[1].sort or short.endswith(("有限", "股份", "责任", "集团"))
