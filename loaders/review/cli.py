"""`xishang review`: bodies that may be one, shown side by side and judged by a person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph import review as question
from graph.cli_door import Json, console, line, opened, print_json
from graph.errors import UsageError
from graph.store import Store
from loaders.cli import keep_findings
from loaders.review import decide, export_judgements, import_judgements, take_back
from loaders.review.files import entries
from loaders.review.page import serve
from loaders.review.show import print_entries, print_judged, print_queue
from loaders.review.terminal import go_through

app = typer.Typer()
JUDGEMENTS = {"same": "判为同一主体", "different": "判为不同主体", "unsure": "存疑"}


@app.command(rich_help_panel="装载 · loading")
def review(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[编号 编号…]", help="要判定的主体编号 · ids to judge")
    ] = None,
    same: Annotated[bool, typer.Option("--same", help="判为同一主体 · one body")] = False,
    different: Annotated[bool, typer.Option("--different", help="判为不同主体 · different bodies")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="存疑，收回先前的判定 · neither")] = False,
    reason: Annotated[str, typer.Option("--reason", help="理由，必填 · why")] = "",
    who: Annotated[str, typer.Option("--who", help="判定人，缺省为本机用户名 · who judges")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只显示会怎样 · show the effect only")] = False,
    listed: Annotated[bool, typer.Option("--list", help="列出待辨认的主体 · list the queue")] = False,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="只看这一类别 · of this kind only")] = None,
    judgements: Annotated[bool, typer.Option("--journal", help="列出全部判定 · list all judgements")] = False,
    back: Annotated[str, typer.Option("--take-back", metavar="判定编号", help="收回一条判定 · take one back")] = "",
    export: Annotated[Path | None, typer.Option("--export", metavar="文件", help="导出判定 · write to a file")] = None,
    from_file: Annotated[Path | None, typer.Option("--import", metavar="文件", help="导入判定 · apply a file")] = None,
    page: Annotated[bool, typer.Option("--page", help="在本机网页上判定 · judge on a local page")] = False,
    port: Annotated[int, typer.Option("--port", help="网页端口 · port of the page")] = 8010,
    as_json: Json = False,
) -> None:
    """辨认相像的主体：并排比较，判为同一、不同或存疑；可收回 · judge look-alikes, side by side; can be taken back."""
    chosen = [name for name, given in (("same", same), ("different", different), ("unsure", unsure)) if given]
    with opened() as store:
        if chosen or ids:
            _judge(store, ids or [], chosen, reason, who, dry_run=dry_run, as_json=as_json)
        elif back:
            answer = take_back(store, back, reason=reason, who=who, dry_run=dry_run, after=[keep_findings])
            print_json(answer) if as_json else print_judged(console(), answer.data)
        elif export is not None:
            line(console(), f"已导出 {export_judgements(store, export)} 条判定：{export}")
        elif from_file is not None:
            _import(store, from_file)
        elif judgements:
            found = store.reading(entries)
            print_json([entry.model_dump() for entry in found]) if as_json else print_entries(console(), found)
        elif page:
            serve(store, port, after=[keep_findings])
        elif listed or as_json or not console().is_terminal:
            answer_ = question.queue(store, kinds=kind or ())
            print_json(answer_) if as_json else print_queue(console(), answer_.data.pairs)
        else:
            go_through(store, console(), kinds=kind or (), who=who, after=[keep_findings])


def _judge(
    store: Store, ids: list[str], chosen: list[str], reason: str, who: str, *, dry_run: bool, as_json: bool
) -> None:
    if len(chosen) != 1 or len(ids) < 2:
        raise UsageError(
            "请给出两个以上编号，和 --same、--different、--unsure 之一",
            way_out="例：xishang review ent-aaaaaaaa ent-bbbbbbbb --same --reason 统一社会信用代码相同",
        )
    answer = decide(store, chosen[0], ids, reason=reason, who=who, dry_run=dry_run, after=[keep_findings])  # type: ignore[arg-type]  # one of the three by the line above
    print_json(answer) if as_json else print_judged(console(), answer.data)


def _import(store: Store, path: Path) -> None:
    done = import_judgements(store, path, after=[keep_findings])
    out = console()
    line(out, f"导入 {len(done.applied)} 条，已有 {done.known} 条，未能应用 {len(done.failed)} 条")
    for number, why in done.failed:
        line(out, (f"  第 {number} 行：{why}", "yellow"))
    if done.failed:
        raise typer.Exit(3)
