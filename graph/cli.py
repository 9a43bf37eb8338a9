"""The root of the command `xishang`: joins the sub-commands, and is the one place where an error becomes an exit code.

Sub-commands join by entry points of the group `xishang.commands` (pyproject.toml), one a command: its place on the help
page, `_` and its name, and the typer app that holds it. A command is imported when it is asked for; the help page of
the root asks for all.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.metadata import version as installed
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text
from typer import rich_utils
from typer.core import TyperGroup

from graph.errors import AmbiguousNameError, UsageError, XishangError
from graph.reasons import reason_of

GROUP = "xishang.commands"
HELP = """西安—商洛创新资源图谱：甲和乙怎么连上，空白在哪里 · how does A connect to B, and where are the holes

先用 xishang demo 看一遍；数据库连不上、数据不对时用 xishang doctor。"""
INTERRUPTED = 130

# The titles of the help page are module constants of typer; there is no other way to give them in two languages.
rich_utils.ARGUMENTS_PANEL_TITLE = "参数 · arguments"
rich_utils.OPTIONS_PANEL_TITLE = "选项 · options"
rich_utils.COMMANDS_PANEL_TITLE = "命令 · commands"


class Commands(TyperGroup):
    """The sub-commands of the installed entry points, each imported when it is asked for: together they take seconds.

    `Any` stands for the classes of the command line library inside of typer, which are private to it.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature of typer
        """The names, in the order of the help page; nothing is imported."""
        return list(entries())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # the signature of typer
        """The command of this name, imported now; None where there is none."""
        entry = entries().get(cmd_name)
        return None if entry is None else loaded(entry, cmd_name)


@cache
def entries() -> dict[str, EntryPoint]:
    """The installed entry points by the names of their commands, in the order of the help page."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return {entry.name.partition("_")[2]: entry for entry in found}


def loaded(entry: EntryPoint, name: str) -> Any:
    """The command of this name in the app that the entry names, or the whole app as a group of this name."""
    holder = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    holder.add_typer(entry.load(), name=name)
    root: Any = typer.main.get_command(holder)
    group = root.commands[name]
    return group.commands.get(name, group)


def build() -> typer.Typer:
    """The whole command, of which only the root is imported."""
    root = typer.Typer(
        cls=Commands,
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    root.callback()(root_options)
    return root


def show_version(wanted: bool) -> None:
    """Prints the version and leaves."""
    if wanted:
        typer.echo(f"xishang {installed('xishang')}")
        raise typer.Exit


def root_options(
    version: bool = typer.Option(False, "--version", help="版本 · version", is_eager=True, callback=show_version),
) -> None:
    """The options of the root itself; its help is HELP."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: runs, and leaves with the exit code of answers.md (0, 2, 3, 4, 5; 130 after Ctrl-C)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # The driver imports these where it finds them, for values that no command of ours sends: a third of a second.
    # None is how Python is told that a module is not there.
    sys.modules |= dict.fromkeys(("numpy", "pandas"))  # type: ignore[arg-type]  # typed as if None could not stand there
    sys.exit(run(given))


def run(given: list[str]) -> int:
    """Runs one command line and returns its exit code."""
    as_json = "--json" in given
    try:
        result = typer.main.get_command(build()).main(given, prog_name="xishang", standalone_mode=False)
        return interrupted() if result == INTERRUPTED else result if isinstance(result, int) else 0
    except XishangError as error:
        return show(error, as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return interrupted()
    except typer.Exit as error:
        return int(error.exit_code)
    except BrokenPipeError:
        # The reader (`| head`) has gone; without this Python complains once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except typer.TyperException as error:
        return usage(error, as_json=as_json)


def interrupted() -> int:
    """After Ctrl-C, or a no to a question: what was being written is rolled back by the database."""
    Console(stderr=True).print("已中断；写到一半的装载不会留下")
    return INTERRUPTED


def show(error: XishangError, *, as_json: bool) -> int:
    """Prints an error on stderr, in words or as the problem document of RFC 9457; returns its exit code."""
    if as_json:
        print(json.dumps(error.problem(), ensure_ascii=False), file=sys.stderr)
        return error.exit_code
    out = Console(stderr=True, highlight=False)
    out.print(Text.assemble((f"{error.title}：", "bold red"), error.detail), soft_wrap=True)
    choices = error.choices if isinstance(error, AmbiguousNameError) else ()
    for choice in choices:
        out.print(Text(f"  {choice}"), soft_wrap=True)
    if error.way_out:
        # The way out of an ambiguous name lists the same once more, for doors that show one line.
        out.print(Text("→ 请改用上面的编号" if choices else f"→ {error.way_out}"), soft_wrap=True)
    return error.exit_code


def usage(error: typer.TyperException, *, as_json: bool) -> int:
    """What typer found wrong with the command line, in the user's words; by class name: its classes are private."""
    context = getattr(error, "ctx", None)
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        typer.echo(str(error))
        return 2
    command = getattr(context, "command_path", "xishang")
    return show(UsageError(usage_words(error), way_out=f"用法见 {command} --help"), as_json=as_json)


def usage_words(error: typer.TyperException) -> str:
    """What is wrong with the command line; words of typer that are not known here stay as they are."""
    kind, message = type(error).__name__, str(getattr(error, "message", error))
    parameter, option = getattr(error, "param", None), getattr(error, "option_name", "")
    if parameter is not None:
        name = name_of(parameter)
        return f"缺少参数 {name}" if kind == "MissingParameter" else f"参数 {name} 有误：{why_wrong(error, message)}"
    if kind == "NoSuchOption":
        return f"没有选项 {option}"
    if kind == "BadOptionUsage":
        return f"选项 {option} 后面不跟值" if "does not take" in message else f"选项 {option} 后面要给一个值"
    if message.startswith("No such command"):
        return f"没有子命令 {message.split(chr(39))[1]}"
    if message.startswith("Got unexpected extra argument"):
        return f"多出了参数：{message.partition('(s) (')[2].removesuffix(')')}（名称里有空格时请加引号）"
    return message


def why_wrong(error: typer.TyperException, message: str) -> str:
    """Why a value is not taken: typer has it checked by pydantic."""
    if isinstance(error.__cause__, ValidationError):
        return "；".join(map(reason_of, error.__cause__.errors()))
    return message


def name_of(parameter: Any) -> str:
    """What the user calls a parameter: an option by its name, an argument by the word of the help page."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[-1])
    return str(parameter.metavar or parameter.name)


if __name__ == "__main__":
    main()
