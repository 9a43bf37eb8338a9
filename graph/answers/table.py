"""The answer to a user's own statement."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from graph.answers.base import Model, NodeRef


class TableTie(Model):
    """A tie that stands in a row of a table, between two nodes that do too."""

    id: str
    type: str
    start: str
    end: str


class CypherAnswer(Model):
    """The rows of a user's statement; where nodes came back, `nodes` and `ties` make the picture."""

    columns: list[str]
    rows: list[list[Any]]
    nodes: list[NodeRef] = Field(default_factory=list)
    ties: list[TableTie] = Field(default_factory=list)
