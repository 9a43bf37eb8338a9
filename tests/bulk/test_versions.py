"""A source of which few rows changed: only those are read into the graph, and it is the graph of a whole load."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Store
from loaders import versions
from loaders.pipeline import load
from loaders.reading import read_source
from loaders.spec import load_spec
from tests.bulk.conftest import whole
from tests.pipeline.conftest import empty
from tests.pipeline.sources import Cells, body, source, tie

PROMISES = {"rows": 0, "loaded": 0, "max_rejects": 1.0}
SCHOOL = body("University", "编造大学", key="moe=1")


def rows() -> list[Cells]:
    """Bodies, ties, a row left out, one rejected, one of which a part cannot be placed."""
    firms = [
        tie(body("Enterprise", f"编造{word}业", key=f"uscc={word}"), "PARTNER_OF", SCHOOL, at="") for word in "锌钼钒铅"
    ]
    return [
        *firms,
        body("Enterprise", "别处的公司", fate="leave out"),
        body("Enterprise", "读不懂的公司", fate="reject"),
        body("Enterprise", "放不下的公司", fate="no place", note="不知放哪"),
    ]


@pytest.fixture
def changed() -> list[Cells]:
    """One firm renamed, one gone, one new, the row that was left out now in."""
    found = rows()
    found[0] = tie(body("Enterprise", "编造新锌业", key="uscc=锌"), "PARTNER_OF", SCHOOL, at="2020")
    found[1] = body("Enterprise", "编造新来的", key="uscc=新")
    found[4] = body("Enterprise", "别处的公司")
    return found


def test_rows_that_changed(graph: Store, tmp_path: Path, changed: list[Cells], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "LEAST", 1)
    first = source(tmp_path / "one", rows(), assertions=PROMISES)
    loaded = load(graph, first).data
    second = source(tmp_path / "one", changed, assertions=PROMISES)
    known = versions.before(graph.settings.home, second, loaded.version)
    assert read_source(second, before=known).same == 2, "two firms as they were; the others are read again"
    in_part = load(graph, second).data
    found = whole(graph)
    assert (in_part.read, in_part.loaded, in_part.rejected, in_part.new, in_part.changed, in_part.retired) == (
        *(7, 6, 1),
        *(1, 2, 0),
    )
    empty(graph)
    versions.forget(graph.settings.home, first)
    load(graph, source(tmp_path / "one", rows(), assertions=PROMISES))
    versions.forget(graph.settings.home, first)
    as_whole = load(graph, source(tmp_path / "one", changed, assertions=PROMISES)).data
    assert whole(graph) == found
    assert in_part.model_copy(update={"graph_version": 0}) == as_whole.model_copy(update={"graph_version": 0})


def test_a_note_counts_for_the_version_and_program_it_was_written_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "LEAST", 1)
    spec = source(tmp_path / "one", [SCHOOL])
    found = versions.Outcomes({"one:r1": b"0123456789abcdef"}, [], {"rows.csv"})
    versions.keep(tmp_path, spec, "one@1", found)
    known = versions.before(tmp_path, spec, "one@1")
    assert known is not None
    assert known.rows == found.rows
    assert versions.before(tmp_path, spec, "one@2") is None
    (spec.folder / "records.py").write_text("# changed\n", encoding="utf-8")
    assert versions.before(tmp_path, load_spec(spec.folder), "one@1") is None
    (tmp_path / "versions" / "one" / "rows.json").write_text("{", encoding="utf-8")
    assert versions.before(tmp_path, spec, "one@1") is None
