"""The answer types all doors share (answers.md): frozen, closed pydantic models."""

from __future__ import annotations

from graph.answers.base import Answer, CoverageNote, Meta, Model, NodeRef, SourceRef, Tie, Truncated
from graph.answers.board import (
    CityPair,
    CommitmentDetail,
    CommitmentList,
    CommitmentRow,
    CoverageList,
    FailedLoad,
    KindCount,
    Overview,
    SourceList,
    SourceRow,
    StaleSource,
    Wanted,
)
from graph.answers.gaps import Anchor, Changed, Counts, Evidence, Finding, GapAnswer, GapList, RuleRef, State
from graph.answers.loads import ColumnTaken, FileTaken, LoadReport, Reject, RowTaken, UndoReport
from graph.answers.paths import Path, PathAnswer, Pattern, Reason, WhyNone
from graph.answers.review import JournalEntry, Judged, ReviewList, ReviewPair, SideBySide
from graph.answers.search import Neighbour, NeighbourList, NodeDetail, SearchAnswer, SearchHit
from graph.answers.table import MOST_DRAWN, CypherAnswer, TableNode, TableTie

__all__ = [
    "MOST_DRAWN",
    "Anchor",
    "Answer",
    "Changed",
    "CityPair",
    "ColumnTaken",
    "CommitmentDetail",
    "CommitmentList",
    "CommitmentRow",
    "Counts",
    "CoverageList",
    "CoverageNote",
    "CypherAnswer",
    "Evidence",
    "FailedLoad",
    "FileTaken",
    "Finding",
    "GapAnswer",
    "GapList",
    "JournalEntry",
    "Judged",
    "KindCount",
    "LoadReport",
    "Meta",
    "Model",
    "Neighbour",
    "NeighbourList",
    "NodeDetail",
    "NodeRef",
    "Overview",
    "Path",
    "PathAnswer",
    "Pattern",
    "Reason",
    "Reject",
    "ReviewList",
    "ReviewPair",
    "RowTaken",
    "RuleRef",
    "SearchAnswer",
    "SearchHit",
    "SideBySide",
    "SourceList",
    "SourceRef",
    "SourceRow",
    "StaleSource",
    "State",
    "TableNode",
    "TableTie",
    "Tie",
    "Truncated",
    "UndoReport",
    "Wanted",
    "WhyNone",
]
