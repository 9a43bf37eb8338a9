"""Read, map and check: the rows of a source, each loaded, left out by a named rule, or rejected with a reason.

All of it happens before anything is written; read = loaded + rejected + left out, always.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from graph.errors import RejectsError, SourceError
from loaders import versions
from loaders.outcome import LoadedRow, Understanding
from loaders.sorting import Sorter
from loaders.source_module import module_of
from loaders.spec import SourceSpec
from loaders.tally import Keeper, Reading, Scope

__all__ = ["LoadedRow", "Progress", "Reading", "read_source", "sort_rows"]

Progress = Callable[[str, int], None]
"""Called with what is being done (Chinese) and how many items are through; a terminal draws it, nothing else does."""

SHOWN = 5
"""Rejects named in an error message; the report has all."""


def read_source(
    spec: SourceSpec,
    progress: Progress | None = None,
    before: versions.Outcomes | None = None,
    keep: Callable[[], Keeper] | None = None,
) -> Reading:
    """Read a source whole. Raises `SourceError` for a broken file, `RejectsError` for too many rejects.

    `before` has the rows of the version that the graph holds: those that are as they were are counted and passed over.
    `keep` gives what takes the rows of a large source.
    """
    reading = sort_rows(spec, progress, before, keep)
    _check(spec, reading)
    return reading


def sort_rows(
    spec: SourceSpec,
    progress: Progress | None = None,
    before: versions.Outcomes | None = None,
    keep: Callable[[], Keeper] | None = None,
) -> Reading:
    """Read a source whole and sort its rows, whatever their counts. Raises `SourceError` for a broken file."""
    module = module_of(spec)
    reading = Reading(scopes=[Scope() for _ in spec.coverage])
    own = [spec.publication(), *module.publications(spec.folder, spec)]
    reading.publications = {publication.id: publication for publication in own}
    marks = {publication.id: str(publication.mark) for publication in own}
    with closing(Sorter(reading, Understanding(spec, module, marks), before, keep)) as sorter:
        for row in module.read(spec.folder, spec):
            reading.read += 1
            if progress and reading.read % 200 == 0:
                progress("读取", reading.read)
            sorter.sort(row)
        sorter.finish()
    if before and reading.same:
        reading.compared = before.version
        reading.unmapped.update(dict.fromkeys(before.unmapped))
    reading.outcomes.unmapped = list(reading.unmapped)
    return reading


def _check(spec: SourceSpec, reading: Reading) -> None:
    """Hold the counts against the promises of the source."""
    promised = spec.assertions
    fewer = "确是新版变少，加 --force" if spec.form else "确是新版变少，改 source.yml 的 assertions"
    if reading.read < promised.rows:
        raise SourceError(
            f"来源 {spec.id} 只读到 {reading.read} 行，应不少于 {promised.rows} 行，像是被截断",
            way_out=f"重新取得完整的文件；{fewer}",
            source=spec.id,
        )
    if reading.rejects and len(reading.rejects) > promised.max_rejects * reading.read:
        told = "；".join(
            f"{r.file} 第 {r.row} 行{f'“{r.column}”' if r.column else ''}：{r.reason}" for r in reading.rejects[:SHOWN]
        )
        raise RejectsError(
            f"来源 {spec.id} 拒收 {len(reading.rejects)} 行（共 {reading.read} 行），超过允许的比例：{told}",
            way_out="改正这些行" if spec.form else "改正这些行，或在 source.yml 的 lookups 里补上认得的值",
            source=spec.id,
            rejects=[reject.model_dump() for reject in reading.rejects],
        )
    if reading.loaded < promised.loaded:
        raise SourceError(
            f"来源 {spec.id} 只有 {reading.loaded} 行可装，应不少于 {promised.loaded} 行；不装："
            + ("、".join(f"{rule} {count} 行" for rule, count in reading.left_out.items()) or "无"),
            way_out="核对文件和 --kind" if spec.form else f"核对文件；{fewer}",
            source=spec.id,
        )
