"""ROR, schema v1 and v2 (both occur in one file): JSON list, JSON Lines, a page of the API, or one record.

A parent, child, predecessor or successor is a tie where the kind of the other body can be told: by its own record in
the same file, or by its name; otherwise it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.schema.values import ror_id
from loaders.claims import Claims
from loaders.rows import Row
from loaders.standards.bodies import Body, belongs, mention, state
from loaders.standards.ror_form import Organisation, Related, bare, parse
from loaders.standards.seat import Printed
from loaders.standards.standard import cells_of, record_of, records, taken

MARK = re.compile(rb'"id"\s*:\s*"https?://ror\.org/0')
TEXT = ("id", "name", "status")
IN_FILE = "in_file"
"""Member added to a relation whose other body has a record in the file: its names and types."""


def recognise(head: bytes) -> bool:
    """Whether a file begins like records of ROR."""
    return MARK.search(head) is not None


def read(path: Path) -> Iterator[Row]:
    """One row a record; key: the bare id. Cells are the members as received, JSON where they are no plain text."""
    found = list(records(path, ("items",)))
    known = {bare(str(record.get("id", ""))): record for _, record in found}
    for number, record in found:
        with_known = dict(record)
        if isinstance(record.get("relationships"), list):
            with_known["relationships"] = [_with_known(relation, known) for relation in record["relationships"]]
        yield Row(file=path.name, number=number, key=bare(str(record.get("id", ""))), cells=cells_of(with_known))


def understand(row: Row, out: Claims) -> None:
    """A body, its seat checked against its name, and the bodies it belongs to or follows."""
    record = record_of(taken(row), TEXT)
    try:
        found = parse(record)
        key = ror_id(found.id)
    except (KeyError, TypeError, StopIteration) as error:
        out.reject("", row.key, "unknown-form", f"不是 ROR v1 或 v2 的记录：缺 {error}")
    except ValueError as error:
        out.reject("id", row.key, "ror-id", str(error))
    if found.status != "active":
        out.leave_out(f"ROR 状态为 {found.status}，不是现行机构")
    body = state(_body(found, key, _printed(record)), out)
    for other, relation in zip(found.related, record["relationships"], strict=True):
        if other.type in ("parent", "child", "successor", "predecessor"):
            end = mention(_other(other, relation), out, "relationships")
            if end is None:
                continue
            if other.type == "parent":
                belongs(body, end, out)
            elif other.type == "child":
                belongs(end, body, out)
            else:
                out.tie("SUCCEEDED_BY", *((body, end) if other.type == "successor" else (end, body)))
        elif other.type != "related":  # `related` says that there is a tie, not which: it stays in the note
            out.cannot_place("relationships", other.type, "unknown-relation", f"未知的关系“{other.type}”")


def _body(found: Organisation, key: str, places: tuple[Printed, ...]) -> Body:
    notes = [] if found.chinese else ["ROR 未给中文名称"]
    notes += [f"ROR 记其与{other.label}相关，未说明关系" for other in found.related if other.type == "related"]
    return Body((found.name, *found.other_names), found.types, {"ror": key}, places, "；".join(notes))


def _other(other: Related, relation: dict[str, Any]) -> Body:
    inside = relation.get(IN_FILE)
    if inside:
        return Body(tuple(inside["names"]), tuple(inside["types"]), {"ror": other.id})
    return Body((other.label,), (), {"ror": other.id})


def _with_known(relation: Any, known: dict[str, dict[str, Any]]) -> Any:
    other = known.get(bare(str(relation.get("id", "")))) if isinstance(relation, dict) else None
    if other is None:
        return relation
    try:
        found = parse(other)
    except (KeyError, TypeError, StopIteration):
        return relation  # the other record is rejected on its own row
    return relation | {IN_FILE: {"names": [found.name, *found.other_names], "types": list(found.types)}}


def _printed(record: dict[str, Any]) -> tuple[Printed, ...]:
    if "locations" in record:
        details = [place["geonames_details"] for place in record["locations"]]
        return tuple(
            Printed(d.get("name") or "", d.get("country_subdivision_name") or "", d.get("country_code") or "")
            for d in details
        )
    country = (record.get("country") or {}).get("country_code", "")
    return tuple(Printed(a.get("city") or "", _region(a), country) for a in record["addresses"])


def _region(address: dict[str, Any]) -> str:
    """The province of a v1 address: it stands inside `geonames_city` only."""
    geonames = (address.get("geonames_city") or {}).get("geonames_admin1") or {}
    return str(address.get("state") or geonames.get("name") or "")
