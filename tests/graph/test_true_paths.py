"""The true paths that the domain material expects, on the bundled sources, each tie with its rows, sources and marks.

The expectations speak of the cited facts alone; where another bundled source adds to an answer, the test says which.
"""

from __future__ import annotations

import pytest

from graph.answers import Path
from graph.store import Store
from tests.graph.paths.asking import ask, chain, codes, through

ZINC = "“四主体一联合”锌基新材料校企联合研究中心"
PILOT = "省级中医药制剂及新药研发中试基地"
P1 = ("陕西锌业", ZINC, "西安交通大学")
P2 = ("盘龙药业", "西安医学院")
P3 = ("和丰阳光", "食用菌良种繁育平台", "陕西省微生物研究所")
P4 = ("陕西五洲矿业股份有限公司", "钒产业技术研究院", "西安交通大学")
P5 = ("虎之翼科技", "秦创原商洛飞地孵化器", "西咸新区")
BASE = ("盘龙药业", PILOT, "陕西中医药大学")

# ends as asked, nodes, hops, rows of each tie, sources with marks, what the sentence must say
EXPECTED = [
    ("陕西锌业", "西安交通大学", P1, 1, [["F65b"], ["F65a"]], {"S58": "O", "S59": "M"}, "共建"),
    ("陕西锌业", "西安交大", P1, 1, [["F65b"], ["F65a"]], {"S58": "O", "S59": "M"}, "11-27，原文未印年份"),
    ("陕西锌业", "西交大", P1, 1, [["F65b"], ["F65a"]], {"S58": "O", "S59": "M"}, "2023-12-16，仅见于镜像"),
    ("盘龙药业", "西安医学院", P2, 1, [["F102i"]], {"S85": "R"}, "2023-06-03，转载"),
    ("和丰阳光", "陕西省微生物研究所", P3, 1, [["F64b"], ["F64a"]], {"S57": "M"}, "仅见于镜像"),
    ("和丰阳光", "省微生物所", P3, 1, [["F64b"], ["F64a"]], {"S57": "M"}, "2025-04-24"),
    ("五洲矿业", "西安交通大学", P4, 1, [["F66a"], ["F66b"]], {"S60": "R"}, "06-19，原文未印年份，转载"),
    ("陕西五洲矿业股份有限公司", "西安交大", P4, 1, [["F66a"], ["F66b"]], {"S60": "R"}, "发布者未注明"),
    ("虎之翼", "西咸新区", P5, 2, [["F73d"], ["F73i"]], {"S67": "O"}, "孵化于"),
    ("虎之翼科技", "西咸新区", P5, 2, [["F73d"], ["F73i"]], {"S67": "O"}, "位于西咸新区"),
    ("盘龙药业", "陕西中医药大学", BASE, 1, [["F62a"], ["F62b"]], {"S57": "M"}, "共建"),
    ("盘龙药业", "陕中医", BASE, 1, [["F62a"], ["F62b"]], {"S57": "M"}, PILOT),
]


def rows(path: Path) -> list[list[str]]:
    """Rows of the cited facts that each tie rests on."""
    return [[record.removeprefix("facts:") for record in tie.records] for tie in path.ties]


@pytest.mark.parametrize(("start", "end", "nodes", "hops", "records", "marks", "words"), EXPECTED)
def test_true_paths(
    bundled_store: Store,
    start: str,
    end: str,
    nodes: tuple[str, ...],
    hops: int,
    records: list[list[str]],
    marks: dict[str, str],
    words: str,
) -> None:
    answer = ask(bundled_store, start, end)
    assert answer.answer == "found"
    path = next(path for path in answer.paths if through(path) == "–".join(nodes) and rows(path) == records)
    chain(path)
    assert path.hops == hops
    cited = {source.id: source for tie in path.ties for source in tie.sources}
    assert {id_: source.mark for id_, source in cited.items()} == marks
    assert all(source.url is None for source in cited.values() if source.mark != "O")
    assert words in path.sentence


@pytest.mark.parametrize(
    ("start", "end"), [("陕西锌业", "西安交大"), ("和丰阳光", "省微生物所"), ("五洲矿业", "西交大")]
)
def test_the_co_built_body_comes_first(bundled_store: Store, start: str, end: str) -> None:
    """A visit or a longer way never stands before what two bodies built together."""
    best = ask(bundled_store, start, end).paths[0]
    assert best.pattern.startswith("Enterprise–CO_BUILT_BY–Platform–CO_BUILT_BY–")


def test_the_visit_is_read_from_the_firm(bundled_store: Store) -> None:
    (path,) = ask(bundled_store, "盘龙药业", "西安医学院", max_hops=1).paths
    assert path.sentence.startswith("盘龙药业接待西安医学院（2023-06-01；发布者未注明《西安医学院到盘龙药业》")


def test_publisher_not_named_is_said(bundled_store: Store) -> None:
    (path,) = ask(bundled_store, "五洲矿业", "西安交大", max_hops=1).paths
    (source,) = path.ties[0].sources
    assert source.publisher == "发布者未注明"
    assert source.url is None
    assert source.address_text


@pytest.mark.parametrize("firm", ["陕西锌业", "盘龙药业", "五洲矿业", "虎之翼", "和丰阳光"])
def test_no_path_from_a_university_without_ties_to_shangluo(bundled_store: Store, firm: str) -> None:
    """西北工业大学 hosts laboratories (labs) and leads projects (projects); none of that reaches a firm of Shangluo."""
    answer = ask(bundled_store, "西北工业大学", firm)
    assert codes(answer) == ["other_component"]
    assert answer.why_none is not None
    missing = {note.about: note.state for note in answer.why_none.coverage_missing}
    assert missing["CO_BUILT_BY"] in ("none", "partial")
    assert answer.why_none.reasons[0].evidence["components"][0]["whole"]


@pytest.mark.parametrize("name", ["天水某公司", "天水华天电子", "天水师范学院"])
def test_an_unknown_end(bundled_store: Store, name: str) -> None:
    answer = ask(bundled_store, name, "商洛学院")
    assert codes(answer) == ["unknown_end"]
    assert answer.start is None
    assert answer.end is not None
    assert answer.end.name == "商洛学院"
