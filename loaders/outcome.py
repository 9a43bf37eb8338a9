"""What becomes of a row: loaded, left out by a named rule, or rejected with a reason; decided from the row alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.answers import Reject
from loaders.claims import Claims
from loaders.privacy import guarded, guarded_cells
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.source_module import SourceModule
from loaders.spec import SourceSpec
from loaders.understood import Said, said_of

PERSONAL_REASON = "像电话、证件号、账号、出生日期或邮箱，已去除，不入库"


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


@dataclass
class Outcome:
    """What became of a row. It is `loaded`, unless it has a `reject` or was `left_out` by a rule.

    `row` is there where this process holds what the row says. `not_placed` are parts of it that the graph has no place
    for, `unmapped` columns that nobody took.
    """

    row: LoadedRow | None = None
    left_out: str = ""
    reject: Reject | None = None
    not_placed: list[Reject] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)

    @property
    def loaded(self) -> bool:
        """Whether the row is loaded."""
        return self.reject is None and not self.left_out


@dataclass(frozen=True)
class Understanding:
    """Understands the rows of a source. `marks` has the mark of each publication that they may rest on."""

    spec: SourceSpec
    module: SourceModule
    marks: Mapping[str, str]

    def of(self, row: Row, *, twice: bool = False) -> Outcome:
        """What becomes of a row; `twice`: one with its key is loaded already."""
        claims = Claims(sources=[self.spec.id])
        try:
            if not row.key or twice:
                reason = f"行号“{row.key}”重复" if row.key else "没有行号"
                raise RejectedError("", row.key, "key", reason)
            self.module.understand(row, claims, self.spec)
            unknown = [source for source in claims.sources if source not in self.marks]
            if unknown:
                raise RejectedError("", "、".join(unknown), "unknown-source", f"所引来源 {'、'.join(unknown)} 未登记")
        except LeftOutError as error:
            return Outcome(left_out=error.rule)
        except RejectedError as error:
            return Outcome(reject=_reject(row, error.column, error.value, error.rule, error.reason))
        return self._loaded(row, claims)

    def _loaded(self, row: Row, claims: Claims) -> Outcome:
        raw, personal = guarded_cells(row.raw, self.spec.lookups.get("measured", ()))
        not_placed = [_reject(row, column, "", "personal-data", PERSONAL_REASON) for column in personal]
        not_placed += [_reject(row, told.column, told.value, told.rule, told.reason) for told in claims.not_placed]
        id_ = f"{self.spec.id}:{row.key}"
        said = said_of(id_, self.spec.rank, claims, self.marks)
        loaded = LoadedRow(id_, row.file, row.sheet, row.number, raw, said, sorted(said.marks))
        return Outcome(row=loaded, not_placed=not_placed, unmapped=row.left_over())


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
