"""A gap question, answered: the rule's rows, their sources, the lists looked at, all of one version of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.answers import Answer, GapAnswer, SourceRef
from graph.catalogue import Query
from graph.citation import sources_of
from graph.errors import NotFoundError
from graph.gaps import coverage as lists
from graph.gaps.counts import by_dimension, count
from graph.gaps.record import changed, since
from graph.gaps.rows import cited_sources, finding
from graph.gaps.rules import FOLDER, checked, find, needs, reference
from graph.gazetteer import division
from graph.identity.aliases import canonical
from graph.schema.values import clean
from graph.store import Row, Store, Work

OURS = ("商洛市", "西安市")
"""Where a short name is looked up: 山阳 is a county of Shangluo and a district of Jiaozuo."""
FRAMES = {"county": ("counties", "县区"), "chain": ("chains", "产业链")}


@dataclass(frozen=True)
class Read:
    """What one question reads from the graph."""

    rows: list[Row]
    sources: dict[str, SourceRef]
    coverage: list[Row]
    findings: list[Row]


def ask(store: Store, rule: str, **params: Any) -> Answer[GapAnswer]:
    """The answer of a gap rule. `params` are those of the rule's header; text is read as the declared type.

    Raises `NotFoundError` (rule, county or chain that is not there) and `UsageError` (parameter).
    """
    query = find(rule)
    values = _meant(checked(query, params))
    read, state = store.snapshot(lambda work: _read(work, query, values))
    times = since(read.findings)
    rows = [finding(rule, row, read.sources, read.coverage, times) for row in read.rows]
    data = GapAnswer(
        rule=reference(query),
        rows=rows,
        counts=count(row.state for row in rows),
        by=by_dimension(read.rows),
        changed=changed(read.findings, state.version, {row.finding for row in rows}),
    )
    meta = state.meta(
        query.name,
        {name: value for name, value in values.items() if value is not None},
        coverage=lists.notes(needs(query), read.coverage),
    )
    return Answer(data=data, meta=meta)


def _meant(values: dict[str, Any]) -> dict[str, Any]:
    """Parameters with the name that a place or chain bears in the graph: 山阳, 611024 → 山阳县; 户县 → 鄠邑区."""
    found = dict(values)
    if values.get("county"):
        tried = (division(values["county"], within=city) for city in OURS)
        place = next((found for found in tried if found is not None), None)
        found["county"] = place.name if place is not None else clean(values["county"])
    if values.get("chain"):
        found["chain"] = canonical(values["chain"], "Chain")
    return found


def _read(work: Work, query: Query, values: dict[str, Any]) -> Read:
    rows = work.run(query, **values, needs=needs(query))
    if not rows:
        _refuse_unknown(work, values)
    return Read(
        rows=rows,
        sources=sources_of(work, cited_sources(rows)),
        coverage=work.run("read/gap_coverage", needs=needs(query)),
        findings=work.run("read/gap_findings", rule=query.name.removeprefix(FOLDER)),
    )


def _refuse_unknown(work: Work, values: dict[str, Any]) -> None:
    """A county or chain that is no one's is an error, never an empty answer."""
    asked = [name for name in FRAMES if values.get(name)]
    if not asked:
        return
    known = work.run("read/gap_frames")[0]
    for name in asked:
        column, word = FRAMES[name]
        if values[name] not in known[column]:
            raise NotFoundError(
                f"没有名为“{values[name]}”的{word}", way_out=f"可用的{word}：{'、'.join(known[column]) or '尚未装载'}"
            )
