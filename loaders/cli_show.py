"""What a given file was taken for, on a terminal: columns, what was dropped, the first rows as they would be."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.answers import FileTaken
from graph.cli_door import line
from graph.schema import NODE_KINDS

SKIPPED = {
    "title": "标题行",
    "header": "表头",
    "group": "分组行",
    "footer": "表尾",
    "blank": "空行",
    "example": "示例行",
}


def print_taken(out: Console, taken: FileTaken, *, whole: bool) -> None:
    """The reading of a file; `whole` for a trial: with the way each column was matched and the first rows."""
    kind = NODE_KINDS[taken.kind].zh if taken.kind in NODE_KINDS else taken.kind
    line(out, (taken.file, "bold"), f"：{kind}，{taken.format}；{taken.publisher}，{taken.date or '无日期'}")
    for note in taken.notes:
        line(out, (f"    {note}", "dim"))
    if taken.skipped:
        told = "、".join(f"{SKIPPED.get(why, why)} {count}" for why, count in taken.skipped.items())
        line(out, (f"    不是数据的行：{told}", "dim"))
    if whole:
        _print_columns(out, taken)
    elif taken.columns:
        line(out, "    列：" + "，".join(f"{one.column}→{one.zh}" for one in taken.columns))
    for column in taken.unknown:
        asked = taken.suggestions.get(column, "")
        line(out, (f"    不认得的列“{column}”：只留在原始记录" + (f"；{asked}" if asked else ""), "yellow"))
    if taken.personal:
        told = "、".join(f"{column}（{count} 格）" for column, count in taken.personal.items())
        line(out, (f"    个人信息，整列去除，不入库：{told}", "yellow"))
    if taken.masked:
        told = "、".join(f"{column}（{count} 格）" for column, count in taken.masked.items())
        line(out, (f"    格内的电话、证件号、账号等已去除：{told}", "yellow"))
    if whole and taken.first_rows:
        _print_rows(out, taken)


def _print_columns(out: Console, taken: FileTaken) -> None:
    table = Table("列", "当作", "字段", "凭", title="列的对应", title_justify="left", box=None, pad_edge=True)
    for one in taken.columns:
        table.add_row(Text(one.column), Text(one.zh), Text(one.field), Text(one.how))
    for column in taken.known:
        table.add_row(Text(column), Text("认得，不入图", style="dim"), "", "")
    out.print(table)


def _print_rows(out: Console, taken: FileTaken) -> None:
    table = Table("行", "会成为的节点", "会成为的关系", title="前几行", title_justify="left", box=None, pad_edge=True)
    for row in taken.first_rows:
        table.add_row(str(row.row), Text("\n".join(row.nodes)), Text("\n".join(row.ties)))
    out.print(table)
