"""From what was taken to a staged source: its `source.yml` and the files beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from graph.schema import GROUPS, NODE_KINDS
from graph.store import Store
from loaders.claims import Claims
from loaders.columns import ColumnMap
from loaders.forms import Given
from loaders.forms.understand import understand
from loaders.given import folder, region
from loaders.given.module import KNOWN, ROWS
from loaders.given.rows import KeptRow, text_of
from loaders.given.taking import Taken, measured_columns
from loaders.given.wish import MAX_REJECTS, Wish, mark_of
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.spec import GivenForm, SourceSpec

ORDER = 1000
"""After everything bundled."""

RANK = 2
"""A roster."""

NO_LICENCE = "未注明"


def staged(
    home: Path, store: Store, id_: str, taken: Taken, wish: Wish, rows: Sequence[KeptRow], notes: list[str]
) -> SourceSpec:
    """Stage the source of a file; `rows` are those of `taken`, or with mended ones in their places."""
    said = taken.said
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
    body = {
        "id": id_,
        "title": said["title"] or f"{said['publisher']}{NODE_KINDS[taken.kind].zh}名单",
        "publisher": said["publisher"],
        "date": said["date"],
        "mark": mark_of(wish.mark, wish.url),
        "url": wish.url,
        "licence": wish.licence or NO_LICENCE,
        "origin": f"使用者给出的文件 {taken.path.name}",
        "retrieved": date.today().isoformat(),
        "order": ORDER,
        "rank": RANK,
        "coverage": [claim.model_dump() for claim in wish.covers],
        "lookups": {"measured": list(measured_columns(taken.columns))},
        "assertions": {
            "rows": len(rows),
            "loaded": 1,
            "max_rejects": MAX_REJECTS if wish.max_rejects is None else wish.max_rejects,
        },
        "form": form.model_dump(),
    }
    return restaged(home, store, body, taken.columns, rows)


def restaged(home: Path, store: Store, body: dict[str, Any], columns: ColumnMap, rows: Sequence[KeptRow]) -> SourceSpec:
    """Stage a source from its `source.yml` without files, and its rows."""
    files = {ROWS: text_of(rows)}
    if body["form"]["region"]:
        names = _names(rows, columns, Given(source=body["id"], date=body["date"]))
        files[KNOWN] = region.as_text(region.known_bodies(store, names))
    return folder.stage(home, body, files)


def _names(rows: Sequence[KeptRow], columns: ColumnMap, given: Given) -> set[str]:
    """The names of all bodies the rows speak of."""
    names: set[str] = set()
    for kept in rows:
        out = Claims(sources=[given.source])
        try:
            understand(Row(given.source, kept.number, kept.key, dict(kept.cells)), columns, out, given)
        except (RejectedError, LeftOutError):
            continue
        names.update(node.name for node in out.nodes if node.kind in _BODIES)
    return names


_BODIES = frozenset((*GROUPS["Organisation"], *GROUPS["Carrier"]))
