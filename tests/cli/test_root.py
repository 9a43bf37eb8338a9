"""The command line itself: help, usage errors, exit codes, JSON errors, Ctrl-C, a closed pipe; no database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from graph import cli
from graph.cli_docs import commands
from graph.errors import (
    AmbiguousNameError,
    ForeignGraphError,
    NotFoundError,
    RejectsError,
    ServerDownError,
    SourceError,
    UsageError,
    XishangError,
)
from tests.conftest import environment_of, settings_of

Outcome = pytest.CaptureFixture[str]


def test_help_names_every_command(capsys: Outcome) -> None:
    assert cli.run(["--help"]) == 0
    shown = capsys.readouterr().out
    for name in ("demo", "doctor", "sources", "load", "rebuild", "search", "path", "gaps", "gap", "view", "db"):
        assert f" {name} " in shown
    assert "how does A connect to B" in shown


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_has_help(capsys: Outcome, name: str) -> None:
    assert cli.run([*name.split()[1:], "--help"]) == 0
    assert " · " in capsys.readouterr().out


def test_every_command_of_an_app_has_its_entry() -> None:
    """The names of the commands are told twice, in pyproject.toml and in the apps: they are the same."""
    named = set(cli.entries())
    for name, entry in cli.entries().items():
        app = entry.load()
        told = {one.name or typer.main.get_command_name(one.callback.__name__) for one in app.registered_commands}
        assert name not in told or told <= named, name


def test_a_command_is_imported_only_when_asked_for() -> None:
    heavy = {"neo4j", "polars", "fastapi", "lxml", "openpyxl", "pypinyin", "igraph", "pyvis", "loaders", "api"}
    asked = "import sys; from graph import cli; cli.run(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


def test_version(capsys: Outcome) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("xishang 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "没有子命令 nonsense"),
        (["path", "甲"], "缺少参数"),
        (["path", "甲", "乙", "--nonsense"], "没有选项 --nonsense"),
        (["path", "甲", "乙", "--k", "many"], "有误"),
        (["path", "甲", "乙", "--max-hops", "9"], "max_hops"),
        (["path", "甲", "乙", "--type", "IN_CHAIN"], "不是路径可走的关系"),
        (["load"], "--all"),
        (["load", "facts", "--all"], "--all"),
    ],
)
def test_usage_errors_are_said_in_chinese(capsys: Outcome, arguments: list[str], said: str) -> None:
    assert cli.run(arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "→ " in shown.err
    assert shown.out == ""


def test_a_usage_error_for_programs(capsys: Outcome) -> None:
    assert cli.run(["path", "甲", "--json"]) == 2
    problem = json.loads(capsys.readouterr().err)
    assert (problem["type"], problem["status"]) == ("invalid-parameter", 422)
    assert "way_out" in problem


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("a"), 2),
        (SourceError("a"), 3),
        (RejectsError("a"), 3),
        (ServerDownError("a"), 4),
        (ForeignGraphError("a"), 4),
        (NotFoundError("a"), 5),
        (AmbiguousNameError("a", candidates=[{"id": "uni-a", "name": "甲"}]), 5),
    ],
)
def test_exit_codes(capsys: Outcome, error: XishangError, code: int) -> None:
    assert cli.show(error, as_json=False) == code
    words = capsys.readouterr().err
    assert error.title in words
    assert ("uni-a" in words) == isinstance(error, AmbiguousNameError)
    assert cli.show(error, as_json=True) == code
    assert json.loads(capsys.readouterr().err)["type"] == error.code


def test_a_source_nobody_knows(capsys: Outcome) -> None:
    assert cli.run(["load", "nobody"]) == 5
    assert "facts" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["path", "甲", "乙"], ["search", "甲"], ["gap", "x"], ["load", "facts"]])
def test_without_a_server(tmp_path: Path, arguments: list[str]) -> None:
    env = environment_of(settings_of(tmp_path / "home"))
    done = subprocess.run(
        ["xishang", *arguments, "--json"], env=_with_command(env), capture_output=True, text=True, check=False
    )
    assert done.returncode == 4, done.stderr
    assert done.stdout == ""
    problem = json.loads(done.stderr)
    assert problem["type"] == "server-down"
    assert "xishang db start" in problem["way_out"]


def test_sources_without_a_server(tmp_path: Path) -> None:
    env = environment_of(settings_of(tmp_path / "home"))
    done = subprocess.run(["xishang", "sources"], env=_with_command(env), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "facts" in done.stdout
    assert "xishang db start" in done.stdout


def test_doctor_without_a_server_says_what_to_do(tmp_path: Path) -> None:
    env = environment_of(settings_of(tmp_path / "home"))
    done = subprocess.run(["xishang", "doctor"], env=_with_command(env), capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert "xishang db start" in done.stdout


def test_interrupted(capsys: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.gaps.rules", stop)
    assert cli.run(["gaps"]) == cli.INTERRUPTED
    assert "已中断" in capsys.readouterr().err


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    env = _with_command(environment_of(settings_of(tmp_path / "home")))
    done = subprocess.run("xishang gaps | head -n 1", shell=True, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""


def _with_command(env: dict[str, str]) -> dict[str, str]:
    """The environment with the command under test first on the path."""
    scripts = str(Path(sys.executable).parent)
    return env | {"PATH": f"{scripts}:{env.get('PATH', '')}"}
