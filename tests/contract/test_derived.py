"""What is derived from the declaration is committed and never stale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph import render
from graph.catalogue import SLOT, catalogue
from graph.schema import EDGE_KINDS, NODE_KINDS


@pytest.mark.parametrize("path", list(render.derived()), ids=lambda path: path.name)
def test_not_stale(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == render.derived()[path], "run `make schema`"


def test_stale_is_noticed(tmp_path: Path) -> None:
    fresh, old, missing = tmp_path / "fresh", tmp_path / "old", tmp_path / "missing"
    fresh.write_text("a", encoding="utf-8")
    old.write_text("b", encoding="utf-8")
    wanted = {fresh: "a", old: "a", missing: "a"}
    assert render.stale(wanted) == [old, missing]
    assert render.write(wanted) == [old, missing]
    assert render.stale(wanted) == []


def test_every_key_has_its_constraint() -> None:
    commands = render.constraints()
    assert len(commands) == len(set(commands))
    assert all("IF NOT EXISTS" in command and ";" not in command for command in commands)
    for type_ in EDGE_KINDS:
        assert f"CREATE CONSTRAINT {type_} IF NOT EXISTS\nFOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE" in commands
    for label in ("Entity", "Source", "Version", "Record", "Load", "Coverage", "Journal", "Finding", "GraphState"):
        assert f"CREATE CONSTRAINT {label} IF NOT EXISTS\nFOR (n:{label}) REQUIRE n.id IS UNIQUE" in commands
    assert any("(n.scheme, n.value) IS UNIQUE" in command for command in commands)
    assert any("'cjk'" in command and "n.search_text" in command for command in commands)
    for label, key in (("Entity", "name"), ("Commitment", "key"), ("Place", "code"), ("Record", "source")):
        assert any(f"FOR (n:{label}) ON (n.{key})" in command for command in commands)


def test_the_diagram_shows_every_kind_and_tie() -> None:
    page = render.schema_page()
    diagram = page.split("```mermaid")[1].split("```")[0]
    assert all(f"{kind.zh} {label}" in diagram for label, kind in NODE_KINDS.items())
    walked = [type_ for type_, edge in EDGE_KINDS.items() if type_ in diagram]
    assert sorted(walked) == sorted(EDGE_KINDS)


@pytest.mark.parametrize("name", [name for name in catalogue() if name.startswith("schema/")])
def test_every_schema_statement_is_among_the_commands(name: str) -> None:
    form = re.escape(catalogue()[name].text)
    for default in {slot[1] for slot in SLOT.findall(catalogue()[name].text)}:
        form = re.sub(rf"/\\\*slot\\ \w+\\\*/{default}", r"\\w+", form)
    assert any(re.fullmatch(form, command) for command in render.constraints())
