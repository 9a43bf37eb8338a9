"""Classes of GB/T 4754-2017 by code and exact name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.gazetteer import industry
from graph.gazetteer.tables import rows

SOURCE = Path(__file__).parents[3] / "loaders/sources/industries/data/gbt4754-2017.csv"


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("C", "C", "门类"),
        ("制造业", "C", "门类"),
        ("27", "27", "大类"),
        ("C27", "27", "大类"),
        ("医药制造业", "27", "大类"),
        ("27 医药制造业", "27", "大类"),
        ("C27医药制造业", "27", "大类"),
        ("012", "012", "中类"),
        ("c2614", "2614", "小类"),
        ("稻谷种植", "0111", "小类"),
        ("飞机制造", "3741", "小类"),
        # Defects of the published list: a name of mixed brackets, a name with a trailing blank, a group without a row.
        ("三维(3D)打印技术推广服务", "7517", "小类"),
        ("271", "271", "中类"),
        # One name at several levels, one below the other: the broadest.
        ("教育", "P", "门类"),
        ("其他采矿业", "12", "大类"),
    ],
)
def test_a_class(text: str, code: str, level: str) -> None:
    found = industry(text)
    assert found is not None
    assert (found.code, found.level) == (code, level)


@pytest.mark.parametrize("text", ["", "-", "医药", "制造", "A2614", "27 制造业", "Z", "9999", "生物医药产业", "1"])
def test_never_a_guess(text: str) -> None:
    assert industry(text) is None


def test_the_table_is_the_published_list() -> None:
    with SOURCE.open(encoding="utf-8-sig", newline="") as file:
        published = list(csv.DictReader(file))
    codes = {
        (r["class"] or r["group"] or r["division"] or r["section"]): r["name"].strip() for r in reversed(published)
    }
    kept = {row["code"]: row["name"] for row in rows("industries.csv")}
    added = kept.keys() - codes.keys()
    assert kept.items() >= codes.items()
    # 199 groups without a row of their own, and the class printed without its code.
    assert len(added) == 200
    assert {kept[code] for code in added if len(code) == 4} == {"飞机制造"}
    assert all(kept[code] in {kept.get(f"{code}{n}") for n in range(10)} for code in added if len(code) == 3)


def test_every_row_is_found_by_its_code() -> None:
    for row in rows("industries.csv"):
        found = industry(row["code"])
        assert found is not None
        assert (found.name, found.section) == (row["name"], row["section"])
