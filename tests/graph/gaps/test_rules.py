"""The rules there are, and the parameters they take: an error names what is wrong and what there is."""

from __future__ import annotations

import pytest

from graph.errors import NotFoundError, UsageError
from graph.gaps import ask, rules
from graph.gaps.rules import checked, find, needs, widest
from graph.schema import NODE_KINDS
from graph.schema.agreement import Commitment
from graph.store import Store

NAMES = [
    "chains-without-institute",
    "commitments-without-evidence",
    "lead-firms-without-xian-partner",
    "one-sided-platforms",
    "resources-without-xian-user",
    "state-key-laboratories-by-city",
]
COLUMNS = (
    "anchor_id",
    "anchor_kind",
    "anchor_name",
    "anchor_key",
    "place",
    "county",
    "chains",
    "group",
    "state",
    "parts",
    "note",
    "evidence",
    "candidates",
    "covered",
)


def test_the_six_rules_each_with_reason_commitments_and_a_revision_of_its_own() -> None:
    found = rules()
    assert [rule.name for rule in found] == NAMES
    assert all(rule.title and rule.why and rule.commitments and rule.looks_at for rule in found)
    assert len({rule.revision for rule in found}) == len(NAMES)
    assert {rule.anchor for rule in found} <= NODE_KINDS.keys()
    assert Commitment.label in {rule.anchor for rule in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_returns_the_same_columns_and_says_what_coverage_it_needs(name: str) -> None:
    assert find(name).columns == COLUMNS
    assert needs(find(name))
    assert "没有" not in find(name).text


def test_an_unknown_rule_is_not_found_and_the_names_are_listed(store: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        ask(store, "no-such-rule")
    assert all(name in caught.value.way_out for name in NAMES)


@pytest.mark.parametrize(
    ("rule", "given", "told"),
    [
        ("one-sided-platforms", {"size": "3"}, "没有参数 size"),
        ("one-sided-platforms", {"needs": []}, "没有参数 needs"),
        ("one-sided-platforms", {"scope": "everything"}, "scope 不能是“everything”"),
        ("one-sided-platforms", {"county": 7}, "county 应为 string"),
        ("state-key-laboratories-by-city", {"cities": [1]}, "cities 应为 list<string>"),
        ("commitments-without-evidence", {"direction": "左→右"}, "direction 不能是“左→右”"),
    ],
)
def test_a_wrong_parameter_is_refused_before_the_graph_is_asked(
    store: Store, rule: str, given: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        ask(store, rule, **given)
    assert caught.value.way_out


@pytest.mark.parametrize("given", [{"county": "天水县"}, {"chain": "火箭"}])
def test_a_county_or_chain_that_is_no_ones_is_an_error_and_no_empty_answer(store: Store, given: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match=next(iter(given.values()))):
        ask(store, "one-sided-platforms", **given)


def test_text_is_read_as_the_declared_type_and_an_empty_one_is_no_value() -> None:
    query = find("state-key-laboratories-by-city")
    assert checked(query, {"cities": "西安市，商洛市"})["cities"] == ["西安市", "商洛市"]
    assert checked(find("one-sided-platforms"), {"county": ""}) == {"scope": "built", "county": None, "chain": None}


def test_the_widest_question_takes_every_anchor() -> None:
    assert widest(find("lead-firms-without-xian-partner")) == {"scope": "all"}
    assert widest(find("commitments-without-evidence")) == {}
