"""`xishang load`, `rebuild`: what is bundled or given, and how it gets into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from graph.answers import Answer, LoadReport
from graph.cli_door import Json, console, opened, print_json
from graph.errors import UsageError
from graph.gaps import record_findings
from graph.settings import Settings
from graph.store import Work
from loaders import pipeline
from loaders.cli_show import print_taken
from loaders.cli_undo import print_undo, refuse_beside, undo_load
from loaders.given import folder
from loaders.given.cover import claim_of
from loaders.given.file import file_at, looks_like_a_file
from loaders.given.load import load_file
from loaders.given.wish import Wish, every_of, pairs_of, share_of, writer_of
from loaders.reading import Progress
from loaders.report import print_report
from loaders.spec import find, installed
from loaders.spec import names as installed_names

app = typer.Typer()
PANEL = "装载 · loading"

GIVEN_PANEL = "装载文件 · for a file"


def _option(name: str, help_: str, **more: Any) -> Any:
    return typer.Option(name, help=help_, rich_help_panel=GIVEN_PANEL, **more)


@app.command(rich_help_panel=PANEL)
def load(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[来源或文件…]", help="来源名（见 xishang sources），或一个文件")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="全部来源 · all sources")] = False,
    force: Annotated[bool, typer.Option("--force", help="文件没有变也重新装载 · even when nothing changed")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只报告会怎样，不写入 · report only, write nothing")
    ] = False,
    kind: Annotated[str, _option("--kind", "列的是哪一类，如 Enterprise 或 企业 · kind of what is listed")] = "",
    publisher: Annotated[str, _option("--publisher", "谁公布的 · who published it")] = "",
    date: Annotated[str, _option("--date", "公布日期：2019、2019-05、2019-05-20 · date of publication")] = "",
    title: Annotated[str, _option("--title", "名单的标题 · title of the list")] = "",
    mark: Annotated[str, _option("--mark", "O 本站，R 转载，M 只见镜像，N 无网址 · how it can be checked")] = "",
    url: Annotated[str, _option("--url", "网址 · address")] = "",
    licence: Annotated[str, _option("--licence", "许可 · licence")] = "",
    every_: Annotated[str, _option("--every", "发布者多久更新一次，如 P1Y · how often it is renewed")] = "",
    covers: Annotated[
        list[str] | None,
        _option("--covers", "收录范围，如 “Enterprise in 商州区, 2019, complete, declared 97” · what it covers"),
    ] = None,
    region: Annotated[bool, _option("--region", "只留涉及两市的行 · only what concerns the two cities")] = False,
    map_: Annotated[list[str] | None, _option("--map", "列名=字段；列名= 去掉该列 · column=field")] = None,
    map_file: Annotated[Path | None, _option("--map-file", "存好的列的对应 · a saved mapping")] = None,
    save_map: Annotated[Path | None, _option("--save-map", "把列的对应存到文件 · save the mapping")] = None,
    sheet: Annotated[str, _option("--sheet", "工作表 · sheet")] = "",
    table: Annotated[int, _option("--table", "第几张表，从 1 数 · which table, from 1", min=0, show_default=False)] = 0,
    max_rejects: Annotated[str, _option("--max-rejects", "拒收超过这个比例就停（5%） · stop above this share")] = "",
    rejects: Annotated[Path | None, _option("--rejects", "拒收表写到哪里 · where the rejected rows go")] = None,
    id_: Annotated[str, _option("--id", "来源名；同名即新版本 · name of the source")] = "",
    writer: Annotated[
        str, typer.Option("--writer", help="大批数据怎样写入：auto、bolt、offline · how a large load is written")
    ] = "auto",
    undo: Annotated[
        str,
        typer.Option("--undo", help="撤回一次装载：它所成的图版本，或 last · take back the load of that graph version"),
    ] = "",
    as_json: Json = False,
) -> None:
    """把来源或自己的表格装载进图谱；同一文件装两次，结果不变 · load sources or a file; twice is the same as once."""
    if undo:
        refuse_beside(context)
        _undo(undo, dry_run=dry_run, as_json=as_json)
        return
    if bool(names) == every:
        raise UsageError("请给出来源名或一个文件，或用 --all 装载全部", way_out="可用的来源见 xishang sources")
    wish = Wish(
        kind=kind,
        publisher=publisher,
        date=date,
        title=title,
        mark=mark,
        url=url,
        licence=licence,
        every=every_of(every_),
        covers=tuple(claim_of(text) for text in covers or ()),
        region=region,
        overrides=pairs_of(map_ or ()),
        map_file=map_file,
        save_map=save_map,
        sheet=sheet,
        table=table,
        max_rejects=share_of(max_rejects) if max_rejects else None,
        rejects=rejects,
        id=id_,
        force=force,
        dry_run=dry_run,
        writer=writer_of(writer),
    )
    if names and any(looks_like_a_file(name) for name in names):
        _load_file(names, wish, as_json=as_json)
    else:
        _load_sources(names or [], wish, as_json=as_json)


def _load_file(names: list[str], wish: Wish, *, as_json: bool) -> None:
    if len(names) > 1:
        raise UsageError(f"一次装载一个文件，给出了 {len(names)} 个：{'、'.join(names)}", way_out="一个一个装载")
    home, out = Settings().home, console()
    path = file_at(names[0], installed_names(home))
    with opened() as store, _busy(path.name) as progress:

        def show(taken: Any) -> None:
            if not as_json:
                print_taken(out, taken, whole=wish.dry_run)

        answer = load_file(store, home, path, wish, show=show, progress=progress, after=[keep_findings])
    _show(out, answer, as_json=as_json)


def _load_sources(names: list[str], wish: Wish, *, as_json: bool) -> None:
    if wish != Wish(force=wish.force, dry_run=wish.dry_run, writer=wish.writer):
        raise UsageError(
            f"{'、'.join(names) or '--all'} 不是文件；--kind、--publisher 等选项只用于文件",
            way_out="要装载文件，给出它的路径（例如 ./名单.xlsx）；来源名见 xishang sources",
        )
    home = Settings().home
    wanted = [find(name, home=home) for name in names] or installed(home)
    out = console()
    with opened() as store:
        settled = folder.settle(home, store)
        wanted = [find(spec.id, home=home) if spec.id in settled else spec for spec in wanted]
        for spec, hooks in pipeline.with_hooks(store, wanted, [keep_findings], force=wish.force):
            with _busy(spec.title) as progress:
                answer = pipeline.load(
                    store,
                    spec,
                    force=wish.force,
                    dry_run=wish.dry_run,
                    progress=progress,
                    after=hooks,
                    writer=wish.writer,
                )
            _show(out, answer, as_json=as_json)


def _undo(text: str, *, dry_run: bool, as_json: bool) -> None:
    home = Settings().home
    with opened() as store:
        answer = undo_load(store, home, text, after=[keep_findings], dry_run=dry_run)
    if as_json:
        print_json(answer)
    else:
        print_undo(console(), answer.data)


@app.command(rich_help_panel=PANEL)
def rebuild(
    yes: Annotated[bool, typer.Option("--yes", help="不再询问 · do not ask")] = False,
    as_json: Json = False,
) -> None:
    """清空图谱，从文件与日志重新推导；结果应与原图相同 · derive the whole graph again from files and journal."""
    if not yes and not as_json:
        typer.confirm("将清空图谱并重新装载全部来源，继续吗？", abort=True)
    home, out = Settings().home, console()
    with opened() as store:
        folder.settle(home, store)
        with _busy("全部来源") as progress:
            answers = pipeline.rebuild(store, installed(home), progress=progress, after=[keep_findings])
        for answer in answers:
            _show(out, answer, as_json=as_json)


def keep_findings(work: Work, version: int) -> None:
    """Keep what the gap rules find, in the transaction of the load, so that an answer can say what changed."""
    record_findings(work, version)


@contextmanager
def _busy(title: str) -> Iterator[Progress]:
    """A sign of life on a terminal; nothing when the output goes to a file or a program."""
    err = Console(stderr=True)
    if not err.is_terminal:
        yield lambda _what, _count: None
        return
    with err.status(f"装载 {title} …") as status:
        yield lambda what, count: status.update(f"装载 {title}：{what} {count}")


def _show(out: Console, answer: Answer[LoadReport], *, as_json: bool) -> None:
    """One report: a line of JSON, or words."""
    if as_json:
        print_json(answer)
    else:
        print_report(out, answer.data)
