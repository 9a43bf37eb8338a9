"""`xishang resolve`: names against the graph; pairs of names by the rules of identity, without a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.answers import AskedName, ResolvedName
from graph.cli_door import Json, console, line, opened, print_json
from graph.errors import NotFoundError, SourceError, UsageError
from graph.identity.pairs import judge_file
from graph.name_list import COLUMNS, SURE_WORDS, names_in_csv, shown_beside, table
from graph.resolve import AT_MOST, resolve_names
from graph.spreadsheet import as_csv
from graph.store import Store
from graph.views.style import kind_words

app = typer.Typer()
WORDS = {"same": "同一主体", "queue": "待人工判断", "different": "不同主体"}
TABLES = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".ods", ".docx", ".wps", ".doc", ".pdf", ".html", ".json"})
EXAMPLE = (
    "例：xishang resolve 名单.csv -o 结果.csv；xishang resolve 西安交大 西安光机所；"
    "xishang resolve --pairs 名称对.csv -o 结果.csv"
)


@app.command(rich_help_panel="提问 · asking")
def resolve(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[名称或文件…]", help="一个 csv 文件（列 name,place,kind），或一些名称 · a csv, or names"
        ),
    ] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="文件", help="成对的名称（csv）· csv of pairs")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="文件", help="结果写到 · where to write")] = None,
    as_json: Json = False,
) -> None:
    """一批名称各指图中哪个主体；或判断成对的名称是不是同一个主体 · which body is meant; are two names one body?

    Names are looked up in the graph. `--pairs` needs no server: it reads the columns id, name_a, name_b and, where
    told, place_a, place_b, kind, and writes id, verdict, score, reason.
    """
    if names and pairs is not None:
        raise UsageError("名单与 --pairs 只能给一样", way_out=EXAMPLE)
    if names:
        _names(names, out, as_json=as_json)
        return
    if pairs is None or out is None:
        raise UsageError("没有给出名称，或缺少 --pairs、-o", way_out=EXAMPLE)
    _refuse_same(pairs, out)
    counts = judge_file(pairs, out)
    if as_json:
        print_json({"pairs": sum(counts.values()), **{band: counts[band] for band in WORDS}, "out": str(out)})
        return
    console().print(
        f"判断 {sum(counts.values())} 对：" + "，".join(f"{word} {counts[band]}" for band, word in WORDS.items())
    )
    console().print(f"结果写在 {out}")


def _refuse_same(source: Path, out: Path) -> None:
    if source.resolve() == out.resolve():
        raise UsageError("结果文件与输入文件是同一个", way_out="请用 -o 给另一个文件名")


def _names(names: list[str], out: Path | None, *, as_json: bool) -> None:
    file = Path(names[0])
    _refuse_tables(names)
    if len(names) == 1 and file.suffix.lower() in (".csv", ".txt"):
        if out is not None:
            _refuse_same(file, out)
        asked = _read(file)
    else:
        asked = [AskedName(name=name[:2000]) for name in names]
    with opened() as store:
        rows = list(_resolved(store, asked))
    counts = Counter[str](row.sure for row in rows)
    if out is not None:
        _write(out, as_csv(COLUMNS, table(rows)))
    if as_json:
        told = {"names": len(rows), **{band: counts[band] for band in SURE_WORDS}}
        print_json(told | ({"out": str(out)} if out else {"rows": [row.model_dump() for row in rows]}))
        return
    if out is None:
        _print(rows)
    line(console(), f"{len(rows)} 个名称：" + "，".join(f"{word} {counts[band]}" for band, word in SURE_WORDS.items()))
    if out is not None:
        line(console(), f"结果写在 {out}")


def _refuse_tables(names: list[str]) -> None:
    """Raise `UsageError` for a file of another format than csv, whose name would be looked up as a body's."""
    files = [name for name in names if Path(name).suffix.lower() in TABLES]
    if files:
        raise UsageError(
            f"{files[0]} 不是 csv：这个命令只读 csv 名单",
            way_out="在表格软件里另存为“CSV UTF-8”，首行写 name,place,kind（或 名称,所在地,类别），再查",
        )


def _read(file: Path) -> list[AskedName]:
    if not file.exists():
        raise NotFoundError(f"没有文件 {file}", way_out="请检查路径；要查名称本身，不要写成文件名的样子")
    if file.is_dir():
        raise SourceError(f"{file} 是文件夹，不是名单", way_out="给出一个 csv 文件")
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise SourceError(f"读不了文件 {file}：{error.strerror or error}", way_out="请检查路径和权限") from error
    asked = names_in_csv(raw, file.name)
    if not asked:
        raise SourceError(f"{file.name} 只有首行，没有名称", way_out="首行之下每行一个名称")
    return asked


def _write(out: Path, body: bytes) -> None:
    try:
        out.write_bytes(body)
    except OSError as error:
        raise SourceError(
            f"写不了结果文件 {out}：{error.strerror or error}", way_out="请用 -o 换一个存在、可写的文件夹"
        ) from error


def _resolved(store: Store, asked: list[AskedName]) -> Iterator[ResolvedName]:
    """All of them, as many at once as one question takes, numbered through."""
    for start in range(0, len(asked), AT_MOST):
        for row in resolve_names(store, asked[start : start + AT_MOST]).data.rows:
            yield row.model_copy(update={"row": start + row.row})


def _print(rows: list[ResolvedName]) -> None:
    shown = Table("名称", "结论", "编号", "图中的主体", "类别", "地点", "依据", box=None, pad_edge=False)
    for row in rows:
        best = row.best
        cells = (best.id, best.name, kind_words(best.kind), best.place or best.city) if best else ("", "", "", "")
        others = "、".join(f"{hit.name} {hit.id}" for hit in row.others if shown_beside(row, hit))
        why = f"{row.why}；其他可能：{others}" if others and best and row.sure != "same" else row.why
        shown.add_row(row.asked.name[:40], SURE_WORDS[row.sure], *cells, why)
    console().print(shown)
