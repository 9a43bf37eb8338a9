"""`xishang cypher`: a read-only statement of the user's own, past the gates; a table, CSV, JSON or a picture."""

from __future__ import annotations

import json
import sys
from pathlib import Path as FilePath
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.answers import Answer, CypherAnswer
from graph.cli_door import Json, console, line, opened, print_json
from graph.errors import RefusedStatementError, TimeLimitError, UsageError
from graph.free import MAX_ROWS, CypherQuestion, ask_cypher
from graph.reasons import checked
from graph.spreadsheet import as_csv
from graph.store import Store
from graph.views.page import write_page
from graph.views.table import Cells, table_page
from graph.views.words import tidy

app = typer.Typer()
STDIN = "-"
CELL = 400
"""Characters of a cell shown in a terminal; `--json` and `--csv` give all."""
EXAMPLE = "写法见 docs/statements.md；例如 xishang cypher -f 语句.cypher，或 xishang cypher - < 语句.cypher"
CALLED = {"statement": "语句", "parameters": "--param", "limit": "--limit", "seconds": "--seconds"}
"""What a field of the question is called on the command line."""
GATES = {
    "prefix": "第一关：语句开头",
    "type": "第二关：语句类型",
    "operator": "第三关：执行计划中的操作",
    "procedure": "第四关：可用的过程",
    "hidden": "第五关：表达式里的子查询",
}

Statement = Annotated[
    str | None,
    typer.Argument(
        metavar="语句",
        help="只读的 Cypher 语句；- 表示从标准输入读 · a read-only statement, - reads stdin",
        show_default=False,
    ),
]
File = Annotated[FilePath | None, typer.Option("-f", "--file", help="从文件读语句 · read the statement from a file")]
Params = Annotated[
    list[str] | None,
    typer.Option("--param", metavar="名=值", help="参数，值按 JSON 读，读不成就当文字；可多次给出 · a parameter"),
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=MAX_ROWS, help="最多几行 · at most so many rows")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, max=60.0, help="时限，秒 · time limit in seconds")]
Csv = Annotated[bool, typer.Option("--csv", help="输出 CSV（UTF-8 带 BOM），供电子表格打开 · for a spreadsheet")]
Output = Annotated[
    FilePath | None, typer.Option("-o", "--output", help="把返回的节点画成离线网页 · draw the nodes as an html file")
]


@app.command(rich_help_panel="提问 · asking")
def cypher(
    statement: Statement = None,
    file: File = None,
    param: Params = None,
    limit: Limit = 200,
    seconds: Seconds = 10.0,
    output: Output = None,
    as_csv_: Csv = False,
    as_json: Json = False,
) -> None:
    """用 Cypher 提问（只读）：表格、CSV、JSON 或图 · ask in Cypher, read-only: table, CSV, JSON or picture."""
    if as_csv_ and as_json:
        raise UsageError("--csv 与 --json 只能选一个", way_out="去掉其中一个")
    asked = question(text_of(statement, file), parameters(param), limit, seconds)
    with opened() as store:
        answer = told(store, asked)
    if output is not None and not answer.data.nodes:
        raise UsageError(
            "答案里没有节点，画不成图", way_out="RETURN 节点、关系或路径本身（如 RETURN p），不要只返回它们的属性"
        )
    if as_json:
        print_json(answer)
    elif as_csv_:
        rows = (dict(zip(answer.data.columns, row, strict=True)) for row in answer.data.rows)
        typer.echo(as_csv(answer.data.columns, rows), nl=False)
    else:
        print_table(console(), answer)
    # With --csv or --json stdout is the document alone.
    said = Console(stderr=True, highlight=False) if as_csv_ or as_json else console()
    if cut := answer.meta.truncated:
        line(
            said, (f"只取了前 {cut.shown} 行（{cut.why}），后面还有；行数用 --limit 放宽（最多 {MAX_ROWS}）", "yellow")
        )
    if output is not None:
        written = write_page(output, table_page(answer))
        line(said, f"已写好：{written}（{written.stat().st_size / 1000:.0f} kB，可离线打开）")


def text_of(statement: str | None, file: FilePath | None) -> str:
    """The statement from where it was given. Raises `UsageError` when it is given nowhere, twice, or not readable."""
    if (statement is None) == (file is None):
        raise UsageError("请给一条语句，或用 -f 给一个文件", way_out=EXAMPLE)
    try:
        if file is not None:
            text = file.read_text(encoding="utf-8-sig")
        elif statement == STDIN:
            text = sys.stdin.read().removeprefix("\ufeff")
        else:
            text = statement or ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不了语句：{error}", way_out="检查文件名；文件须是 UTF-8 文本") from error
    if not text.strip():
        raise UsageError("语句是空的", way_out=EXAMPLE)
    return text.strip().removesuffix(";")


def parameters(given: list[str] | None) -> dict[str, Any]:
    """`name=value` pairs; a value that is JSON is read as such (5, true, ["甲"]), any other is text."""
    found: dict[str, Any] = {}
    for item in given or []:
        name, equals, value = item.partition("=")
        if not equals or not name:
            raise UsageError(f"参数应写成 名=值：{item}", way_out="例如 --param city=商洛 --param n=5")
        try:
            found[name] = json.loads(value, parse_constant=_no_number)
        except ValueError:
            found[name] = value
    return found


def _no_number(word: str) -> float:
    """NaN and Infinity are words here, as in JSON itself."""
    raise ValueError(word)


def question(statement: str, values: dict[str, Any], limit: int, seconds: float) -> CypherQuestion:
    """The checked question."""
    given = {"statement": statement, "parameters": values, "limit": limit, "seconds": seconds}
    return checked(CypherQuestion, given, CALLED, way_out="用法见 xishang cypher --help")


def told(store: Store, asked: CypherQuestion) -> Answer[CypherAnswer]:
    """The answer; an error says what helps here: which gate refused, what to narrow, which parameter to give."""
    try:
        return ask_cypher(store, asked)
    except RefusedStatementError as error:
        gate = GATES.get(str(error.extra.get("gate")), "")
        detail = f"{error.detail}（{gate}）" if gate else error.detail
        raise RefusedStatementError(detail, way_out=error.way_out, **error.extra) from error
    except TimeLimitError as error:
        way_out = "加上标签、条件或 LIMIT，少走几跳；或放宽 --seconds（最多 60）"
        raise TimeLimitError(error.detail, way_out=way_out, **error.extra) from error
    except UsageError as error:
        if "Expected parameter" not in error.detail:
            raise
        raise UsageError(error.detail, way_out="每个参数用一个 --param 名=值 给出", **error.extra) from error


def print_table(out: Console, answer: Answer[CypherAnswer]) -> None:
    """The rows as a table; nodes by name, ties by kind."""
    data = answer.data
    if not data.rows:
        line(out, "没有结果")
        return
    cells = Cells(data)
    # Text, never markup: a name may hold brackets. Control characters are taken out, a terminal would obey them.
    table = Table(box=None, pad_edge=False)
    for column in data.columns:
        table.add_column(Text(tidy(column)), overflow="fold")
    for row in data.rows:
        table.add_row(*(Text(cells.words(value, CELL)) for value in row))
    out.print(table)
    line(out, (f"{len(data.rows)} 行", "dim"))
