"""What `records.py` is for a bundled source: reading and understanding the kept rows of a given file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.errors import SourceError
from graph.gazetteer import division
from graph.schema import GROUPS
from graph.schema.values import fold
from loaders.claims import Claims, NodeClaim
from loaders.columns import ColumnMap, map_columns
from loaders.forms import FORMS, Given
from loaders.forms.understand import understand as understand_form
from loaders.given.region import RULE, concerns, read_known
from loaders.given.rows import read_rows
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.spec import CoverageClaim, GivenForm, SourceSpec
from loaders.standards import STANDARDS

ROWS, KNOWN = "rows.jsonl", "known.json"
"""Names of the kept files before their content is added to them (`rows-3f….jsonl`)."""

NATION = ("", "全国", "中国")


@dataclass
class GivenRow(Row):
    """A row of a given file; `doubt` says why its cells may not be what was meant."""

    doubt: str = ""


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """The kept rows, in the order of the file as given."""
    form = form_of(spec)
    for kept in read_rows(folder / _file(spec, "rows")):
        yield GivenRow(form.file, kept.number, kept.key, dict(kept.cells), sheet=kept.sheet, doubt=kept.doubt)


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """State what a row says, by the form of its kind. With `--region`, one that is not of it is left out."""
    form = form_of(spec)
    if isinstance(row, GivenRow) and row.doubt:
        out.reject("", " ".join(row.raw.values()), "doubt", row.doubt)
    state(row, out, spec)
    if form.region and not concerns(out, read_known(spec.folder / _file(spec, "known"))):
        out.leave_out(RULE)


def state(row: Row, out: Claims, spec: SourceSpec) -> None:
    """State what a row says: by its standard, or by the form of its kind."""
    form = form_of(spec)
    if form.standard:
        STANDARDS[form.standard].understand(row, out)
    else:
        understand_form(row, columns_of(spec), out, given_of(spec))


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What a coverage claim counts of a row: the body it is about, once; "" where the row says another place.

    A row that cannot be understood, or says no place, counts as in scope: a claim is then rather not complete.
    """
    out = Claims(sources=[spec.id])
    try:
        state(Row(row.file, row.number, row.key, dict(row.cells), sheet=row.sheet), out, spec)
    except (RejectedError, LeftOutError):
        return row.key
    if not _in_place(out, claim.place):
        return ""
    if any(tie.type == claim.about for tie in out.ties):
        return row.key
    about = [node for node in out.nodes if node.kind == claim.about]
    if not about:
        return ""
    return fold(about[0].name) if claim.about in BODIES else row.key


BODIES = frozenset((*GROUPS["Organisation"], *GROUPS["Carrier"]))


def _in_place(out: Claims, place: str) -> bool:
    """Whether the row is of the place, or says none."""
    wanted = division(place) if place not in NATION else None
    if wanted is None:
        return True
    told = [code for code in map(_code, out.nodes) if code]
    return not told or any(code.startswith(wanted.code) for code in told)


def _code(node: NodeClaim) -> str:
    return node.keys.get("division", "") if node.kind == "Place" else ""


def form_of(spec: SourceSpec) -> GivenForm:
    """The block `form`. Raises `SourceError` where there is none."""
    if spec.form is None:
        raise SourceError(f"来源 {spec.id} 的 source.yml 没有 form", way_out="见 docs/loading.md", source=spec.id)
    return spec.form


def columns_of(spec: SourceSpec) -> ColumnMap:
    """What the kept columns were taken for; the same as when the file was loaded, as long as the forms are the same."""
    form = form_of(spec)
    return _columns(form.kind, tuple(form.columns), tuple(form.overrides.items()))


@lru_cache(maxsize=32)
def _columns(kind: str, columns: tuple[str, ...], overrides: tuple[tuple[str, str], ...]) -> ColumnMap:
    if kind not in FORMS:
        raise SourceError(f"没有“{kind}”的表式", way_out="用新版程序重新装载原文件，加 --force")
    return map_columns(FORMS[kind], columns, {column: name for column, name in overrides if column in columns})


@lru_cache(maxsize=32)
def _given(source: str, date: str) -> Given:
    return Given(source=source, date=date)


def given_of(spec: SourceSpec) -> Given:
    """What holds for the whole roster."""
    return _given(spec.id, spec.date)


def rows_file(spec: SourceSpec) -> Path:
    """Where the kept rows lie."""
    return spec.folder / _file(spec, "rows")


def _file(spec: SourceSpec, stem: str) -> str:
    return next((name for name in spec.files if name.partition("-")[0] == stem), stem)
