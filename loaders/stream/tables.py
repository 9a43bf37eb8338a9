"""The tables of a large source on disk: their names, columns and places; `loaders.stream.kept` says what they hold."""

from __future__ import annotations

from pathlib import Path

HOLE = "\ue000"
"""Stands for an id that is not known yet."""

OPEN = f'"id":"{HOLE}"'
"""As it stands in JSON, where no text can hold it: a quotation mark in a text is escaped."""

TIE_FIELDS = ("type", "status", "at", "date_inferred", "inferred", "role", "note", "distinct")

SCHEMAS: dict[str, dict[str, str]] = {
    "records": {"record": "i", "id": "s", "row": "i", "file": "s", "sheet": "s", "raw": "s", "understood": "s"}
    | {"sources": "l", "mark": "s"},
    "nodes": {"record": "i", "index": "i", "signature": "i", "variant": "i"},
    "variants": {"variant": "i", "node": "s", "beside": "s"},
    "ties": {"record": "i", "start": "i", "end": "i"}
    | {name: "b" if name in ("date_inferred", "inferred") else "s" for name in TIE_FIELDS},
    "signatures": {"signature": "i", "key": "s", "kind": "s", "strongest": "s", "first": "s", "mention": "s"},
    "groups": {"signature": "i", "use": "s", "text": "s"},
    "registered": {"signature": "i", "scheme": "s", "value": "s"},
}


def path_of(folder: Path, name: str, part: int) -> Path:
    """The file of a part of a table."""
    return folder / name / f"{part:05d}.parquet"


def name_sought(kind: str, name: str) -> str:
    """A name as a row of the registry is found by it."""
    return f"name|{kind}|{name.replace('|', '')}"
