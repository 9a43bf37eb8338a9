"""The gates that a statement of a user passes before it is run (measured on 5.26; see docs/decisions).

READ mode alone stops writes, but not LOAD CSV (it read /etc/passwd and made requests), SHOW and TERMINATE TRANSACTIONS
or configuration procedures. So:

1. a READ session (`graph.store`);
2. EXPLAIN says the statement is of type `r`;
3. every operator of its plan is on the list below;
4. procedures called are on the list below;
5. no subquery hides inside an expression: a COLLECT, COUNT or EXISTS within CASE, a list comprehension or reduce is not
   planned as operators but stands as text in another operator's details, so gates 3 and 4 would not see its LOAD CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.errors import RefusedStatementError

ENDINGS = ("All", "Into")
SCANS = ("IndexScan", "IndexSeek", "IndexSeekByRange", "IndexContainsScan", "IndexEndsWithScan")

OPERATORS = frozenset(
    {
        # where rows come from
        "AllNodesScan",
        "NodeByLabelScan",
        "UnionNodeByLabelsScan",
        "IntersectionNodeByLabelsScan",
        "SubtractionNodeByLabelsScan",
        "NodeByIdSeek",
        "NodeByElementIdSeek",
        "MultiNodeIndexSeek",
        "NodeCountFromCountStore",
        "RelationshipCountFromCountStore",
        *(f"Node{unique}{scan}" for unique in ("", "Unique") for scan in SCANS),
        *(
            f"{way}Relationship{what}"
            for way in ("Directed", "Undirected")
            for what in ("TypeScan", "ByIdSeek", "ByElementIdSeek", *SCANS, *(f"Unique{scan}" for scan in SCANS))
        ),
        *(f"{way}AllRelationshipsScan" for way in ("Directed", "Undirected")),
        *(f"{way}UnionRelationshipTypesScan" for way in ("Directed", "Undirected")),
        "Argument",
        "EmptyRow",
        "Unwind",
        # walking
        *(
            f"{step}({end})"
            for step in ("Expand", "OptionalExpand", "VarLengthExpand", "StatefulShortestPath")
            for end in ENDINGS
        ),
        "VarLengthExpand(Pruning)",
        "VarLengthExpand(Pruning,BFS)",
        "VarLengthExpand(Pruning,BFS,All)",
        "VarLengthExpand(Pruning,BFS,Into)",
        "Repeat(Trail)",
        "Repeat(Walk)",
        "BidirectionalRepeat(Trail)",
        "ShortestPath",
        "ProjectEndpoints",
        # combining
        "Apply",
        "SemiApply",
        "AntiSemiApply",
        "LetSemiApply",
        "LetAntiSemiApply",
        "SelectOrSemiApply",
        "SelectOrAntiSemiApply",
        "LetSelectOrSemiApply",
        "LetSelectOrAntiSemiApply",
        "RollUpApply",
        "ConditionalApply",
        "AntiConditionalApply",
        "CartesianProduct",
        "NodeHashJoin",
        "ValueHashJoin",
        "NodeLeftOuterHashJoin",
        "NodeRightOuterHashJoin",
        "TriadicSelection",
        "TriadicBuild",
        "TriadicFilter",
        "Union",
        "OrderedUnion",
        "Optional",
        # shaping
        "Filter",
        "Projection",
        "CacheProperties",
        "Distinct",
        "OrderedDistinct",
        "EagerAggregation",
        "OrderedAggregation",
        "Sort",
        "PartialSort",
        "Top",
        "PartialTop",
        "Top1WithTies",
        "Limit",
        "Skip",
        "Eager",
        "EmptyResult",
        "ProduceResults",
        "ProcedureCall",
        "ShowIndexes",
        "ShowConstraints",
    }
)

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
    }
)

HIDDEN = re.compile(r"\b(?:COLLECT|COUNT|EXISTS)\s*\{|\bResolvedCall\(|\bLOAD\s+CSV\b", re.IGNORECASE)
WAY_OUT = "只接受只读语句：MATCH … RETURN；写入请用装载，管理请用 xishang db"


def refuse(query_type: str, plan: dict[str, Any]) -> None:
    """Raise `RefusedStatementError` unless type and plan (as EXPLAIN gave them) pass gates 2 to 5."""
    if query_type != "r":
        raise RefusedStatementError("这条语句不是只读的", way_out=WAY_OUT, gate="type", found=query_type)
    for operator in operators(plan):
        name = str(operator.get("operatorType", "")).split("@")[0]
        details = str((operator.get("args") or {}).get("Details") or "")
        if name not in OPERATORS:
            raise RefusedStatementError(f"不接受含 {name} 的语句", way_out=WAY_OUT, gate="operator", found=name)
        if name == "ProcedureCall":
            _refuse_procedure(details)
        elif HIDDEN.search(details):
            raise RefusedStatementError(
                "表达式（CASE、列表推导、reduce 等）里不接受子查询",
                way_out="把 COLLECT { … }、COUNT { … }、EXISTS { … } 移到 WITH 或 CALL { … } 里，单独成一步",
                gate="hidden",
                found=name,
            )


def _refuse_procedure(details: str) -> None:
    match = re.match(r"([\w.]+)\(", details)
    name = match[1] if match else details
    if name not in PROCEDURES:
        allowed = "、".join(sorted(PROCEDURES))
        raise RefusedStatementError(
            f"不接受过程 {name}", way_out=f"可用的过程：{allowed}", gate="procedure", found=name
        )


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All operators of a plan, the root first."""
    yield plan
    for child in plan.get("children") or []:
        yield from operators(child)
