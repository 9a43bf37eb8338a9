"""Numbers on certificates: patents (applications with check digit, publications) and high-tech enterprises."""

from __future__ import annotations

import re
import unicodedata

from graph.schema.values.body_codes import PROVINCES
from graph.schema.values.misread import compact, hint

# Year in two digits and number (until 2003-09), or year in four, kind and number; then the check character.
APPLICATION = re.compile(r"(?:CN|ZL)?(?P<number>\d{8}|\d{12})(?P<point>\.)?(?P<check>[\dX])?")
PUBLICATION = re.compile(r"CN(?P<number>\d{7}|\d{9})(?P<kind>[ABCUYS]\d?)")
ABROAD = re.compile(r"(?!CN|ZL)[A-Z]{2}(?:\d{5,13}(?:[A-Z]\d?)?|\d{4}[A-Z]{2}\d{5,6})")
PCT = re.compile(r"PCT/?([A-Z]{2})/?((?:19|20)\d{2})/?(\d{5,6})")
# Weights of the check character by position, from the left.
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_KINDS = "12389"
"""Fifth digit of a twelve-digit number: invention, utility model, design, and the first two by way of PCT."""

_DIGITS = str.maketrans("OIL", "011")
HNTE = re.compile(r"G[RFS](?P<year>20\d{2})(?P<province>\d{2})\d{6}")


def patent_number(text: str) -> str:
    """A patent's number in normal form. Raises `ValueError` with a Chinese reason.

    An application (CN or ZL, 申请号, 专利号) becomes `CN201910123456.7` or `CN98112345.6`; a missing check character
    is added, a wrong one is an error. A publication becomes `CN109876543A`; others `WO2020123456A1` and
    `PCT/CN2019/123456`. Check character: ZC 0006-2003.
    """
    code = re.sub(r"\(.*\)$", "", unicodedata.normalize("NFKC", text).upper())
    code = re.sub(r"^(?:专利号|申请号|公开号|公告号|授权公告号):?", "", compact(code)).replace("。", ".")
    if (pct := PCT.fullmatch(code)) is not None:
        return f"PCT/{pct[1]}{pct[2]}/{pct[3]}"
    code = code.replace("/", "")
    if PUBLICATION.fullmatch(code) or ABROAD.fullmatch(code):
        return code
    found = APPLICATION.fullmatch(code)
    plain_eight = found and len(found["number"]) == 8 and not found["point"] and not code.startswith("ZL")
    if found is None or plain_eight:
        raise ValueError(_why(code, text.strip()))
    number, check = found["number"], found["check"] or ""
    if len(number) == 12 and (number[4] not in _KINDS or not "1985" <= number[:4] <= "2100"):
        raise ValueError(f"专利申请号应为年份 4 位、种类 1 位（1、2、3、8、9）、流水号 7 位：{text.strip()}")
    right = _check(number)
    if check and check != right:
        raise ValueError(f"专利申请号的校验位不对，应为 {right}：{text.strip()}")
    return f"CN{number}.{right}"


def hnte_number(text: str) -> str:
    """Number of a high-tech enterprise's certificate, `GR201961000123`. Raises `ValueError` with a Chinese reason.

    GR (or GF, renewed until 2016, or GS), the year, the province (GB/T 2260) and six digits.
    """
    code = compact(text)
    if len(code) != 14:
        raise ValueError(f"高新技术企业证书编号应为 14 位（GR、年份 4 位、省份 2 位、流水号 6 位）：{text.strip()}")
    if not _certificate(code):
        advice = code[:2] + code[2:].translate(_DIGITS)
        tail = f"；是否为 {advice}" if advice != code and _certificate(advice) else ""
        raise ValueError(f"高新技术企业证书编号应为 GR 加年份、省份和 6 位数字：{text.strip()}{tail}")
    return code


def _check(number: str) -> str:
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False)) % 11
    return "X" if rest == 10 else str(rest)


def _why(code: str, text: str) -> str:
    if re.fullmatch(r"CN\d{7,9}", code):
        return f"专利公开号缺文献种类字母（如 A、B、U、S）：{text}"
    digits = re.sub(r"^(?:CN|ZL)", "", code)
    prefix = code.removesuffix(digits)
    if not re.fullmatch(r"[\dOILX.]+", digits):
        return f"不是专利号：{text}"
    return f"不是专利号：{text}{hint(digits, lambda mended: bool(APPLICATION.fullmatch(prefix + mended)), 'OIL')}"


def _certificate(code: str) -> bool:
    found = HNTE.fullmatch(code)
    return found is not None and found["year"] >= "2008" and found["province"] in PROVINCES
