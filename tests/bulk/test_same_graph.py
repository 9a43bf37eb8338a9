"""Every writer gives the same graph: ids, properties, books and all."""

from __future__ import annotations

import pytest

from graph import journal
from graph.store import Store
from loaders.bulk.choice import Writer
from loaders.pipeline import load
from loaders.spec import SourceSpec, bundled
from tests.bulk.conftest import whole
from tests.pipeline.conftest import empty
from tests.pipeline.sources import SHANGLUO, XIAN, body, source, tie


@pytest.fixture(scope="module")
def specs(tmp_path_factory: pytest.TempPathFactory) -> list[SourceSpec]:
    """A made-up register and a made-up list on top of it: bodies shared, one renamed, one left out, one doubtful."""
    folder = tmp_path_factory.mktemp("specs")
    school = body("University", "编造大学", key="moe=1", former="编造学院@2018")
    first = [
        XIAN,
        SHANGLUO,
        tie(school, "LOCATED_IN", XIAN),
        tie(body("Enterprise", "编造锌业", key="uscc=2"), "LOCATED_IN", SHANGLUO),
        body("Enterprise", "编造钼业", note='一行\n两行，有“引号”"和,逗号', fate="no place"),
    ]
    second = [
        tie(body("University", "编造学院"), "PARTNER_OF", body("Enterprise", "编造锌业"), at="2019-03", note="甲\n乙"),
        tie(body("Enterprise", "编造钼业科技"), "PARTNER_OF", school, at="2020", status="signed"),
        tie(body("Person", "编造人", within="编造大学"), "WORKS_AT", school),
        body("Enterprise", "别处的公司", fate="leave out"),
    ]
    return [source(folder / "one", first), source(folder / "two", second, order=2)]


@pytest.mark.parametrize("writer", ["bolt", "offline"])
def test_made_up_sources(graph: Store, specs: list[SourceSpec], writer: Writer, request: pytest.FixtureRequest) -> None:
    """The second source on top of the first, which came over Bolt."""
    for spec in specs:
        assert load(graph, spec).data.writer == "transaction"
    before = whole(graph)
    empty(graph)
    request.getfixturevalue("small_transactions")
    assert load(graph, specs[0], writer="bolt").data.writer == "batches"
    assert load(graph, specs[1], writer=writer).data.writer == {"bolt": "batches", "offline": "offline"}[writer]
    assert whole(graph) == before
    assert not graph.state().load_in_progress
    assert load(graph, specs[0]).data.unchanged


def test_a_bundled_source_offline_onto_a_store_that_holds_others(graph: Store, specs: list[SourceSpec]) -> None:
    """Books and judgements are carried over; the largest bundled source meets bodies of the ones before it."""
    sources = [specs[0], *(spec for spec in bundled() if spec.id in ("divisions", "universities", "ror", "projects"))]

    def all_but_the_last() -> None:
        load(graph, sources[0])
        ids = [row["id"] for row in graph.read_text("MATCH (n:Enterprise) RETURN n.id AS id ORDER BY id")]
        graph.writing(lambda work: journal.append(work, "different", ids=ids, reason="编造的理由", who="测试"))
        graph.writing(lambda work: work.run_text("MATCH (j:Journal) SET j.at = 'then'"))
        for spec in sources[1:-1]:
            load(graph, spec)

    all_but_the_last()
    load(graph, sources[-1])
    before = whole(graph)
    empty(graph)
    all_but_the_last()
    load(graph, sources[-1], writer="offline")
    assert whole(graph) == before
