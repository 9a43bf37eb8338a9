"""A judgement and its effect, in one transaction: the journal entry, and the bodies it touches put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph import journal
from graph.answers import Answer, Judged
from graph.errors import LoadInProgressError, NotFoundError, UsageError
from graph.store import Store, Work
from loaders import books, replaced
from loaders.affected import FRAME, Affected, affected
from loaders.change import Change, work_out
from loaders.derive import derive
from loaders.loading import LOAD_SECONDS, After, locked, refuse_cut_off, wait_for_lock
from loaders.review.refuse import drawn_in, refuse_merge
from loaders.understood import Said
from loaders.undo import user
from loaders.writing import write_change


class _RolledBack(Exception):
    """Ends a transaction without writing; carries what would have been."""

    def __init__(self, judged: Judged) -> None:
        super().__init__()
        self.judged = judged


@dataclass(frozen=True)
class _Judgement:
    kind: journal.Kind
    ids: tuple[str, ...]
    reason: str
    who: str
    at: str


def decide(
    store: Store,
    kind: journal.Kind,
    ids: Iterable[str],
    *,
    reason: str,
    who: str = "",
    at: str = "",
    dry_run: bool = False,
    after: Sequence[After] = (),
) -> Answer[Judged]:
    """Judge bodies to be the same, different, or leave it open; `dry_run` shows the effect and writes nothing.

    An id that lost a merge leads to the body that has it now, and is noted as it was given, so that a merge is taken
    back by its ids. Raises `UsageError` for fewer than two bodies, no reason, bodies of two kinds, or a merge that a
    veto forbids; `NotFoundError` for an id there never was. The graph is then as it was.
    """
    judgement = _Judgement(kind, tuple(sorted({id_.strip() for id_ in ids} - {""})), reason, who or user(), at)
    store.refuse_foreign()
    wait_for_lock(store)
    try:
        judged = store.writing(lambda work: _in_transaction(work, judgement, dry_run, after), seconds=LOAD_SECONDS)
    except _RolledBack as end:
        judged = end.judged
    parameters = {"judgement": kind, "ids": list(judgement.ids), "dry_run": dry_run}
    return Answer[Judged](data=judged, meta=store.state().meta("judgement", parameters))


def take_back(
    store: Store, entry: str, *, reason: str, who: str = "", dry_run: bool = False, after: Sequence[After] = ()
) -> Answer[Judged]:
    """Take a judgement back by the id of its journal entry: the graph is as if it had never been made.

    Raises `NotFoundError` for an entry there is not, `UsageError` for one that is not in force.
    """
    found = {one.id: one for one in store.reading(journal.entries)}
    if entry not in found or found[entry].kind == "hide":
        raise NotFoundError(f"没有编号为 {entry} 的判定", way_out="用 xishang review --journal 查看判定及其编号")
    one = found[entry]
    if one.kind == "unsure" or not journal.in_force(one, found.values()):
        raise UsageError(f"判定 {entry} 已不生效", way_out="用 xishang review --journal 查看生效的判定")
    return decide(store, "unsure", one.ids, reason=reason, who=who, dry_run=dry_run, after=after)


def _in_transaction(work: Work, judgement: _Judgement, dry_run: bool, after: Sequence[After]) -> Judged:
    state = locked(work)
    if state["rebuilding"]:
        raise LoadInProgressError("图谱正在重建，或上次重建中断了", way_out="运行 xishang rebuild 完成重建，再判定")
    refuse_cut_off(state)
    today = _today(work, judgement)
    stated = _records_of(work, today.values())
    if judgement.kind == "same":
        refuse_merge(work, judgement.ids, today, stated)
    entry = journal.append(
        work, judgement.kind, ids=judgement.ids, reason=judgement.reason, who=judgement.who, at=judgement.at
    )
    version = int(state["version"]) + 1
    found = affected(work, stated, [Said.from_json(said.to_json()) for said in stated])
    change = work_out(work, found)
    _write(work, found, change, version)
    work.run("write/state", version=version, loaded_at=books.now())
    judged = _judged(entry, found, change, version)
    for call in after:
        call(work, version)
    if dry_run:
        raise _RolledBack(judged.model_copy(update={"graph_version": version - 1, "dry_run": True, "entry": ""}))
    return judged


def _today(work: Work, judgement: _Judgement) -> dict[str, str]:
    """Each id judged → the body that has it now. Raises `NotFoundError` for an id that leads nowhere."""
    moved = {row["id"]: row["entity"] for row in work.run("read/merged_ids", ids=list(judgement.ids))}
    today = {id_: moved.get(id_, id_) for id_ in judgement.ids}
    known = {row["id"]: row for row in work.run("read/entities_for_load", ids=sorted(today.values()), frame=FRAME)}
    for id_, now in today.items():
        if now not in known or known[now]["retired_in"] is not None:
            raise NotFoundError(f"没有编号为 {id_} 的主体", way_out="用 xishang search 查到编号")
    kinds = sorted({known[now]["label"] for now in today.values()})
    if judgement.kind == "same" and len(kinds) > 1:
        raise UsageError(
            f"类别不同的主体不能判为同一：{'、'.join(kinds)}", way_out="先核对来源里的类别，改正后重新装载"
        )
    return today


def _records_of(work: Work, ids: Iterable[str]) -> list[Said]:
    """What the records in force say that state these bodies."""
    rows = work.run("read/entities_for_load", ids=sorted(set(ids)), frame=FRAME)
    records = sorted({record for row in rows for record in row["records"]})
    return [Said.from_json(row["understood"]) for row in work.run("read/records_by_id", ids=records)]


def _write(work: Work, found: Affected, change: Change, version: int) -> None:
    """Write what changed: bodies and ties, and in each record which body is meant now."""
    restated = [said for id_, said in found.mine.items() if said.to_json() != found.before[id_].to_json()]
    change.restated.extend(restated)
    replaced.keep_graph(work, found, change, version)
    write_change(work, found, change, version, lambda _what, _count: None)
    derive(work, change.touched | set(change.merged.values()))


def _judged(entry: journal.Entry, found: Affected, change: Change, version: int) -> Judged:
    moved = {said.record for said in change.restated}
    new = sorted(change.entities.keys() - found.known.keys())
    names = {id_: str(props["name"]) for id_, (_, props) in change.entities.items()}
    effects = [f"{old} 并入 {into}（{names.get(into, into)}）" for old, into in sorted(change.merged.items())]
    effects += [f"{id_}（{names[id_]}）重新成为单独的主体" for id_ in new]
    drawn = sorted(drawn_in(found.judgements, entry.ids) - set(entry.ids))
    if drawn and entry.kind == "same":
        effects.append(f"由先前的判定一并牵入：{'、'.join(names.get(id_, id_) for id_ in drawn)}")
    if change.dropped_ties:
        effects.append(f"{len(change.dropped_ties)} 条关系改挂到现在的主体")
    if not effects:
        effects.append("图中主体不变")
    return Judged(
        entry=entry.id,
        judgement=entry.kind,
        ids=list(entry.ids),
        graph_version=version,
        dry_run=False,
        merged=dict(sorted(change.merged.items())),
        new=new,
        bodies=len(moved),
        ties=len(change.dropped_ties),
        effects=effects,
    )
