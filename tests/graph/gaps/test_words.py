"""A row in words: the reason, the evidence and its sources, the lists behind "none found"."""

from __future__ import annotations

from typing import Any

from graph.answers import Counts, SourceRef
from graph.gaps.counts import by_dimension
from graph.gaps.coverage import notes
from graph.gaps.rows import evidence, finding, finding_id, reason

LIST: dict[str, Any] = {
    "need": 0,
    "id": "c1",
    "source": "labs",
    "publisher": "云溪站",
    "title": "实验室名单",
    "about": "Platform",
    "subkind": "重点实验室",
    "place": "全国",
    "first": "2019",
    "last": "2019",
    "complete": True,
    "claimed_by": "publisher",
    "declared": 253,
    "loaded": 11,
    "retrieved": "2019-12-31",
    "every": "",
    "due": None,
}
ROW: dict[str, Any] = {
    "anchor_id": "plc-1",
    "anchor_kind": "Place",
    "anchor_name": "云溪市",
    "anchor_key": None,
    "place": "云溪市",
    "county": "",
    "chains": [],
    "group": "",
    "state": "not_collected",
    "parts": [
        None,
        {"text": "未见实验室"},
        {"text": "空的", "names": []},
        {"text": "其他", "names": ["甲", "乙", "甲"]},
    ],
    "note": None,
    "evidence": [],
    "candidates": [],
    "covered": [],
}


def test_the_reason_opens_with_the_state_and_leaves_out_what_is_empty() -> None:
    assert reason(ROW, []) == "未收录依据：未见实验室；其他：甲、乙"
    assert reason(ROW | {"state": "linked"}, []) == "未见实验室；其他：甲、乙"


def test_none_found_names_publisher_title_date_count_and_place_of_the_list() -> None:
    text = reason(ROW | {"state": "none_found", "covered": ["c1"], "parts": [{"text": "未见实验室"}]}, [LIST])
    assert text == "查无：未见实验室。依据的完整名单：云溪站《实验室名单》（截至 2019，自报 253 个，范围 全国）"


def test_a_list_past_its_day_says_so() -> None:
    covered = ROW | {"state": "none_found", "covered": ["c1"]}
    stale = LIST | {"every": "P1Y", "due": "2020-12-31"}
    assert "2020-12-31 起应换新版，已过期" in reason(covered, [stale])


def test_a_list_called_complete_by_its_loader_says_so() -> None:
    covered = ROW | {"state": "none_found", "covered": ["c1"]}
    assert "完整与否由装载者声明" in reason(covered, [LIST | {"claimed_by": "user"}])


def test_a_tie_that_serves_two_partners_is_one_fact_and_a_signed_one_says_so() -> None:
    item = {
        "tie": "t1",
        "type": "CO_BUILT_BY",
        "start": "联合中心",
        "end": "长宁大学",
        "stage": "signed",
        "status": "signed",
        "date_text": "06-19",
        "records": ["facts:F1"],
        "sources": ["S1", "S9"],
    }
    source = SourceRef(id="S1", publisher="云溪日报", title="题", mark="R", address_text="http://a.example")
    found = evidence([item, dict(item)], {"S1": source})
    assert [(fact.text, fact.record, fact.date_text) for fact in found] == [
        ("联合中心由长宁大学共建（已签约）", "facts:F1", "06-19")
    ]
    assert found[0].sources == [source]


def test_a_value_is_told_with_its_owner_indicator_and_unit() -> None:
    item = {
        "tie": "t1",
        "type": "HAS_VALUE",
        "start": "云溪市",
        "end": "合同额",
        "value": "436000000",
        "unit": "元",
        "stage": "started",
        "date_text": "2023",
        "records": ["facts:F2"],
        "sources": None,
        "background": True,
    }
    (fact,) = evidence([item], {})
    assert (fact.text, fact.background, fact.sources) == ("云溪市的合同额：4.36 亿元", True, [])


def test_the_id_of_a_finding_depends_on_rule_and_anchor_only() -> None:
    since = {finding_id("r", "plc-1"): "2026-01-01"}
    one, other = finding("r", ROW, {}, [], since), finding("r", ROW | {"state": "linked"}, {}, [], {})
    assert one.finding == other.finding != finding("q", ROW, {}, [], {}).finding
    assert (one.since, other.since) == ("2026-01-01", None)


def test_a_list_that_nobody_loaded_is_noted_as_none_and_one_list_is_noted_once() -> None:
    needs = [{"about": "Platform", "subkind": "重点实验室"}, {"about": "IN_CHAIN"}]
    found = notes(needs, [LIST, LIST | {"id": "c2", "complete": False, "place": "云溪市"}, dict(LIST)])
    assert [(note.about, note.state, note.place, note.declared) for note in found] == [
        ("Platform", "complete", "全国", 253),
        ("Platform", "partial", "云溪市", 253),
        ("IN_CHAIN", "none", "西安市、商洛市", None),
    ]


def test_counts_by_county_and_chain_with_totals_and_no_empty_dimension() -> None:
    rows = [
        ROW | {"county": "云溪县", "chains": ["锌", "钒"], "state": "linked"},
        ROW | {"county": "云溪县", "chains": []},
        ROW | {"county": "", "chains": ["锌"], "state": "none_found"},
    ]
    found = by_dimension(rows)
    assert found["county"] == {
        "": Counts(none_found=1, total=1),
        "云溪县": Counts(linked=1, not_collected=1, total=2),
    }
    assert found["chain"] == {
        "": Counts(not_collected=1, total=1),
        "钒": Counts(linked=1, total=1),
        "锌": Counts(linked=1, none_found=1, total=2),
    }
    assert set(found) == {"county", "chain", "kind"}
