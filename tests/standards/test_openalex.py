"""OpenAlex institutions and works. Made-up objects are 虚构."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.standards.reading import DATA, understood, written

WORKS = DATA / "works-sample.json"


def test_real_works() -> None:
    found = understood(WORKS, "openalex")
    assert found.read == len(found.loaded) == 6
    assert found.kinds == {"Achievement": 6, "Enterprise": 3, "Person": 3}
    works = {key: out.nodes[0] for key, out in found.loaded.items()}
    assert works["W2991877883"].keys == {"doi": "10.2113/geoarabia0602233"}
    # One work has no DOI: the id of OpenAlex is its key.
    assert works["W2276535086"].keys == {"openalex": "W2276535086"}
    assert works["W2991480490"].props["kind"] == "论著章节"
    people = [node for out in found.loaded.values() for node in out.nodes if node.kind == "Person"]
    assert all(set(person.keys) == {"orcid"} and person.within for person in people)
    # Authors without ORCID or institution are counted, in all six works.
    assert found.not_placed["no-orcid"] == 6


def test_one_institution_of_several_authors_is_tied_once() -> None:
    out = understood(WORKS, "openalex").loaded["W2042373016"]
    assert [(t.start.name, t.type) for t in out.ties if t.start.kind == "Enterprise"] == [
        ("Saudi Aramco (Saudi Arabia)", "RESULTED_IN")
    ]
    assert {t.at.text for t in out.ties} == {"2014-01-22"}


def test_arrangements_read_the_same(tmp_path: Path) -> None:
    works = json.loads(WORKS.read_text(encoding="utf-8"))
    page = written(tmp_path, {"meta": {"count": 6}, "results": works}, "page.json")
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(json.dumps(work) for work in works), encoding="utf-8")
    ties = [understood(path, "openalex").ties for path in (WORKS, page, lines)]
    assert ties[0] == ties[1] == ties[2]


def work(**change: Any) -> dict[str, Any]:
    """A made-up work."""
    return {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.1234/ABC",
        "title": "虚构论文",
        "type": "article",
        "publication_date": "2024-05-01",
        "authorships": [
            {
                "author": {"display_name": "Made Up", "orcid": "https://orcid.org/0000-0002-1825-0097"},
                "institutions": [
                    {
                        "id": "https://openalex.org/I1",
                        "display_name": "Made Up University",
                        "ror": "https://ror.org/017zhmm22",
                        "type": "education",
                    }
                ],
                "raw_affiliation_strings": [],
            }
        ],
        "is_retracted": False,
    } | change


def test_a_work_with_its_author_and_home(tmp_path: Path) -> None:
    found = understood(written(tmp_path, work()), "openalex")
    assert found.ties == {
        ("Made Up University", "RESULTED_IN", "虚构论文"),
        ("Made Up", "RESULTED_IN", "虚构论文"),
        ("Made Up", "WORKS_AT", "Made Up University"),
    }
    assert not found.not_placed


@pytest.mark.parametrize(
    ("change", "rule"),
    [({"is_retracted": True}, "作品已撤稿"), ({"is_paratext": True}, "不是作品本身（封面、目次等）")],
)
def test_left_out(tmp_path: Path, change: dict[str, Any], rule: str) -> None:
    assert understood(written(tmp_path, work(**change)), "openalex").left_out == {rule: 1}


def test_other_objects_are_left_out_by_name(tmp_path: Path) -> None:
    author = {"id": "https://openalex.org/A1", "display_name": "虚构"}
    found = understood(written(tmp_path, [author]), "openalex")
    assert found.left_out == {"OpenAlex 的作者（随作品和单位记载，不单独入图）不入图": 1}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"doi": "not a doi"}, "doi"),
        ({"type": "poem"}, "unknown-type"),
        (
            {"authorships": [{"author": {}, "institutions": [], "raw_affiliation_strings": ["虚构单位"]}]},
            "affiliation-as-text",
        ),
    ],
)
def test_what_has_no_place_is_reported_and_the_work_kept(tmp_path: Path, change: dict[str, Any], rule: str) -> None:
    found = understood(written(tmp_path, work(**change)), "openalex")
    assert len(found.loaded) == 1
    assert found.not_placed[rule] == 1


def test_a_work_without_title_is_rejected(tmp_path: Path) -> None:
    found = understood(written(tmp_path, work(title=None)), "openalex")
    assert [error.rule for error in found.rejected.values()] == ["empty-name"]


def institution(**change: Any) -> dict[str, Any]:
    """A made-up institution."""
    return {
        "id": "https://openalex.org/I1",
        "ror": "https://ror.org/017zhmm22",
        "display_name": "Made Up University",
        "display_name_acronyms": ["MUU"],
        "international": {"display_name": {"zh": "虚构大学", "de": "Erfundene Universität"}},
        "type": "education",
        "geo": {"city": "Xi'an", "region": None, "country_code": "CN"},
        "associated_institutions": [
            {
                "id": "https://openalex.org/I2",
                "ror": "https://ror.org/034t30j35",
                "display_name": "Chinese Academy of Sciences",
                "type": "government",
                "relationship": "parent",
            },
            {
                "id": "https://openalex.org/I3",
                "display_name": "Made Up Hospital",
                "type": "healthcare",
                "relationship": "child",
            },
        ],
    } | change


def test_an_institution(tmp_path: Path) -> None:
    found = understood(written(tmp_path, institution()), "openalex")
    node = found.loaded["I1"].nodes[0]
    assert (node.kind, node.name, node.keys, node.city) == ("University", "虚构大学", {"ror": "017zhmm22"}, "西安")
    assert node.aliases == ("Made Up University", "MUU")
    assert found.ties == {
        ("虚构大学", "LOCATED_IN", "西安市"),
        ("虚构大学", "GOVERNED_BY", "中国科学院"),
        ("Made Up Hospital", "PART_OF", "虚构大学"),
    }


def test_an_institution_without_ror_has_the_id_of_openalex(tmp_path: Path) -> None:
    found = understood(written(tmp_path, institution(ror=None, associated_institutions=[])), "openalex")
    assert found.loaded["I1"].nodes[0].keys == {"openalex": "I1"}


def test_its_place_is_checked_against_its_name_too(tmp_path: Path) -> None:
    made_up = institution(
        international={"display_name": {"zh": "商洛虚构学院"}},
        geo={"city": "Dalian", "region": "Liaoning", "country_code": "CN"},
    )
    found = understood(written(tmp_path, made_up), "openalex")
    assert found.loaded["I1"].nodes[0].city == "商洛"
    assert found.not_placed == {"place-contradicts-name": 1}
