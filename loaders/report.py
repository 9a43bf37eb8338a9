"""What a load did, in words: every row read is loaded, rejected or left out by a named rule, and the sum is shown."""

from __future__ import annotations

from rich.console import Console

from graph.answers import Covered, LoadReport, Reject
from graph.cli_door import line
from graph.schema import EDGE_KINDS, NODE_KINDS

WRITERS = {"batches": "分批写入，最后一批生效", "offline": "离线建库，整库换上"}
"""Said of a load that was more than one transaction."""

SHOWN = 10
"""Rejects printed on a terminal; `--json` has all."""


def print_report(out: Console, report: LoadReport) -> None:
    """One source: sum of rows, what changed in the graph, what was not understood and where it stands."""
    title = "（试装，未写入）" if report.dry_run else ""
    if report.unchanged:
        line(out, ("= ", "dim"), (report.source, "bold"), f"：文件与上次装载的相同，未改动{title}")
        for note in report.taken.notes if report.taken else []:
            line(out, (f"    {note}", "dim"))
        return
    left_out = sum(report.left_out.values())
    line(
        out,
        ("✓ ", "green"),
        (report.source, "bold"),
        f"：读入 {report.read} = 装载 {report.loaded} + 拒收 {report.rejected} + 不在范围 {left_out}{title}",
    )
    line(
        out,
        f"    节点 {report.nodes}，关系 {report.ties}；新增 {report.new}，变化 {report.changed}，退役 {report.retired}",
        f"；待辨认 {report.queued} 对，见 xishang review --list" if report.queued else "",
    )
    if not report.dry_run:
        number = report.graph_version
        line(out, (f"    装载编号 {number}（图版本）；撤回它：xishang load --undo {number}", "dim"))
    if report.writer in WRITERS:
        line(out, (f"    写入方式：{WRITERS[report.writer]}", "dim"))
    for one in report.coverage:
        line(out, (f"    收录范围 {_covered(one)}", "dim" if one.complete or not one.claimed else "yellow"))
    for rule, count in report.left_out.items():
        line(out, (f"    不在范围 {count} 行：{rule}", "dim"))
    _print_rejects(out, "拒收", report.rejects)
    _print_rejects(out, "无法安放", report.not_placed)
    if report.rejects_file:
        what = "、".join(
            word for word, told in (("拒收的行", report.rejects), ("缺了值的行", report.not_placed)) if told
        )
        line(out, f"    {what}在 {report.rejects_file}：改好后运行 xishang load {report.rejects_file}")
    if report.unmapped:
        line(out, (f"    没有用到的列：{'、'.join(report.unmapped)}", "dim"))


def _covered(one: Covered) -> str:
    """A claim of coverage and whether it counts as complete."""
    kind = NODE_KINDS.get(one.about) or EDGE_KINDS.get(one.about)
    declared = "" if one.declared is None else f"公布 {one.declared}，"
    counts = "算完整" if one.complete else f"不算完整：{one.why_not}" if one.claimed else "自称只是部分"
    return f"{kind.zh if kind else one.about}（{one.place}）：{declared}读到 {one.read}；{counts}"


def _print_rejects(out: Console, word: str, rejects: list[Reject]) -> None:
    for reject in rejects[:SHOWN]:
        sheet = f"!{reject.sheet}" if reject.sheet else ""
        where = f"{reject.file}{sheet} 第 {reject.row} 行" + (f"“{reject.column}”" if reject.column else "")
        line(out, (f"    {word} {where}：{reject.reason}", "yellow"))
    if len(rejects) > SHOWN:
        line(out, (f"    …{word}另有 {len(rejects) - SHOWN} 条，见 --json", "yellow"))
