"""A change, written: rows grouped by kind and type, in batches, one statement of `cypher/write/` each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from graph.identity.registry import rows_for
from graph.schema import NODE_KINDS
from graph.store import Work
from loaders.additions import Additions
from loaders.affected import Affected
from loaders.change import Change
from loaders.portions import portions

Tell = Callable[[str, int], None]


def group_of(label: str) -> str:
    """The group label of a kind, or the kind itself where it has none."""
    return (*NODE_KINDS[label].groups, label)[0]


def write_additions(work: Work, added: Additions, version: int, tell: Tell) -> None:
    """Write what is new: records and keys, bodies, ties between bodies that are there by then."""
    for some in portions(added.records):
        records = [[row["id"], _given(row)] for row in some]
        work.run("write/new_records", rows=records, version=version)
    for keys in portions([[scheme, value, entity] for (scheme, value), entity in added.identifiers.items()]):
        work.run("write/new_identifiers", rows=keys, version=version)
    by_label: dict[str, list[list[Any]]] = defaultdict(list)
    for id_, (label, props) in added.entities.items():
        by_label[label].append([id_, _given(props)])
    written = 0
    for label, all_rows in by_label.items():
        for rows in portions(all_rows):
            work.run("write/new_entities", slots={"kind": label, "group": group_of(label)}, rows=rows, version=version)
            written += len(rows)
            tell("写入节点", written)
    by_kind: dict[str, list[list[Any]]] = defaultdict(list)
    for id_, (type_, start, end, props) in added.ties.items():
        by_kind[type_].append([id_, start, end, _given(props)])
    written = 0
    for type_, all_rows in by_kind.items():
        for rows in portions(all_rows):
            work.run("write/new_ties", slots={"type": type_}, rows=rows, version=version)
            written += len(rows)
            tell("写入关系", written)


def _given(props: dict[str, Any]) -> dict[str, Any]:
    """What is there: a new node or tie has nothing that null would take away."""
    return {key: value for key, value in props.items() if value is not None}


def write_change(work: Work, found: Affected, change: Change, version: int, tell: Tell) -> None:
    """Write bodies, ties, retirements and the registry; `version` is the graph version of this load."""
    _drop(work, change, version)
    _entities(work, found, change, version, tell)
    _ties(work, change, version, tell)
    if change.retired_entities:
        work.run("write/retire_entities", ids=sorted(change.retired_entities), version=version)
    for type_, ids in by_type(change.retired_ties).items():
        work.run("write/retire_ties", slots={"type": type_}, ids=ids, version=version)
    _register(work, change, version)
    restated = [{"id": said.record, "understood": said.to_json()} for said in change.restated]
    for rows in portions(restated):
        work.run("write/restate_records", rows=rows)


def by_type(ties: dict[str, str]) -> dict[str, list[str]]:
    """Ids of ties by their type."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, type_ in sorted(ties.items()):
        found[type_].append(id_)
    return found


def _drop(work: Work, change: Change, version: int) -> None:
    for type_, ids in by_type(change.dropped_ties).items():
        work.run("write/drop_ties", slots={"type": type_}, ids=ids)
    if change.merged:
        work.run("write/drop_entities", ids=sorted(change.merged))
        rows = [{"old": old, "new": new} for old, new in sorted(change.merged.items())]
        work.run("write/forward", rows=rows, version=version)


def _entities(work: Work, found: Affected, change: Change, version: int, tell: Tell) -> None:
    by_label: dict[str, list[str]] = defaultdict(list)
    other_kind: dict[str, list[str]] = defaultdict(list)
    for id_, (label, _) in change.entities.items():
        by_label[label].append(id_)
        if id_ in found.known and found.known[id_].label != label:
            other_kind[found.known[id_].label].append(id_)
    for label, changed in other_kind.items():
        work.run("write/unlabel", slots={"kind": label, "group": group_of(label)}, ids=changed)
    written = 0
    for label, all_ids in by_label.items():
        for ids in portions(all_ids):  # of a large source they lie on disk
            rows = [{"id": id_, "props": change.entities[id_][1]} for id_ in ids]
            work.run("write/entity", slots={"kind": label, "group": group_of(label)}, rows=rows, version=version)
            written += len(rows)
            tell("写入节点", written)


def _ties(work: Work, change: Change, version: int, tell: Tell) -> None:
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id_, (type_, start, end, props) in change.ties.items():
        by_kind[type_].append({"id": id_, "a": start, "b": end, "props": props})
    written = 0
    for type_, all_rows in by_kind.items():
        for rows in portions(all_rows):
            work.run("write/tie", slots={"type": type_}, rows=rows, version=version)
            written += len(rows)
            tell("写入关系", written)


def _register(work: Work, change: Change, version: int) -> None:
    for ids in portions(sorted(change.bodies)):
        rows = [row for id_ in ids for row in rows_for(change.bodies[id_], id_)]
        work.run("write/register", rows=rows, version=version)
        work.run("write/unforward", ids=ids, version=version)
