"""Keys before names: one equal valid code says one body, two different valid codes of one scheme say two."""

from __future__ import annotations

import re
from collections.abc import Mapping

from stdnum import isni
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from graph.identity.named import Verdict, different, same

NAMES = {"uscc": "统一社会信用代码", "moe": "学校标识码", "ror": "ROR", "isni": "ISNI"}


def valid(scheme: str, value: str) -> str:
    """The code in its one spelling, "" when it is none.

    >>> valid("uscc", "91110000600037341L"), valid("uscc", "91110000600037341M")
    ('91110000600037341L', '')
    >>> valid("ror", "https://ror.org/017zhmm22"), valid("moe", "4161010698"), valid("moe", "12")
    ('017zhmm22', '4161010698', '')
    """
    text = re.sub(r"[\s\-]", "", value).strip()
    if scheme == "uscc":
        return _checked(uscc.validate, text.upper())
    if scheme == "isni":
        return _checked(isni.validate, text.rpartition("/")[2].upper())
    if scheme == "ror":
        found = re.fullmatch(r"(?:https?://)?(?:ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})", text.lower())
        return found[1] if found else ""
    if scheme == "moe":
        return text if re.fullmatch(r"4\d{9}|\d{5}", text) else ""
    return text


def _checked(validate: object, text: str) -> str:
    try:
        return str(validate(text)) if callable(validate) else ""
    except ValidationError:
        return ""


def by_keys(one: Mapping[str, str], other: Mapping[str, str]) -> Verdict | None:
    """The verdict of the codes, None where they say nothing."""
    if not one or not other:
        return None
    for scheme in (*NAMES, *sorted((one.keys() & other.keys()) - NAMES.keys())):
        mine, theirs = valid(scheme, one.get(scheme, "")), valid(scheme, other.get(scheme, ""))
        if mine and theirs:
            title = NAMES.get(scheme, scheme)
            if mine == theirs:
                return same(f"{title}相同：{mine}")
            return different(f"{title}不同：{mine} / {theirs}", 0.0, veto=True)
    return None
