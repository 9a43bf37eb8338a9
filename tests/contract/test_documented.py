"""Every setting and sub-command is documented, and the help is bilingual."""

from __future__ import annotations

import pytest

from graph.cli_docs import commands, commands_page
from graph.settings import Settings
from tests.contract.tree import ROOT

COMMANDS = dict(commands())
WANTED = {
    f"xishang {name}"
    for name in (
        "demo",
        "doctor",
        "sources",
        "load",
        "rebuild",
        "search",
        "path",
        "gaps",
        "gap",
        "view path",
        "view gap",
        "view node",
        "db start",
        "db stop",
        "db status",
        "db shell",
        "db backup",
        "db restore",
    )
}


def doc(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("field", list(Settings.model_fields))
def test_every_setting_is_documented(field: str) -> None:
    info = Settings.model_fields[field]
    line = next((line for line in doc("settings.md").splitlines() if f"| `{info.validation_alias}` |" in line), "")
    assert line, f"docs/settings.md has no line for {info.validation_alias}"
    if not callable(info.default_factory) and info.default not in ("", None):
        assert f"`{info.default:g}`" in line if isinstance(info.default, float) else f"`{info.default}`" in line


def test_no_setting_is_documented_that_is_not_there() -> None:
    known = {str(info.validation_alias) for info in Settings.model_fields.values()}
    listed = {line.split("`")[1] for line in doc("settings.md").splitlines() if line.startswith("| `")}
    assert listed == known


def test_all_commands_are_there() -> None:
    assert COMMANDS.keys() >= WANTED


@pytest.mark.parametrize("name", list(COMMANDS))
def test_a_command_explains_itself(name: str) -> None:
    text = COMMANDS[name].help or ""
    chinese, _, english = text.partition(" · ")
    assert any("一" <= char <= "鿿" for char in chinese), text
    assert english.isascii(), text
    for param in COMMANDS[name].params:
        assert param.help, f"{name}: {param.name} has no help"


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("xishang demo", "xishang serve")])
def test_a_command_speaks_to_programs_too(name: str) -> None:
    assert "--json" in {option for param in COMMANDS[name].params for option in param.opts}


def test_commands_md_is_not_stale() -> None:
    assert doc("commands.md") == commands_page(), "run `make schema`"
