"""Backup stops, dumps, starts; restore into an empty home gives the same graph, and nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import server
from graph.backup import backup, counts, restore
from graph.errors import LocalServerError, NotFoundError, UsageError
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.server
MAKE = """
UNWIND range(1, 50) AS i
CREATE (a:Trial {name: '试验' + i, n: i})-[:NEXT {since: date('2021-05-01')}]->(:Trial {name: '下一个' + i})
"""
ASK = "MATCH (a:Trial)-[r:NEXT]->(b) RETURN a.name AS a, r.since AS since, b.name AS b ORDER BY a"


def test_restore_into_an_empty_home_gives_the_same_answers(
    server_settings: Settings, empty_graph: Store, new_home: Callable[[str], Settings], tmp_path: Path
) -> None:
    empty_graph.writing(lambda work: work.run_text(MAKE))
    before, pid = empty_graph.read_text(ASK), server.status(server_settings).pid
    file = tmp_path / "图.dump"
    made = backup(server_settings, file)
    assert made.size == file.stat().st_size > 0
    assert made.files > 10
    assert list(tmp_path.iterdir()) == [file]
    again = server.status(server_settings)
    assert again.running
    assert again.pid != pid
    assert counts(server_settings) == (100, 50)

    elsewhere = new_home("restored")
    done = restore(elsewhere, file)
    assert (done.nodes, done.ties) == (100, 50)
    with Store(elsewhere) as store:
        assert store.read_text(ASK) == before

    with pytest.raises(UsageError, match=r"不是空的（100 个节点，50 条关系）"):
        restore(elsewhere, file)
    broken = tmp_path / "broken.dump"
    broken.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(LocalServerError, match=r"broken\.dump 读不通"):
        restore(elsewhere, broken, force=True)
    assert counts(elsewhere) == (100, 50)
    server.stop(elsewhere)
    empty_graph.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))


def test_a_backup_replaces_no_file_unasked(server_settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "kept.dump"
    file.write_text("kept")
    with pytest.raises(UsageError, match="已经存在"):
        backup(server_settings, file)
    assert file.read_text() == "kept"


def test_what_is_not_there_is_neither_backed_up_nor_restored(
    new_home: Callable[[str], Settings], tmp_path: Path
) -> None:
    nothing = new_home("nothing")
    with pytest.raises(NotFoundError):
        backup(nothing, tmp_path / "out.dump")
    with pytest.raises(NotFoundError):
        restore(nothing, tmp_path / "absent.dump")
    assert not (nothing.home / "data").exists()
