"""How a browser is found and installed, decided without installing anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import OWN, Machine, NoChromiumError, commands, find, install


def test_the_variable_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "chrome"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    assert find({"XISHANG_CHROMIUM": str(own)}, lambda _: "/usr/bin/chromium") == own


def test_a_wrong_variable_is_said_and_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(NoChromiumError, match="XISHANG_CHROMIUM"):
        find({"XISHANG_CHROMIUM": str(tmp_path / "none")}, lambda _: "/usr/bin/chromium")


def test_names_in_their_order() -> None:
    there = {"google-chrome": "/x/google-chrome", "chromium-browser": "/x/chromium-browser"}
    assert find({}, there.get) == Path("/x/chromium-browser")


def test_playwrights_own_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "chrome"
    monkeypatch.setattr(chromium, "playwright_own", lambda: own)
    with pytest.raises(NoChromiumError, match="make browser"):
        find({}, lambda _: None)
    own.write_text("")
    assert find({}, lambda _: None) == own


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        (Machine(debian=True, root=True, chinese=True, browser=True), []),
        (Machine(debian=False, root=False, chinese=False, browser=True), []),
        (Machine(debian=False, root=True, chinese=True, browser=False), [OWN]),
        (Machine(debian=True, root=False, chinese=True, browser=False), [OWN]),
    ],
)
def test_commands_elsewhere(machine: Machine, expected: list[list[str]]) -> None:
    assert commands(machine) == expected


@pytest.mark.parametrize(
    ("browser", "chinese", "packages"),
    [(False, False, ["chromium", "fonts-noto-cjk"]), (False, True, ["chromium"]), (True, False, ["fonts-noto-cjk"])],
)
def test_commands_on_debian_as_root(browser: bool, chinese: bool, packages: list[str]) -> None:
    update, get = commands(Machine(debian=True, root=True, chinese=chinese, browser=browser))
    assert update == ["apt-get", "update"]
    assert get[:3] == ["apt-get", "install", "-y"]
    assert get[-len(packages) :] == packages
    assert get[4:] == packages


def test_a_failed_command_stops_with_the_way_out() -> None:
    ran: list[list[str]] = []

    def fail(command: list[str]) -> int:
        ran.append(command)
        return 100

    with pytest.raises(NoChromiumError) as caught:
        install(Machine(debian=True, root=True, chinese=True, browser=False), fail)
    assert ran == [["apt-get", "update"]]
    assert "make browser" in str(caught.value)
    assert "No usable Chromium" in str(caught.value)
