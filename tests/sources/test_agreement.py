"""The agreement: every leaf a node, with its words, its parent and the two who promised."""

from __future__ import annotations

from collections import Counter

import pytest

from loaders.claims import NodeClaim
from loaders.sources.agreement.records import read
from tests.sources.mapping import Mapped, mapped, understand


@pytest.fixture(scope="module")
def agreement() -> Mapped:
    return mapped("agreement")


def commitment(agreement: Mapped, key: str) -> NodeClaim:
    return next(node for node in agreement.loaded[key].nodes if node.props.get("key") == key)


def test_every_row_is_loaded_and_every_cell_read(agreement: Mapped) -> None:
    assert len(agreement.loaded) == 52
    assert not agreement.left_out
    assert not agreement.rejected
    assert not agreement.left_over


def test_leaves_and_parents(agreement: Mapped) -> None:
    leaves = {key for key in agreement.loaded if commitment(agreement, key).props["leaf"]}
    assert len(leaves) == 46
    assert set(agreement.loaded) - leaves == {"C2", "C11", "C14", "C17", "C18", "C19"}
    parts = Counter(tie.end.keys["commitment"] for tie in agreement.tie_claims("PART_OF"))
    assert parts == {"C2": 5, "C11": 3, "C14": 3, "C17": 4, "C18": 5, "C19": 4}


def test_a_leaf_keeps_its_words(agreement: Mapped) -> None:
    leaf = commitment(agreement, "C11b")
    assert leaf.name == "C11b 国家高新技术企业申报"
    assert leaf.keys == {"commitment": "C11b"}
    assert leaf.aliases == ("C11b",)
    assert leaf.props["text_zh"] == "国家高新技术企业申报"
    assert leaf.props["regularity"] == "定期"
    assert leaf.props["actors"] == ["西安市科技局", "商洛市科技局"]
    assert "高新技术企业到期数" in leaf.props["indicators"]
    assert leaf.props["note"] == "受益对象：科技企业"
    assert commitment(agreement, "C1").props["actors"] == ["西安市科技局", "商洛市科技局", "西安科技大市场"]
    assert commitment(agreement, "C24").props["direction"] == "商洛→西安"


def test_captions_fit_and_a_part_calls_its_parent_as_the_parent_calls_itself(agreement: Mapped) -> None:
    own = {key: commitment(agreement, key).name for key in agreement.loaded}
    assert max(len(name.split(" ", 1)[1]) for name in own.values()) <= 25
    for tie in agreement.tie_claims("PART_OF"):
        assert tie.end.name == own[tie.end.keys["commitment"]]


def test_both_bureaus_signed_in_2021_and_promised_every_commitment(agreement: Mapped) -> None:
    signed = agreement.tie_claims("SIGNED")
    assert {tie.start.name for tie in signed} == {"商洛市科技局", "西安市科技局"}
    assert {(tie.status, tie.at.text) for tie in signed} == {("signed", "2021")}
    assert {tie.end.name for tie in signed} == {"西商科技交流合作协议（新一轮）"}
    promised = Counter(tie.end.name for tie in agreement.tie_claims("PROMISED_BY"))
    assert promised == {"商洛市科技局": 52, "西安市科技局": 52}
    assert {tie.status for tie in agreement.tie_claims("HAS_COMMITMENT")} == {"signed"}
    assert len(agreement.tie_claims("HAS_COMMITMENT")) == 28


def test_the_five_strengths_of_the_market_are_its_own_words(agreement: Mapped) -> None:
    offers = agreement.tie_claims("OFFERS")
    assert {tie.start.name for tie in offers} == {"西安科技大市场"}
    assert {tie.end.name for tie in offers} == {"技术转移", "成果转化", "仪器共享", "人才创业", "科技服务"}


def test_the_relay_copy_is_marked_as_such(agreement: Mapped) -> None:
    publication = agreement.spec.publication()
    assert (publication.mark, publication.url) == ("N", "")
    assert "未注明首发者" in publication.publisher


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [("direction", "东→西", "direction"), ("actor", "某局", "actor"), ("text_zh", "长" * 26, "caption")],
)
def test_a_cell_that_is_not_understood_rejects_the_row(agreement: Mapped, column: str, value: str, rule: str) -> None:
    row = next(row for row in read(agreement.spec.folder, agreement.spec) if row.key == "C8")
    row.cells[column] = value
    fresh = Mapped(agreement.spec)
    understand(fresh, row)
    assert [reject.rule for reject in fresh.rejected] == [rule]
