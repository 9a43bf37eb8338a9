"""Institutes, agencies, hospitals, firms and laboratories of Xi'an from ROR, one record a line.

A laboratory and its host are separate records joined by Parent: that is PART_OF. A ministry, government or academy as
parent is an authority: GOVERNED_BY, which no path walks, since being under one academy does not connect two institutes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from loaders.claims import Claims, NodeClaim
from loaders.rows import Row
from loaders.spec import SourceSpec
from loaders.standards.ror_form import Organisation, Related, parse

# Members that are plain text; all others are kept as JSON.
TEXT = ("id", "name", "status")


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """One row a record; cells are the record's members as received, JSON where they are no plain text."""
    for number, record in enumerate(_records(folder / spec.files[0]), start=1):
        cells = {k: v if k in TEXT else json.dumps(v, ensure_ascii=False) for k, v in record.items()}
        yield Row(file=spec.files[0], number=number, key=record["id"].rsplit("/", 1)[-1], cells=cells)


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A body, its place and the bodies it belongs to."""
    body = _taken(row, out)
    if body.status != "active":
        out.leave_out(f"ROR 状态为 {body.status}，不是现行机构")
    if not _places(body, spec):
        out.leave_out("地点不在两市")
    claim = _body(body, out, spec)
    for place in _places(body, spec):
        city = place["name"].removesuffix("市")
        seat = out.node("Place", place["name"], keys={"division": place["code"]}, city=city)
        out.tie("LOCATED_IN", claim, seat)
    for other in body.related:
        if other.type in ("parent", "child"):
            _belongs(claim, other, out, spec)
        elif other.type != "related":  # `related` says that there is a tie, not which: it stays in the note
            out.reject("relationships", other.type, "unknown-relation", f"未知的关系“{other.type}”")


def _places(body: Organisation, spec: SourceSpec) -> list[dict[str, str]]:
    """The places of a body that are one of the two cities: name and division code."""
    known: dict[str, dict[str, str]] = spec.lookups["places"]
    return [known[place] for place in body.places if place in known]


def _taken(row: Row, out: Claims) -> Organisation:
    try:
        cells = {key: row.cells.pop(key) for key in list(row.cells)}
        record = {key: cell if key in TEXT else json.loads(cell) for key, cell in cells.items()}
        return parse(record)
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        out.reject("", row.key, "unknown-form", f"不是 ROR v1 或 v2 的记录：缺 {error}")


def _kind(body: Organisation, out: Claims, spec: SourceSpec) -> dict[str, str]:
    """Kind and sub-kind by type and, for facilities, by the end of a name; an unknown type is rejected."""
    unknown = set(body.types) - spec.lookups["types"].keys() - set(spec.lookups["ignored_types"])
    if unknown:
        out.reject("types", "、".join(sorted(unknown)), "unknown-type", f"未知的 ROR 类型 {'、'.join(sorted(unknown))}")
    kinds: dict[str, dict[str, str]] = spec.lookups["types"]
    decided = next((kind for kind in kinds if kind in body.types), None)
    if decided is None:
        out.reject("types", "、".join(body.types), "no-type", "没有可判定类别的 ROR 类型")
    if decided == "facility":
        for ending in spec.lookups["endings"]:
            if body.name.endswith(ending["ends"]):
                return dict(ending)
    return kinds[decided]


def _body(body: Organisation, out: Claims, spec: SourceSpec) -> NodeClaim:
    kind = _kind(body, out, spec)
    notes = [] if body.chinese else ["ROR 未给中文名称"]
    for other in body.related:
        if other.type == "related":
            name = spec.lookups["related"].get(other.id, {}).get("name", other.label)
            notes.append(f"ROR 记其与{name}相关，未说明关系")
    return out.node(
        kind["kind"],
        body.name,
        keys={"ror": body.id},
        city=next((place["name"].removesuffix("市") for place in _places(body, spec)), ""),
        aliases=body.other_names,
        kind=kind.get("sub", ""),
        note="；".join(notes),
    )


def _belongs(claim: NodeClaim, other: Related, out: Claims, spec: SourceSpec) -> None:
    """A parent or child; one inside the file is named and sorted by its own record."""
    inside = _inside(spec.folder / spec.files[0]).get(other.id)
    if inside is not None:
        end = _body(inside, out, spec)
    elif other.id in spec.lookups["related"]:
        known = spec.lookups["related"][other.id]
        end = out.node(
            known["kind"],
            known.get("name", other.label),
            keys={"ror": other.id},
            aliases=(other.label,) if "name" in known else (),
            kind=known.get("sub", ""),
            note="" if "name" in known else "ROR 未给中文名称",
        )
    else:
        out.reject("relationships", other.id, "unknown-relative", f"关系对象 {other.label}（{other.id}）不在名录中")
    part, whole = (claim, end) if other.type == "parent" else (end, claim)
    out.tie("GOVERNED_BY" if whole.kind == "Agency" else "PART_OF", part, whole)


@cache
def _inside(path: Path) -> dict[str, Organisation]:
    return {body.id: body for body in map(parse, _records(path))}


def _records(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise SourceError(f"{path.name} 读不出：{error}", way_out="重新取得完整的文件", file=path.name) from error
