"""`xishang resolve`: pairs of names judged by the rules of identity, without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli_door import Json, console, print_json
from graph.errors import UsageError
from graph.identity.pairs import judge_file

app = typer.Typer()
WORDS = {"same": "同一主体", "queue": "待人工判断", "different": "不同主体"}


@app.command(rich_help_panel="查询 · ask")
def resolve(
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="文件", help="成对的名称（csv）· csv of pairs")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="文件", help="结果写到 · where to write")] = None,
    as_json: Json = False,
) -> None:
    """判断成对的名称是不是同一个主体，不用数据库 · are two names one body? no server needed.

    Reads the columns id, name_a, name_b and, where told, place_a, place_b, kind; writes id, verdict, score, reason.
    """
    if pairs is None or out is None:
        raise UsageError("缺少 --pairs 或 -o", way_out="例：xishang resolve --pairs 名称对.csv -o 结果.csv")
    if pairs.resolve() == out.resolve():
        raise UsageError("结果文件与输入文件是同一个", way_out="请用 -o 给另一个文件名")
    counts = judge_file(pairs, out)
    if as_json:
        print_json({"pairs": sum(counts.values()), **{band: counts[band] for band in WORDS}, "out": str(out)})
        return
    console().print(
        f"判断 {sum(counts.values())} 对：" + "，".join(f"{word} {counts[band]}" for band, word in WORDS.items())
    )
    console().print(f"结果写在 {out}")
