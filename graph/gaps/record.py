"""What the graph keeps of findings: since which version each has its present state, so that a change can be told."""

from __future__ import annotations

from graph.answers import Changed
from graph.catalogue import catalogue
from graph.gaps.rows import finding_id
from graph.gaps.rules import FOLDER, checked, needs, widest
from graph.store import Row, Work


def record_findings(work: Work, version: int) -> None:
    """Run all rules in the transaction of a load and keep their findings.

    A finding is {id, rule, anchor, state, previous, since_version, gone}. `since_version` moves only when the state
    does, so a load that changes nothing writes the same values again.
    """
    for name, query in sorted(catalogue().items()):
        if not name.startswith(FOLDER):
            continue
        rule = name.removeprefix(FOLDER)
        rows = work.run(query, **checked(query, widest(query)), needs=needs(query))
        kept = [
            {"id": finding_id(rule, row["anchor_id"]), "anchor": row["anchor_id"], "state": row["state"]}
            for row in rows
        ]
        work.run("write/gap_findings", rule=rule, rows=kept, version=version)


def since(found: list[Row]) -> dict[str, str]:
    """By finding id, the time of the load in which its present state was first seen; its version where no time is."""
    return {row["id"]: row["since"] or f"v{row['since_version']}" for row in found if not row["gone"]}


def changed(found: list[Row], version: int, shown: set[str]) -> Changed:
    """What the last load changed: holes that are new, and holes that are closed or whose anchor is no longer there."""
    moved = [row for row in found if row["since_version"] == version and (row["id"] in shown or row["gone"])]
    return Changed(
        new=[row["id"] for row in moved if _is_hole(row) and row["previous"] in (None, "linked")],
        closed=[row["id"] for row in moved if not _is_hole(row) and row["previous"] not in (None, "linked")],
        since_version=str(version - 1) if version else None,
    )


def _is_hole(row: Row) -> bool:
    return row["state"] != "linked" and not row["gone"]
