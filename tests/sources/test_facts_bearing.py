"""The cited facts: what commitments they bear on, and on which side the firms are that no row places."""

from __future__ import annotations

import pytest

from loaders.claims import TieClaim
from tests.sources.mapping import Mapped, mapped

NO_EVIDENCE = {"C1", "C5", "C11a", "C11b", "C11c", "C14b", "C14c", "C17d", "C19c", "C21"} | {f"C18{x}" for x in "abcde"}


@pytest.fixture(scope="module")
def facts() -> Mapped:
    return mapped("facts")


def ties(facts: Mapped, type_: str) -> list[tuple[str, TieClaim]]:
    """All ties of a type with the id of their row."""
    return [(key, tie) for key, out in facts.loaded.items() for tie in out.ties if tie.type == type_]


def test_which_leaves_have_evidence(facts: Mapped) -> None:
    agreement = mapped("agreement")
    leaves = {key for key, out in agreement.loaded.items() for node in out.nodes if node.props.get("leaf")}
    borne = {tie.end.keys["commitment"] for _, tie in ties(facts, "BEARS_ON")}
    assert leaves - borne == NO_EVIDENCE
    assert len(leaves & borne) == 31
    assert borne - leaves == {"C14", "C17", "C18"}


def test_evidence_is_what_the_leaves_list(facts: Mapped) -> None:
    """The bundled table says the same as the column `evidence_facts` of the agreement's leaves."""
    agreement = mapped("agreement")
    parent = {row.key: row.raw["fact"] for row in facts.rows.values()}
    loaded = {parent[key] for key in facts.loaded}
    stated: dict[str, set[str]] = {}
    for key, tie in ties(facts, "BEARS_ON"):
        stated.setdefault(tie.end.keys["commitment"], set()).add(parent[key])
    for row in agreement.rows.values():
        listed = set(row.raw["evidence_facts"].split(";")) - {""}
        said = stated.get(row.key, set())
        assert said <= listed
        if agreement.loaded[row.key].nodes[0].props["leaf"]:
            assert said == listed & loaded, row.key


def test_each_fact_bears_by_a_tie_of_its_own_with_its_date_and_status(facts: Mapped) -> None:
    bearing = ties(facts, "BEARS_ON")
    assert all(tie.distinct == key for key, tie in bearing)
    assert len({(key, tie.end.keys["commitment"]) for key, tie in bearing}) == len(bearing) == 649
    signed = next(tie for key, tie in bearing if key == "F78b" and tie.end.keys["commitment"] == "C9")
    assert (signed.start.name, signed.status, signed.at.text, signed.role) == (
        "陕西科技大学",
        "signed",
        "2023-07-26",
        "依据",
    )


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("F36b", "背景"),
        ("F95b", "背景"),
        ("F22a", "背景"),
        ("F80a", "依据"),
        ("F94d", "依据"),
        ("F64a", "依据"),
        ("F79a", "依据"),
        ("F28c", "依据"),
    ],
)
def test_facts_that_ended_before_the_agreement_are_background(facts: Mapped, key: str, role: str) -> None:
    roles = {tie.role for tie in facts.loaded[key].ties if tie.type == "BEARS_ON"}
    assert roles == {role}


def test_shangluo_firms_by_their_row_or_by_the_fact_they_stand_in(facts: Mapped) -> None:
    """questions.md, Q4: 35 firms, 16 with a place row in Shangluo, 19 read so."""
    firms = {n.name: n for out in facts.loaded.values() for n in out.nodes if n.kind == "Enterprise"}
    placed = {
        tie.start.name
        for _, tie in ties(facts, "LOCATED_IN")
        if tie.start.kind == "Enterprise" and tie.end.keys.get("division", "").startswith("6110")
    }
    read_so = {name for name, firm in firms.items() if firm.city == "商洛"}
    assert (len(placed), len(read_so), placed & read_so) == (16, 19, set())
    assert set(firms) - placed - read_so == {"西部超导", "西部材料", "凯立新材", "元丰集团"}
    for name in read_so:
        assert facts.spec.lookups["sides"][name]["fact"] in firms[name].props["city_reason"]


def test_a_side_cites_a_loaded_fact_about_the_body(facts: Mapped) -> None:
    for name, side in facts.spec.lookups["sides"].items():
        if "fact" in side:
            names = {node.name: node for node in facts.loaded[side["fact"]].nodes}
            assert name in names, side
            assert side.get("place", "") in ("", facts.rows[side["fact"]].raw["place"])


@pytest.mark.parametrize("name", ["agreement", "facts"])
def test_promised_counts_are_exact(name: str) -> None:
    source = mapped(name)
    promised = source.spec.assertions
    assert (promised.rows, promised.loaded, promised.max_rejects) == (len(source.rows), len(source.loaded), 0.0)
    assert {kind: source.counts()[kind] for kind in promised.nodes} == promised.nodes
    stated = {type_: source.tie_claims(type_) for type_ in promised.ties}
    assert {type_: len(claims) for type_, claims in stated.items()} == promised.ties
