"""True questions on the bundled graph, one or more for each route under /v1 that is asked with GET."""

from __future__ import annotations

QUESTIONS: dict[str, str] = {
    "search": "/v1/search?q=西安交大",
    "search of two kinds": "/v1/search?q=西安&kind=University,Park&limit=20",
    "node": "/v1/nodes/西安交通大学?limit=5",
    "neighbors": "/v1/nodes/西安交通大学/neighbors?limit=5",
    "path": "/v1/paths?from=陕西锌业&to=西安交通大学",
    "rules": "/v1/gaps",
    "gap": "/v1/gaps/commitments-without-evidence?limit=5",
    "commitments": "/v1/commitments?limit=5",
    "commitment": "/v1/commitments/C3",
    "sources": "/v1/sources?limit=5",
    "coverage": "/v1/coverage?limit=5",
    "schema": "/v1/schema",
}
WITHOUT_GRAPH = {"schema"}
"""Answers that are the program's own and stand without a database."""
