"""Codes of bodies: unified social credit code (GB 32100-2015), organisation code (GB 11714-1997), code of a school."""

from __future__ import annotations

import re

from stdnum.cn import uscc as rule

from graph.schema.values.misread import compact, hint

USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
ORGANISATION = re.compile(r"[0-9A-Z]{8}[0-9X]")
_REGIONS = {1: 5, 2: 3, 3: 7, 4: 6, 6: 5}
PROVINCES = frozenset(f"{region}{n}" for region, count in _REGIONS.items() for n in range(1, count + 1)) | frozenset(
    ("50", "51", "52", "53", "54", "71", "81", "82")
)
"""First two digits of division codes (GB/T 2260)."""
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def uscc(text: str) -> str:
    """A unified social credit code, 18 characters, upper case. Raises `ValueError` with a Chinese reason.

    >>> uscc("911100 00600037341l")
    '91110000600037341L'
    """
    code = compact(text)
    if len(code) != 18:
        older = {15: "（15 位是旧的工商注册号）", 9: "（9 位是组织机构代码）"}.get(len(code), "")
        raise ValueError(f"统一社会信用代码应为 18 位，现为 {len(code)} 位{older}：{text.strip()}")
    if not USCC.fullmatch(code):
        found = "、".join(dict.fromkeys(c for c in code if not USCC.fullmatch(c * 18)))
        raise ValueError(f"统一社会信用代码不用字符 {found}：{code}{hint(code, _sound, 'OIZS')}")
    if not _sound(code):
        raise ValueError(f"统一社会信用代码的校验位不对：{code}{hint(code, _sound)}")
    return code


def organisation_code(text: str) -> str:
    """A nine-digit organisation code, `43523094-0` → `435230940`. Raises `ValueError` with a Chinese reason.

    It is also digits 9 to 17 of a unified social credit code.
    """
    code = compact(text)
    if len(code) != 9:
        raise ValueError(f"组织机构代码应为 9 位，现为 {len(code)} 位：{text.strip()}")
    if not ORGANISATION.fullmatch(code):
        raise ValueError(f"组织机构代码由 8 位数字或字母加 1 位校验码组成：{code}")
    if not _holds(code):
        raise ValueError(f"组织机构代码的校验位不对：{code}{hint(code, _holds)}")
    return code


def moe_code(text: str) -> str:
    """The ten digits by which the Ministry of Education knows a school: 41 61 010698. Raises `ValueError`.

    41 regular institutions, 42 those for adults; then the province (GB/T 2260) and the number of the school.
    """
    code = compact(re.sub(r"\.0$", "", text.strip()))
    if not code.isdecimal():
        raise ValueError(f"学校标识码应为 10 位数字：{text.strip()}{hint(code, _school)}")
    if len(code) != 10:
        only_number = "（5 位是院校代码）" if len(code) == 5 else ""
        raise ValueError(f"学校标识码应为 10 位，现为 {len(code)} 位{only_number}：{text.strip()}")
    if not _school(code):
        raise ValueError(f"学校标识码应以 41 或 42 加省份代码开头：{code}")
    return code


def _sound(code: str) -> bool:
    return bool(USCC.fullmatch(code)) and rule.calc_check_digit(code[:-1]) == code[-1]


def _holds(code: str) -> bool:
    if not ORGANISATION.fullmatch(code):
        return False
    rest = 11 - sum(weight * int(char, 36) for weight, char in zip(_WEIGHTS, code, strict=False)) % 11
    return code[-1] == {10: "X", 11: "0"}.get(rest, str(rest))


def _school(code: str) -> bool:
    return len(code) == 10 and code.isdecimal() and code[:2] in ("41", "42") and code[2:4] in PROVINCES
