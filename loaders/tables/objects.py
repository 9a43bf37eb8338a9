"""JSON: an array of objects or of arrays, alone or under a key such as data; and JSON lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from loaders.tables.aside import set_aside
from loaders.tables.grid import Grid
from loaders.tables.model import Table, TableRow
from loaders.tables.refuse import cut_off, faulty
from loaders.tables.text import clean_cell, clean_header
from loaders.tables.workbook import shown

DEEPEST = 4
"""Levels of keys below which the rows may lie: {"code": 0, "result": {"data": {"list": […]}}}."""
TOTALS = frozenset({"total", "totalcount", "totalnum", "totalsize", "totalrows", "totalelements", "recordcount"})


def looks_like_json(text: str) -> bool:
    """Whether a text starts as JSON does and is no line of a csv."""
    start = text.lstrip("\ufeff \r\n\t")
    return start[:1] == "{" or (start[:1] == "[" and start[1:].lstrip()[:1] in ("{", "[", "]"))


def read_json(path: Path, text: str) -> tuple[list[Table], list[Grid]]:
    """Tables of the arrays of objects, grids of the arrays of arrays. Raises `SourceError` naming the faulty line."""
    text = text.lstrip("\ufeff")
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and lines[0].strip().startswith("{") and lines[0].strip().endswith("}"):
        return [_table(path, "", _by_line(path, text), "jsonl")], []
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string"):
            raise cut_off(path, f"JSON 在第 {error.lineno} 行断开") from error
        raise _fault(path, error.lineno, error.colno) from error
    arrays = _arrays(data, "", DEEPEST)
    tables = [
        _table(path, name, list(enumerate(rows, 1)), "json") for name, rows in arrays if isinstance(rows[0], dict)
    ]
    grids = [
        Grid(name, [[_plain(cell) for cell in row] for row in rows])
        for name, rows in arrays
        if isinstance(rows[0], list)
    ]
    for name, total in _totals(data, "", DEEPEST):
        for table in tables:
            if len(tables) == 1 and total > len(table.rows) + len(table.skipped):
                table.notes.append(f"文件写明 {name} 为 {total}，里面只有 {len(table.rows)} 行：可能只是其中一页")
    if not tables and not grids:
        told = "里没有由对象组成的数组" if data else "是空的"
        raise faulty(path, f"JSON {told}", '把数据整理成 [{…}, {…}] 或 {"data": [{…}]} 再装')
    return tables, grids


def _by_line(path: Path, text: str) -> list[tuple[int, Any]]:
    rows: list[tuple[int, Any]] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            rows.append((number, None))
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            if not any(map(str.strip, lines[number:])):
                raise cut_off(path, f"JSON 在第 {number} 行断开") from error
            raise _fault(path, number, error.colno) from error
        if not isinstance(row, dict):
            raise faulty(path, f"第 {number} 行不是 JSON 对象", "每行一个 {…} 对象")
        rows.append((number, row))
    while rows and rows[-1][1] is None and not lines[-1]:
        rows.pop()
        break
    return rows


def _fault(path: Path, line: int, column: int) -> Exception:
    return faulty(path, f"JSON 第 {line} 行第 {column} 个字符处有语法错误", "改正该处，或请来源系统重新导出")


def _arrays(data: Any, name: str, depth: int) -> list[tuple[str, list[Any]]]:
    """Arrays of rows by the keys that lead to them; those inside rows belong to their row."""
    if isinstance(data, list):
        kinds = {type(item) for item in data}
        return [(name, data)] if len(kinds) == 1 and kinds <= {dict, list} else []
    if isinstance(data, dict) and depth:
        return [found for key, value in data.items() for found in _arrays(value, f"{name}.{key}".strip("."), depth - 1)]
    return []


def _totals(data: Any, name: str, depth: int) -> list[tuple[str, int]]:
    """Counts that stand beside the rows: total, totalCount … of a service that gives its answer in pages."""
    if not isinstance(data, dict) or not depth:
        return []
    found = []
    for key, value in data.items():
        whole = f"{name}.{key}".strip(".")
        if key.lower().replace("_", "") in TOTALS and isinstance(value, int) and not isinstance(value, bool):
            found.append((whole, value))
        found += _totals(value, whole, depth - 1)
    return found


def _table(path: Path, name: str, rows: list[tuple[int, Any]], format: str) -> Table:
    table = Table(path.name, name, format, [], [])
    flat = [(number, None if row is None else _flat(row, "")) for number, row in rows]
    columns = {sys.intern(key): None for _, row in flat if row is not None for key in row}
    table.columns = list(columns)
    for number, row in flat:
        if row is None or not any(row.values()):
            table.skipped.append(set_aside(number, "", "blank"))
        else:
            table.rows.append(TableRow(number, {column: row.get(column, "") for column in columns}))
    return table


def _flat(row: dict[str, Any], before: str) -> dict[str, str]:
    """Keys of inner objects joined by /; two keys that read alike get （2）."""
    cells: dict[str, str] = {}
    for key, value in row.items():
        name = before + (clean_header(key) or "列")
        inner = _flat(value, f"{name}/") if isinstance(value, dict) and value else {name: _plain(value)}
        for column, cell in inner.items():
            count, unique = 1, column
            while unique in cells:
                count += 1
                unique = f"{column}（{count}）"
            cells[unique] = cell
    return cells


def _plain(value: Any) -> str:
    if isinstance(value, list):
        simple = all(not isinstance(item, dict | list) for item in value)
        return "、".join(map(_plain, value)) if simple else json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return clean_cell(value) if isinstance(value, str) else shown(value)
