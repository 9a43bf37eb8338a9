"""A process that dies around its load: what the graph holds is what is kept, whole. All rows are made up (虚构)."""

from __future__ import annotations

import pytest

from graph.errors import LoadInProgressError, SourceError
from loaders.given import folder
from loaders.given.load import load_file
from loaders.given.wish import Wish
from loaders.loading import load
from loaders.spec import GIVEN, find
from tests.given.given import Given, firms
from tests.pipeline.graphs import everything


class Killed(BaseException):
    """As a killed process: nothing of ours catches it."""


def test_killed_inside_the_transaction(given: Given) -> None:
    before = everything(given.store)

    def die(_work: object, _version: int) -> None:
        raise Killed

    path = given.csv("虚构.csv", firms(3))
    with pytest.raises(Killed):
        load_file(given.store, given.home, path, Wish(**given.wish), after=[die])
    assert everything(given.store) == before
    assert given.kept() == {}
    assert given.load(path).loaded == 3


def test_killed_between_the_graph_and_the_folder(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Killed

    path = given.csv("虚构.csv", firms(3))
    with monkeypatch.context() as patch:
        patch.setattr("loaders.given.folder.put_down", die)
        with pytest.raises(Killed):
            given.load(path)
    assert not folder.given_sources(given.home)
    [id_] = folder.settle(given.home, given.store)
    assert load(given.store, find(id_, home=given.home)).data.unchanged
    assert given.load(path).unchanged
    assert not list((given.home / GIVEN / folder.STAGED).glob("*/source.yml"))


def test_killed_before_the_graph(given: Given) -> None:
    given.load(given.csv("虚构.csv", firms(3)))
    [spec] = folder.given_sources(given.home)
    staged = folder.stage(given.home, spec.model_dump(exclude={"files"}) | {"date": "2020"}, {"rows.jsonl": ""})
    assert staged.folder.is_dir()
    assert folder.settle(given.home, given.store) == []
    assert not staged.folder.exists()
    assert find(spec.id, home=given.home) == spec


def test_two_processes_with_one_source(given: Given) -> None:
    path = given.csv("虚构.csv", firms(3))
    with folder.alone(given.home, "虚构"), pytest.raises(LoadInProgressError, match="正由另一个进程装载"):
        given.load(path, id="虚构")
    assert given.load(path, id="虚构").loaded == 3


def test_a_kept_source_that_is_damaged_is_named(given: Given) -> None:
    report = given.load(given.csv("虚构.csv", firms(3)))
    spec = find(report.source, home=given.home)
    rows = spec.folder / spec.files[0]
    text = rows.read_text(encoding="utf-8")
    rows.write_text(text[:-10], encoding="utf-8")
    with pytest.raises(SourceError, match="第 3 行损坏"):
        load(given.store, spec, force=True)
    rows.unlink()
    with pytest.raises(SourceError, match="缺文件"):
        load(given.store, spec, force=True)
    assert given.load(given.folder / "虚构.csv", force=True).loaded == 3
