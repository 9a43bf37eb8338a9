"""`xishang demo`: from nothing to the first answers: server, load, true paths, two gaps, pictures."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph import gaps, server
from graph.answers import Answer, GapAnswer, PathAnswer
from graph.answers.cited import cite
from graph.cli_door import console, line, statement_of
from graph.cli_text import print_coverage, print_path
from graph.cli_text_gap import STATE_STYLES, counts_text, reason_text, row_name
from graph.paths import PathQuestion, find_paths
from graph.settings import Settings
from graph.store import Store
from graph.views.gap import gap_page
from graph.views.page import write_page
from graph.views.path import path_page
from graph.views.style import STATE_WORDS
from loaders import pipeline
from loaders.cli import keep_findings
from loaders.report import print_report
from loaders.spec import bundled

app = typer.Typer()
START_PANEL = "开始与检查 · start here"

# The true paths of the bundled material that a planner can check by hand (docs/getting-started.md).
QUESTIONS = (
    ("陕西锌业", "西安交通大学", "共建的研究中心"),
    ("盘龙药业", "西安医学院", "一次走访：走访不等于合作"),
    ("和丰阳光", "陕西省微生物研究所", "共建的平台；研究所在哪个市，来源没有写"),
    ("五洲矿业", "西安交通大学", "共建的产业技术研究院"),
    ("虎之翼", "西咸新区", "飞地孵化器；地点只能作终点"),
    ("盘龙药业", "陕西中医药大学", "中试基地"),
)
GAPS = ("commitments-without-evidence", "state-key-laboratories-by-city")
STEPS = 5
LINKED_SHOWN = 2


@app.command(rich_help_panel=START_PANEL)
def demo(
    out_folder: Annotated[Path, typer.Option("--out", help="图写到哪个文件夹 · folder for the pictures")] = Path("out"),
) -> None:
    """从零到第一个答案：启动数据库、装载、问路径与空白、画图 · from nothing to the first answers."""
    out, settings = console(), Settings()
    _step(out, 1, "启动数据库（首次会下载约 140 MB，之后几秒即可）" if settings.local else f"连接 {settings.neo4j_uri}")
    server.ensure_running(settings)
    with Store(settings) as store:
        line(out, f"  Neo4j {store.verify()}，{store.uri}")
        _step(out, 2, "装载随附的来源（装过的文件不会重复装）")
        for spec, hooks in pipeline.with_hooks(store, bundled(), [keep_findings]):
            print_report(out, pipeline.load(store, spec, after=hooks).data)
        _step(out, 3, "甲和乙怎么连上？")
        paths = [_ask_path(store, out, *asked) for asked in QUESTIONS]
        _step(out, 4, "空白在哪里？")
        answers = [_ask_gap(store, out, rule) for rule in GAPS]
    _step(out, 5, "画图（一个网页一张图，可离线打开，点一下看出处）")
    for written in _pictures(out_folder, paths, answers):
        line(out, f"  {written}")
    _closing(out, settings)


def _step(out: Console, number: int, title: str) -> None:
    line(out, "")
    line(out, (f"【{number}/{STEPS}】{title}", "bold cyan"))


def _ask_path(store: Store, out: Console, start: str, end: str, about: str) -> Answer[PathAnswer]:
    line(out, "")
    line(out, (f"$ xishang path {start} {end}", "dim"), f"    {about}")
    answer = find_paths(store, PathQuestion.model_validate({"from": start, "to": end, "k": 1}))
    print_path(out, answer)
    return answer


def _ask_gap(store: Store, out: Console, rule: str) -> Answer[GapAnswer]:
    """The counts, every row that is no link, two that are with their first fact and source, and the lists looked at."""
    line(out, "")
    line(out, (f"$ xishang gap {rule}", "dim"))
    answer = gaps.ask(store, rule)
    line(out, (answer.data.rule.title, "bold"), f"：{counts_text(answer.data.counts)}")
    linked = [row for row in answer.data.rows if row.state == "linked"]
    for row in [row for row in answer.data.rows if row.state != "linked"] + linked[:LINKED_SHOWN]:
        colour = STATE_STYLES[row.state]
        line(out, (f"  {STATE_WORDS[row.state]}  ", colour), row_name(row), (f"  {reason_text(row)}", "dim"))
        for fact in row.evidence[:1]:
            sources = "；".join(cite(source) for source in fact.sources)
            line(out, (f"      · {fact.text}（{sources}）", "dim"))
    if len(linked) > LINKED_SHOWN:
        line(out, (f"  另有 {len(linked) - LINKED_SHOWN} 行已有联系", "dim"))
    print_coverage(out, answer.meta.coverage)
    return answer


def _pictures(folder: Path, paths: list[Answer[PathAnswer]], answers: list[Answer[GapAnswer]]) -> list[Path]:
    pages = {
        f"path-{asked[0]}-{asked[1]}": path_page(answer, statement_text=statement_of(answer.meta))
        for asked, answer in zip(QUESTIONS, paths, strict=True)
    }
    pages |= {
        f"gap-{rule}": gap_page(answer, statement_text=statement_of(answer.meta))
        for rule, answer in zip(GAPS, answers, strict=True)
    }
    return [write_page(folder / f"{name}.html", page) for name, page in pages.items()]


def _closing(out: Console, settings: Settings) -> None:
    command = called()
    line(out, "")
    line(out, ("接下来可以试：", "bold"))
    for arguments in ("search 西安交大", "path 盘龙药业 西北大学", "gaps", "view node 陕西锌业 -o out/node.html"):
        line(out, f"  {command} {arguments}")
    line(out, f"  {command} serve    网页与接口，地址由它打印；--port 换端口")
    if settings.local:
        line(out, f"数据库还在运行。停止：{command} db stop，或 make demo STOP=1")


def called() -> str:
    """How the user can call the command from here: by its name where it is on the path, else by its file."""
    if shutil.which("xishang"):
        return "xishang"
    return os.path.relpath(sys.argv[0])
