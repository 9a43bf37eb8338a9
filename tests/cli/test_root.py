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
from graph.settings import Settings
from tests.conftest import environment_of, free_port, settings_of

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
        (["path", "甲", "乙", "--k", "many"], "参数 --k 有误：应为整数"),
        (["search", "甲", "--limit", "0"], "参数 --limit 有误：应不小于 1"),
        (["search", "甲", "--limit"], "选项 --limit 后面要给一个值"),
        (["search", "甲", "乙"], "多出了参数：乙"),
        (["path", "甲", "乙", "--max-hops", "9"], "--max-hops “9”：应不大于 4"),
        (["path", "甲", "乙", "--as-of", "2020-13-01"], "--as-of “2020-13-01”：应为日期"),
        (["path", "甲", "乙", "--mark", "Q"], "--mark “Q”：只能是"),
        (["path", "", "乙"], "甲：不能为空"),
        (["cypher", "RETURN '" + "长" * 20_000 + "'"], "：最多 20000 个字"),
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
    assert "should" not in shown.err
    assert "valid" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    "arguments",
    [["search", "甲"], ["path", "甲", "乙"], ["doctor"], ["db", "start"], ["serve"], ["sources"], ["load", "-"]],
)
def test_a_wrong_setting_is_named_by_every_command(
    capsys: Outcome, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("XISHANG_BOLT_PORT", "abc")
    assert cli.run(arguments) == 2
    assert "设置 XISHANG_BOLT_PORT（环境变量）的值“abc”有误：应为 1 到 65535 的整数" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("XISHANG_BOLT_PORT=70000", "设置 XISHANG_BOLT_PORT（.env）的值“70000”有误：应为 1 到 65535 的整数"),
        ("XISHANG_QUERY_SECONDS=0", "设置 XISHANG_QUERY_SECONDS（.env）的值“0”有误：应为大于 0 的秒数"),
        ("NEO4J_URI=foo", "设置 NEO4J_URI（.env）的值“foo”有误：不是数据库地址，应如 bolt://主机:7687"),
        ("NEO4J_URI=http://host", "不是数据库地址"),
        ("NEO4J_URI=bolt://host:99999", "不是数据库地址"),
        ("NEO4J_URI=bolt://neo4j:secret@host", "bolt://…@host"),
        ("NEO4J_USER=西商".encode("gbk"), ".env 不是 UTF-8 编码"),
    ],
)
def test_a_wrong_setting_of_the_file(
    capsys: Outcome, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str | bytes, said: str
) -> None:
    for name in ("XISHANG_BOLT_PORT", "XISHANG_QUERY_SECONDS", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(line if isinstance(line, bytes) else line.encode())
    assert cli.run(["search", "甲"]) == 2
    shown = capsys.readouterr().err.replace("\n", "")
    assert said in shown
    assert "secret" not in shown


@pytest.mark.parametrize(
    "address", ["bolt://127.0.0.1:7687", "neo4j://db", "neo4j+s://db.example.org", "bolt+ssc://[::1]:7687"]
)
def test_the_addresses_that_the_driver_takes(address: str) -> None:
    assert Settings(neo4j_uri=address).neo4j_uri == address


def test_an_address_where_nothing_answers_is_said_in_chinese(capsys: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free_port()}")
    assert cli.run(["search", "甲"]) == 4
    shown = capsys.readouterr().err
    assert "没有应答：那个端口上没有数据库（连接被拒绝）" in shown
    assert "检查 NEO4J_URI" in shown
    assert "Couldn't" not in shown


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
        (AmbiguousNameError("a", choices=["uni-a  甲"], candidates=[{"id": "uni-a", "name": "甲"}]), 5),
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
