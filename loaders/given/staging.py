"""From what was taken to a staged source: its `source.yml` and the files beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from graph.schema import NODE_KINDS
from graph.store import Store
from loaders.claims import Claims
from loaders.given import folder, region
from loaders.given.module import BODIES, KNOWN, ROWS, state
from loaders.given.rows import KeptRow, text_of
from loaders.given.taking import Taken, measured_columns
from loaders.given.wish import MAX_REJECTS, Wish, mark_of
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.spec import CoverageClaim, GivenForm, SourceSpec

ORDER = 1000
"""After everything bundled."""

ROSTER = 2
"""Preference of the values of a roster (`rank`)."""

NO_LICENCE = "未注明"


def staged(
    home: Path, store: Store, id_: str, taken: Taken, wish: Wish, rows: Sequence[KeptRow], notes: list[str]
) -> SourceSpec:
    """Stage the source of a table; `rows` are those of `taken`, or with mended ones in their places."""
    form = GivenForm(
        kind=taken.kind,
        file=taken.path.name,
        sha256=taken.sha256,
        format=taken.format,
        sheet=wish.sheet,
        table=wish.table,
        region=wish.region,
        columns=list(taken.columns.columns),
        overrides=taken.overrides,
        mapping={column: one.field.name for column, one in taken.columns.matched.items()},
        personal=dict(taken.cleaned.dropped),
        masked=dict(taken.cleaned.masked),
        notes=notes,
    )
    title = taken.said["title"] or taken.titled or f"{taken.said['publisher']}{NODE_KINDS[taken.kind].zh}名单"
    body = body_of(id_, {**taken.said, "title": title}, wish, form, taken.covers, len(rows))
    body["lookups"] = {"measured": list(measured_columns(taken.columns))}
    return restaged(home, store, body, rows)


def body_of(
    id_: str, said: Mapping[str, str], wish: Wish, form: GivenForm, covers: Sequence[CoverageClaim], rows: int
) -> dict[str, Any]:
    """The `source.yml` of a given file, without its files."""
    return {
        "id": id_,
        "title": said["title"],
        "publisher": said["publisher"],
        "date": said["date"],
        "mark": mark_of(wish.mark, wish.url),
        "url": wish.url,
        "licence": wish.licence or said.get("licence", "") or NO_LICENCE,
        "origin": f"使用者给出的文件 {form.file}",
        "retrieved": date.today().isoformat(),
        "every": wish.every,
        "order": ORDER,
        "rank": ROSTER,
        "coverage": [claim.model_dump() for claim in wish.covers or covers],
        "lookups": {},
        "assertions": {
            "rows": rows,
            "loaded": 1,
            "max_rejects": MAX_REJECTS if wish.max_rejects is None else wish.max_rejects,
        },
        "form": form.model_dump(),
    }


def restaged(home: Path, store: Store, body: dict[str, Any], rows: Sequence[KeptRow]) -> SourceSpec:
    """Stage a source from its `source.yml` without files, and its rows."""
    files = {ROWS: text_of(rows)}
    if body["form"]["region"]:
        spec = SourceSpec(**body, files=[])
        files[KNOWN] = region.as_text(region.known_bodies(store, _names(rows, spec)))
    return folder.stage(home, body, files)


def _names(rows: Sequence[KeptRow], spec: SourceSpec) -> set[str]:
    """The names of all bodies the rows speak of."""
    names: set[str] = set()
    for kept in rows:
        out = Claims(sources=[spec.id])
        try:
            state(Row(spec.id, kept.number, kept.key, dict(kept.cells)), out, spec)
        except (RejectedError, LeftOutError):
            continue
        names.update(node.name for node in out.nodes if node.kind in BODIES)
    return names
