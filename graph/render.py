"""What is derived from the declaration: constraints, docs and legend (`make schema`; `make check` fails when stale).

python -m graph.render           write every derived file
python -m graph.render --check   write nothing; fail and name the files that are stale
"""

from __future__ import annotations

from graph import catalogue
from graph.schema import EDGE_KINDS

KEYED = ("Entity", *(label for label in catalogue.BOOKKEEPING if label != "Identifier"))
"""Labels whose nodes have an `id`; an Identifier is keyed by scheme and value."""

SINGLE = (
    "unique_identifier",
    "entity_search",
    *(f"index_{name}" for name in ("entity_name", "commitment_key", "place_code", "record_source")),
)
"""Statements of cypher/schema/ without a slot, in the order they are run."""


def constraints() -> list[str]:
    """Every schema command of the graph: single statements without `;`, each safe to run again (IF NOT EXISTS)."""
    by_label, by_type = catalogue.get("schema/unique_id"), catalogue.get("schema/unique_tie")
    return [
        *(by_label.filled(label=label) for label in KEYED),
        *(by_type.filled(type=type_) for type_ in sorted(EDGE_KINDS)),
        *(catalogue.get(f"schema/{name}").text for name in SINGLE),
    ]
