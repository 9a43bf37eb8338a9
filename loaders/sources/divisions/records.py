"""Divisions: Shaanxi, its cities, the counties and streets of Xi'an and Shangluo, and how they were renamed.

A renamed place is one node (model.md, "Identity"): every row of the changes file speaks of the place that stands today,
by its present code, and adds a former name with the year it ended, or a former code (scheme `division_old`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from graph.gazetteer.model import administrative
from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import CoverageClaim, SourceSpec

CITIES, COUNTIES, STREETS, CHANGES = (
    "data/cities.csv",
    "data/counties.csv",
    "data/streets-xian-shangluo.csv",
    "data/historical-changes-xian-shangluo.json",
)
# What a change row says besides names and codes: where the list came from, and empty document numbers.
ABOUT_THE_ROW = (
    "level",
    "source",
    "doc_no",
    "curated",
    "source_official",
    "source_url",
    "note",
    "old_path",
    "new_path",
)


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """The rows of the three tables, then of the changes; key: the code, of a change its year, type and codes."""
    for name in (CITIES, COUNTIES, STREETS):
        yield from read_csv(spec, name, lambda cells: cells.get("code", ""))
    yield from _changes(folder)


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What a coverage counts: the districts and counties of its city."""
    if row.file != COUNTIES or _cities(spec.folder)[row.key[:4]] != claim.place:
        return ""
    return row.key


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """One division, or one change of a division."""
    {CITIES: _city, COUNTIES: _county, STREETS: _street, CHANGES: _change}[row.file](row, out, spec)


def _city(row: Row, out: Claims, spec: SourceSpec) -> None:
    code, name = row.pop("code"), row.pop("name")
    if row.pop("provinceCode") != spec.lookups["province"]["code"]:
        out.leave_out("不属陕西省")
    province = spec.lookups["province"]
    whole = out.node("Place", province["name"], keys={"division": province["code"]}, kind="省", code=province["code"])
    out.tie("PART_OF", _place(out, spec, code, name, "市"), whole)


def _county(row: Row, out: Claims, spec: SourceSpec) -> None:
    code, name = row.pop("code"), row.pop("name")
    city = _cities(spec.folder)[code[:4]]
    out.tie("PART_OF", _place(out, spec, code, name, "县区"), _place(out, spec, code[:4], city, "市"))


def _street(row: Row, out: Claims, spec: SourceSpec) -> None:
    code, name, county = row.pop("code"), row.pop("name"), row.pop("areaCode")
    row.ignore("provinceCode", "cityCode")
    if not administrative(code):
        out.leave_out("统计用的虚拟单位（末三位 400–599），不是行政区划")
    if county not in _counties(spec.folder):
        out.reject("areaCode", county, "unknown-county", f"区县代码 {county} 不在区县表中")
    whole = _place(out, spec, county, _counties(spec.folder)[county], "县区")
    out.tie("PART_OF", _place(out, spec, code, name, "街道乡镇", within=county), whole)


def _change(row: Row, out: Claims, spec: SourceSpec) -> None:
    """`撤销` with a successor and `新设` are two rows of one renaming; the second adds nothing but its own record."""
    year, kind = row.pop("year"), row.pop("type")
    old_code, old_name = _short(row.pop("old_code")), row.pop("old_name")
    new_code, new_name = _short(row.pop("new_code")), row.pop("new_name")
    old_parent, new_parent = row.pop("old_parent"), row.pop("new_parent")
    row.ignore("old_path", "new_path", *ABOUT_THE_ROW)
    code = _latest(spec.folder, new_code)
    name = (_counties(spec.folder) | _cities(spec.folder)).get(code)
    if name is None:
        out.reject("new_code", new_code, "unknown-division", f"{year} 年“{kind}”后的代码 {new_code} 不在现行代码表中")
    note = ""
    if old_parent and new_parent and kind == "同名改码" and old_parent[:2] != new_parent[:2]:
        note = f"{year} 年由{old_parent}划入{new_parent}"
    former = ((old_name, year),) if old_name and old_name != new_name else ()
    keys = {"division": code} | ({"division_old": old_code} if old_code else {})
    sub = "市" if len(code) == 4 else "县区"
    city = spec.lookups["sides"].get(code[:4], "其他")
    out.node("Place", name, keys=keys, city=city, former=former, kind=sub, code=code, note=note)


def _place(out: Claims, spec: SourceSpec, code: str, name: str, kind: str, within: str = "") -> NodeClaim:
    city = spec.lookups["sides"].get(code[:4], "其他")
    return out.node("Place", name, keys={"division": code}, within=within, city=city, kind=kind, code=code)


def _changes(folder: Path) -> Iterator[Row]:
    for number, change in enumerate(_change_list(folder), start=1):
        flat: dict[str, Any] = {k: v for k, v in change.items() if k not in ("old", "new")}
        for side in ("old", "new"):
            path = change[f"{side}_path"] or []
            flat |= {f"{side}_code": change[side]["code"], f"{side}_name": change[side]["name"]}
            flat |= {f"{side}_path": "/".join(path), f"{side}_parent": path[-2] if len(path) > 1 else ""}
        cells = {key: "" if value is None else str(value) for key, value in flat.items()}
        key = f"{change['year']}:{change['type']}:{cells['old_code']}:{cells['new_code']}"
        yield Row(file=CHANGES, number=number, key=key, cells=cells)


def _short(code: str) -> str:
    """A 12-digit code as the short one: four digits for a city, six for a county."""
    return code[:4] if code[4:6] == "00" else code[:6]


def _latest(folder: Path, code: str) -> str:
    """The code that stands today for a code of some year, by following the changes."""
    successors = _successors(folder)
    while code in successors:
        code = successors[code]
    return code


@cache
def _successors(folder: Path) -> dict[str, str]:
    changes = _change_list(folder)
    return {_short(c["old"]["code"]): _short(c["new"]["code"]) for c in changes if c["old"]["code"]}


@cache
def _change_list(folder: Path) -> list[dict[str, Any]]:
    try:
        changes: list[dict[str, Any]] = json.loads((folder / CHANGES).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SourceError(f"变更表读不出：{error}", way_out="重新取得完整的文件", file=CHANGES) from error
    return changes


@cache
def _counties(folder: Path) -> dict[str, str]:
    return _names(folder / COUNTIES)


@cache
def _cities(folder: Path) -> dict[str, str]:
    return _names(folder / CITIES)


def _names(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}
