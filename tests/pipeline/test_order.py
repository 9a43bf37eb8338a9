"""The graph is a function of what is loaded, not of the order of loading, up to the naming of ids."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.cluster import Cluster, cluster
from graph.identity.mention import Mention, Signature
from graph.store import Store
from loaders.pipeline import load
from tests.pipeline.conftest import empty
from tests.pipeline.graphs import without_ids
from tests.pipeline.sources import SHANGLUO, XIAN, Cells, body, source, tie

# What makes order matter if anything does: a key that joins two bodies later, a name that turns out to be two bodies, a
# former name, an alias, another kind, dates and places from several sources.
SCHOOL = body("University", "编造大学")
REGISTER: list[Cells] = [
    body("University", "编造大学", key="moe=1", former="编造学院@2018", city="西安"),
    tie(body("University", "编造大学", key="moe=1"), "LOCATED_IN", XIAN),
    body("Institute", "编造研究所", key="ror=a"),
    body("Enterprise", "同名公司", city="西安"),
]
PAPER: list[Cells] = [
    tie(body("University", "编造学院"), "PARTNER_OF", body("Enterprise", "同名公司"), at="2021"),
    body("Institute", "编造所", key="uscc=b", alias="编所"),
    tie(body("Park", "编造孵化器"), "LOCATED_IN", body("Park", "编造园区")),
    tie(SCHOOL, "PARTNER_OF", body("Enterprise", "编造锌业"), at="2019", note="甲说"),
]
LIST: list[Cells] = [
    body("Institute", "编造研究所", key="ror=a;uscc=b"),
    body("Enterprise", "同名公司", city="商洛"),
    tie(body("Institute", "编所"), "PARTNER_OF", SCHOOL),
    tie(body("Park", "编造园区"), "LOCATED_IN", SHANGLUO),
    tie(SCHOOL, "PARTNER_OF", body("Enterprise", "编造锌业"), at="2023-05", note="乙说"),
    tie(body("Enterprise", "编造锌业"), "LOCATED_IN", body("Park", "编造园区")),
]


def test_every_order_gives_the_same_graph(graph: Store, tmp_path: Path) -> None:
    sources = [
        source(tmp_path / "register", REGISTER, rank=1),
        source(tmp_path / "paper", PAPER, rank=3, mark="M"),
        source(tmp_path / "list", LIST, rank=2, mark="R"),
    ]
    graphs = []
    for order in permutations(sources):
        empty(graph)
        for spec in order:
            load(graph, spec)
        graphs.append(without_ids(graph))
    assert all(found == graphs[0] for found in graphs[1:])
    all_nodes, all_ties = graphs[0]
    assert len([node for node in all_nodes if "'同名公司'" in node]) == 3
    assert len([node for node in all_nodes if "'编造研究所'" in node]) == 1
    assert len([one for one in all_ties if "2023-05；2019" in one and "甲说" in one and "乙说" in one]) == 1


MENTIONS = st.builds(
    Mention,
    ref=st.just(""),
    kind=st.sampled_from(["University", "Enterprise"]),
    name=st.sampled_from(["甲", "乙", "丙"]),
    keys=st.sets(st.tuples(st.sampled_from(["moe", "ror"]), st.sampled_from(["1", "2"])), max_size=2).map(
        lambda keys: tuple(sorted(dict(keys).items()))
    ),
    city=st.sampled_from(["", "西安", "商洛"]),
    aliases=st.sampled_from([(), ("乙",), ("丁",)]),
)


def no_veto(_one: Cluster, _other: Cluster) -> bool:
    return False


@settings(max_examples=300, deadline=None)
@given(st.lists(MENTIONS, max_size=8), st.randoms(use_true_random=False))
def test_sorting_into_bodies_does_not_look_at_order(mentions: list[Mention], random: object) -> None:
    signatures = [mention.signature for mention in mentions]
    shuffled = list(signatures)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random under a wider type
    assert partition(signatures) == partition(shuffled)


@settings(max_examples=300, deadline=None)
@given(st.lists(MENTIONS, max_size=8))
def test_a_body_never_has_two_values_of_a_key_unless_a_record_says_so(mentions: list[Mention]) -> None:
    """Names never join what keys, cities or parents tell apart; only one record with both keys may."""
    signatures = {mention.signature for mention in mentions}
    chained = cluster({s for s in signatures if s.keys}, [], no_veto).clusters
    for found in cluster(signatures, [], no_veto).clusters:
        for scheme, values in found.keys.items():
            if len(values) > 1:
                assert any(values == other.keys[scheme] for other in chained if scheme in other.keys)


def partition(signatures: list[Signature]) -> set[frozenset[Signature]]:
    return {frozenset(found.members) for found in cluster(signatures, [], no_veto).clusters}
