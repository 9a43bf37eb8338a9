"""How good a path is, as a product of parts that can each be said in a sentence.

- `hops`: 1/2 for each hop after the first; every body in between halves what the two ends have to do with each other.
- `weight`: the lowest weight of its ties (schema). A chain is as strong as its weakest link, and a visit or a shared
  room is none of co-operation.
- `stage`: the lowest of its ties. A signed intention counts less than work begun, a plan less still.
- `mark`: the lowest of its ties. What stands on its publisher's own host can be checked, a mirror less, a text without
  address hardly.
- `force`: 1/2 when one of its ties is known to be over: history explains, it does not connect.
- `narrow`: 1 / (1 + log10 d), d the most walkable ties of a node in between: a partner of many says less. Damping by
  degree as in Himmelstein and Baranzini 2015 (doi 10.1371/journal.pcbi.1004259), gentler, and by the largest node only.

Equal scores are ordered by hops, then by the ids on the path, so that the same graph gives the same order.
"""

from __future__ import annotations

from math import log10

from graph.schema import EDGE_KINDS

STAGE_FACTOR = {"delivered": 1.0, "started": 1.0, "signed": 0.7, "planned": 0.4}
MARK_FACTOR = {"O": 1.0, "R": 0.9, "M": 0.8, "N": 0.7}
OVER = 0.5


def strength(type_: str, stage: str, mark: str) -> float:
    """What one tie is worth, 0 to 1: of several ties between two neighbours the strongest is shown on the path."""
    return EDGE_KINDS[type_].weight * STAGE_FACTOR.get(stage, 0.4) * MARK_FACTOR.get(mark, 0.7)


def parts(hops: int, ties: list[tuple[str, str, str]], degrees: list[int], *, over: bool) -> dict[str, float]:
    """The parts of the score. `ties` are (type, stage, mark); `degrees` the walkable ties of the nodes in between."""
    return {
        "hops": 0.5 ** (hops - 1),
        "weight": min(EDGE_KINDS[type_].weight for type_, _, _ in ties),
        "stage": min(STAGE_FACTOR.get(stage, 0.4) for _, stage, _ in ties),
        "mark": min(MARK_FACTOR.get(mark, 0.7) for _, _, mark in ties),
        "force": OVER if over else 1.0,
        "narrow": round(1 / (1 + log10(max(1, *degrees, 1))), 4),
    }


def total(found: dict[str, float]) -> float:
    """The product of the parts, to four places."""
    product = 1.0
    for value in found.values():
        product *= value
    return round(product, 4)
