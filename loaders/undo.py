"""A load taken back: the graph as if it had never been, but for the version counter, the list of loads and the journal.

The rows of the load get back what they said before (`loaders.replaced` kept it), and what they touched is put together
again from all records, as after a load. History that cannot be derived is put back as it was kept. Sources that were
loaded since keep what they state.
"""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.answers import Answer, UndoReport
from graph.errors import LoadInProgressError, NotFoundError, UsageError
from graph.store import Row, Store, Work
from loaders import books
from loaders.affected import Affected, affected
from loaders.change import Change, work_out
from loaders.derive import derive
from loaders.loading import LOAD_SECONDS, After, locked, refuse_cut_off, wait_for_lock
from loaders.portions import portions
from loaders.understood import Said
from loaders.writing import by_type, write_change

RECORD = ("raw", "understood", "row", "file", "sheet", "version", "source", "sources", "first_load", "retired_in")
PARTS = {"whole": RECORD, "place": ("row", "file", "sheet", "version"), "bodies": ("understood",)}


@dataclass
class _Rows:
    """The records a load wrote: those that go, what the others get back, what they say now and what they said."""

    gone: list[str] = field(default_factory=list)
    back: dict[str, dict[str, Any]] = field(default_factory=dict)
    now: dict[str, Said] = field(default_factory=dict)
    was: dict[str, Said] = field(default_factory=dict)


class _RolledBack(Exception):
    """Ends the transaction of a trial without writing; carries the report."""

    def __init__(self, report: UndoReport) -> None:
        super().__init__()
        self.report = report


def undo(
    store: Store, number: int | None = None, *, who: str = "", after: Sequence[After] = (), dry_run: bool = False
) -> Answer[UndoReport]:
    """Take back a load, by the graph version it made; None is the last load that was not taken back.

    `dry_run` reports what would be taken back and writes nothing.

    Raises `NotFoundError` for a load there never was and `UsageError` for one that cannot be taken back: not the latest
    of its source, taken back already, or without what it replaced. The graph is then as it was.
    """
    store.refuse_foreign()
    wait_for_lock(store)

    def under_lock(work: Work) -> UndoReport:
        done = _in_transaction(work, number, who or user(), () if dry_run else after)
        if dry_run:
            raise _RolledBack(done.model_copy(update={"graph_version": done.graph_version - 1, "dry_run": True}))
        return done

    try:
        report = store.writing(under_lock, seconds=LOAD_SECONDS)
    except _RolledBack as end:
        report = end.report
    return Answer[UndoReport](data=report, meta=store.state().meta("undo", {"load": report.load, "dry_run": dry_run}))


