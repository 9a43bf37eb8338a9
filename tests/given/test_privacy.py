"""What looks personal goes, wherever in a cell it stands; what only looks like it stays. All numbers are made up."""

from __future__ import annotations

import pytest

from loaders.given.rows import KeptRow, without_personal
from loaders.privacy import DROPPED, guarded


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("账号 6222021234567890128", f"账号 {DROPPED}"),
        ("6222 0212 3456 7890 128", DROPPED),
        ("02988881234", DROPPED),
        ("09142312345", DROPPED),
        ("（0914）2312345", DROPPED),
        ("电话：2312345", f"电话{DROPPED}"),
        ("护照 E12345678", f"护照 {DROPPED}"),
        ("编造某，1962年10月生，教授", f"编造某，{DROPPED}，教授"),
        ("出生年月：1975.03", DROPPED),
    ],
)
def test_personal_by_its_form(text: str, left: str) -> None:
    assert guarded(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "6222021234567890123",  # no right Luhn digit
        "916100002206000123",
        "GR201961000123",
        "CN201310123456.7",
        "2019年生产，2020年生效",
        "61000000000",
        "面积 4.5 万亩，2014年生态移民",
        "0.123456789012",
        "2018YFB0904800",
        "12345678",
    ],
)
def test_not_personal(text: str) -> None:
    assert guarded(text) == text


def test_columns_go_whole_and_cells_are_masked_and_counted() -> None:
    rows = [
        KeptRow(2, "", {"名称": "虚构公司", "联系电话": "2312345", "备注": "找 13800138000", "产值": "13912345678"}),
        KeptRow(3, "", {"名称": "虚构二公司", "联系电话": "", "备注": "无", "产值": "1"}),
    ]
    cleaned = without_personal(rows, ["联系电话"], ["产值"])
    assert dict(cleaned.dropped) == {"联系电话": 1}
    assert dict(cleaned.masked) == {"备注": 1}
    assert [row.cells for row in cleaned.rows] == [
        {"名称": "虚构公司", "备注": f"找 {DROPPED}", "产值": "13912345678"},
        {"名称": "虚构二公司", "备注": "无", "产值": "1"},
    ]
