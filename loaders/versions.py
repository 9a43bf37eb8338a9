"""What the rows of a source were when it was last loaded, by their hashes: only rows that changed are understood again.

Kept beside the graph, in `<home>/versions/<source>/`, for sources of many rows. It counts only when the graph holds the
very version it was written for and when everything but the rows is as it was: `source.yml`, code, the files that give
no rows, the program. Where it is missing or does not count the source is loaded whole, with the same result. A row that
was rejected, or of which something could not be placed, is always understood again, so reports stay whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.schema.values import digest
from graph.server.state import write_atomic
from loaders.revision import pipeline_revision
from loaders.rows import RAW, Row
from loaders.spec import SourceSpec

LEAST = 5000
"""Rows from which a source is compared; reading fewer whole takes well under a second."""

LOADED, AGAIN, REJECTED = b"", b"again", b"rejected"
LEFT_OUT = b"left out:"
"""Outcomes of a row: loaded, loaded without a part of it, rejected, or left out by the rule that follows."""

HASH = 16
"""Bytes of the hash of a row."""


@dataclass
class Outcomes:
    """Hash and outcome of each row by its id, as one value: of a million rows each further object would be 50 MB."""

    rows: dict[str, bytes] = field(default_factory=dict)
    unmapped: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    """Files that gave rows."""
    version: str = ""
    """The version of the source that these were the rows of."""


def row_hash(row: Row) -> bytes:
    """`HASH` bytes of a row as received and of where it stands, since the record says that too."""
    place = f"{row.file}|{row.sheet}|{row.number}|"
    text = place + RAW(row.raw)
    return hashlib.blake2b(text.encode(), digest_size=HASH).digest()


def comparable(spec: SourceSpec) -> bool:
    """Whether a source may be loaded in part: a promise about nodes or ties needs all of them at hand."""
    return not (spec.assertions.nodes or spec.assertions.ties)


def before(home: Path, spec: SourceSpec, version: str) -> Outcomes | None:
    """The rows of this version of the source as they were loaded; None where that is not known or does not count."""
    # Loaded here, as in `keep`: a source that has not changed is skipped without it, and it takes 0.2 s.
    import polars as pl

    folder = _folder(home, spec)
    try:
        head = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
        if head["version"] != version or head["besides"] != _besides(spec, set(head["files"])):
            return None
        table = pl.read_parquet(folder / head["rows"])
        rows: dict[str, bytes] = dict(table.select("id", "outcome").iter_rows())
        # An earlier program wrote hash and outcome as texts: such a note is of another program in any case.
    except (OSError, ValueError, KeyError, pl.exceptions.PolarsError):
        return None
    return Outcomes(rows, head["unmapped"], set(head["files"]), version)


def keep(home: Path, spec: SourceSpec, version: str, found: Outcomes) -> None:
    """Remember the rows of a version that has just been loaded. An older note goes; a small source has none."""
    folder = _folder(home, spec)
    if len(found.rows) < LEAST or not comparable(spec):
        forget(home, spec)
        return
    import polars as pl  # see `before`

    folder.mkdir(parents=True, exist_ok=True)
    name = f"{digest(version, 16)}.parquet"
    columns = {"id": list(found.rows), "outcome": list(found.rows.values())}
    pl.DataFrame(columns, schema={"id": pl.String, "outcome": pl.Binary}).write_parquet(folder / name)
    files = sorted(found.files)
    head = {
        "version": version,
        "rows": name,
        "files": files,
        "unmapped": found.unmapped,
        "besides": _besides(spec, found.files),
    }
    write_atomic(folder / "rows.json", json.dumps(head, ensure_ascii=False))
    for path in folder.glob("*.parquet"):
        if path.name != name:
            path.unlink()


def forget(home: Path, spec: SourceSpec) -> None:
    """Drop the note of a source."""
    (_folder(home, spec) / "rows.json").unlink(missing_ok=True)


def unchanged(known: Mapping[str, bytes], id_: str, hash_: bytes) -> bytes | None:
    """The outcome of a row that is as it was and need not be understood again; None for any other."""
    old = known.get(id_)
    if old is None or old[:HASH] != hash_:
        return None
    outcome = old[HASH:]
    return outcome if outcome not in (AGAIN, REJECTED) else None


def is_loaded(rows: Mapping[str, bytes], id_: str) -> bool:
    """Whether a row of this id is among those loaded."""
    found = rows.get(id_)
    return found is not None and found[HASH:] in (LOADED, AGAIN)


def _besides(spec: SourceSpec, row_files: set[str]) -> str:
    """SHA-256 over all that a row's meaning depends on besides the row."""
    total = hashlib.sha256(f"{pipeline_revision()}|{spec.model_dump_json()}".encode())
    # A given file is kept as rows.jsonl, while its rows name the file they came from.
    apart = set(spec.files) if spec.form else row_files
    for name in sorted({*spec.files, *(path.name for path in spec.folder.glob("*.py"))} - apart):
        total.update(name.encode() + b"\0" + (spec.folder / name).read_bytes())
    return total.hexdigest()


def _folder(home: Path, spec: SourceSpec) -> Path:
    return home / "versions" / spec.id
