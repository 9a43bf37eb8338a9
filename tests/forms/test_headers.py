"""Every header really published is a field, personal, or known: never unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.errors import SourceError, UsageError
from loaders.columns import header_key, is_known, map_columns, unit_of
from loaders.forms import FORMS

ROSTERS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "data" / "headers.yml").read_text("utf-8"))


@pytest.mark.parametrize("roster", ROSTERS, ids=lambda roster: roster["roster"])
def test_every_published_header_is_known(roster: dict[str, Any]) -> None:
    columns = map_columns(FORMS[roster["kind"]], roster["headers"], roster.get("map", {}))
    assert columns.unknown == ()
    assert len(columns.lines()) == len(roster["headers"])
    assert all(is_known(header) for header in roster["headers"] if header not in roster.get("map", {}))


FIELDS = {
    "名   称": ("Platform", "name"),
    "国家级库（圃）名称": ("Platform", "name"),
    "所在省（自治区、直辖市）": ("Platform", "province"),
    "变更后企业名称": ("Enterprise", "name"),
    "原企业名称": ("Enterprise", "former_name"),
    "总收入(千元)": ("Enterprise", "income"),
    "需求时限(起止年)": ("Demand", "deadline"),
    "项目牵头承担单位": ("Project", "undertaker"),
    "拟支持经费(万元)": ("Project", "funding"),
    "Project Title": ("Project", "name"),
    "合作单位2": ("Project", "partners"),
    "基本情况/项目名称": ("Project", "name"),
    "選派單位": ("Person", "home"),
    "*姓名": ("Person", "name"),
    "姓 名（必填）": ("Person", "name"),
}


@pytest.mark.parametrize("header", list(FIELDS))
def test_a_header_means_this_field(header: str) -> None:
    kind, name = FIELDS[header]
    form = FORMS[kind]
    needed = [one.zh for one in form.fields if one.needed and one.name != name]
    assert map_columns(form, [header, *needed]).matched[header].field.name == name


def test_units_of_headers() -> None:
    assert [unit_of(h) for h in ("注册资本(千元)", "经费（万元）", "总投资（亿元）", "项目名称")] == [
        "千元",
        "万元",
        "亿元",
        "",
    ]


def test_a_column_of_private_data_is_dropped_and_the_role_is_kept() -> None:
    columns = map_columns(FORMS["Project"], ["项目名称", "项目负责人", "负责人电话", "联系人", "身份证号码"])
    assert columns.personal == ("负责人电话", "联系人", "身份证号码")
    assert columns.matched["项目负责人"].field.name == "leader"


def test_an_unknown_column_is_named_and_never_guessed() -> None:
    columns = map_columns(FORMS["Project"], ["项目名称", "项目负责任人"])
    assert columns.unknown == ("项目负责任人",)
    assert "--map 项目负责任人=leader" in columns.lines()[1]


def test_a_needed_column_that_is_missing_stops_with_what_was_seen() -> None:
    with pytest.raises(SourceError) as error:
        map_columns(FORMS["Demand"], ["需求名称", "联系人"])
    assert "提出单位" in error.value.detail
    assert "需求名称、联系人" in error.value.detail
    assert "--map" in error.value.way_out


def test_two_columns_for_one_field_stop() -> None:
    with pytest.raises(SourceError, match="都会当作"):
        map_columns(FORMS["Enterprise"], ["企业名称", "单位名称"])
    columns = map_columns(FORMS["Enterprise"], ["企业名称", "单位名称"], {"单位名称": ""})
    assert columns.dropped == ("单位名称",)


def test_overrides() -> None:
    columns = map_columns(
        FORMS["Project"], ["题目", "牵头方", "数额"], {"题目": "name", "牵头方": "承担单位", "数额": "funding(万元)"}
    )
    assert [m.field.name for m in columns.matched.values()] == ["name", "undertaker", "funding"]
    assert columns.matched["数额"].unit == "万元"
    with pytest.raises(UsageError, match="不在表里"):
        map_columns(FORMS["Project"], ["项目名称"], {"没有": "name"})
    with pytest.raises(UsageError, match="没有字段"):
        map_columns(FORMS["Project"], ["项目名称"], {"项目名称": "nothing"})


@pytest.mark.parametrize("kind", list(FORMS))
def test_no_word_is_declared_for_two_fields_of_a_form(kind: str) -> None:
    owner: dict[str, str] = {}
    for one in FORMS[kind].fields:
        for word in {header_key(word) for word in (one.zh, one.name, *one.words)}:
            assert owner.setdefault(word, one.name) == one.name, word
    assert not owner.keys() & {header_key(word) for word in FORMS[kind].known}
    assert not owner.keys() & {header_key(word) for word in FORMS[kind].personal}


@pytest.mark.parametrize("kind", list(FORMS))
def test_the_headings_and_english_names_of_a_form_are_known(kind: str) -> None:
    form = FORMS[kind]
    for headers in ([one.zh for one in form.fields], [one.name for one in form.fields]):
        columns = map_columns(form, headers)
        assert [m.field.name for m in columns.matched.values()] == [one.name for one in form.fields]
