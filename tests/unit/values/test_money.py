"""Money as printed: twenty spellings of capital, units of the cell and of the header."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.schema.values import is_nothing, money, unit_of

PROJECTS = Path(__file__).parents[3] / "loaders/sources/projects/data/nkrdp-2018-2020.csv"
FUNDING = "中央财政经费（万元）"


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("500万元", 5_000_000),
        ("500(万)", 5_000_000),
        ("500（万）", 5_000_000),
        ("1,000(万元人民币)", 10_000_000),
        ("1，000万元", 10_000_000),
        ("1 000万元", 10_000_000),
        ("500.000000万人民币", 5_000_000),
        ("人民币500万元", 5_000_000),
        ("500万元人民币", 5_000_000),
        ("500万人民币元", 5_000_000),
        ("RMB 500万", 5_000_000),
        ("￥5,000,000.00", 5_000_000),
        ("5000千元", 5_000_000),
        ("5百万元", 5_000_000),
        ("5e6元", 5_000_000),
        ("伍佰万元整", 5_000_000),
        ("人民币伍佰万圆整", 5_000_000),
        ("五百万元", 5_000_000),
        ("约1.2亿", 120_000_000),
        ("大约1.2亿元", 120_000_000),
        ("一亿五千万元", 150_000_000),
        ("1.5万元左右", 15_000),
        ("3,000.50元", Decimal("3000.50")),
        ("0万元", 0),
    ],
)
def test_yuan(printed: str, amount: Decimal) -> None:
    found = money(printed)
    assert (found.low, found.high, found.currency, found.printed) == (amount, amount, "CNY", printed)
    assert found.one


@pytest.mark.parametrize(
    ("printed", "amount", "currency"),
    [
        ("500万美元", 5_000_000, "USD"),
        ("USD 500万", 5_000_000, "USD"),
        ("US$1,200", 1_200, "USD"),
        ("1000(万香港元)", 10_000_000, "HKD"),
        ("港币500元", 500, "HKD"),
        ("100万欧元", 1_000_000, "EUR"),
        ("500万日元", 5_000_000, "JPY"),
        ("30万新台币", 300_000, "TWD"),
    ],
)
def test_other_currencies_are_not_converted(printed: str, amount: int, currency: str) -> None:
    assert (money(printed).low, money(printed).currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("100-200万元", 1_000_000, 2_000_000),
        ("100万－200万元", 1_000_000, 2_000_000),
        ("100～200万元", 1_000_000, 2_000_000),
        ("100至200万元", 1_000_000, 2_000_000),
        ("8000万元-1.2亿元", 80_000_000, 120_000_000),
        ("100万元以上", 1_000_000, None),
        ("不少于10万", 100_000, None),
        ("≥10万元", 100_000, None),
        ("不超过50万元", 0, 500_000),
        ("20万元以内", 0, 200_000),
    ],
)
def test_ranges(printed: str, low: int, high: int | None) -> None:
    assert money(printed).low == Decimal(low)
    assert money(printed).high == (None if high is None else Decimal(high))
    assert not money(printed).one


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("资助金额(万元)", "万元"),
        ("中央财政经费（万元）", "万元"),
        ("注册资本(千元)", "千元"),
        ("投资额（亿元人民币）", "亿元人民币"),
        ("经费(单位:万元)", "万元"),
        ("单位：万元", "万元"),
        ("合同额/元", "元"),
        ("金额万元", "万元"),
        ("金额", ""),
        ("项目实施周期（年）", ""),
        ("占用场地面积(平方米)", ""),
    ],
)
def test_the_unit_of_a_header(header: str, unit: str) -> None:
    assert unit_of(header) == unit


@pytest.mark.parametrize(
    ("printed", "unit", "amount", "currency"),
    [
        ("3000", "万元", 30_000_000, "CNY"),
        ("3000", "注册资本(千元)", 3_000_000, "CNY"),
        ("3.5", "资助金额(万元)", 35_000, "CNY"),
        ("500", "万美元", 5_000_000, "USD"),
        ("USD 500", "注册资本(万)", 5_000_000, "USD"),
        # What the cell says counts before the header.
        ("3000元", "金额(万元)", 3_000, "CNY"),
        ("500万", "金额(元)", 5_000_000, "CNY"),
        ("500万美元", "注册资本(万元)", 5_000_000, "USD"),
    ],
)
def test_cell_and_header(printed: str, unit: str, amount: int, currency: str) -> None:
    assert (money(printed, unit).low, money(printed, unit).currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("-", "没有金额"),
        ("N/A", "没有金额"),
        ("3000", "没有写明单位"),
        ("万美元", "不是金额"),
        ("-5万", "金额为负"),
        ("(500)万元", "金额为负"),
        ("1,00万", "不是金额"),
        ("10 20万", "不是金额"),
        ("一万五元", "不是金额"),
        ("500万元/年", "不是金额"),
        ("200-100万元", "上限小于下限"),
        ("100万美元-200万欧元", "两种货币"),
        ("面议", "不是金额"),
    ],
)
def test_what_is_no_amount_says_why(printed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        money(printed)


def test_funding_of_real_projects() -> None:
    with PROJECTS.open(encoding="utf-8-sig", newline="") as file:
        cells = [row[FUNDING] for row in csv.DictReader(file)]
    stated = [cell for cell in cells if not is_nothing(cell)]
    # 1,264 empty and 4 with a star of 2,581 rows (README of the data).
    assert len(stated) == 2581 - 1264 - 4
    for cell in stated:
        assert money(cell, FUNDING).low == Decimal(cell.replace(",", "")) * 10_000


@given(st.integers(1, 10**9), st.sampled_from([("元", 1), ("千元", 10**3), ("万元", 10**4), ("亿元", 10**8)]))
def test_units(number: int, unit: tuple[str, int]) -> None:
    word, scale = unit
    assert money(f"{number}{word}").low == money(f"{number:,}", f"金额（{word}）").low == number * scale


@given(st.text(max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = money(text, "万元")
    except ValueError:
        return
    assert found.high is None or found.low <= found.high


def test_a_number_in_characters_takes_the_unit_of_its_header() -> None:
    """Only 万 and 亿 are a unit of their own: 一千二百 under 万元 is twelve million, and without a unit nothing."""
    assert money("一千二百", "注册资本（万元）").low == 12_000_000
    assert money("三百五十", "千元").low == 350_000
    assert money("五十万", "万元").low == 500_000
    assert money("一千二百元", "万元").low == 1200
    with pytest.raises(ValueError, match="没有写明单位"):
        money("一千二百")
