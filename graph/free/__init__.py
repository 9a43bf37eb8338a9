"""Free Cypher, read-only: what an analyst types, past five gates (docs/decisions/0003-a-fifth-gate.md)."""

from __future__ import annotations

from graph.free.ask import MAX_ROWS, CypherQuestion, ask_cypher
from graph.free.gates import refuse

__all__ = ["MAX_ROWS", "CypherQuestion", "ask_cypher", "refuse"]
