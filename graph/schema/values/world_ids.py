"""Identifiers used all over the world: ROR, ISNI, ORCID, DOI. Addresses around them are taken off."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from stdnum.iso7064 import mod_11_2

from graph.schema.values.misread import compact, hint

ROR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: without i, l, o and u."""
ROR = re.compile(rf"0[{ROR_ALPHABET}]{{6}}\d\d")
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_HOST = re.compile(r"^(?:https?:)?(?://)?(?:www\.)?(?:ror|orcid|isni|(?:dx\.)?doi)\.org/(?:isni/)?", re.IGNORECASE)
_LABEL = re.compile(r"^(?:ror|isni|orcid(?: id)?|doi)\s*:?\s*(?=[0-9])", re.IGNORECASE)


def ror_id(text: str) -> str:
    """A ROR id without its address, `https://ror.org/00655qp86` → `00655qp86`. Raises `ValueError` (Chinese).

    Its last two digits are a check by ISO 7064 mod 97-10 over the base-32 number before them.
    """
    code = _bare(text).lower()
    if not re.fullmatch(r"0[0-9a-z]{8}", code):
        raise ValueError(f"ROR 编号应为以 0 开头的 9 位：{text.strip()}")
    if not ROR.fullmatch(code):
        found = "、".join(dict.fromkeys(c for c in code if c not in ROR_ALPHABET)) or code[-2:]
        raise ValueError(f"ROR 编号不用字符 {found}：{code}{_ror_hint(code)}")
    if not _ror_holds(code):
        raise ValueError(f"ROR 编号的校验位不对：{code}")
    return code


def isni(text: str) -> str:
    """An ISNI, sixteen digits without blanks. Raises `ValueError` with a Chinese reason."""
    return _sixteen(text, "ISNI")


def orcid(text: str) -> str:
    """An ORCID iD in groups, `0000-0002-1825-0097`. Raises `ValueError` with a Chinese reason."""
    code = _sixteen(text, "ORCID")
    return "-".join(code[start : start + 4] for start in range(0, 16, 4))


def doi(text: str) -> str:
    """A DOI in lower case without its address, `https://doi.org/10.1000/ABC` → `10.1000/abc`. Raises `ValueError`.

    DOIs are compared without regard to case (DOI Handbook); a full stop or bracket behind it belongs to the sentence.
    """
    name = unquote(_bare(text)).lower().rstrip(".,;。；，")
    if name.endswith(")") and name.count("(") < name.count(")"):
        name = name[:-1]
    if not DOI.fullmatch(name):
        raise ValueError(f"DOI 应形如 10.1000/abc：{text.strip()}")
    return name


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    return _LABEL.sub("", _HOST.sub("", _LABEL.sub("", plain))).strip("/ ")


def _sixteen(text: str, what: str) -> str:
    code = compact(_bare(text))
    if len(code) != 16:
        raise ValueError(f"{what} 应为 16 位，现为 {len(code)} 位：{text.strip()}")
    if not re.fullmatch(r"\d{15}[\dX]", code):
        raise ValueError(f"{what} 由数字组成，末位可为 X：{text.strip()}{hint(code, _mod_11_2_holds)}")
    if not _mod_11_2_holds(code):
        raise ValueError(f"{what} 的校验位不对：{text.strip()}")
    return code


def _mod_11_2_holds(code: str) -> bool:
    return bool(re.fullmatch(r"\d{15}[\dX]", code)) and mod_11_2.calc_check_digit(code[:-1]) == code[-1]


def _ror_holds(code: str) -> bool:
    number = 0
    for char in code[:7]:
        number = number * 32 + ROR_ALPHABET.index(char)
    return bool(ROR.fullmatch(code)) and 98 - number * 100 % 97 == int(code[7:])


def _ror_hint(code: str) -> str:
    mended = code.translate(str.maketrans("oilu", "011v"))
    return f"；是否为 {mended}" if ROR.fullmatch(mended) and _ror_holds(mended) else ""
