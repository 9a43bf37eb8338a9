"""Lists of names as analysts have them, in and out: a csv with a header, or lines pasted from a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from graph.answers import AskedName, ResolvedName, SearchHit
from graph.errors import SourceError
from graph.identity.pairs import as_text

COLUMNS: tuple[str, ...] = (
    *("row", "name", "place", "kind", "sure", "id", "found", "found_kind", "found_city", "found_place", "score"),
    *("why", "others"),
)
"""Columns of the answer as a table: what was asked, then what was found."""
SURE_WORDS = {"same": "是", "queue": "待定", "none": "未找到"}
HEADERS = {
    **dict.fromkeys(("name", "名称", "单位", "单位名称", "机构", "机构名称", "企业名称"), "name"),
    **dict.fromkeys(("place", "地点", "所在地", "地区", "city", "城市"), "place"),
    **dict.fromkeys(("kind", "类别", "类型"), "kind"),
    **dict.fromkeys(("uscc", "统一社会信用代码", "信用代码"), "uscc"),
    **dict.fromkeys(("moe", "学校标识码"), "moe"),
    "ror": "ror",
    "isni": "isni",
    "orcid": "orcid",
}
"""A column's header → the field it fills; others are left alone."""
FIELDS = ("name", "place", "kind")


def names_in_csv(raw: bytes | str, what: str = "名单") -> list[AskedName]:
    """The rows of a csv whose first row names the columns: name, and where told place, kind, uscc, moe, ror, isni.

    UTF-8 with or without mark, or GB18030. Raises `SourceError` naming the row.
    """
    lines = list(_rows(as_text(raw, what) if isinstance(raw, bytes) else raw.lstrip("\ufeff"), ",", what))
    header = _header(lines[0][1]) if lines else {}
    if "name" not in header.values():
        shown = "、".join(cell.strip()[:20] for cell in lines[0][1][:12]) if lines else "（空）"
        raise SourceError(
            f"{what} 第 1 行没有名称列 name；读到的列：{shown or '（空）'}",
            way_out="首行应是 name,place,kind（也可写 名称,所在地,类别）；列之间用英文逗号",
        )
    return [_asked(number, cells, header, what) for number, cells in lines[1:]]


def names_pasted(text: str) -> list[AskedName]:
    """Lines as pasted: a name each, or cells of a sheet (with tabs: name, place, kind), with or without a header."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    header = {0: "name", 1: "place", 2: "kind"}
    comma = bool(lines) and "name" in _header(lines[0].split(",")).values() and "\t" not in lines[0]
    rows = [line.split("\t") for line in lines]
    if comma:
        return names_in_csv("\n".join(lines))
    if rows and "name" in _header(rows[0]).values():
        header, rows = _header(rows[0]), rows[1:]
    return [_asked(number, cells, header, "名单") for number, cells in enumerate(rows, 1)]


def _header(cells: Sequence[str]) -> dict[int, str]:
    found = {at: HEADERS.get(cell.strip().lower(), "") for at, cell in enumerate(cells)}
    return {at: name for at, name in found.items() if name}


def _rows(text: str, comma: str, what: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) or reader.line_num == 1:
                yield reader.line_num, cells
    except csv.Error as error:
        raise SourceError(
            f"{what} 第 {reader.line_num} 行读不了：{error}", way_out="请检查引号是否成对，或另存为“CSV UTF-8”再试"
        ) from error


def _asked(number: int, cells: Sequence[str], header: dict[int, str], what: str) -> AskedName:
    given = {name: cells[at].strip() for at, name in header.items() if at < len(cells)}
    keys = {name: value for name, value in given.items() if name not in FIELDS and value}
    try:
        return AskedName(
            **{name: given[name] for name in FIELDS if name in given} | {"name": given.get("name", "")}, keys=keys
        )
    except ValidationError as error:
        fault = error.errors()[0]
        column = str(fault["loc"][0])
        raise SourceError(
            f"{what} 第 {number} 行 {column} 列有 {len(given.get(column, ''))} 字，太长：{given.get(column, '')[:20]}…",
            way_out="名称最多 2000 字，所在地 200 字，类别 50 字；请检查引号是否成对",
        ) from error


def table(rows: Iterable[ResolvedName]) -> Iterator[dict[str, Any]]:
    """Resolved names as rows of `COLUMNS`; a name without one best body has no id, its candidates stand in `others`."""
    for row in rows:
        best = row.best
        yield {
            "row": row.row,
            "name": row.asked.name,
            "place": row.asked.place,
            "kind": row.asked.kind,
            "sure": row.sure,
            "id": best.id if best else "",
            "found": best.name if best else "",
            "found_kind": best.kind if best else "",
            "found_city": best.city if best else "",
            "found_place": best.place if best else "",
            "score": f"{row.score:.3f}",
            "why": row.why,
            "others": [f"{hit.id} {hit.name}" for hit in row.others if shown_beside(row, hit)],
        }


def shown_beside(row: ResolvedName, hit: SearchHit) -> bool:
    """Whether another body is worth a look: not what is only like a name that is found for certain."""
    return row.sure != "same" or hit.certain or hit.score >= row.score
