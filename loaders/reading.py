"""Read, map and check: the rows of a source, each loaded, left out by a named rule, or rejected with a reason.

All of it happens before anything is written; read = loaded + rejected + left out, always.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from graph.answers import Reject
from graph.errors import RejectsError, SourceError
from loaders import versions
from loaders.claims import Claims
from loaders.privacy import guarded, guarded_cells
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.source_module import module_of
from loaders.spec import Publication, SourceSpec
from loaders.understood import Said, said_of

Progress = Callable[[str, int], None]
"""Called with what is being done (Chinese) and how many items are through; a terminal draws it, nothing else does."""

PERSONAL_REASON = "像电话、证件号、账号、出生日期或邮箱，已去除，不入库"

LARGE = 10_000
"""Rows from which a first load keeps what they say on disk: in memory that is some 10 to 30 KB a row (measured)."""

SHOWN = 5
"""Rejects named in an error message; the report has all."""


@dataclass
class Scope:
    """What a coverage claim counts: distinct units read and loaded, and rows rejected in its scope."""

    units_read: set[str] = field(default_factory=set)
    units_loaded: set[str] = field(default_factory=set)
    rejected: int = 0

    @property
    def read(self) -> int:
        """Distinct units read."""
        return len(self.units_read)

    @property
    def loaded(self) -> int:
        """Distinct units loaded."""
        return len(self.units_loaded)


@dataclass
class LoadedRow:
    """A row that is loaded: its id, where it stands, its cells without personal data, and what it says."""

    id: str
    file: str
    sheet: str
    number: int
    raw: dict[str, str]
    said: Said
    sources: list[str]


class Keeper(Protocol):
    """Takes the rows of a large source out of memory (`loaders.stream`). `cited`: the publications they rest on."""

    rows: int
    cited: set[str]

    def take(self, row: LoadedRow) -> None:
        """Keep a row."""


@dataclass
class Reading:
    """All rows of a source, sorted into what becomes of them."""

    read: int = 0
    rows: list[LoadedRow] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    not_placed: list[Reject] = field(default_factory=list)
    unmapped: dict[str, None] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    scopes: list[Scope] = field(default_factory=list)
    """One for each coverage claim of the source, in its order."""
    same: int = 0
    """Rows that are loaded as they stand since the version before; they are in none of the lists."""
    gone: list[str] = field(default_factory=list)
    """With `same`: ids of rows of the version before that are no longer loaded."""
    compared: str = ""
    """With `same`: the version before."""
    outcomes: versions.Outcomes = field(default_factory=versions.Outcomes)
    kept: Keeper | None = None
    """Where the loaded rows are, where there were too many for `rows`."""

    @property
    def loaded(self) -> int:
        """Rows loaded."""
        return len(self.rows) + self.same + (self.kept.rows if self.kept else 0)

    @property
    def cited(self) -> set[str]:
        """Publications that loaded rows rest on."""
        return {source for row in self.rows for source in row.sources} | (self.kept.cited if self.kept else set())

    def add(self, row: LoadedRow, keep: Callable[[], Keeper] | None) -> None:
        """A loaded row; with `keep`, rows go there from the `LARGE`th on, those before included."""
        if self.kept is not None:
            self.kept.take(row)
            return
        self.rows.append(row)
        if keep is not None and len(self.rows) == LARGE:
            self.kept = keep()
            for one in self.rows:
                self.kept.take(one)
            self.rows.clear()


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
    known = before.rows if before else {}
    outcomes = reading.outcomes
    for row in module.read(spec.folder, spec):
        reading.read += 1
        if progress and reading.read % 200 == 0:
            progress("读取", reading.read)
        units = [module.unit(row, claim, spec) for claim in spec.coverage]
        for scope, unit in zip(reading.scopes, units, strict=True):
            scope.units_read.update({unit} - {""})
        id_, hash_ = f"{spec.id}:{row.key}", versions.row_hash(row)
        outcomes.files.add(row.file)
        twice = versions.is_loaded(outcomes.rows, id_)
        if not twice and (outcome := versions.unchanged(known, id_, hash_)) is not None:
            _as_before(reading, outcome, units)
            outcomes.rows[id_] = hash_ + outcome
            continue
        told = len(reading.not_placed)
        outcomes.rows.setdefault(id_, hash_ + versions.REJECTED)
        claims = Claims(sources=[spec.id])
        try:
            if not row.key or twice:
                reason = f"行号“{row.key}”重复" if row.key else "没有行号"
                raise RejectedError("", row.key, "key", reason)
            module.understand(row, claims, spec)
            unknown = [source for source in claims.sources if source not in marks]
            if unknown:
                raise RejectedError("", "、".join(unknown), "unknown-source", f"所引来源 {'、'.join(unknown)} 未登记")
        except LeftOutError as error:
            reading.left_out[error.rule] += 1
            outcomes.rows[id_] = hash_ + versions.LEFT_OUT + error.rule.encode()
            continue
        except RejectedError as error:
            reading.rejects.append(_reject(row, error.column, error.value, error.rule, error.reason))
            for scope, unit in zip(reading.scopes, units, strict=True):
                scope.rejected += bool(unit)
            continue
        reading.add(_loaded(spec, row, claims, marks, reading), keep)
        outcomes.rows[id_] = hash_ + (versions.LOADED if told == len(reading.not_placed) else versions.AGAIN)
        for scope, unit in zip(reading.scopes, units, strict=True):
            scope.units_loaded.update({unit} - {""})
    if before and reading.same:
        reading.compared = before.version
        reading.unmapped.update(dict.fromkeys(before.unmapped))
    outcomes.unmapped = list(reading.unmapped)
    reading.gone = [id_ for id_ in known if not versions.is_loaded(outcomes.rows, id_)]
    return reading


def _as_before(reading: Reading, outcome: bytes, units: list[str]) -> None:
    """Count a row that is as it was."""
    if outcome.startswith(versions.LEFT_OUT):
        reading.left_out[outcome.removeprefix(versions.LEFT_OUT).decode()] += 1
        return
    reading.same += 1
    for scope, unit in zip(reading.scopes, units, strict=True):
        scope.units_loaded.update({unit} - {""})


def _loaded(spec: SourceSpec, row: Row, claims: Claims, marks: dict[str, str], reading: Reading) -> LoadedRow:
    reading.unmapped.update(dict.fromkeys(row.left_over()))
    raw, personal = guarded_cells(row.raw, spec.lookups.get("measured", ()))
    for column in personal:
        reading.not_placed.append(_reject(row, column, "", "personal-data", PERSONAL_REASON))
    for told in claims.not_placed:
        reading.not_placed.append(_reject(row, told.column, told.value, told.rule, told.reason))
    id_ = f"{spec.id}:{row.key}"
    said = said_of(id_, spec.rank, claims, marks)
    return LoadedRow(id_, row.file, row.sheet, row.number, raw, said, sorted(said.marks))


def _reject(row: Row, column: str, value: str, rule: str, reason: str) -> Reject:
    return Reject(
        file=row.file,
        sheet=row.sheet,
        row=row.number,
        column=column,
        value=guarded(value[:200]),
        rule=rule,
        reason=reason,
    )


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