def user() -> str:
    """Who works at this machine, by the name of the account; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _in_transaction(work: Work, number: int | None, who: str, after: Sequence[After]) -> UndoReport:
    state = locked(work)
    if state["rebuilding"]:
        raise LoadInProgressError("图谱正在重建，或上次重建中断了", way_out="运行 xishang rebuild 完成重建，再撤销")
    refuse_cut_off(state)
    if state.get("bulk"):
        raise LoadInProgressError(
            f"来源 {state['bulk']} 的大批装载中断了", way_out=f"先运行 xishang load {state['bulk']} 完成它，再撤销"
        )
    target = _target(work, number)
    load, source = int(target["load"]), str(target["source"])
    version = int(state["version"]) + 1
    rows = _rows(work, source, load)
    work.run("write/undo_identifiers", load=load)
    found = affected(work, rows.was.values(), rows.now.values(), carry=False)
    change = work_out(work, found)
    _write(work, found, change, load, version)
    for said in found.mine.values():
        rows.back[said.record] = rows.back.get(said.record, {}) | {"understood": said.to_json()}
    back = [{"id": id_, "props": props} for id_, props in sorted(rows.back.items())]
    for some in portions(back):
        work.run("write/undo_records", gone=[], rows=some)
    for ids in portions(sorted(rows.gone)):
        work.run("write/undo_records", gone=ids, rows=[])
    work.run("write/undo_books", source=source, source_version=target["version"], load=load)
    at = books.now()
    work.run("write/undo_load", load=load, version=version, who=who, at=at)
    work.run("write/state", version=version, loaded_at=at)
    for call in after:
        call(work, version)
    current = work.run("read/source_version", source=source)
    return UndoReport(
        load=load,
        source=source,
        version=target["version"],
        now=current[0]["version"] if current else None,
        graph_version=version,
        removed=len(rows.gone),
        restored=len(rows.back),
    )


def _target(work: Work, number: int | None) -> Row:
    """The load, if it can be taken back."""
    if number is None:
        number = work.run("read/last_load")[0]["load"]
        if number is None:
            raise NotFoundError("图谱里没有可撤销的装载", way_out="先运行 xishang load")
    found = work.run("read/load_to_undo", load=number)
    if not found:
        raise NotFoundError(
            f"没有编号为 {number} 的装载", way_out="编号是装载所成的图版本，见装载报告或 xishang sources"
        )
    load = found[0]
    if load["undone_in"] is not None:
        raise UsageError(
            f"装载 {number}（来源 {load['source']}）已在图版本 {load['undone_in']} 撤销", way_out="不必再撤销"
        )
    if load["current"] is None or load["current"] < number:
        raise UsageError(
            f"装载 {number}（来源 {load['source']}）的内容已不在图里：图谱此后重建过",
            way_out="重建之前的装载不能撤销；要回到旧文件，把旧文件放回来源再装载",
        )
    if load["current"] > number:
        raise UsageError(
            f"装载 {number} 之后，来源 {load['source']} 又装载过（装载 {load['current']}）",
            way_out=f"先撤销后来的：xishang load --undo {load['current']}，再撤销 {number}",
        )
    if not load["kept"]:
        raise UsageError(
            f"装载 {number}（来源 {load['source']}）没有留存它替换的内容，不能撤销",
            way_out="把旧文件放回来源再装载，或运行 xishang rebuild",
        )
    return load


def _rows(work: Work, source: str, load: int) -> _Rows:
    """What the records say that the load wrote, now and before it."""
    rows = _Rows()
    kept = [row for row in work.run("read/superseded_records", load=load) if _still(row, source, load)]
    whole = {row["id"] for row in kept if row["part"] == "whole"}
    for row in work.run("read/records_of_load", source=source, load=load):
        if row["new"] and row["id"] not in whole:
            rows.gone.append(row["id"])
            if not row["retired"]:
                rows.now[row["id"]] = Said.from_json(row["understood"])
        elif row["retired"]:
            rows.back[row["id"]] = {"retired_in": None}
            rows.was[row["id"]] = Said.from_json(row["understood"])
    for row in kept:
        was = row["was"]
        rows.back[row["id"]] = {name: was.get(name) for name in PARTS[row["part"]]}
        if row["part"] == "place":
            continue
        if not row["retired"]:
            rows.now[row["id"]] = Said.from_json(row["understood"])
        if was.get("retired_in") is None:
            rows.was[row["id"]] = Said.from_json(was["understood"])
    return rows


def _still(row: Row, source: str, load: int) -> bool:
    """Whether what was kept of a record holds: of another source's record only while no later load changed it."""
    return bool(row["source"] == source or (row["first_load"] <= load and row["later"] is None and not row["retired"]))


def _write(work: Work, found: Affected, change: Change, load: int, version: int) -> None:
    """Write what the records say again; what nobody states goes, comes back as kept, or is history from now on."""
    kept = work.run("read/superseded_ids", load=load)
    gone, change.retired_entities = change.retired_entities, set()
    gone_ties, change.retired_ties = change.retired_ties, {}
    write_change(work, found, change, version, lambda _what, _count: None)
    bodies = {row["id"] for row in kept if row["kind"] == "Entity" and row["retired"]} - change.entities.keys()
    ties = {row["id"]: row["type"] for row in kept if row["kind"] == "Tie" and row["retired"]}
    ties = {id_: type_ for id_, type_ in ties.items() if id_ not in change.ties}
    for type_, ids in by_type({id_: type_ for id_, type_ in gone_ties.items() if id_ not in ties}).items():
        dropped = {row["id"] for row in work.run("write/undo_ties", slots={"type": type_}, ids=ids, load=load)}
        work.run("write/retire_ties", slots={"type": type_}, ids=sorted({*ids} - dropped), version=version)
    left = sorted(gone - bodies)
    dropped = {row["id"] for row in work.run("write/undo_entities", ids=left, load=load)}
    work.run("write/retire_entities", ids=sorted({*left} - dropped), version=version)
    work.run("write/first_load_of_entities", ids=sorted(change.entities), load=load)
    for type_, ids in by_type({id_: tie[0] for id_, tie in change.ties.items()}).items():
        work.run("write/first_load_of_ties", slots={"type": type_}, ids=ids, load=load)
    work.run("write/first_load_of_identifiers", load=load, version=version)
    work.run("write/put_back_entities", ids=sorted(bodies), load=load)
    for type_, ids in by_type(ties).items():
        work.run("write/put_back_ties", slots={"type": type_}, ids=ids, load=load)
    stated = (*found.mine.values(), *found.before.values())
    derive(work, change.touched | {node.id for said in stated for node in said.nodes} | gone)
    # Once more: what is history keeps the degree and side it had, which deriving may have moved.
    work.run("write/put_back_entities", ids=sorted(bodies), load=load)
