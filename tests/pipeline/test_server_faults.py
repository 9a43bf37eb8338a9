"""A server that is killed in the middle of a load, is down, read-only, refuses the password or holds another graph."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from graph import server
from graph.errors import ForeignGraphError, ReadOnlyServerError, ServerDownError, WrongPasswordError
from graph.server import config
from graph.server.state import alive
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import ensure_schema, load, rebuild
from tests.conftest import SMALL, environment_of, free_port
from tests.pipeline.graphs import everything, nodes
from tests.pipeline.sources import body, source
from tests.pipeline.test_together import AFTER, BEFORE, ROWS, first_line, loader, seen

FIRM = [body("Enterprise", "编造公司")]


def test_a_server_killed_in_the_middle_of_a_load_and_a_read_only_one(
    new_home: Callable[[str], Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = new_home("faults")
    spec = source(tmp_path / "many", ROWS)
    server.start(settings, memory=SMALL)
    with Store(settings) as store:
        ensure_schema(store)
    with loader(spec, environment_of(settings), seconds=60) as process:
        assert first_line(process) == "written"
        running = alive(settings.home)
        assert running is not None
        gone = psutil.Process(running.pid)
        gone.kill()
        psutil.wait_procs([gone], timeout=30)
        process.send_signal(signal.SIGINT)
        assert process.wait(90) != 0
    with pytest.raises(ServerDownError, match="没有在运行"), Store(settings) as store:
        load(store, spec)
    server.start(settings, memory=SMALL)
    with Store(settings) as store:
        assert seen(store) == BEFORE
        load(store, spec)
        assert seen(store) == AFTER
    server.stop(settings)
    monkeypatch.setattr(config, "TEMPLATE", config.TEMPLATE + "server.databases.default_to_read_only=true\n")
    server.start(settings, memory=SMALL)
    with Store(settings) as store:
        assert seen(store) == AFTER
        with pytest.raises(ReadOnlyServerError, match="不接受写入") as error:
            load(store, source(tmp_path / "more", FIRM))
        assert error.value.way_out
        assert seen(store) == AFTER
    server.stop(settings)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    settings = Settings(neo4j_uri=f"bolt://127.0.0.1:{free_port()}", neo4j_password="none")
    with pytest.raises(ServerDownError, match="没有应答"), Store(settings) as store:
        load(store, source(tmp_path / "one", FIRM))


def test_a_wrong_password(graph: Store, tmp_path: Path) -> None:
    settings = Settings(neo4j_uri=graph.uri, neo4j_password="wrong")
    with pytest.raises(WrongPasswordError, match="口令"), Store(settings) as store:
        load(store, source(tmp_path / "one", FIRM))


@pytest.mark.parametrize("marked", [False, True])
def test_a_foreign_graph_is_refused(graph: Store, tmp_path: Path, *, marked: bool) -> None:
    """Also one that shares a label with ours, and one that was put into our own graph later."""
    if not marked:
        graph.writing(lambda work: work.run_text("MATCH (g:GraphState) DELETE g"))
    graph.writing(lambda work: work.run_text("CREATE (:Customer {id: 'c1'})-[:BOUGHT]->(:Entity {id: 'theirs'})"))
    before = everything(graph)
    spec = source(tmp_path / "one", FIRM)
    try:
        for write in (lambda: load(graph, spec), lambda: rebuild(graph, [spec])):
            with pytest.raises(ForeignGraphError, match="拒绝写入") as error:
                write()
            assert error.value.way_out
            assert everything(graph) == before
        assert "theirs" in nodes(graph)
    finally:
        graph.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))
        ensure_schema(graph)
