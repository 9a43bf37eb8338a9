"""A row of a gap statement as a finding: its id, its reason in words, its evidence with sources.

The columns all gap statements share, where they are not plain text:
    parts       list of null | {text} | {text, names}: pieces of the reason; one whose `names` are empty is not said
    evidence    list of {tie, type, start, end, stage, status, date_text, records, sources} and, for a fact that bears
                on a commitment, {value, unit, background}; `start` and `end` are names
    candidates  list of {id, kind, name, city, place}
    covered     ids of the complete lists for every tie the rule looks at, at the anchor's place; empty: not all are
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.answers import Anchor, Evidence, Finding, NodeRef, SourceRef
from graph.gaps.coverage import cited
from graph.schema import EDGE_KINDS
from graph.schema.values import mint, readable
from graph.store import Row

PREFIX = "fnd"
OPENINGS = {"linked": "", "none_found": "查无：", "not_collected": "未收录依据："}
STAGES = {"planned": "（计划）", "signed": "（已签约）"}


def finding_id(rule: str, anchor: str) -> str:
    """The id of a finding: the same for the same rule and anchor, whatever its state."""
    return mint(PREFIX, f"{rule}:{anchor}")


def finding(
    rule: str, row: Row, sources: Mapping[str, SourceRef], coverage: list[Row], since: Mapping[str, str]
) -> Finding:
    """One row as a finding; `since` gives, by finding id, when its present state was first seen."""
    id_ = finding_id(rule, row["anchor_id"])
    return Finding(
        finding=id_,
        anchor=Anchor(
            id=row["anchor_id"],
            kind=row["anchor_kind"],
            name=row["anchor_name"],
            place=row["place"],
            key=row["anchor_key"],
        ),
        state=row["state"],
        since=since.get(id_),
        reason=reason(row, coverage),
        evidence=evidence(row["evidence"], sources),
        candidates=[NodeRef(**candidate) for candidate in row["candidates"]],
        county=row["county"],
        chain=row["chains"],
        note=row["note"],
    )


def reason(row: Row, coverage: list[Row]) -> str:
    """Why the finding has its state; for "none found" with the lists it rests on."""
    pieces = [piece for part in row["parts"] if part and (piece := _piece(part))]
    text = OPENINGS[row["state"]] + "；".join(pieces)
    if row["state"] == "none_found":
        text += f"。依据的完整名单：{cited(row['covered'], coverage)}"
    return text


def _piece(part: Mapping[str, Any]) -> str:
    if "names" not in part:
        return str(part["text"])
    names = list(dict.fromkeys(part["names"] or []))
    return f"{part['text']}：{'、'.join(names)}" if names else ""


def evidence(items: list[dict[str, Any]], sources: Mapping[str, SourceRef]) -> list[Evidence]:
    """The facts a row rests on, each once; a tie that serves two partners is one fact."""
    once = {(item["tie"], tuple(item["records"] or [])): item for item in items}
    return [
        Evidence(
            text=_fact(item),
            record=(item["records"] or [None])[0],
            tie=item["tie"],
            stage=item["stage"],
            date_text=item["date_text"] or "",
            background=bool(item.get("background")),
            sources=[sources[source] for source in item["sources"] or [] if source in sources],
        )
        for item in once.values()
    ]


def _fact(item: Mapping[str, Any]) -> str:
    if item["type"] == "HAS_VALUE":
        text = f"{item['start']}的{item['end']}：{readable(item['value'], item['unit'] or '')}"
    else:
        text = EDGE_KINDS[item["type"]].clause(item["start"], item["end"])
    return text + STAGES.get(item["stage"] or "", "")


def cited_sources(rows: list[Row]) -> list[str]:
    """Ids of all sources the evidence of these rows cites."""
    return sorted({source for row in rows for item in row["evidence"] for source in item["sources"] or []})
