"""A mapping of columns that a user made by hand, kept as a small yaml file and read again (`--map`).

columns:
  牵头方: undertaker
  数额: funding(万元)
  联系人: ""
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from graph.errors import UsageError

WAY_OUT = "写法：--map 列名=字段（--map 列名= 去掉该列），或 --map 保存过的文件.yml"


def overrides_of(told: Sequence[str]) -> dict[str, str]:
    """Column → field from what stands behind each `--map`: 列名=字段, 列名= or the path of a saved map.

    Later ones win. Raises `UsageError` for anything else.
    """
    found: dict[str, str] = {}
    for one in told:
        column, equals, name = one.rpartition("=")
        if equals and column.strip():
            found[column.strip()] = name.strip()
        elif Path(one).suffix in (".yml", ".yaml"):
            found |= read_map(Path(one))
        else:
            raise UsageError(f"看不懂 --map {one}", way_out=WAY_OUT)
    return found


def save_map(path: Path, overrides: Mapping[str, str]) -> None:
    """Write a mapping. Raises `UsageError` when the file cannot be written."""
    text = yaml.safe_dump({"columns": dict(overrides)}, allow_unicode=True, sort_keys=False)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"写不了 {path}：{error.strerror}", way_out="换一个可写的位置") from error


def read_map(path: Path) -> dict[str, str]:
    """Read a mapping. Raises `UsageError` naming the file when it is missing or no mapping of columns."""
    try:
        body = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"读不到 {path}：{error.strerror}", way_out=WAY_OUT) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} 不是 UTF-8 的 yaml 文件：{error}", way_out=WAY_OUT) from error
    columns = body.get("columns") if isinstance(body, dict) else None
    if not isinstance(columns, dict) or set(body) != {"columns"}:
        raise UsageError(f"{path} 里应只有 columns: 列名: 字段", way_out=WAY_OUT)
    return {str(column): "" if name is None else str(name) for column, name in columns.items()}
