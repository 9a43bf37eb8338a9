"""People who asked to be left out: known by a hash in the journal, taken out of every row before it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable

from graph import journal
from graph.errors import NotFoundError
from graph.journal import person_hash
from graph.store import Work
from loaders.affected import affected
from loaders.books import now
from loaders.change import work_out
from loaders.derive import derive
from loaders.reading import LoadedRow
from loaders.rows import RAW
from loaders.understood import Said, TieSaid
from loaders.writing import write_change

HIDDEN = "（已隐去）"


def hide_people(rows: Iterable[LoadedRow], hidden: frozenset[str]) -> None:
    """Take hidden people out of what rows say, and their names out of the raw cells."""
    if not hidden:
        return
    for row in rows:
        row.raw = take_out(row.said, row.raw, hidden)


def hide_person(work: Work, id_: str, *, reason: str, who: str) -> None:
    """Take a person out of graph, records and registry, and note it in the journal; one new version of the graph.

    Raises `NotFoundError` when no person has this id.
    """
    work.run("write/lock")
    version = int(work.run("write/locked_state")[0]["version"]) + 1
    rows = work.run("read/records_whole", entity=id_)
    before = {row["id"]: Said.from_json(row["understood"]) for row in rows}
    hashes = {
        person_hash(mention.signature)
        for said in before.values()
        for mention in said.mentions()
        if mention.current == id_ and mention.kind == "Person"
    }
    if not hashes:
        raise NotFoundError(f"没有编号为 {id_} 的人", way_out="用 xishang search 查到编号")
    for hash_ in sorted(hashes):
        journal.append(work, "hide", hash_=hash_, reason=reason, who=who)
    masked = []
    after: dict[str, Said] = {}
    for row in rows:
        said = Said.from_json(row["understood"])
        raw = take_out(said, json.loads(row["raw"]), frozenset(hashes))
        after[row["id"]] = said
        masked.append({"id": row["id"], "raw": RAW(raw)})
    live = {row["id"] for row in rows if not row["retired"]}
    _derive_again(work, [after[id_] for id_ in live], [before[id_] for id_ in live], version)
    work.run("write/mask_records", rows=[row | {"understood": after[row["id"]].to_json()} for row in masked])
    _mask_kept(work, id_, before.values(), frozenset(hashes))
    work.run("write/drop_entities", ids=[id_])
    work.run("write/unregister", entity=id_)
    work.run("write/state", version=version, loaded_at=now())


def _mask_kept(work: Work, id_: str, stated: Iterable[Said], hashes: frozenset[str]) -> None:
    """Take the person out of what loads keep, so that taking a load back does not bring the person back."""
    names = sorted({node.name for said in stated for node in said.nodes if node.id == id_})
    masked = []
    for row in work.run("read/superseded_of_person", entity=id_, names=names):
        said = Said.from_json(row["understood"])
        raw = take_out(said, json.loads(row["raw"] or "{}"), hashes)
        text = RAW(raw) if row["raw"] else None
        masked.append({"id": row["id"], "raw": text, "understood": said.to_json()})
    work.run("write/mask_superseded", entity=id_, rows=masked)


def _derive_again(work: Work, mine: list[Said], before: list[Said], version: int) -> None:
    """Put together again what the records of the person state about others."""
    found = affected(work, mine, before)
    change = work_out(work, found)
    write_change(work, found, change, version, lambda _what, _count: None)
    derive(work, change.touched)


def take_out(said: Said, raw: dict[str, str], hidden: frozenset[str]) -> dict[str, str]:
    """Take hidden people out of what a record says; gives its raw cells without their names."""
    mentions = said.mentions()
    gone = {
        index
        for index, mention in enumerate(mentions)
        if mention.kind == "Person" and person_hash(mention.signature) in hidden
    }
    if not gone:
        return raw
    names = {said.nodes[index].name for index in gone}
    kept = [index for index in range(len(said.nodes)) if index not in gone]
    position = {old: new for new, old in enumerate(kept)}
    said.nodes = [said.nodes[index] for index in kept]
    said.ties = [_moved(tie, position, names) for tie in said.ties if {tie.start, tie.end} <= position.keys()]
    for node in said.nodes:
        node.props = {k: _masked(v, names) if isinstance(v, str) else v for k, v in node.props.items()}
    return {column: _masked(value, names) for column, value in raw.items()}


def _moved(tie: TieSaid, position: dict[int, int], names: set[str]) -> TieSaid:
    tie.start, tie.end = position[tie.start], position[tie.end]
    tie.note, tie.role = _masked(tie.note, names), _masked(tie.role, names)
    return tie


def _masked(text: str, names: set[str]) -> str:
    for name in names:
        text = text.replace(name, HIDDEN)
    return text
