"""The agreement as a board: every commitment with its state, what bears on it and the latest of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph import gaps
from graph.answers import Answer, CommitmentDetail, CommitmentList, CommitmentRow, Evidence, Finding, Meta, NodeRef
from graph.citation import sources_of
from graph.errors import NotFoundError
from graph.store import Row, Store

RULE = "commitments-without-evidence"

# Chapters are this project's own reading aid: the agreement runs on without headings. First key → title.
CHAPTERS: tuple[tuple[int, str], ...] = (
    (0, "总则"),
    (1, "科技大市场与资源共享"),
    (3, "共建研发机构、基地与园区"),
    (7, "资源互通与转移"),
    (9, "对接、交流与培训"),
    (12, "孵化、转化与产业"),
    (17, "人才帮扶与乡村振兴"),
    (21, "原则、方法与目标"),
)


def commitments(store: Store) -> Answer[CommitmentList]:
    """All commitments in the order of the agreement, each leaf with the state that its gap rule gives it."""
    board = _Board(store)
    agreement = next((row["agreement"] for row in board.rows if row["agreement"]), None)
    node, cited = store.reading(
        lambda work: (work.run("read/nodes", ids=[agreement]) if agreement else [], _cited(work, board))
    )
    data = CommitmentList(
        agreement=NodeRef(id=node[0]["id"], kind="Agreement", name=node[0]["name"]) if node else None,
        sources=cited,
        rows=[board.row(row) for row in board.rows],
    )
    return Answer(data=data, meta=board.meta({}))


def commitment(store: Store, key: str) -> Answer[CommitmentDetail]:
    """One commitment by its number (`C11a`) or id. Raises `NotFoundError`."""
    board = _Board(store)
    found = next((row for row in board.rows if key in (row["id"], row["key"]) or row["key"] == key.capitalize()), None)
    if found is None:
        numbers = "、".join(row["key"] for row in board.rows[:5])
        raise NotFoundError(f"没有编号为 {key} 的条款", way_out=f"条款编号如 {numbers} …，全部见 xishang gap {RULE}")
    parts = [row for row in board.rows if row["parent"] == found["key"]]
    facts = [item for row in parts or [found] for item in board.evidence(row)]
    cited = store.reading(lambda work: list(sources_of(work, found["sources"]).values()))
    data = CommitmentDetail(
        row=board.row(found),
        text_en=found["text_en"],
        actors=found["actors"],
        path_question=found["path_question"],
        gap_question=found["gap_question"],
        indicators=found["indicators"],
        evidence=facts,
        parts=[board.row(row) for row in parts],
        rules=[rule for rule in gaps.rules() if _serves(rule.commitments, found["key"])],
        sources=cited,
    )
    return Answer(data=data, meta=board.meta({"key": key}))


class _Board:
    """What the board reads: the commitments and the findings of their gap rule, of one version of the graph."""

    def __init__(self, store: Store) -> None:
        self._gap = gaps.ask(store, RULE)
        self._findings = {finding.anchor.id: finding for finding in self._gap.data.rows}
        self.rows = sorted(store.read("read/commitments"), key=lambda row: natural(row["key"]))

    def evidence(self, row: Row) -> list[Evidence]:
        finding = self._findings.get(row["id"])
        return list(finding.evidence) if finding else []

    def row(self, row: Row) -> CommitmentRow:
        finding = self._findings.get(row["id"])
        facts = self.evidence(row)
        return CommitmentRow(
            **{name: row[name] for name in ("id", "key", "text", "parent", "leaf", "direction", "regularity")},
            chapter=chapter(row["key"]),
            **_state(finding),
            facts=len(facts),
            background=sum(fact.background for fact in facts),
            latest=latest(facts),
        )

    def meta(self, parameters: dict[str, Any]) -> Meta:
        return self._gap.meta.model_copy(update={"statement": "read/commitments", "parameters": parameters})


def _state(finding: Finding | None) -> dict[str, Any]:
    return {"state": finding.state, "reason": finding.reason} if finding else {}


def _cited(work: Any, board: _Board) -> list[Any]:
    return list(sources_of(work, {source for row in board.rows for source in row["sources"]}).values())


def latest(facts: Sequence[Evidence]) -> Evidence | None:
    """The fact with the latest date that has a year; without one, none: an undated fact is not the latest."""
    dated = [fact for fact in facts if re.search(r"\d{4}", fact.date_text)]
    return max(dated, key=lambda fact: fact.date_text.split("/")[-1] or fact.date_text, default=None)


def natural(key: str) -> tuple[int, str]:
    """Sort key of a commitment's number: C2 before C11a."""
    match = re.fullmatch(r"[A-Za-z]*(\d+)(\w*)", key)
    return (int(match[1]), match[2]) if match else (10_000, key)


def chapter(key: str) -> str:
    """The chapter a commitment is listed under."""
    number = natural(key)[0]
    return next((title for first, title in reversed(CHAPTERS) if number >= first), CHAPTERS[-1][1])


def _serves(commitments: Sequence[str], key: str) -> bool:
    """Whether a rule that serves these commitments serves this one, its parent or its parts."""
    return any(
        natural(served)[0] == natural(key)[0] and (served == key or key in served or served in key)
        for served in commitments
    )
