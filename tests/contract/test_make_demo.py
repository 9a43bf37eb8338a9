"""What `make demo` runs, in which order, and how it ends. The command itself is tried elsewhere; here it only notes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.contract.tree import ROOT

NOTES = """#!/bin/sh
echo "$*" >> "$NOTED"
test "$1" != "$FAILS" || exit 2
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    command = tmp_path / "xishang"
    command.write_text(NOTES, encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


def made(folder: Path, *given: str, fails: str = "") -> tuple[list[str], int]:
    """The command lines that `make demo` ran, and its exit code. The environment is taken as installed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PORT", "SERVE", "STOP", "MAKEFLAGS")}
    noted = folder / "noted"
    command = ["make", "-o", ".venv/.installed", "demo", f"BIN={folder}", *given]
    environment = kept | {"NOTED": str(noted), "FAILS": fails}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    return noted.read_text(encoding="utf-8").splitlines(), done.returncode


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["demo", "serve --port 8000"]),
        (["PORT=8001"], ["demo", "serve --port 8001"]),
        (["SERVE=0"], ["demo"]),
        (["STOP=1"], ["demo", "serve --port 8000", "db stop"]),
        (["SERVE=0", "STOP=1"], ["demo", "db stop"]),
    ],
    ids=str,
)
def test_it_ends_serving_unless_told_otherwise(given: list[str], expected: list[str], folder: Path) -> None:
    assert made(folder, *given) == (expected, 0)


def test_a_port_in_use_fails_and_the_database_is_stopped_all_the_same(folder: Path) -> None:
    assert made(folder, "STOP=1", fails="serve") == (["demo", "serve --port 8000", "db stop"], 2)


def test_nothing_is_served_after_a_demo_that_failed(folder: Path) -> None:
    assert made(folder, fails="demo") == (["demo"], 2)
