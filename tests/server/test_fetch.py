"""Jars are fetched, continued, verified; every way it can fail says so and names a way out."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import LocalServerError
from graph.server.fetch import ensure_jars
from graph.server.jars import NEO4J_VERSION, Jar, missing, read_lock
from tests.conftest import free_port
from tests.server.repository import Repository, body_of, jar_of, serving

JARS = [jar_of(name) for name in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta")]


@pytest.fixture
def repository() -> Iterator[Repository]:
    with serving() as running:
        for jar in JARS:
            running.offer(jar)
        yield running


def test_the_committed_lock_is_whole_and_names_no_address() -> None:
    lock = read_lock()
    kernel = next(jar for jar in lock if jar.artifact == "neo4j-kernel")
    assert kernel.version == NEO4J_VERSION
    assert {"neo4j-record-storage-engine", "neo4j-server", "neo4j-dbms"} <= {jar.artifact for jar in lock}
    assert len({jar.path for jar in lock}) == len(lock)
    assert all(int(jar.sha256, 16) and jar.size > 0 for jar in lock)
    assert not any(sign in jar.line() for jar in lock for sign in ("/", "@"))


def test_all_are_fetched_once_and_said_beforehand(repository: Repository, tmp_path: Path) -> None:
    told: list[str] = []
    ensure_jars(JARS, tmp_path, repository.url, told.append)
    assert "7 个 jar" in told[0]
    assert "2.1 MB" in told[0]
    assert [(tmp_path / jar.path).read_bytes() for jar in JARS] == [body_of(jar.artifact) for jar in JARS]
    asked = len(repository.asked)
    ensure_jars(JARS, tmp_path, repository.url, told.append)
    assert len(repository.asked) == asked == len(JARS)


def test_a_cut_transfer_is_continued_where_it_stopped(repository: Repository, tmp_path: Path) -> None:
    jar = JARS[0]
    repository.cut["/" + str(jar.path)] = 100_000
    ensure_jars([jar], tmp_path, repository.url, lambda _: None)
    assert (tmp_path / jar.path).read_bytes() == body_of("alpha")
    assert [range_header for _, range_header in repository.asked] == ["", "bytes=100000-"]


def test_a_part_left_by_a_killed_process_is_continued(repository: Repository, tmp_path: Path) -> None:
    part = tmp_path / (str(JARS[1].path) + ".part")
    part.parent.mkdir(parents=True)
    part.write_bytes(body_of("beta")[:123_456])
    ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    assert ("/" + str(JARS[1].path), "bytes=123456-") in repository.asked
    assert not list(tmp_path.rglob("*.part"))


def test_a_wrong_hash_stops_names_the_file_and_is_not_kept(repository: Repository, tmp_path: Path) -> None:
    bad = JARS[2]
    repository.offer(bad, body_of("something else"))
    with pytest.raises(LocalServerError) as caught:
        ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    assert "gamma-1.0.jar" in caught.value.detail
    assert "XISHANG_JAR_MIRROR" in caught.value.way_out
    assert bad in missing(JARS, tmp_path)
    repository.offer(bad)
    ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    assert (tmp_path / bad.path).read_bytes() == body_of("gamma")


def test_a_jar_altered_in_the_cache_stops_the_start(repository: Repository, tmp_path: Path) -> None:
    ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    altered = tmp_path / JARS[3].path
    altered.write_bytes(bytes(JARS[3].size))
    with pytest.raises(LocalServerError, match=r"delta-1\.0\.jar") as caught:
        ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    assert str(altered) in caught.value.way_out


def test_a_truncated_jar_in_the_cache_is_fetched_again(repository: Repository, tmp_path: Path) -> None:
    ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    (tmp_path / JARS[4].path).write_bytes(b"cut")
    ensure_jars(JARS, tmp_path, repository.url, lambda _: None)
    assert (tmp_path / JARS[4].path).read_bytes() == body_of("epsilon")


def test_no_network_says_how_to_go_on(tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(LocalServerError) as caught:
        ensure_jars(JARS, tmp_path, nowhere, lambda _: None)
    assert "连不上" in caught.value.detail
    assert "XISHANG_JAR_MIRROR" in caught.value.way_out
    assert str(tmp_path) in caught.value.way_out


def test_a_mirror_without_the_jar_is_named(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(LocalServerError, match="404"):
        ensure_jars([jar_of("unknown")], tmp_path, repository.url, lambda _: None)


def test_two_at_once_fetch_every_jar_once(repository: Repository, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(ensure_jars, JARS, tmp_path, repository.url, lambda _: None) for _ in range(2)]
        for one in both:
            one.result(timeout=30)
    assert len(repository.asked) == len(JARS)


def test_a_disk_without_room_is_refused_before_anything_is_asked(repository: Repository, tmp_path: Path) -> None:
    huge = Jar("example.made.up", "huge", "1.0", "", 10**18, "0" * 64)
    with pytest.raises(LocalServerError, match="磁盘空间不足"):
        ensure_jars([huge], tmp_path, repository.url, lambda _: None)
    assert repository.asked == []
