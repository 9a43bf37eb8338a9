"""A file of pairs judged: columns id, name_a, name_b and, where told, place_a, place_b, kind and codes; no server."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from graph.errors import SourceError
from graph.identity.judge import judge
from graph.identity.keys import NAMES
from graph.identity.named import Named, Verdict

NEEDED = ("id", "name_a", "name_b")
TOLD = ("id", "verdict", "score", "reason")


def judge_file(source: Path, target: Path) -> Counter[str]:
    """Judges every row and writes id, verdict, score, reason as UTF-8 csv in the order read; returns how many of each.

    Reads UTF-8 with or without mark, and GB18030. Raises `SourceError` for a file that cannot be read as such.
    """
    counts: Counter[str] = Counter()
    rows = list(_rows(source))
    with _open(target) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TOLD)
        for row in rows:
            verdict = judge_row(row)
            counts[verdict.verdict] += 1
            writer.writerow((row["id"], verdict.verdict, f"{verdict.score:.3f}", verdict.reason))
    return counts


def judge_row(row: dict[str, str]) -> Verdict:
    """The verdict on one row; codes are read from columns such as uscc_a and uscc_b."""
    one, other = (
        Named(
            name=row.get(f"name_{end}", ""),
            place=row.get(f"place_{end}", ""),
            kind=row.get(f"kind_{end}", "") or row.get("kind", ""),
            keys={scheme: row[f"{scheme}_{end}"] for scheme in NAMES if row.get(f"{scheme}_{end}")},
        )
        for end in "ab"
    )
    return judge(one, other)


def _open(target: Path) -> io.TextIOWrapper:
    try:
        return target.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise SourceError(
            f"写不了结果文件 {target}：{error.strerror or error}", way_out="请用 -o 换一个存在、可写的文件夹"
        ) from error


def _rows(source: Path) -> Iterator[dict[str, str]]:
    text = decoded(source)
    lines = io.StringIO(text, newline="")
    header = [cell.strip().lower() for cell in next(csv.reader(lines), [])]
    missing = [column for column in NEEDED if column not in header]
    if missing:
        shown = "、".join(header[:12]) or "（空）"
        raise SourceError(
            f"{source.name} 第 1 行缺少列 {'、'.join(missing)}；读到的列：{shown}",
            way_out="首行应是 id,name_a,name_b，可另有 place_a,place_b,kind；列之间用英文逗号",
        )
    try:
        for number, cells in enumerate(csv.reader(lines), start=2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise SourceError(
                    f"{source.name} 第 {number} 行有 {len(cells)} 列，首行 {len(header)} 列：{','.join(cells)[:50]}",
                    way_out="名称里有逗号的，请用英文双引号括起来",
                )
            yield dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise SourceError(f"{source.name} 读到一半出错：{error}", way_out="请检查引号是否成对") from error


def decoded(source: Path) -> str:
    """The text of a file in UTF-8 (with or without mark) or GB18030."""
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise SourceError(f"读不了文件 {source}：{error.strerror or error}", way_out="请检查路径和权限") from error
    return as_text(raw, source.name)


def as_text(raw: bytes, what: str) -> str:
    """Bytes as text: UTF-8 with or without mark, UTF-16 with one, else GB18030. Raises `SourceError` naming `what`."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(UnicodeDecodeError):
            return raw.decode("utf-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(f"{what} 不是 UTF-8，也不是 GB18030 编码的文本", way_out="请另存为“CSV UTF-8”再试")
