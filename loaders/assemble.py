"""Bodies and ties put together from everything live records say about them; order of loading has no part in it.

Preference: rank of the source, then id of the record, then position in it. What differs is kept where it can be
(names, roles, notes, dates as printed); where one value has to be shown, the preferred one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.identity.aliases import aliases_of, canonical, shown_as
from graph.identity.called import formers_of
from graph.identity.names import search_text
from graph.schema import COMMON, COMMON_EDGE, EDGE_KINDS, NODE_KINDS
from graph.schema.values import digest, fold, interval
from loaders.claims import STAGES
from loaders.understood import NodeSaid, Said, TieSaid

MARKS = "ORMN"
"""Best mark first."""

STAGE_ORDER = ("planned", "signed", "started", "delivered")
STAGED = frozenset({"Park", "Team", "Agreement", "WorkItem"} | {k.label for k in NODE_KINDS.values() if k.reified})
"""Kinds that come into being by stages; of a university no stage is told."""

UNTYPED = frozenset({"Observation", "Commitment"})
"""Kinds nobody asks for by typing pinyin: their names are sentences."""

# Written by statements of their own, after all nodes and ties are there.
DERIVED = frozenset({"first_load", "retired_in", "walk_degree", "city", "city_reason", "county", "id"})
COLUMNS: dict[str, tuple[str, ...]] = {
    label: tuple(p.name for p in (*COMMON, *kind.properties) if p.name not in DERIVED)
    for label, kind in NODE_KINDS.items()
}
FLOATS: dict[str, frozenset[str]] = {
    label: frozenset(p.name for p in kind.properties if p.type == "float") for label, kind in NODE_KINDS.items()
}
TIE_COLUMNS = tuple(p.name for p in COMMON_EDGE if p.name not in DERIVED)


@dataclass(frozen=True)
class Stated:
    """A node or tie as one record states it."""

    said: Said
    index: int

    @property
    def order(self) -> tuple[int, str, int]:
        """Preferred first."""
        return (self.said.rank, self.said.record, self.index)

    @property
    def node(self) -> NodeSaid:
        """The claim, where it is one about a node."""
        return self.said.nodes[self.index]

    @property
    def tie(self) -> TieSaid:
        """The claim, where it is one about a tie."""
        return self.said.ties[self.index]


def _in_order(stated: Sequence[Stated]) -> Sequence[Stated]:
    return sorted(stated, key=lambda one: one.order) if len(stated) > 1 else stated


def provenance(found: Sequence[Stated]) -> dict[str, Any]:
    """Records, publications and best mark of what is stated."""
    if len(found) == 1:  # most bodies and ties are stated once
        marks = found[0].said.marks
        return {"records": [found[0].said.record], "sources": sorted(marks), "mark": best(marks)}
    marks = {source: mark for one in found for source, mark in one.said.marks.items()}
    return {
        "records": sorted({one.said.record for one in found}),
        "sources": sorted(marks),
        "mark": best(marks),
    }


def best(marks: Mapping[str, str]) -> str:
    """The best of these marks."""
    return min(marks.values(), key=MARKS.index)


def entity(stated: Sequence[Stated]) -> tuple[str, dict[str, Any]]:
    """Label and properties of a body; a property nobody states is None, so that writing it takes an old value away."""
    found = _in_order(stated)
    label = found[0].node.kind
    names = _names(found, label)
    props: dict[str, Any] = dict.fromkeys(COLUMNS[label])
    for one in found:
        for key, value in one.node.props.items():
            if key not in props and key not in ("city", "city_reason"):
                continue
            if props.get(key) is None:
                # 500 and 500.0 would be two types in the database, and which one would depend on the writer.
                props[key] = float(value) if key in FLOATS[label] and isinstance(value, int) else value
            elif isinstance(value, list):
                props[key] = [*props[key], *(item for item in value if item not in props[key])]
    stated_city = next((one for one in found if one.node.props.get("city") or one.node.city), None)
    props.pop("city", None)
    props.pop("city_reason", None)
    if stated_city is not None:
        node = stated_city.node
        props["city_stated"] = node.props.get("city") or node.city
        props["city_stated_reason"] = node.props.get("city_reason") or "来源所述"
    former = _former(found, formers_of(canonical(names[0], label), label))
    props |= provenance(found) | {
        "name": names[0],
        "names": names,
        "former": former or None,
        "search_text": search_text(
            [*names, *(alias for name in names for alias in aliases_of(canonical(name, label), label))],
            pinyin=label not in UNTYPED,
        ),
        "stage": _stage_of(found) if label in STAGED else None,
        "transit": NODE_KINDS[label].transit,
    }
    return label, props


def _names(found: Sequence[Stated], label: str) -> list[str]:
    """All names, each once by its folded form; the preferred one first, never a former one if there is another."""
    primary = [shown_as(one.node.name, label) for one in found]
    former = [name for one in found for name, _ in one.node.former]
    folded_former = {fold(name) for name in former}
    shown = next((name for name in primary if fold(name) not in folded_former), primary[0])
    printed = [one.node.name for one in found]
    aliases = sorted({alias for one in found for alias in one.node.aliases})
    names: dict[str, str] = {}
    full = [canonical(one.node.name, label) for one in found]
    for name in (shown, *primary, *printed, *full, *aliases, *former):
        names.setdefault(fold(name), name)
    return list(names.values())


def _former(found: Sequence[Stated], tables: Iterable[tuple[str, str]]) -> list[str]:
    """Former names with the year or date they ended: as the sources say, then as the tables of names do."""
    ended: dict[str, tuple[str, str]] = {}
    for name, until in (*((name, until) for one in found for name, until in one.node.former), *tables):
        if fold(name) not in ended or (until and not ended[fold(name)][1]):
            ended[fold(name)] = (name, until)
    return sorted(f"{name}（至 {until}）" if until else name for name, until in ended.values())


def _stage_of(found: Sequence[Stated]) -> str | None:
    """The furthest stage of what is stated about the body; None where nothing is."""
    stages = {
        STAGES[tie.status]
        for one in found
        for tie in one.said.ties
        if one.index in (tie.start, tie.end) and not tie.inferred
    }
    return max(stages, key=STAGE_ORDER.index, default=None)


def tie_id(tie: TieSaid, start: str, end: str) -> str:
    """The id of a tie: what it is, between whom, of which status; of an act also when, since acts repeat."""
    temporal = EDGE_KINDS[tie.type].temporal
    parts = (tie.type, start, end, tie.status, tie.distinct, tie.at if temporal == "act" else "")
    return "tie-" + digest("|".join(parts), 16)


def tie_props(stated: Sequence[Stated]) -> dict[str, Any]:
    """Properties of a tie; None takes an old value away."""
    found = _in_order(stated)
    first = found[0].tie
    dated = [one.tie for one in found if one.tie.at]
    props: dict[str, Any] = dict.fromkeys(TIE_COLUMNS)
    return (
        props
        | provenance(found)
        | {
            "stage": STAGES[first.status],
            "status": first.status,
            "date_text": _joined(tie.at for tie in dated),
            "date_inferred": all(tie.date_inferred for tie in dated) if dated else None,
            "inferred": all(one.tie.inferred for one in found) or None,
            "role": _joined((one.tie.role for one in found), "、"),
            "note": _joined(one.tie.note for one in found),
            **_interval(first.type, dated),
        }
    )


def _joined(texts: Iterable[str], mark: str = "；") -> str | None:
    return mark.join(dict.fromkeys(text for text in texts if text)) or None


INTERVAL = ("from_earliest", "from_latest", "to_earliest", "to_latest")
"""Properties that say when a tie held."""

NARROWEST: dict[str, Callable[[date, date], date]] = {
    "from_earliest": max,
    "from_latest": min,
    "to_earliest": max,
    "to_latest": min,
}


def _interval(type_: str, dated: Sequence[TieSaid]) -> dict[str, date]:
    """What all dates say together; where they contradict each other, what the preferred one says."""
    if len(dated) == 1:
        return interval(dated[0].when, EDGE_KINDS[type_].temporal)
    spans = [interval(tie.when, EDGE_KINDS[type_].temporal) for tie in dated]
    spans = [span for span in spans if span]
    if not spans:
        return {}
    total: dict[str, date] = {}
    for span in spans:
        for key, value in span.items():
            total[key] = NARROWEST[key](total[key], value) if key in total else value
    pairs = (("from_earliest", "from_latest"), ("to_earliest", "to_latest"), ("from_earliest", "to_latest"))
    sound = all(total[one] <= total[other] for one, other in pairs if one in total and other in total)
    return total if sound else spans[0]
