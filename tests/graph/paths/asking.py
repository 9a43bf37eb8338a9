"""Path questions of the tests, by the short names of the made-up world."""

from __future__ import annotations

from typing import Any

from graph.answers import Path, PathAnswer
from graph.paths import PathQuestion, find_paths
from graph.store import Store

MADE_UP = "（虚构）"


def ask(store: Store, start: str, end: str, **more: Any) -> PathAnswer:
    """The answer to a path question."""
    question = {"from": start, "to": end, **more}
    return find_paths(store, PathQuestion.model_validate(question)).data


def world(store: Store, start: str, end: str, **more: Any) -> PathAnswer:
    """The same, with names of the made-up world, which all end alike."""
    return ask(store, start + MADE_UP, end + MADE_UP, **more)


def through(path: Path) -> str:
    """The names on a path: 甲–丙–乙."""
    return "–".join(node.name.replace(MADE_UP, "") for node in path.nodes)


def codes(answer: PathAnswer) -> list[str]:
    """Codes of the reasons why there is no path."""
    assert answer.answer == "none"
    assert answer.why_none is not None
    return [reason.code for reason in answer.why_none.reasons]


def chain(path: Path) -> None:
    """A path hangs together: each tie goes from one node to the next, each node stands once, each tie is stated."""
    assert len(path.ties) == len(path.nodes) - 1
    for number, tie in enumerate(path.ties):
        assert (tie.start, tie.end) == (path.nodes[number].id, path.nodes[number + 1].id)
        assert tie.records
        assert tie.sources
        assert tie.verb
    assert len({node.id for node in path.nodes}) == len(path.nodes)
