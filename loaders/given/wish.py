"""What the user says about a file: the options of `xishang load FILE`, checked one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

import yaml

from graph.due import EVERY
from graph.errors import UsageError
from graph.schema import NODE_KINDS
from graph.schema.values import clean, digest
from loaders.bulk.choice import Writer
from loaders.spec import CoverageClaim, Mark

MAX_REJECTS = 0.05


@dataclass(frozen=True)
class Wish:
    """The options; an empty one was not given. `overrides` are column → field, said one by one with `--map`."""

    kind: str = ""
    publisher: str = ""
    date: str = ""
    title: str = ""
    mark: str = ""
    url: str = ""
    licence: str = ""
    every: str = ""
    covers: tuple[CoverageClaim, ...] = ()
    region: bool = False
    overrides: Mapping[str, str] = field(default_factory=dict)
    map_file: Path | None = None
    save_map: Path | None = None
    sheet: str = ""
    table: int = 0
    max_rejects: float | None = None
    rejects: Path | None = None
    id: str = ""
    force: bool = False
    dry_run: bool = False
    writer: Writer = "auto"


def pairs_of(said: Sequence[str]) -> dict[str, str]:
    """`--map 列名=field`, each once; `列名=` drops the column. Raises `UsageError`."""
    found: dict[str, str] = {}
    for one in said:
        column, sign, name = one.rpartition("=")
        if not (sign and column.strip()):
            raise UsageError(
                f"--map “{one}” 不合写法", way_out="写成 --map 列名=字段，例如 --map 单位=name；去掉一列写 列名="
            )
        if column.strip() in found:
            raise UsageError(f"--map 把列“{column.strip()}”说了两次", way_out="一列只对应一个字段")
        found[column.strip()] = name.strip()
    return found


def share_of(text: str) -> float:
    """`5%`, `5 %` or `0.05` → 0.05. Raises `UsageError` outside of 0 to 100 %."""
    number = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([%％]?)\s*", text)
    share = float(number[1]) / (100 if number[2] else 1) if number else -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"--max-rejects “{text}” 读不出", way_out="写成百分数 5% 或小数 0.05，0 到 100% 之间")
    return share


def every_of(text: str) -> str:
    """How often the publisher renews the list, ISO 8601: P1Y, P6M, P30D; "" = not said. Raises `UsageError`."""
    if not re.match(EVERY, text):
        raise UsageError(f"--every “{text}” 读不出", way_out="写成 P1Y（每年）、P6M（每半年）或 P30D（每 30 天）")
    return text


def writer_of(text: str) -> Writer:
    """How a large load is written. Raises `UsageError`."""
    if text not in get_args(Writer):
        raise UsageError(f"没有“{text}”这种写法", way_out=f"--writer 可用：{'、'.join(get_args(Writer))}")
    return cast(Writer, text)


def mark_of(text: str, url: str) -> Mark:
    """The mark of the source; without one R where there is an address (shown as plain text), else N."""
    if not text:
        return "R" if url else "N"
    if text.upper() not in get_args(Mark):
        raise UsageError(
            f"--mark “{text}” 不是 O、R、M、N 之一", way_out="O 发布者自己的网站，R 转载，M 只见于镜像，N 没有网址"
        )
    if url and text.upper() in ("M", "N"):
        raise UsageError(f"标记 {text.upper()} 的来源不留网址", way_out="去掉 --url，或改用 --mark O 或 --mark R")
    return cast("Mark", text.upper())


def kind_of(text: str) -> str:
    """The label of a kind by its label, Chinese or English name: 企业, enterprise → Enterprise. Raises `UsageError`."""
    wanted = clean(text).casefold()
    for label, kind in NODE_KINDS.items():
        if wanted in (label.casefold(), kind.zh.casefold(), kind.en.casefold()):
            return label
    known = "、".join(f"{label}（{kind.zh}）" for label, kind in NODE_KINDS.items())
    raise UsageError(f"没有“{text}”这一类", way_out=f"可用的类：{known}")


def id_for(publisher: str, title: str, kind: str) -> str:
    """The id of a source by who published what: initials and a digest, so that the next year's file finds it again.

    >>> id_for("编造市科技局", "编造名单", "Enterprise")[:16]
    'bzskjj-bzmd-'
    """
    from pypinyin import Style, lazy_pinyin  # 40 MB of tables, needed for a file given without --id only

    told = publisher, title or NODE_KINDS[kind].zh if kind in NODE_KINDS else title or kind
    initials = ["".join(lazy_pinyin(clean(text), style=Style.FIRST_LETTER)).lower() for text in told]
    short = [re.sub(r"[^a-z0-9]", "", text)[:16] for text in initials]
    whole = "|".join((*(clean(text) for text in told), kind))
    return "-".join([*(part for part in short if part), digest(whole, 6)])


def checked_id(text: str, bundled: frozenset[str]) -> str:
    """An id the user chose. Raises `UsageError` for what is no name of a folder or names a bundled source."""
    if not re.fullmatch(r"[\w][\w.-]{0,63}", text) or text.endswith("."):
        raise UsageError(f"--id “{text}” 不能作来源名", way_out="只用汉字、字母、数字、点、横线和下划线，最多 64 个字")
    if text in bundled:
        raise UsageError(f"{text} 是随附来源的名字", way_out="用 --id 另取一个名字")
    return text


def read_map(path: Path) -> tuple[str, dict[str, str]]:
    """A saved mapping: the kind it is for ("" = not said) and column → field. Raises `UsageError`."""
    try:
        body = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"读不出对应表 {path}：{error}", way_out="用 --save-map 另存一份，再改") from error
    table = body.get("map", body) if isinstance(body, dict) else None
    kind = body.get("kind", "") if isinstance(body, dict) and "map" in body else ""
    if not isinstance(table, dict) or not all(isinstance(text, str) for pair in table.items() for text in pair):
        raise UsageError(f"对应表 {path} 不是“列名: 字段”的样子", way_out="每行一对，例如 单位名称: name")
    return str(kind), dict(table)


def write_map(path: Path, kind: str, mapping: Mapping[str, str]) -> None:
    """Save a mapping so that `--map-file` reads it again. Raises `UsageError` when it cannot be written."""
    text = "# 列名: 字段。用法：xishang load 文件 --map-file 本文件\n" + yaml.safe_dump(
        {"kind": kind, "map": dict(mapping)}, allow_unicode=True, sort_keys=False, width=120
    )
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"写不进 {path}：{error}", way_out="换一个可写的路径") from error
