"""Gap answers as Chinese text: counts with their denominator, then every row with its state and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.answers import Answer, Counts, Finding, GapAnswer, Scope
from graph.answers.cited import cite
from graph.cli_door import line
from graph.cli_text import DIM, print_coverage
from graph.views.style import GROUPINGS, STATE_WORDS

STATE_STYLES = {"linked": "green", "none_found": "bold red", "not_collected": "yellow"}
EVIDENCE_SHOWN = 3
"""Facts shown beside a row in a terminal; the JSON answer and the page have all."""


def counts_text(counts: Counts) -> str:
    """Counts by state out of the total."""
    found = {"linked": counts.linked, "none_found": counts.none_found, "not_collected": counts.not_collected}
    parts = [f"{STATE_WORDS[state]} {count}" for state, count in found.items() if count]
    return f"{'，'.join(parts) or '没有行'}（共 {counts.total}）"


def scope_text(scope: Scope, asked: Mapping[str, Any]) -> str:
    """Which rows are looked at, and the parameter that asks for others."""
    if asked.get(scope.parameter) == scope.widest:
        return f"看的是：{scope.widest_words}；只看{scope.words}：去掉 --param {scope.parameter}={scope.widest}"
    return f"只看：{scope.words}；要看{scope.widest_words}：加 --param {scope.parameter}={scope.widest}"


def print_gap(out: Console, answer: Answer[GapAnswer]) -> None:
    """The whole answer: rule, counts, rows, counts by county and chain, coverage."""
    data = answer.data
    line(out, (data.rule.title, "bold"), (f"  {data.rule.name}", DIM))
    line(out, (data.rule.why, DIM))
    if data.rule.scope:
        line(out, scope_text(data.rule.scope, answer.meta.parameters))
    line(out, (counts_text(data.counts), "bold"))
    table = Table("状态", "对象", "地点", "理由与依据", box=None, pad_edge=False, show_lines=False)
    for row in data.rows:
        table.add_row(
            Text(STATE_WORDS[row.state], STATE_STYLES[row.state]),
            Text(row_name(row)),
            row.anchor.place or row.county,
            _why(row),
        )
    out.print(table)
    for dimension, groups in data.by.items():
        if len(groups) > 1:
            line(out, (f"按{GROUPINGS.get(dimension, dimension)}", "bold"))
            for name, counts in groups.items():
                line(out, f"  {name or '（未知）'}：{counts_text(counts)}")
    print_coverage(out, answer.meta.coverage)


def row_name(row: Finding) -> str:
    """What a row is about; a commitment with its number."""
    return (
        f"{row.anchor.key} {row.anchor.name}" if row.anchor.key and row.anchor.kind == "Commitment" else row.anchor.name
    )


def reason_text(row: Finding) -> str:
    """The reason without the word of the state in front, which stands in a column of its own."""
    return row.reason.removeprefix(f"{STATE_WORDS[row.state]}：")


def _why(row: Finding) -> Text:
    """The reason, the first facts, their sources, and the note."""
    shown = row.evidence[:EVIDENCE_SHOWN]
    hidden = len(row.evidence) - len(shown)
    cited = {source.id: source for item in shown for source in item.sources}
    lines = [(reason_text(row), "")]
    lines += [(f"· {item.text}" + ("（签署之前的背景）" if item.background else ""), "") for item in shown]
    lines += [(f"· 另有 {hidden} 条，见 --json 或 xishang view gap", DIM)] if hidden else []
    lines += [(f"来源 {source.id} {source.mark}  {cite(source)}", DIM) for source in cited.values()]
    lines += [(row.note, DIM)] if row.note else []
    text = Text(overflow="fold")
    for number, (words, style) in enumerate(lines):
        text.append("\n" * bool(number) + words, style)
    return text
