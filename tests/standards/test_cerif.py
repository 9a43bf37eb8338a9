"""CERIF-XML: real samples, and a made-up (虚构) system of a university in Xi'an."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.standards import STANDARDS
from tests.standards.reading import DATA, Understood, understood

CERIF = DATA / "cerif"


@pytest.mark.parametrize(
    ("name", "read", "loaded", "rejected"),
    [
        ("orgunits", 13, 7, 6),
        ("persons", 19, 0, 0),
        ("projects", 4, 4, 0),
        ("equipments", 2, 2, 0),
        ("patents", 2, 2, 0),
        ("publications", 8, 7, 0),
        ("fundings", 11, 0, 0),
    ],
)
def test_every_record_of_the_samples_is_accounted_for(name: str, read: int, loaded: int, rejected: int) -> None:
    found = understood(CERIF / f"{name}.xml", "cerif")
    assert (found.read, len(found.loaded), len(found.rejected)) == (read, loaded, rejected)


def test_left_out_by_name() -> None:
    assert understood(CERIF / "publications.xml", "cerif").left_out == {"来源系统已删除的记录": 1}
    assert understood(CERIF / "fundings.xml", "cerif").left_out == {"资助（Funding）随项目记载，不单独入图": 11}
    people = understood(CERIF / "persons.xml", "cerif").left_out
    assert people == {"没有 ORCID 的人不能与同名者区分": 14, "没有任职单位的人不入图": 5}


def test_a_body_whose_kind_nothing_tells_is_rejected_with_the_reason() -> None:
    found = understood(CERIF / "orgunits.xml", "cerif")
    assert {error.rule for error in found.rejected.values()} == {"no-type"}


def test_names_by_language_and_keys() -> None:
    out = understood(CERIF / "orgunits.xml", "cerif").loaded["oai:cris.example.org:OrgUnits/312345"]
    node = out.nodes[0]
    assert (node.kind, node.name) == ("University", "NATIONAL AND KAPODISTRIAN UNIVERSITY OF ATHENS")
    assert node.aliases == ("ΕΘΝΙΚΟ ΚΑΙ ΚΑΠΟΔΙΣΤΡΙΑΚΟ ΠΑΝΕΠΙΣΤΗΜΙΟ ΑΘΗΝΩΝ", "NKUA")
    assert node.keys == {"cerif": "cris.example.org:OrgUnits/312345"}


def test_a_project_with_its_bodies_and_backers() -> None:
    out = understood(CERIF / "projects.xml", "cerif").loaded["oai:cris.example.org:Projects/112348"]
    node = out.nodes[0]
    # A number that only its funder tells apart is no key.
    assert (node.props["number"], set(node.keys)) == ("777541", {"cerif"})
    assert node.props["period"] == "2018-01-01/2021-02-28"
    ties = {(t.start.name, t.type, t.end.name) for t in out.ties}
    title = "OpenAIRE Advancing Open Scholarship"
    assert ("NATIONAL AND KAPODISTRIAN UNIVERSITY OF ATHENS", "LED", title) in ties
    assert ("Bielefeld University", "UNDERTOOK", title) in ties
    assert (title, "SUPPORTED_BY", "European Commission") in ties


def test_mailboxes_and_telephones_are_never_read() -> None:
    for path in CERIF.glob("*.xml"):
        for row in STANDARDS["cerif"].read(path):
            assert not [cell for cell in row.cells.values() if "mailto:" in cell or "tel:" in cell or "fax:" in cell]


HEAD = '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>'
NS = 'xmlns="https://www.openaire.eu/cerif-profile/1.1/"'
UNIVERSITY = (
    '<OrgUnit id="OrgUnits/1"><Type>https://w3id.org/cerif/vocab/OrganisationTypes#HigherEducation</Type>'
    '<Name xml:lang="en">Made Up University</Name><Name xml:lang="zh">虚构大学</Name>'
    "<RORID>https://ror.org/017zhmm22</RORID></OrgUnit>"
)
NAMED_ONLY = '<OrgUnit id="OrgUnits/1"><Acronym>MUU</Acronym></OrgUnit>'


def record(id_: str, payload: str) -> str:
    """A made-up record in its envelope."""
    tag = payload[1 : payload.index(" ")]
    payload = payload.replace(f"<{tag} ", f"<{tag} {NS} ", 1)
    header = f"<header><identifier>oai:cris.made-up.example:{id_}</identifier></header>"
    return f"<record>{header}<metadata>{payload}</metadata></record>"


def system(folder: Path, *payloads: str) -> Understood:
    path = folder / "cris.xml"
    records = "".join(record(f"R/{n}", payload) for n, payload in enumerate(payloads, start=1))
    path.write_text(f"{HEAD}{records}</ListRecords></OAI-PMH>", encoding="utf-8")
    return understood(path, "cerif")


def test_a_body_named_by_id_has_the_kind_of_its_own_record(tmp_path: Path) -> None:
    person = (
        '<Person id="P/1"><PersonName><FamilyNames>虚</FamilyNames><FirstNames>构人</FirstNames></PersonName>'
        "<Gender>f</Gender><ORCID>https://orcid.org/0000-0002-1825-0097</ORCID>"
        f"<ElectronicAddress>mailto:x@made-up.example</ElectronicAddress><Affiliation>{NAMED_ONLY}</Affiliation></Person>"
    )
    tool = f'<Equipment id="E/1"><Name xml:lang="zh">虚构显微镜</Name><Owner>{NAMED_ONLY}</Owner></Equipment>'
    found = system(tmp_path, UNIVERSITY, person, tool)
    assert found.ties == {("虚构人", "WORKS_AT", "MUU"), ("MUU", "OWNS", "虚构显微镜")}
    units = [node for out in found.loaded.values() for node in out.nodes if node.kind == "University"]
    assert {node.keys["cerif"] for node in units} == {"cris.made-up.example:OrgUnits/1"}
    assert units[0].name == "虚构大学"
    assert units[0].keys["ror"] == "017zhmm22"


def test_a_patent_and_a_publication(tmp_path: Path) -> None:
    author = (
        "<Author><Person><PersonName><FamilyNames>Up</FamilyNames><FirstNames>Made</FirstNames></PersonName>"
        f"<ORCID>0000-0002-1825-0097</ORCID></Person><Affiliation>{UNIVERSITY}</Affiliation></Author>"
    )
    nobody = "<Author><Person><PersonName><FamilyNames>No</FamilyNames></PersonName></Person></Author>"
    patent = (
        '<Patent id="T/1"><Title xml:lang="zh">虚构专利</Title><CountryCode>CN</CountryCode>'
        "<PatentNumber>200310102344.5</PatentNumber><ApprovalDate>2005-03-01</ApprovalDate>"
        f"<Holders><Holder>{UNIVERSITY}</Holder></Holders></Patent>"
    )
    paper = (
        '<Publication id="L/1"><Title xml:lang="en">Made Up Paper</Title><DOI>10.1234/ABC</DOI>'
        f"<PublicationDate>2024-13</PublicationDate><Authors>{author}{nobody}</Authors></Publication>"
    )
    found = system(tmp_path, patent, paper)
    assert found.ties == {
        ("虚构大学", "OWNS", "虚构专利"),
        ("虚构大学", "RESULTED_IN", "Made Up Paper"),
        ("Made Up", "RESULTED_IN", "Made Up Paper"),
        ("Made Up", "WORKS_AT", "虚构大学"),
    }
    nodes = {node.name: node for out in found.loaded.values() for node in out.nodes}
    assert nodes["虚构专利"].keys["patent_number"] == nodes["虚构专利"].props["number"] == "CN200310102344.5"
    assert nodes["Made Up Paper"].keys["doi"] == "10.1234/abc"
    assert found.not_placed == {"date": 1, "no-orcid": 1}


def test_a_cut_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_bytes((CERIF / "orgunits.xml").read_bytes()[:3000])
    with pytest.raises(SourceError, match="不是完整的 XML"):
        list(STANDARDS["cerif"].read(path))


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    path = tmp_path / "entity.xml"
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    path.write_text(
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        f'<OrgUnit {NS} id="1"><Name xml:lang="zh">大学&e;</Name></OrgUnit>',
        encoding="utf-8",
    )
    cells = [row.cells for row in STANDARDS["cerif"].read(path)]
    assert "secret" not in str(cells)
