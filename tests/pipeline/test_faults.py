"""A wire that is cut, a disk that is full, a file that is replaced while it is read, one file under two names.

After each nothing half-written is to be seen, the next load completes, and it counts what an undisturbed one counts.
Killed servers and loaders, Ctrl-C and two loads at once are in `test_server_faults` and `test_together`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph import server
from graph.errors import ServerDownError, SourceError, XishangError
from graph.server import connection
from graph.server.state import alive
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import ensure_schema, load
from loaders.spec import SourceSpec, load_spec
from tests.conftest import SMALL, settings_of
from tests.pipeline.full_disk import small_disk
from tests.pipeline.graphs import everything, nodes, ties
from tests.pipeline.proxy import Wire, wire
from tests.pipeline.sources import source
from tests.pipeline.test_together import AFTER, BEFORE, ROWS, seen


@pytest.fixture
def spec(tmp_path: Path) -> SourceSpec:
    """301 bodies, 300 ties."""
    return source(tmp_path / "many", ROWS)


def over(made: Wire, settings: Settings) -> Settings:
    """Settings that reach the server of `settings` over a wire."""
    target = connection(settings)
    return settings.model_copy(update={"neo4j_uri": f"bolt://127.0.0.1:{made.port}", "neo4j_password": target.password})


def test_a_wire_cut_in_the_middle_of_a_load(graph: Store, own_settings: Settings, spec: SourceSpec) -> None:
    before = everything(graph)
    with wire(own_settings.bolt_port) as made, Store(over(made, own_settings)) as store:
        with pytest.raises(ServerDownError) as error:
            load(store, spec, after=[lambda _work, _version: made.cut()])
        assert error.value.way_out
    assert everything(graph) == before
    assert load(graph, spec).data.loaded == len(ROWS)
    assert seen(graph) == AFTER


def test_a_wire_cut_before_the_end_is_heard_of(graph: Store, own_settings: Settings, spec: SourceSpec) -> None:
    """The load may be through without its loader knowing: it is whole or not there, and is not done twice."""
    with (
        wire(own_settings.bolt_port) as made,
        Store(over(made, own_settings)) as store,
        pytest.raises(ServerDownError),
    ):
        load(store, spec, after=[lambda _work, _version: made.deafen()])
    assert seen(graph) in {BEFORE, AFTER}
    load(graph, spec)
    assert seen(graph) == AFTER


def test_a_full_disk(spec: SourceSpec, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        settings = settings_of(disk.folder / "home")
        server.start(settings, memory=SMALL)
        try:
            with Store(settings) as store:
                ensure_schema(store)
                running = alive(settings.home)
                assert running is not None
                disk.fill(running.pid)
                with pytest.raises(XishangError) as error:
                    load(store, spec)
                assert error.value.way_out
            disk.free()
            server.stop(settings)
            server.start(settings, memory=SMALL)
            with Store(settings) as store:
                assert seen(store) == BEFORE
                assert load(store, spec).data.loaded == len(ROWS)
                assert seen(store) == AFTER
        finally:
            disk.free()
            server.stop(settings)


def test_a_file_replaced_while_it_is_read(graph: Store, spec: SourceSpec, tmp_path: Path) -> None:
    load(graph, source(tmp_path / "other", ROWS[:3]))
    before = everything(graph)
    newer = source(tmp_path / "newer" / "many", ROWS[:250])

    def replace(_what: str, _count: int) -> None:
        shutil.copyfile(newer.folder / "rows.csv", tmp_path / "beside.csv")
        (tmp_path / "beside.csv").replace(spec.folder / "rows.csv")

    with pytest.raises(SourceError, match="读取时被改动") as error:
        load(graph, spec, progress=replace)
    assert error.value.way_out
    assert everything(graph) == before
    assert load(graph, load_spec(spec.folder)).data.loaded == 250


def test_one_file_under_two_names_doubles_nothing(graph: Store, spec: SourceSpec, tmp_path: Path) -> None:
    load(graph, spec)
    before = nodes(graph).keys(), ties(graph).keys()
    load(graph, source(tmp_path / "again", ROWS))
    assert (nodes(graph).keys(), ties(graph).keys()) == before
    assert {len(one["records"]) for one in ties(graph).values()} == {2}
