"""Words written short and in full: one spelling for both, so that parts can be compared.

Each rule is a pattern and what it becomes; the order counts. They only touch words whose short form has one meaning.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.identity.marks import number
from graph.identity.words import rows
from graph.schema.values import fold

_RULES = tuple((re.compile(pattern), full) for pattern, full, *_ in rows("in_full"))


_MARKER = re.compile(r"^\s*(?:[\u2460-\u249b]|[(（]?\d{1,2}[)）]|\d{1,2}[.．、](?=\s*[一-鿿]))\s*(?=\S)")
"""The number of an item in a list, before the name: 1. or ① or (3)."""


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name folded as a key, with blanks gone and one kind of brackets; see `graph.schema.values.fold`.

    >>> folded("①西安 某某公司"), folded("3、西安某某公司"), folded("3D打印中心"), folded("3201医院")
    ('西安某某公司', '西安某某公司', '3d打印中心', '3201医院')
    """
    return (
        fold(_MARKER.sub("", name))
        .replace("○", "〇")
        .replace("[", "(")
        .replace("]", ")")
        .replace("【", "(")
        .replace("】", ")")
        .replace("〔", "(")
        .replace("〕", ")")
        .replace("、", "、")
    )


@lru_cache(maxsize=500_000)
def in_full(text: str) -> str:
    """A folded name with its short words written in full.

    >>> in_full("陕西省科技厅")
    '陕西省科学技术厅'
    >>> in_full("西安交通大学一附院"), in_full("哈尔滨医科大学附属第一医院")
    ('西安交通大学第1附属医院', '哈尔滨医科大学第1附属医院')
    >>> in_full("商洛高新区")
    '商洛高新技术产业开发区'
    >>> in_full("中科院西安光机所")
    '中国科学院西安光机所'
    >>> in_full("西安市第iv医院"), in_full("国营第七八六厂"), in_full("三二〇一医院")
    ('西安市第4医院', '国营第七八六厂', '3201医院')
    """
    text = _ROMAN.sub(lambda match: f"第{_ROMANS[match[1]]}", text)
    for pattern, full in _RULES:
        text = pattern.sub(full, text)
    return _ORDINAL.sub(lambda match: f"第{number(match[1])}", _COUNTED.sub(_counted, text))


_ROMANS = dict(zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"], "一二三四五六七八九十", strict=True))
_ROMAN = re.compile(r"第(i{1,3}|iv|vi{0,3}|ix|x)(?=[一-鿿])")
_ORDINAL = re.compile(r"第([零〇一二三四五六七八九十百]+)(?![零〇一二三四五六七八九十百纪])(?=[^一-鿿]|[一-鿿]{2})")
_COUNTED = re.compile(r"(?<![第零〇一二三四五六七八九十百])([零〇一二三四五六七八九]{3,4})(?=所|厂|研究所|医院)")


def _counted(match: re.Match[str]) -> str:
    return str(number(match[1]))
