"""A new version of a source beside the one before: what is gone, and when that is too much to be true (issue 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.errors import SourceError
from loaders.given.module import columns_of, rows_file
from loaders.given.rows import KeptRow, read_rows
from loaders.given.taking import Taken
from loaders.spec import SourceSpec

GONE = 0.5
"""Share of the rows of the version before that may be missing from a new one."""

OTHERWISE = "若是另一份名单，用 --title 或 --id 另取名；确是 {} 的新版，加 --force"


def old_rows(spec: SourceSpec) -> list[KeptRow]:
    """The rows of the version that counts."""
    return list(read_rows(rows_file(spec)))


def compared(old: SourceSpec, before: Iterable[KeptRow], taken: Taken, *, force: bool) -> list[str]:
    """What is new beside the version before, in Chinese.

    Raises `SourceError` unless forced: more than half of the rows are gone, or a column that was used is.
    """
    had, has = {row.key for row in before}, {row.key for row in taken.cleaned.rows}
    gone = shrunk(old, had, has, taken.path.name, force=force)
    told = [f"来源 {old.id} 的新版本：上一版 {len(had)} 行，这一版 {len(has)} 行；新 {len(has - had)}，不再列出 {gone}"]
    lost = _fields(old) - {one.field.zh for one in taken.columns.matched.values()}
    if lost and not force:
        raise SourceError(
            f"{taken.path.name} 没有来源 {old.id} 上一版有的列：{'、'.join(sorted(lost))}；"
            f"见到的列：{'、'.join(taken.chosen.columns.columns)}。图谱没有改动",
            way_out=f"列换了叫法，用 --map 列名=字段 指定；{OTHERWISE.format(old.id)}",
            source=old.id,
        )
    return told


def shrunk(old: SourceSpec, had: set[str], has: set[str], file: str, *, force: bool) -> int:
    """How many rows of the version before are gone. Raises `SourceError` unless forced when it is more than half."""
    gone = len(had - has)
    if had and gone > GONE * len(had) and not force:
        raise SourceError(
            f"来源 {old.id} 上一版的 {len(had)} 行里有 {gone} 行不在 {file} 里，图谱没有改动",
            way_out=OTHERWISE.format(old.id),
            source=old.id,
        )
    return gone


def with_mended(rows: list[KeptRow], mended: Collection[KeptRow]) -> list[KeptRow]:
    """Rows with the mended ones in the places of those they came from. Raises `SourceError` for a place not there."""
    places = {row.place for row in rows}
    strange = [row for row in mended if row.place not in places]
    if strange:
        raise SourceError(
            f"原行号 {strange[0].number} 不在原来的名单里", way_out="不要改动拒收表里的原行号；新增的行请写进名单本身"
        )
    by_place = {row.place: row for row in mended}
    joined = [by_place.get(row.place, row) for row in rows]
    for old, new in zip(rows, joined, strict=True):
        new.key = old.key
    return joined


def _fields(spec: SourceSpec) -> set[str]:
    if spec.form is None or not spec.form.kind:
        return set()
    return {one.field.zh for one in columns_of(spec).matched.values()}
