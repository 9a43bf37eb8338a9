"""The books of a load: sources and publications, the version of the file, the load itself, and what it covers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from graph.answers import Covered
from graph.due import next_due
from graph.schema import EDGE_KINDS
from graph.schema.values import digest
from graph.store import Work
from loaders.likeness import Queued
from loaders.portions import portions
from loaders.reading import Reading
from loaders.rows import RAW
from loaders.spec import CoverageClaim, Publication, SourceSpec

ADDRESSED = ("O", "R")


def now() -> str:
    """This moment, ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def record_rows(reading: Reading) -> list[dict[str, Any]]:
    """One Record a loaded row, as it is written."""
    return [
        {
            "id": row.id,
            "row": row.number,
            "file": row.file,
            "sheet": row.sheet or None,
            "raw": RAW(row.raw),
            "understood": row.said.to_json(),
            "sources": row.sources,
        }
        for row in reading.rows
    ]


def placed(rows: list[dict[str, Any]], spec: SourceSpec, source_version: str) -> list[dict[str, Any]]:
    """The same rows with their source and the version of it that wrote them, as `Record` holds them."""
    return [row | {"source": spec.id, "version": source_version} for row in rows]


def write_records(
    work: Work, spec: SourceSpec, all_rows: list[dict[str, Any]], source_version: str, version: int
) -> None:
    """Write these rows; each names the version of the source that last wrote it."""
    for rows in portions(all_rows):
        work.run("write/records", rows=rows, source=spec.id, source_version=source_version, version=version)


def write_sources(work: Work, spec: SourceSpec, reading: Reading, source_version: str, version: int) -> None:
    """The source itself and the publications that loaded rows cite; what stood there before is kept."""
    cited = sorted({spec.id, *reading.cited})
    work.run("write/keep_books", source=spec.id, cited=cited, source_version=source_version, version=version)
    rows = [{"id": id_, "props": _source(reading.publications[id_])} for id_ in cited]
    work.run("write/sources", rows=rows, version=version)


def _source(publication: Publication) -> dict[str, Any]:
    props = {key: value or None for key, value in publication.model_dump(exclude={"id"}).items()}
    if publication.mark not in ADDRESSED:
        props["url"] = None
    return props


def write_version(
    work: Work, spec: SourceSpec, reading: Reading, source_version: str, hash_: str, version: int
) -> None:
    """The file as received and what became of its rows."""
    props = counts(reading) | {
        "hash": hash_,
        "content": spec.content_hash(),
        "declared": spec.declared,
        "load": version,
    }
    due = next_due(spec.retrieved, spec.every)
    props |= {"retrieved": spec.retrieved, "every": spec.every or None, "due": due}
    work.run("write/version", id=source_version, source=spec.id, props=props)


def counts(reading: Reading) -> dict[str, Any]:
    """Rows by what became of them; read is the sum of the others."""
    return {
        "read": reading.read,
        "loaded": reading.loaded,
        "rejected": len(reading.rejects),
        "left_out": json.dumps(reading.left_out, ensure_ascii=False, sort_keys=True),
    }


def write_coverage(
    work: Work, spec: SourceSpec, reading: Reading, source_version: str, version: int, queued: list[Queued]
) -> None:
    """What the source covers. It counts as complete only if all that was declared was read and nothing is in doubt."""
    rows = []
    for index, (claim, told) in enumerate(zip(spec.coverage, covered(spec, reading, queued), strict=True)):
        scope = reading.scopes[index]
        props = claim.model_dump(exclude={"complete"}) | {
            "complete": told.complete,
            "claimed_complete": claim.complete,
            "read": scope.read,
            "loaded": scope.loaded,
            "rejected": scope.rejected,
            "publisher": spec.publisher,
            "version": source_version,
        }
        key = "|".join((spec.id, claim.about, claim.subkind, claim.role, claim.place, claim.first, claim.last))
        rows.append({"id": f"cov-{digest(key, 12)}", "props": {k: v if v != "" else None for k, v in props.items()}})
    work.run("write/coverage", rows=rows, source=spec.id)
    work.run("write/retire_coverage", source=spec.id, kept=[row["id"] for row in rows], version=version)


def covered(spec: SourceSpec, reading: Reading, queued: list[Queued]) -> list[Covered]:
    """Whether each claim counts as complete, in their order, and why not where it was claimed."""
    return [_covered(spec, reading, queued, index) for index in range(len(spec.coverage))]


def _covered(spec: SourceSpec, reading: Reading, queued: list[Queued], index: int) -> Covered:
    claim, scope = spec.coverage[index], reading.scopes[index]
    declared = claim.declared if claim.declared is not None else spec.declared
    against = []
    if declared != scope.read:
        against.append("没有说公布了多少" if declared is None else f"公布 {declared}，读到 {scope.read}")
    if scope.rejected:
        against.append(f"拒收 {scope.rejected} 行")
    if _in_doubt(claim, queued):
        against.append("有待辨认的主体")
    return Covered(
        about=claim.about,
        place=claim.place,
        claimed=claim.complete,
        declared=declared,
        read=scope.read,
        complete=claim.complete and not against,
        why_not="；".join(against) if claim.complete else "",
    )


def _in_doubt(claim: CoverageClaim, queued: list[Queued]) -> bool:
    """Whether an identity that waits for a person lies in the scope: of the kind, or an end of the tie, it is about."""
    if claim.about in EDGE_KINDS:
        return bool(queued)
    return any(item.kind == claim.about for item in queued)


def write_load(
    work: Work,
    spec: SourceSpec,
    reading: Reading,
    *,
    source_version: str,
    version: int,
    started: str,
    queued: list[Queued],
    numbers: dict[str, int],
) -> None:
    """The load itself, by the graph version it made."""
    props = counts(reading) | numbers
    props |= {"source": spec.id, "version": source_version, "started": started, "finished": now(), "kept_before": True}
    props |= {
        "queued": json.dumps([item.as_dict() for item in queued], ensure_ascii=False),
        "unmapped": list(reading.unmapped),
        "rejects": json.dumps([reject.model_dump() for reject in reading.rejects], ensure_ascii=False),
        "not_placed": json.dumps([reject.model_dump() for reject in reading.not_placed], ensure_ascii=False),
    }
    work.run("write/load", id=version, props=props)
