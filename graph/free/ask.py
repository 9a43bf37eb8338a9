"""A user's read-only statement as a question: gates, time limit, row cap; a table out, a picture where nodes are."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from graph.answers import Answer, CypherAnswer, Model, Truncated
from graph.errors import RefusedStatementError, UsageError
from graph.free.dress import dressed
from graph.free.gates import WAY_OUT, refuse
from graph.free.values import sendable
from graph.store import Store

MAX_ROWS = 5000
"""Rows one answer may have; a larger limit is refused, not cut in silence."""
MAX_STATEMENT = 20_000
"""Characters a statement may have."""
# PROFILE would run the statement before its plan is known, EXPLAIN and options change what is asked of the server.
PREFIX = re.compile(r"\A(?:\s|//[^\n]*(?:\n|\Z)|/\*.*?\*/)*(EXPLAIN|PROFILE|CYPHER|USE)\b", re.IGNORECASE | re.DOTALL)


CUT = {"limit": "到了行数上限", "size": "到了内容大小上限"}


class CypherQuestion(Model):
    """A statement with its parameters. `limit` is the row cap, `seconds` the time limit of the server's work."""

    statement: str = Field(min_length=1, max_length=MAX_STATEMENT, description="一条只读的 Cypher 语句")
    parameters: Annotated[dict[str, Any], AfterValidator(sendable)] = Field(default_factory=dict, description="参数")
    limit: int = Field(default=500, ge=1, le=MAX_ROWS, description="最多返回多少行")
    seconds: float = Field(default=10.0, gt=0, le=60, description="时限（秒）")


def ask_cypher(store: Store, question: CypherQuestion) -> Answer[CypherAnswer]:
    """Run a statement past the gates. Raises `RefusedStatementError`, `UsageError` (syntax), `TimeLimitError`."""
    prefix = PREFIX.match(unescaped(question.statement))
    if prefix:
        raise RefusedStatementError(
            f"语句不能以 {prefix[1].upper()} 开头", way_out=WAY_OUT, gate="prefix", found=prefix[1].upper()
        )
    if "\0" in question.statement:
        raise UsageError("语句里有空字符", way_out="请检查粘贴的内容")
    plan = store.plan(question.statement, question.parameters)
    refuse(plan.type, plan.root)
    table = store.table(question.statement, question.parameters, cap=question.limit, seconds=question.seconds)
    truncated = None
    if table.truncated:
        truncated = Truncated(shown=len(table.rows), found_at_least=len(table.rows) + 1, why=CUT[table.truncated])
    nodes, ties = dressed(store, table.nodes, table.ties)
    state = store.state()
    return Answer(
        data=CypherAnswer(columns=table.columns, rows=table.rows, nodes=nodes, ties=ties),
        meta=state.meta(question.statement, question.parameters, truncated=truncated),
    )


def unescaped(statement: str) -> str:
    """The statement with its `\\uXXXX` escapes taken off, as the server reads it."""
    return re.sub(r"\\u+([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), statement)
