"""Codes and their check digits; a wrong one says what is wrong, and what may have been meant."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc as rule
from stdnum.iso7064 import mod_11_2

from graph.schema.values import doi, hnte_number, isni, moe_code, orcid, organisation_code, patent_number, ror_id, uscc

SOURCES = Path(__file__).parents[3] / "loaders/sources"


@pytest.mark.parametrize(
    ("read", "printed", "normal"),
    [
        (uscc, "91110000600037341L", "91110000600037341L"),
        (uscc, " 9111 0000 6000 37341l ", "91110000600037341L"),
        (uscc, "９１１１００００６０００３７３４１Ｌ", "91110000600037341L"),
        (organisation_code, "60003734-1", "600037341"),
        (moe_code, "4161010698", "4161010698"),
        (moe_code, "4161010698.0", "4161010698"),
        (ror_id, "https://ror.org/017zhmm22", "017zhmm22"),
        (ror_id, "017ZHMM22", "017zhmm22"),
        (orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        (orcid, "000000021694233x", "0000-0002-1694-233X"),
        (isni, "ISNI 0000 0001 2103 2683", "0000000121032683"),
        (doi, "https://doi.org/10.1029/2019JB018463", "10.1029/2019jb018463"),
        (doi, "DOI：10.1016/S0040-1951(99)00042-7.", "10.1016/s0040-1951(99)00042-7"),
        (patent_number, "200310102344.5", "CN200310102344.5"),
        (patent_number, "ZL 2003 1 0102344.5", "CN200310102344.5"),
        (patent_number, "CN2003101023445", "CN200310102344.5"),
        (patent_number, "200310102344", "CN200310102344.5"),
        (patent_number, "ZL98112345.7", "CN98112345.7"),
        (patent_number, "CN 109876543 A", "CN109876543A"),
        (patent_number, "WO2020/123456A1", "WO2020123456A1"),
        (patent_number, "PCT/CN2019/123456", "PCT/CN2019/123456"),
        (hnte_number, "GR201961000123", "GR201961000123"),
        (hnte_number, "gr 2019 61 000123", "GR201961000123"),
    ],
)
def test_normal_forms(read: Callable[[str], str], printed: str, normal: str) -> None:
    assert read(printed) == normal
    assert read(normal) == normal


@pytest.mark.parametrize(
    ("read", "printed", "reason"),
    [
        (uscc, "911100006000373411", "校验位不对"),
        (uscc, "9111010855138508", "应为 18 位，现为 16 位"),
        (uscc, "610100100012345", "15 位是旧的工商注册号"),
        (uscc, "9111OOOO600037341L", "第 5、6、7、8 位.*是否为 91110000600037341L"),
        (uscc, "9I110000600037341L", "不用字符 I.*是否为 91110000600037341L"),
        (organisation_code, "60003734-2", "校验位不对"),
        (organisation_code, "6000373", "应为 9 位"),
        (moe_code, "10698", "5 位是院校代码"),
        (moe_code, "4199010698", "省份代码"),
        (moe_code, "416101O698", "是否为 4161010698"),
        (ror_id, "017zhmm23", "校验位不对"),
        (ror_id, "0i7zhmm22", "不用字符 i.*是否为 017zhmm22"),
        (ror_id, "17zhmm22", "以 0 开头的 9 位"),
        (orcid, "0000-0002-1825-0098", "校验位不对"),
        (orcid, "0000-0002-1825-OO97", "第 13、14 位"),
        (isni, "0000 0001 2103 2684", "校验位不对"),
        (doi, "10.1/x", "应形如"),
        (patent_number, "200310102344.6", "校验位不对，应为 5"),
        (patent_number, "CN109876543", "缺文献种类字母"),
        (patent_number, "200350102344.5", "种类 1 位"),
        (patent_number, "20031O102344.5", "是否为 200310102344.5"),
        (hnte_number, "GR20196100012", "14 位"),
        (hnte_number, "GR2O1961000123", "是否为 GR201961000123"),
        (hnte_number, "GR201999000123", "省份"),
    ],
)
def test_what_is_wrong_says_what(read: Callable[[str], str], printed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(printed)


DIGITS = st.text("0123456789", min_size=1)
USCC_BODY = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17)


@given(USCC_BODY, st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_character_of_a_credit_code_is_found(body: str, at: int, other: str) -> None:
    code = body + rule.calc_check_digit(body)
    assert uscc(code) == code
    wrong = code[:at] + other + code[at + 1 :]
    if wrong != code:
        with pytest.raises(ValueError, match="校验位"):
            uscc(wrong)


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_of_an_orcid_is_found(body: str, at: int, step: int) -> None:
    code = body + mod_11_2.calc_check_digit(body)
    assert orcid(code).replace("-", "") == isni(code) == code
    wrong = f"{code[:at]}{(int(code[at]) + step) % 10}{code[at + 1 :]}"
    with pytest.raises(ValueError, match="校验位"):
        orcid(wrong)


@given(st.integers(1985, 2030), st.sampled_from("12389"), st.integers(0, 9_999_999), st.sampled_from("0123456789X"))
def test_an_application_has_one_check_character(year: int, kind: str, serial: int, check: str) -> None:
    number = f"{year}{kind}{serial:07}"
    normal = patent_number(f"ZL{number}")
    if normal.endswith(f".{check}"):
        assert patent_number(f"{number}.{check}") == normal
    else:
        with pytest.raises(ValueError, match="校验位"):
            patent_number(f"{number}.{check}")


def test_every_code_of_the_bundled_registries_holds() -> None:
    lines = (SOURCES / "ror/data/xian-non-universities.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({ror_id(json.loads(line)["id"]) for line in lines}) == 32
    with (SOURCES / "universities/data/moe-2017-xian-shangluo.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len({moe_code(row["学校标识码"]) for row in csv.DictReader(file)}) == 65
