"""People who asked to be left out: known by a hash in the journal, taken out of every row before it is written."""

from __future__ import annotations

from collections.abc import Iterable

from graph.journal import person_hash
from loaders.reading import LoadedRow
from loaders.understood import Said, TieSaid

HIDDEN = "（已隐去）"


def hide_people(rows: Iterable[LoadedRow], hidden: frozenset[str]) -> None:
    """Take hidden people out of what rows say, and their names out of the raw cells."""
    if not hidden:
        return
    for row in rows:
        names = _hidden_names(row.said, hidden)
        if names:
            row.raw = {column: _masked(value, names) for column, value in row.raw.items()}
            _take_out(row.said, names, hidden)


def _hidden_names(said: Said, hidden: frozenset[str]) -> set[str]:
    people = zip(said.mentions(), said.nodes, strict=True)
    return {n.name for m, n in people if n.kind == "Person" and person_hash(m.signature) in hidden}


def _take_out(said: Said, names: set[str], hidden: frozenset[str]) -> None:
    mentions = said.mentions()
    kept = [
        index
        for index, node in enumerate(said.nodes)
        if not (node.kind == "Person" and person_hash(mentions[index].signature) in hidden)
    ]
    position = {old: new for new, old in enumerate(kept)}
    said.nodes = [said.nodes[index] for index in kept]
    said.ties = [_moved(tie, position, names) for tie in said.ties if {tie.start, tie.end} <= position.keys()]
    for node in said.nodes:
        node.props = {k: _masked(v, names) if isinstance(v, str) else v for k, v in node.props.items()}


def _moved(tie: TieSaid, position: dict[int, int], names: set[str]) -> TieSaid:
    tie.start, tie.end = position[tie.start], position[tie.end]
    tie.note, tie.role = _masked(tie.note, names), _masked(tie.role, names)
    return tie


def _masked(text: str, names: set[str]) -> str:
    for name in names:
        text = text.replace(name, HIDDEN)
    return text
