"""The answer to a user's own statement."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from graph.answers.base import Model, NodeRef, SourceRef, Tie

MOST_DRAWN = 300
"""Nodes, and ties, kept for a picture: more cannot be read at a glance."""


class TableNode(NodeRef):
    """A node that stands in a row of a table, with who stated it; `retired` when no source states it any longer."""

    retired: bool = False
    sources: list[SourceRef] = Field(default_factory=list)


class TableTie(Tie):
    """A tie that stands in a row of a table, between two nodes that do too; read in its own direction."""

    retired: bool = False


class CypherAnswer(Model):
    """The rows of a user's statement; where nodes came back, `nodes` and `ties` make the picture."""

    columns: list[str]
    rows: list[list[Any]]
    nodes: list[TableNode] = Field(default_factory=list)
    ties: list[TableTie] = Field(default_factory=list)
