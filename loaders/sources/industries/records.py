"""GB/T 4754-2017: sections, divisions, groups and classes, each under the one above it.

Where a group has one class only, the list has a row for the class alone; the group is stated with it, under its name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import CoverageClaim, SourceSpec

COLUMNS = ("section", "division", "group", "class")
CODE_LENGTHS = (1, 2, 3, 4)


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows; key: the code. Codes are text: leading zeros count."""
    yield from read_csv(spec, spec.files[0], lambda cells: _codes(cells, spec)[-1])


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What the coverage counts: the rows of its level."""
    return row.key if spec.lookups["levels"][str(len(_codes(row.raw, spec)))] == claim.subkind else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A class of industry and the one above it."""
    codes = _codes(row.raw, spec)
    printed, name, remark = row.pop("level"), row.pop("name"), row.pop("remark")
    row.ignore(*COLUMNS)
    if printed not in spec.lookups["levels"]:
        out.reject("level", printed, "unknown-level", f"层级“{printed}”不是 1 到 4")
    if tuple(map(len, codes)) != CODE_LENGTHS[: len(codes)]:
        out.reject("class", "/".join(codes), "code", f"代码“{'/'.join(codes)}”的位数不对")
    if codes[-1] != row.key or (len(codes) != int(printed) and _misprint(row.raw, spec) is None):
        out.reject("level", printed, "level", f"层级“{printed}”与代码“{codes[-1]}”不符")
    names = _names(spec.folder / spec.files[0])
    here = _industry(out, spec, codes[-1], name, note=remark)
    for code in reversed(codes[:-1]):
        # A group of one class has no row of its own; then the division above it is stated too.
        above = _industry(out, spec, code, names.get(code, name))
        out.tie("BROADER", here, above)
        if code in names:
            break
        here = above


def _industry(out: Claims, spec: SourceSpec, code: str, name: str, note: str = "") -> NodeClaim:
    level = len(code) if code.isdigit() else 1
    return out.node(
        "Industry", name, keys={"gbt4754": code}, kind=spec.lookups["levels"][str(level)], code=code, note=note
    )


def _codes(cells: dict[str, str], spec: SourceSpec) -> list[str]:
    """The codes of a row from its section down, the misprinted one put right."""
    codes = [cells[column].strip() for column in COLUMNS if cells[column].strip()]
    right = _misprint(cells, spec)
    return [*codes, right] if right else codes


def _misprint(cells: dict[str, str], spec: SourceSpec) -> str | None:
    """The code of a class that the file prints without one, by its name."""
    found = spec.lookups["without_code"].get(cells["name"].strip())
    return str(found["class"]) if found and found["group"] == cells["group"] and not cells["class"] else None


@cache
def _names(path: Path) -> dict[str, str]:
    """Names by code, of all rows that have a code of their own; the first row of a code counts."""
    names: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for cells in csv.DictReader(file):
            names.setdefault([cells[column] for column in COLUMNS if cells[column]][-1], cells["name"].strip())
    return names
