"""Names as shown and as keys: glosses, widths, simplified, and that both functions agree with the long way round."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.schema.values import clean, fold, is_nothing
from graph.schema.values.traditional import traditional_characters

PROJECTS = Path(__file__).parents[3] / "loaders/sources/projects/data/nkrdp-2018-2020.csv"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("實(shí)習(xí)", "实习"),
        ("實（ｓｈí）習（xí）基地", "实习基地"),
        ("商洛（shāng luò）市", "商洛市"),
        ("商洛(shangluo)市", "商洛市"),
        ("西安(xi'an)高新区", "西安高新区"),
        ("长(chang)安大学", "长安大学"),
        ("綠(lǜ)色", "绿色"),
        ("陝西", "陕西"),
        ("陜西", "陕西"),
        ("中国科学院城 市环境硏究所", "中国科学院城市环境研究所"),
        ("ＡＢＣ 公司", "ABC 公司"),
        ("西安\u00a0\n交通　大学", "西安交通大学"),
        # Brackets that say something stay, and so does their width.
        ("陕西有色（集团）有限公司", "陕西有色（集团）有限公司"),
        ("中国地质大学(武汉)", "中国地质大学(武汉)"),
        ("聚乙烯(pe)管", "聚乙烯(pe)管"),
        ("凝胶(gel)", "凝胶(gel)"),
        ("药用植物园（yuan qu）", "药用植物园（yuan qu）"),
        # Simplified text may hold characters that are also traditional forms of others.
        ("乾佑街道", "乾佑街道"),
        ("柞水縣乾佑鎮", "柞水县乾佑镇"),
        ("乾縣", "乾县"),
        ("於潜镇", "於潜镇"),
        ("覆盖", "覆盖"),
        ("乾燥設備", "干燥设备"),
    ],
)
def test_a_name_as_shown(printed: str, shown: str) -> None:
    assert clean(printed) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("秦创原(商洛高新区)孵化器", "秦创原（商洛高新区）孵化器"),
        ("“一带一路” 联合实验室", "一带一路联合实验室"),
        ("西安·交通大学", "西安交通大学"),
        ("陝西學前師範學院", "陕西学前师范学院"),
        ("Ｂｉｏ－Tech Co., Ltd.", "bio-tech co ltd"),
    ],
)
def test_names_that_are_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_stay_apart() -> None:
    assert len({fold(name) for name in ("商州区", "商州市", "商南县", "商洛（集团）", "商洛")}) == 5


def test_the_short_way_is_the_long_way_for_real_names() -> None:
    with PROJECTS.open(encoding="utf-8-sig", newline="") as file:
        names = {row[column] for row in csv.DictReader(file) for column in ("项目名称", "项目牵头承担单位")}
    assert len(names) > 2000
    for name in names:
        # A blank before and behind keeps a text off the short way.
        assert clean(name) == clean(f" {name} ")
        assert fold(name) == fold(f" {name} ")


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12))
def test_cleaning_and_folding_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text) == fold(clean(text))


def test_ordinary_simplified_characters_are_not_taken_for_traditional() -> None:
    assert traditional_characters().isdisjoint("乾於藉覆瞭西安商洛大学研究所科技厅县区")
    assert len(traditional_characters()) > 4000


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "——", "/", "N/A", "ｎ／ａ", "无", "（无）", "*", "0000-00-00", "0000-00-00 00:00:00", "#N/A", "…"],
)
def test_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "0.00", "无锡", "无为市", "A/B", "2021-01-01", "否", "-5"])
def test_something(text: str) -> None:
    assert not is_nothing(text)
