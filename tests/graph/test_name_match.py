"""The query for a text and the rank of a match, without a database."""

from __future__ import annotations

import pytest

from graph.name_match import escaped, lucene, match


def row(name: str, *names: str, scheme: str = "", former: tuple[str, ...] = ()) -> dict[str, object]:
    return {"name": name, "names": [name, *names], "former": list(former), "search_text": "", "scheme": scheme}


@pytest.mark.parametrize("text", ['a"b', "a+b", "(a)", "a:b", "a\\b", "a~", "[x TO y]", "a/b", "a*?", "&& ||"])
def test_no_character_keeps_its_meaning(text: str) -> None:
    plain = escaped(text)
    for at, char in enumerate(plain):
        if char in '+-!(){}[]^"~*?:/&|':
            assert plain[at - 1] == "\\"


def test_one_character_is_looked_for_on_both_sides_of_a_pair() -> None:
    assert lucene("药") == "药^4 OR 药* OR *药"


def test_a_pinyin_is_a_beginning() -> None:
    assert lucene("Xi'an Jiao") == '"xianjiao"^4 OR xianjiao*'


def test_order_of_certainty() -> None:
    texts = [
        match("盘龙药业", row("盘龙药业")),
        match("盘龙", row("盘龙药业", "盘龙")),
        match("panlongyaoye", row("盘龙药业")),
        match("盘龙", row("盘龙药业")),
        match("plyy", row("盘龙药业")),
        match("盘古药厂", row("盘龙药业")),
    ]
    assert [found.certain for found in texts] == [True, True, False, False, False, False]
    assert texts[0].score > texts[1].score > max(found.score for found in texts[2:])
    assert [found.why for found in texts] == [
        "名称",
        "别名 盘龙",
        "拼音",
        "名称包含",
        "拼音首字母",
        "名称相近",
    ]


def test_traditional_and_wide_characters_are_the_same_name() -> None:
    assert match("陝西鋅業", row("陕西锌业")).why == "名称"
    assert match("ＡＢＣ公司", row("abc公司")).why == "名称"


def test_a_number_of_a_register_is_certain() -> None:
    found = match("4161010698", row("西安交通大学", scheme="moe"))
    assert (found.certain, found.why) == (True, "标识 moe")


def test_a_former_name_says_until_when() -> None:
    found = match("西安财经学院", row("西安财经大学", "西安财经学院", former=("西安财经学院（至 2018）",)))
    assert (found.certain, found.why, found.score) == (True, "曾用名 西安财经学院（至 2018）", 0.9)
