"""The two ways to write more than one transaction holds, from the same prepared tables."""

from __future__ import annotations

import tempfile
from pathlib import Path

from graph.answers import LoadReport
from graph.store import Store, Work
from loaders.applying import Job, Worked, apply
from loaders.bulk.apart import Apart
from loaders.bulk.batches import write_tables
from loaders.bulk.export import export
from loaders.bulk.offline import alone, built, put_into_use
from loaders.derive import derive
from loaders.prepared import Prepared


def write_in_batches(store: Store, work: Work, job: Job, worked: Worked) -> LoadReport:
    """Add in many transactions, then change in the one that holds the lock (`work`) and moves the version.

    Answers say meanwhile that a load is in progress. Cut off, it is finished by the next load of the same source: rows
    that were added are then its rows from before, and nothing counts as loaded until the version has moved.
    """
    Apart(store).run("write/bulk_begin", source=job.spec.id)
    with tempfile.TemporaryDirectory(prefix="xishang-tables-") as name:
        tables = Prepared(Path(name))
        worked.added.prepare(tables, worked.version)
        write_tables(store, tables, worked.version, job.tell)
    derive(Apart(store), worked.added.new, worked.added.sided)
    report = apply(work, job, worked, added=True, derived=True)
    return report.model_copy(update={"writer": "batches"})


def write_offline(store: Store, work: Work, job: Job, worked: Worked) -> LoadReport:
    """Build a store of what there is and what is added, change it on a server of its own, and put it into use.

    `work` holds the lock of the old store until its server stops, so nothing is written there meanwhile.
    """

    def tell(text: str) -> None:
        job.tell(text, len(worked.added))

    with alone(store.settings, tell) as shop:
        old, new = Prepared(shop / "old-tables"), Prepared(shop / "new-tables")
        tell("读出现有的图……")
        export(work, old)
        worked.added.prepare(new, worked.version)
        with built(store.settings, shop, [old, new], tell) as staged:
            tell("推导城市与关系数……")
            report = apply(Apart(staged), job, worked, added=True)
        tell("换上新库……")
        put_into_use(store.settings, tell)
    return report.model_copy(update={"writer": "offline"})
