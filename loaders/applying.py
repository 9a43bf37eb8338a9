"""A load worked out, written: books, what it adds, what it changes, what follows from that, and the new version.

The same steps for every writer. In one transaction everything is written through it; of a load in many transactions,
and of one into a store built offline, the additions are there already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from graph.answers import LoadReport
from graph.errors import SourceError
from graph.store import Row, Work
from loaders import books, replaced
from loaders.additions import Additions
from loaders.affected import Affected
from loaders.change import Change
from loaders.derive import Sided, derive
from loaders.likeness import Queued
from loaders.prepared import Prepared
from loaders.reading import Progress, Reading
from loaders.spec import SourceSpec
from loaders.writing import write_additions, write_change

After = Callable[[Work, int], None]
"""Called in the transaction after the graph is written and derived, with the new graph version."""


class Added(Protocol):
    """What a load adds: in memory (`Additions`), or of a large source in tables (`loaders.stream`)."""

    @property
    def new(self) -> Set[str]:
        """Ids of new bodies of which everything is to be derived."""

    @property
    def sided(self) -> Sided:
        """Other new bodies of which something is to be derived."""

    @property
    def touched(self) -> Set[str]:
        """Bodies of which everything is to be derived: `new`, and ends of new ties."""

    def __len__(self) -> int:
        """Rows."""

    def prepare(self, tables: Prepared, version: int) -> None:
        """Put everything into prepared tables."""


@dataclass(frozen=True)
class Job:
    """One load: what was read, and how it is to be written."""

    spec: SourceSpec
    reading: Reading
    source_version: str
    hash: str
    force: bool
    dry_run: bool
    started: str
    tell: Progress
    after: Sequence[After]


@dataclass(frozen=True)
class Worked:
    """What a load does to the graph of version `version` - 1, worked out and not yet written.

    `change` is what remains beside `added`; `rows` are the records of it, `parts` what is kept of the replaced ones.
    """

    found: Affected
    added: Added
    change: Change
    rows: list[Row]
    parts: list[dict[str, str]]
    queued: list[Queued]
    numbers: dict[str, int]
    version: int


def apply(work: Work, job: Job, worked: Worked, *, added: bool = False, derived: bool = False) -> LoadReport:
    """Write everything; `added` says that the additions are there already, `derived` that what follows from these by
    themselves has been worked out. Gives the report."""
    version = worked.version
    replaced.keep_graph(work, worked.found, worked.change, version)
    again = bool(work.run("read/source_version", source=job.spec.id))
    books.write_sources(work, job.spec, job.reading, job.source_version, version)
    books.write_version(work, job.spec, job.reading, job.source_version, job.hash, version)
    if again:
        replaced.keep_records(work, worked.parts, version)
    books.write_records(work, job.spec, worked.rows, job.source_version, version)
    gone = sorted(worked.found.before.keys() - worked.found.mine.keys())
    if gone:
        work.run("write/retire_records", ids=gone, version=version)
    if not added:
        if not isinstance(worked.added, Additions):
            raise TypeError("what lies in tables is written before the changes")
        write_additions(work, worked.added, version, job.tell)
    write_change(work, worked.found, worked.change, version, job.tell)
    if derived:
        derive(work, _touched(worked) - (worked.added.new - worked.change.touched))
    else:
        derive(work, _touched(worked), worked.added.sided)
    numbers = worked.numbers
    if job.reading.same:
        numbers |= work.run("read/stated_by", source=job.spec.id)[0]
    books.write_coverage(work, job.spec, job.reading, job.source_version, version, worked.queued)
    books.write_load(
        work,
        job.spec,
        job.reading,
        source_version=job.source_version,
        version=version,
        started=job.started,
        queued=worked.queued,
        numbers=numbers,
    )
    work.run("write/state", version=version, loaded_at=books.now())
    work.run("write/bulk_end")
    for call in job.after:
        call(work, version)
    return report_of(job, worked)


def _touched(worked: Worked) -> Set[str]:
    found = worked.found
    said = (*found.mine.values(), *found.before.values())
    return worked.added.touched | worked.change.touched | {node.id for one in said for node in one.nodes}


def count_changes(found: Affected, cut_off: set[str]) -> dict[str, int]:
    """Rows that are new, changed and gone, and the nodes and ties that the source states.

    `cut_off` are records that a load of this version added before it was cut off: they are as new as they were then.
    """
    both = (found.mine.keys() & found.before.keys()) - cut_off
    return {
        "new": len(found.mine) - len(both),
        "changed": sum(found.mine[id_].without_ids() != found.before[id_].without_ids() for id_ in both),
        "retired": len(found.before.keys() - found.mine.keys() - cut_off),
        "nodes": len({node.id for said in found.mine.values() for node in said.nodes}),
        "ties": len({tie.id for said in found.mine.values() for tie in said.ties}),
    }


def stated(found: Affected, change: Change) -> tuple[Counter[str], Counter[str]]:
    """Bodies by kind and ties by type that a source states which is held in memory."""
    nodes = {node.id for said in found.mine.values() for node in said.nodes}
    kinds = Counter(change.entities[id_][0] for id_ in nodes if id_ in change.entities)
    types = Counter(type_ for type_, _ in {(tie.type, tie.id) for said in found.mine.values() for tie in said.ties})
    return kinds, types


def check_promises(spec: SourceSpec, kinds: Counter[str], types: Counter[str]) -> None:
    """Hold the graph as it would be against what the source promises; a broken promise stops before all writing."""
    promised = spec.assertions
    broken = [f"{kind} 节点 {kinds[kind]} 个，应不少于 {n}" for kind, n in promised.nodes.items() if kinds[kind] < n]
    broken += [
        f"{type_} 关系 {types[type_]} 条，应不少于 {n}" for type_, n in promised.ties.items() if types[type_] < n
    ]
    if broken:
        raise SourceError(
            f"来源 {spec.id} 达不到它的数量断言：{'；'.join(broken)}。图谱没有改动",
            way_out="核对文件；确是新版变少，改 source.yml 的 assertions",
            source=spec.id,
        )


def report_of(job: Job, worked: Worked) -> LoadReport:
    """What the load does, in numbers."""
    reading, numbers = job.reading, worked.numbers
    return LoadReport(
        source=job.spec.id,
        version=job.source_version,
        graph_version=worked.version,
        read=reading.read,
        loaded=reading.loaded,
        rejected=len(reading.rejects),
        left_out=dict(sorted(reading.left_out.items())),
        queued=len(worked.queued),
        dry_run=job.dry_run,
        rejects=reading.rejects,
        not_placed=reading.not_placed,
        unmapped=list(reading.unmapped),
        new=numbers["new"],
        changed=numbers["changed"],
        retired=numbers["retired"],
        nodes=numbers["nodes"],
        ties=numbers["ties"],
    )
