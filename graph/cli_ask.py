"""`xishang search`, `path`, `gaps`, `gap`, `view`: a question in, the answer as text, JSON or a picture."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated, Any

import typer

from graph import gaps as gap_rules
from graph import search as searching
from graph.answers import Answer, GapAnswer, Meta, PathAnswer, RuleRef
from graph.cli_door import Json, console, line, opened, print_json, statement_of
from graph.cli_text import print_path, print_search
from graph.cli_text_gap import print_gap, scope_text
from graph.errors import NotFoundError, UsageError
from graph.paths import PathQuestion, find_paths
from graph.reasons import checked
from graph.stated import stated
from graph.store import Store
from graph.views.gap import gap_page
from graph.views.node import node_page
from graph.views.page import write_page
from graph.views.path import path_page

app = typer.Typer()
view_app = typer.Typer(
    no_args_is_help=True,
    rich_help_panel="提问 · asking",
    help="把答案画成一个离线网页 · draw an answer as one offline page",
)
PANEL = "提问 · asking"

Start = Annotated[str, typer.Argument(metavar="甲", help="名称、简称或编号 · a name, short name or id")]
End = Annotated[str, typer.Argument(metavar="乙", help="名称、简称或编号 · a name, short name or id")]
Hops = Annotated[int, typer.Option("--max-hops", help="最多几跳，1 到 4 · at most so many hops")]
Count = Annotated[int, typer.Option("--k", help="最多列出几条 · at most so many paths")]
Via = Annotated[list[str] | None, typer.Option("--via", help="必须经过；可多次给出 · must pass through")]
Avoid = Annotated[list[str] | None, typer.Option("--avoid", help="不得经过；可多次给出 · must not pass through")]
Types = Annotated[list[str] | None, typer.Option("--type", help="只走这些关系，如 CO_BUILT_BY · only these ties")]
NotTypes = Annotated[list[str] | None, typer.Option("--not-type", help="不走这些关系 · never these ties")]
Marks = Annotated[list[str] | None, typer.Option("--mark", help="只用这些标记的来源：O R M N · only these marks")]
Sources = Annotated[list[str] | None, typer.Option("--source", help="只用这些来源 · only these sources")]
Stage = Annotated[str, typer.Option("--min-stage", help="至少到哪个阶段：planned signed started delivered")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="在哪一天成立，YYYY-MM-DD · in force on that day")]
AsOfMode = Annotated[str, typer.Option("--as-of-mode", help="possible 可能成立；certain 确定成立")]
Inferred = Annotated[bool, typer.Option("--include-inferred", help="也走推断的关系 · inferred ties as well")]
Hubs = Annotated[str, typer.Option("--hubs", help="end 枢纽只作端点；transit 可以穿过 · may hubs be crossed")]
Params = Annotated[
    list[str] | None, typer.Option("--param", metavar="名=值", help="规则的参数；可多次给出 · a parameter")
]
Output = Annotated[FilePath, typer.Option("-o", "--output", help="写到哪个网页文件 · the html file to write")]
Name = Annotated[str, typer.Argument(metavar="名称", help="名称、简称、曾用名、拼音或编号 · a name, pinyin or id")]
Rule = Annotated[str, typer.Argument(metavar="规则", help="规则名，见 xishang gaps · the name of a rule")]
CALLED = {
    **dict.fromkeys(("start", "from"), "甲"),
    **dict.fromkeys(("end", "to"), "乙"),
    **{name: f"--{name.replace('_', '-')}" for name in PathQuestion.model_fields if name not in ("start", "end")},
    "types": "--type",
    "not_types": "--not-type",
    "marks": "--mark",
    "sources": "--source",
}
"""What a field of the question is called on the command line."""


@app.command(rich_help_panel=PANEL)
def search(
    text: Name,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="最多几个 · at most so many")] = 20,
    as_json: Json = False,
) -> None:
    """按名称、简称、曾用名、拼音或编号查找 · find a body by any of its names."""
    with opened() as store:
        answer = searching.search(store, text, limit=limit)
    if as_json:
        print_json(answer)
    else:
        print_search(console(), answer)


@app.command(rich_help_panel=PANEL)
def path(
    start: Start,
    end: End,
    max_hops: Hops = 3,
    k: Count = 10,
    via: Via = None,
    avoid: Avoid = None,
    types: Types = None,
    not_types: NotTypes = None,
    marks: Marks = None,
    sources: Sources = None,
    min_stage: Stage = "signed",
    as_of: AsOf = None,
    as_of_mode: AsOfMode = "possible",
    include_inferred: Inferred = False,
    hubs: Hubs = "end",
    as_json: Json = False,
) -> None:
    """甲和乙怎么连上：路径、一句话、每一步的出处 · how does A connect to B, with the source of each step."""
    asked = question(
        start=start,
        end=end,
        max_hops=max_hops,
        k=k,
        via=via or [],
        avoid=avoid or [],
        types=types or [],
        not_types=not_types or [],
        marks=marks or [],
        sources=sources or [],
        min_stage=min_stage,
        as_of=as_of,
        as_of_mode=as_of_mode,
        include_inferred=include_inferred,
        hubs=hubs,
    )
    with opened() as store:
        answer = find_paths(store, asked)
    if as_json:
        print_json(answer)
    else:
        print_path(console(), answer)
    if answer.data.start is None or answer.data.end is None:
        raise typer.Exit(NotFoundError.exit_code)


def question(**given: Any) -> PathQuestion:
    """A checked question; raises UsageError naming the option that is wrong."""
    return checked(PathQuestion, given, CALLED, way_out="用法见 xishang path --help")


@app.command(rich_help_panel=PANEL)
def gaps(as_json: Json = False) -> None:
    """有哪些空白规则，各问什么 · the gap rules, and what each asks."""
    found = gap_rules.rules()
    if as_json:
        with opened() as store:
            meta = Meta(graph_version=str(store.state().version), statement="gaps")
        print_json(Answer[list[RuleRef]](data=found, meta=meta))
        return
    out = console()
    for rule in found:
        line(out, (rule.name, "bold"), f"  {rule.title}", (f"  条款 {'、'.join(rule.commitments)}", "dim"))
        line(out, (f"    {rule.why}", "dim"))
        if rule.scope:
            line(out, f"    {scope_text(rule.scope, {})}")
    line(out, "问其中一条：xishang gap 规则名")


@app.command(rich_help_panel=PANEL)
def gap(rule: Rule, param: Params = None, as_json: Json = False) -> None:
    """空白在哪里：逐行的状态、依据与分母 · where are the holes, row by row, with the denominator."""
    with opened() as store:
        answer = asked_gap(store, rule, param)
    if as_json:
        print_json(answer)
    else:
        print_gap(console(), answer)


def asked_gap(store: Store, rule: str, given: list[str] | None) -> Answer[GapAnswer]:
    """The answer of a rule with `name=value` parameters; raises UsageError for one without `=`."""
    pairs = [item.partition("=") for item in given or []]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise UsageError(f"参数应写成 名=值：{'、'.join(wrong)}", way_out="例如 --param county=商州区")
    return gap_rules.ask(store, rule, **{name: value for name, _, value in pairs})


@view_app.command("path")
def view_path(
    start: Start,
    end: End,
    output: Output = FilePath("out/path.html"),
    max_hops: Hops = 3,
    k: Count = 10,
    via: Via = None,
    avoid: Avoid = None,
    as_json: Json = False,
) -> None:
    """画出甲到乙的路径 · the paths from A to B."""
    asked = question(start=start, end=end, max_hops=max_hops, k=k, via=via or [], avoid=avoid or [])
    with opened() as store:
        answer: Answer[PathAnswer] = find_paths(store, asked)
    _written(path_page(answer, statement_text=statement_of(answer.meta)), output, as_json=as_json)


@view_app.command("gap")
def view_gap(
    rule: Rule, output: Output = FilePath("out/gap.html"), param: Params = None, as_json: Json = False
) -> None:
    """画出一条空白规则的答案 · the answer of a gap rule."""
    with opened() as store:
        answer = asked_gap(store, rule, param)
    _written(gap_page(answer, statement_text=statement_of(answer.meta)), output, as_json=as_json)


@view_app.command("node")
def view_node(name: Name, output: Output = FilePath("out/node.html"), as_json: Json = False) -> None:
    """画出一个节点和它的全部关系 · a node with all its ties."""
    with opened() as store:
        answer = searching.node(store, name)
        said = stated(store, answer.data.node.id).data
    page = node_page(answer, statement_text=statement_of(answer.meta), stated=said)
    _written(page, output, as_json=as_json)


def _written(page: str, output: FilePath, *, as_json: bool) -> None:
    """Write the page and say where it is."""
    written = write_page(output, page)
    if as_json:
        print_json({"data": {"file": str(written), "bytes": written.stat().st_size}, "meta": {}})
    else:
        line(console(), f"已写好：{written}（{written.stat().st_size / 1000:.0f} kB，可离线打开）")
