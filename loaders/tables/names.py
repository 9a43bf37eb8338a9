"""Several bodies, places or people named in one cell."""

from __future__ import annotations

import re

_OPENING, _CLOSING = "（(〔[【《“", "）)〕]】》”"
_DIVIDERS = "、，,；;／/|\n"
_TAIL = re.compile(r"等(?:\d+[家个名]?(?:单位)?)?$")


def split_names(cell: str) -> list[str]:
    """The names in a cell, in order, each once; what stands in brackets stays together.

    Divided at 、 ， , ； ; / | and line breaks outside brackets. A blank divides only people's names of two or three
    characters. Raises nothing: a cell without a name gives an empty list.

    >>> split_names("教育部、甘肃省科学技术厅")
    ['教育部', '甘肃省科学技术厅']
    >>> split_names("中国科学院生态环境研究中心（北京、怀柔），西北大学")
    ['中国科学院生态环境研究中心（北京、怀柔）', '西北大学']
    >>> split_names("张三 李四")
    ['张三', '李四']
    """
    parts, depth, part = [], 0, ""
    for at, letter in enumerate(cell):
        if letter in _OPENING and any(closing in cell[at:] for closing in _CLOSING):
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
        if letter in _DIVIDERS and not depth:
            parts.append(part)
            part = ""
        else:
            part += letter
    parts.append(part)
    names: dict[str, None] = {}
    for found in parts:
        name = _TAIL.sub("", found.strip().rstrip("。.")).strip()
        people = re.split(r"[ \u00a0\u3000]+", name)
        several = len(people) > 1 and all(re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", person) for person in people)
        names.update(dict.fromkeys(people if several else [name]))
    return [name for name in names if name]
